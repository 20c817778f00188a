#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    12.9 for an Integer is 400 in a JSON body, as it is in a form or a query.
# Happens:  a JSON number loses its fraction and passes: 12.9 becomes 12, -0.9 becomes 0, [1.9] becomes [1]. The text
#           "12.9", in JSON or in a form, is 400 "is invalid".
# Matters:  a value that a client computed wrongly is stored as another one instead of being rejected, and the same
#           request changes its outcome with its Content-Type.
# Source:   https://github.com/ruby-grape/grape (lib/grape/validations/types/primitive_coercer.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params { optional :n, type: Integer; optional :ids, type: Array[Integer] }
  put("x") { declared(params, include_missing: false) }
end

[["json", '{"n":12.9}'], ["x-www-form-urlencoded", "n=12.9"], ["json", '{"n":"12.9"}'], ["json", '{"n":-0.9}'],
 ["json", '{"ids":[1.9,2]}'], ["x-www-form-urlencoded", "ids[]=1.9"]].each do |type, body|
  response = Rack::MockRequest.new(API).put("/x", input: body, "CONTENT_TYPE" => "application/#{type}")
  puts [type, body, response.status, response.body].join(" ")
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
json {"n":12.9} 200 {"n":12}
x-www-form-urlencoded n=12.9 400 {"error":"n is invalid"}
json {"n":"12.9"} 400 {"error":"n is invalid"}
json {"n":-0.9} 200 {"n":0}
json {"ids":[1.9,2]} 200 {"ids":[1,2]}
x-www-form-urlencoded ids[]=1.9 400 {"error":"ids is invalid"}
OUTPUT
