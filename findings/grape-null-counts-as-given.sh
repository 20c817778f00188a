#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    a JSON null means "not given", so {"a": "x", "b": null} satisfies mutually_exclusive :a, :b and {"a":
#           null} does not satisfy at_least_one_of :a, :b.
# Happens:  the groups look only at whether the key is there: the first is 400 "a, b are mutually exclusive", the
#           second passes.
# Matters:  GitLab groups parameters so (import_url and template_name; name and path). A client that writes null for
#           unset values gets errors for values that it never set, and passes checks with nothing.
# Source:   https://github.com/ruby-grape/grape (lib/grape/validations/validators/multiple_params_base.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params { optional :a; optional :b; mutually_exclusive :a, :b }
  post("mutually_exclusive") { declared(params, include_missing: false) }
  params { optional :a; optional :b; at_least_one_of :a, :b }
  post("at_least_one_of") { declared(params, include_missing: false) }
end

[["mutually_exclusive", '{"a":"x"}'], ["mutually_exclusive", '{"a":"x","b":null}'],
 ["at_least_one_of", "{}"], ["at_least_one_of", '{"a":null}']].each do |path, body|
  response = Rack::MockRequest.new(API).post("/#{path}", input: body, "CONTENT_TYPE" => "application/json")
  puts [path, body, response.status, response.body].join(" ")
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
mutually_exclusive {"a":"x"} 201 {"a":"x"}
mutually_exclusive {"a":"x","b":null} 400 {"error":"a, b are mutually exclusive"}
at_least_one_of {} 400 {"error":"a, b are missing, at least one parameter must be provided"}
at_least_one_of {"a":null} 201 {"a":null}
OUTPUT
