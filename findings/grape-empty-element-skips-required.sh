#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    where each element of an optional array must have a key, {} and null in the array are 400.
# Happens:  {"value": "v"} is 400 "variables[0][key] is missing", but {} and null pass: the endpoint gets {} without
#           the key that it declared as required. Only in an array that is itself required are they 400.
# Matters:  a client cannot rely on the server to find an element that its caller forgot to fill in.
# Source:   https://github.com/ruby-grape/grape
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  %i[optional requires].each do |presence|
    params do
      send(presence, :variables, type: Array) do
        requires :key, type: String
        optional :value, type: String
      end
    end
    post(presence) { declared(params, include_missing: false) }
  end
end

%w[optional requires].each do |path|
  ['[{"value":"v"}]', "[{}]", '[{"key":"a"},null]'].each do |array|
    body = %({"variables":#{array}})
    response = Rack::MockRequest.new(API).post("/#{path}", input: body, "CONTENT_TYPE" => "application/json")
    puts [path, body, response.status, response.body].join(" ")
  end
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
optional {"variables":[{"value":"v"}]} 400 {"error":"variables[0][key] is missing"}
optional {"variables":[{}]} 201 {"variables":[{}]}
optional {"variables":[{"key":"a"},null]} 201 {"variables":[{"key":"a"},{}]}
requires {"variables":[{"value":"v"}]} 400 {"error":"variables[0][key] is missing"}
requires {"variables":[{}]} 400 {"error":"variables[0][key] is missing"}
requires {"variables":[{"key":"a"},null]} 400 {"error":"variables[1][key] is missing, variables[1][key] is invalid"}
OUTPUT
