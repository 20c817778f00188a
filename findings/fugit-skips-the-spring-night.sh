#!/usr/bin/env bash
# Software: fugit 1.5.2 (Debian ruby-fugit 1.5.2-1), beside croniter 7.0.0 and cronsim 2.8 (with tzdata 2026.6).
# Guess:    "30 2 * * *" in Europe/Berlin runs once in each night, as cron does: also when the clock jumps from 2:00 to
#           3:00.
# Happens:  fugit leaves the night of 31 March 2024 out; the two Python libraries run at 3:00. In the night of 27
#           October fugit and cronsim run once, croniter twice.
# Matters:  GitLab computes next_run_at of its pipeline schedules with fugit. A client that computes it on its own is
#           wrong twice a year, and a nightly pipeline that must run has to stay out of the hour.
# Source:   https://github.com/floraison/fugit; https://github.com/cuu508/cronsim
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-fugit=1.5.2-1
python_packages croniter==7.0.0 cronsim==2.8 tzdata==2026.6

cat >"$work/probe.rb" <<'RUBY'
require "fugit"
%w[2024-03-30 2024-10-26].each do |day|
  time = EtOrbi.parse("#{day} 00:00:00 Europe/Berlin")
  times = Array.new(3) { time = Fugit::Cron.parse("30 2 * * * Europe/Berlin").next_time(time) }
  puts "fugit: #{times.map { |one| one.strftime("%m-%d %H:%M%z") }.join(", ")}"
end
RUBY
cat >"$work/probe.py" <<'PYTHON'
import datetime
import subprocess
import sys
import zoneinfo
import croniter
import cronsim

print(subprocess.run(["ruby", "-W0", sys.argv[1]], capture_output=True, text=True, check=True).stdout, end="")
for month, day in ((3, 30), (10, 26)):
    start = datetime.datetime(2024, month, day, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
    iterators = {"croniter": croniter.croniter("30 2 * * *", start, ret_type=datetime.datetime), "cronsim": cronsim.CronSim("30 2 * * *", start)}
    for name, iterator in iterators.items():
        print("%s: %s" % (name, ", ".join(next(iterator).strftime("%m-%d %H:%M%z") for _ in range(3))))
PYTHON

expect python "$work/probe.py" "$work/probe.rb" <<'OUTPUT'
fugit: 03-30 02:30+0100, 04-01 02:30+0200, 04-02 02:30+0200
fugit: 10-26 02:30+0200, 10-27 02:30+0200, 10-28 02:30+0100
croniter: 03-30 02:30+0100, 03-31 03:00+0200, 04-01 02:30+0200
cronsim: 03-30 02:30+0100, 03-31 03:00+0200, 04-01 02:30+0200
croniter: 10-26 02:30+0200, 10-27 02:30+0200, 10-27 02:30+0100
cronsim: 10-26 02:30+0200, 10-27 02:30+0200, 10-28 02:30+0100
OUTPUT
