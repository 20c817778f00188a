#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    a default is for parameters that are not sent; an explicit null (or, for a number, an empty form value) is
#           null.
# Happens:  the default replaces the explicit null too, and for types that read "" as null also the empty string. A
#           String keeps "". In arrays of hashes the same happens in each element.
# Matters:  a value with a default cannot be cleared over this API, and the response gives no hint: it shows the
#           default.
# Source:   https://github.com/ruby-grape/grape (lib/grape/validations/validators/default.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params do
    optional :limit, type: Integer, default: 5
    optional :text, type: String, default: "x"
    optional :plain, type: Integer
    optional :items, type: Array do
      optional :weight, type: Integer, default: 7
    end
  end
  post("test") { declared(params, include_missing: false) }
end

['{"plain":null}', '{"limit":null,"text":null}', '{"limit":"","text":""}', '{"items":[{"weight":null}]}'].each do |body|
  response = Rack::MockRequest.new(API).post("/test", input: body, "CONTENT_TYPE" => "application/json")
  puts [body, response.status, JSON.parse(response.body).sort.to_h.to_json].join(" ")
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
{"plain":null} 201 {"limit":5,"plain":null,"text":"x"}
{"limit":null,"text":null} 201 {"limit":5,"text":"x"}
{"limit":"","text":""} 201 {"limit":5,"text":""}
{"items":[{"weight":null}]} 201 {"items":[{"weight":7}],"limit":5,"text":"x"}
OUTPUT
