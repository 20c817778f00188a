#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    where an array is declared with the members of its elements, a text or a number among them is 400.
# Happens:  if no member is required it passes the validation. `params` hands it to the endpoint as it is, `declared`
#           raises NoMethodError, which is 500. An array in the array passes both, with its members converted. With
#           `type: Array[JSON]` each of these elements is 400.
# Matters:  500 for a value of the wrong type looks like a fault of the server, and clients send such requests again.
# Source:   https://github.com/ruby-grape/grape
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  rescue_from(Grape::Exceptions::ValidationErrors) { |error| error!({ error: error.message }, 400) }
  rescue_from(:all) { |error| error!({ error: error.class.name }, 500) }
  { "declared" => Array, "params" => Array, "json" => Array[JSON] }.each do |path, type|
    params do
      optional :variables, type: type do
        optional :key, type: String
      end
    end
    post(path) { path == "params" ? params : declared(params, include_missing: false) }
  end
end

%w[declared params json].each do |path|
  ['{"key":"a"}', '"a"', "1", '[{"key":1}]'].each do |element|
    body = %({"variables":[#{element}]})
    response = Rack::MockRequest.new(API).post("/#{path}", input: body, "CONTENT_TYPE" => "application/json")
    puts [path, body, response.status, response.body].join(" ")
  end
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
declared {"variables":[{"key":"a"}]} 201 {"variables":[{"key":"a"}]}
declared {"variables":["a"]} 500 {"error":"NoMethodError"}
declared {"variables":[1]} 500 {"error":"NoMethodError"}
declared {"variables":[[{"key":1}]]} 201 {"variables":[[{"key":"1"}]]}
params {"variables":[{"key":"a"}]} 201 {"variables":[{"key":"a"}]}
params {"variables":["a"]} 201 {"variables":["a"]}
params {"variables":[1]} 201 {"variables":[1]}
params {"variables":[[{"key":1}]]} 201 {"variables":[[{"key":"1"}]]}
json {"variables":[{"key":"a"}]} 201 {"variables":[{"key":"a"}]}
json {"variables":["a"]} 400 {"error":"variables is invalid"}
json {"variables":[1]} 400 {"error":"variables is invalid"}
json {"variables":[[{"key":1}]]} 400 {"error":"variables is invalid"}
OUTPUT
