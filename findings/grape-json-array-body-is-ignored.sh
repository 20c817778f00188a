#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    a JSON body that is no object, such as [{"name": "n"}], is 400.
# Happens:  it counts as no body: an edit answers 200 and changes nothing. With a required parameter the error is "name
#           is missing", although the body has a name. A body that is no JSON is 400.
# Matters:  a client that wraps its object in a list, or sends the text of JSON encoded twice, is told that it succeeded.
# Source:   https://github.com/ruby-grape/grape (lib/grape/middleware/formatter.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params { optional :name, type: String }
  put("x") { declared(params, include_missing: false) }
  params { requires :name, type: String }
  post("x") { declared(params, include_missing: false) }
end

["PUT", "POST"].each do |method|
  ['{"name":"n"}', '[{"name":"n"}]', '"{\"name\":\"n\"}"', "{name}"].each do |body|
    response = Rack::MockRequest.new(API).request(method, "/x", input: body, "CONTENT_TYPE" => "application/json")
    puts [method, body, response.status, response.body[0, 40].inspect].join(" ")
  end
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
PUT {"name":"n"} 200 "{\"name\":\"n\"}"
PUT [{"name":"n"}] 200 "{}"
PUT "{\"name\":\"n\"}" 200 "{}"
PUT {name} 400 "{\"error\":\"\\nProblem:\\n  message body doe"
POST {"name":"n"} 201 "{\"name\":\"n\"}"
POST [{"name":"n"}] 400 "{\"error\":\"name is missing\"}"
POST "{\"name\":\"n\"}" 400 "{\"error\":\"name is missing\"}"
POST {name} 400 "{\"error\":\"\\nProblem:\\n  message body doe"
OUTPUT
