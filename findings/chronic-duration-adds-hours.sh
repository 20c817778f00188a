#!/usr/bin/env bash
# Software: gitlab-chronic-duration 0.10.6.2 (Debian ruby-chronic-duration 0.10.6.2-2), with the options of GitLab's time
#           tracking: 8 hours a day, 20 days a month, hours for a number without a unit.
# Guess:    "1h 30" is an hour and a half, "1,5h" too or an error, and "1:30" as well.
# Happens:  a number without a unit is hours wherever it stands: "1h 30" is 31 hours. After a comma the rest is dropped
#           silently: "1,5h" is 5 hours. A colon ignores the unit: "1:30" is 90 seconds. "1 hour and a half" is 3 hours.
# Matters:  time_estimate and add_spent_time take such a text from a client and succeed with another time. Only texts
#           with a unit after each number and a decimal point are safe.
# Source:   https://gitlab.com/gitlab-org/ruby/gems/gitlab-chronic-duration
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-chronic-duration=0.10.6.2-2

cat >"$work/probe.rb" <<'RUBY'
require "gitlab_chronic_duration"
lengths = { hours_per_day: 8, days_per_month: 20 }
["1h 30m", "1h 30", "1.5h", "1,5h", "1:30", "1 hour and a half", "2d 4"].each do |text|
  seconds = ChronicDuration.parse(text, default_unit: "hours", **lengths)
  puts "#{text} => #{seconds.to_i} s, #{ChronicDuration.output(seconds, format: :short, weeks: true, **lengths)}"
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
1h 30m => 5400 s, 1h 30m
1h 30 => 111600 s, 3d 7h
1.5h => 5400 s, 1h 30m
1,5h => 18000 s, 5h
1:30 => 90 s, 1m 30s
1 hour and a half => 10800 s, 3h
2d 4 => 72000 s, 2d 4h
OUTPUT
