#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    an API may declare a parameter with the name `format`, as any other: GET ?format=zip.
# Happens:  in a query the name is taken: 406 "The requested format 'zip' is not supported.", before the endpoint and for
#           every method. Only the name of a response format, `json`, passes. In a body the name is free.
# Matters:  GitLab reads the parameters of a POST from the query or the body. A client that always takes the query gets
#           406 for a parameter that works in the body, and a GET cannot have it at all.
# Source:   https://github.com/ruby-grape/grape (lib/grape/middleware/formatter.rb, format_from_params)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params { optional :format, type: String, values: %w[zip tar json] }
  get("archive") { declared(params, include_missing: false) }
  params { optional :format, type: String, values: %w[zip tar json] }
  post("archive") { declared(params, include_missing: false) }
end

[["GET", "/archive?format=zip"], ["GET", "/archive?format=json"], ["GET", "/archive?format=rar"], ["POST", "/archive?format=zip"],
 ["POST", "/archive", '{"format":"zip"}', "json"], ["POST", "/archive", "format=zip", "x-www-form-urlencoded"]].each do |method, path, body, type|
  options = body ? { input: body, "CONTENT_TYPE" => "application/#{type}" } : {}
  response = Rack::MockRequest.new(API).request(method, path, options)
  puts [method, path, body, response.status, response.body].compact.join(" ")
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
GET /archive?format=zip 406 {"error":"The requested format 'zip' is not supported."}
GET /archive?format=json 200 {"format":"json"}
GET /archive?format=rar 406 {"error":"The requested format 'rar' is not supported."}
POST /archive?format=zip 406 {"error":"The requested format 'zip' is not supported."}
POST /archive {"format":"zip"} 201 {"format":"zip"}
POST /archive format=zip 201 {"format":"zip"}
OUTPUT
