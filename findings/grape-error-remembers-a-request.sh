#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    the text of a validation error depends on its request alone.
# Happens:  after one request whose array of hashes holds an array, the name of an attribute beside that array has an
#           index in every later error of the endpoint: `defaults[0][push]` for `defaults[push]`, until the process ends.
#           An array of hashes that is as declared does not do this, and none takes it back.
# Matters:  a program that finds the attribute of an error by its name finds it on one process of the server and not on
#           another; and a request of one caller changes the answers to another.
# Source:   https://github.com/ruby-grape/grape
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params do
    optional :defaults, type: Hash do
      optional :push, type: Grape::API::Boolean
      optional :levels, type: Array do
        optional :level, type: Integer
      end
    end
  end
  post("/groups") { declared(params, include_missing: false) }
end

[
  '{"push":"maybe"}', '{"levels":[{"level":"x"}]}', '{"push":"maybe"}',
  '{"levels":[[{}]]}', '{"push":"maybe"}',
  '{"levels":[{"level":1}]}', '{"push":"maybe"}',
].each do |defaults|
  body = %({"defaults":#{defaults}})
  response = Rack::MockRequest.new(API).post("/groups", input: body, "CONTENT_TYPE" => "application/json")
  puts [body, response.status, response.body].join(" ")
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
{"defaults":{"push":"maybe"}} 400 {"error":"defaults[push] is invalid"}
{"defaults":{"levels":[{"level":"x"}]}} 400 {"error":"defaults[levels][0][level] is invalid"}
{"defaults":{"push":"maybe"}} 400 {"error":"defaults[push] is invalid"}
{"defaults":{"levels":[[{}]]}} 201 {"defaults":{"levels":[[{}]]}}
{"defaults":{"push":"maybe"}} 400 {"error":"defaults[0][push] is invalid"}
{"defaults":{"levels":[{"level":1}]}} 201 {"defaults":{"levels":[{"level":1}]}}
{"defaults":{"push":"maybe"}} 400 {"error":"defaults[0][push] is invalid"}
OUTPUT
