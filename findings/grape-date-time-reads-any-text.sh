#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2), Ruby 3.1.2.
# Guess:    a DateTime parameter takes ISO 8601 and rejects the rest with 400.
# Happens:  any text in which Ruby finds a date passes: "1.2.3" is 3 February 2001, "10/11/2017" is 10 November, and
#           "due 3rd Feb 2001 at noon" loses its noon. The month "2017-10", which is ISO 8601, and Unix seconds are 400.
# Matters:  a client that mixes up two parameters, or formats dates the American way, filters by another day with status
#           200; on the 13th of a month it gets 400.
# Source:   https://github.com/ruby-grape/grape (lib/grape/validations/types/primitive_coercer.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params { optional :created_after, type: DateTime }
  get("issues") { declared(params, include_missing: false) }
end

["2017-10-17T10:00:00Z", "1.2.3", "10/11/2017", "10/13/2017", "due 3rd Feb 2001 at noon", "2017-10", "1700000000"].each do |text|
  response = Rack::MockRequest.new(API).get("/issues?#{Rack::Utils.build_query("created_after" => text)}")
  puts [text, response.status, response.body].join(" | ")
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
2017-10-17T10:00:00Z | 200 | {"created_after":"2017-10-17T10:00:00+00:00"}
1.2.3 | 200 | {"created_after":"2001-02-03T00:00:00+00:00"}
10/11/2017 | 200 | {"created_after":"2017-11-10T00:00:00+00:00"}
10/13/2017 | 400 | {"error":"created_after is invalid"}
due 3rd Feb 2001 at noon | 200 | {"created_after":"2001-02-03T00:00:00+00:00"}
2017-10 | 400 | {"error":"created_after is invalid"}
1700000000 | 400 | {"error":"created_after is invalid"}
OUTPUT
