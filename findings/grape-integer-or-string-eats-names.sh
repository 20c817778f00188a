#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    with types: [Integer, String], only plain digits become a number; a JSON string stays a string.
# Happens:  every text that Ruby's Integer() reads in base 10 becomes one, JSON string or not: "007" is 7, "1_000" is
#           1000, " 12" is 12. "" becomes null. A JSON 5.7 becomes 5 and true becomes "true".
# Matters:  GitLab takes "ID or name" in this way. Things named 007 or 1_000 cannot be addressed by name: another one,
#           with that ID, is meant.
# Source:   https://github.com/ruby-grape/grape (lib/grape/validations/types/multiple_type_coercer.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params { requires :milestone, types: [Integer, String] }
  post("test") { params }
end

['"12"', '"007"', '"1_000"', '" 12"', '"1.0"', '"0x1f"', '""', "5.7", "true"].each do |value|
  response = Rack::MockRequest.new(API).post("/test", input: %({"milestone":#{value}}), "CONTENT_TYPE" => "application/json")
  puts [value, response.status, response.body].join(" ")
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
"12" 201 {"milestone":12}
"007" 201 {"milestone":7}
"1_000" 201 {"milestone":1000}
" 12" 201 {"milestone":12}
"1.0" 201 {"milestone":"1.0"}
"0x1f" 201 {"milestone":"0x1f"}
"" 201 {"milestone":null}
5.7 201 {"milestone":5}
true 201 {"milestone":"true"}
OUTPUT
