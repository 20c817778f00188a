#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3) on Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2); requests by curl 7.88.1
#           (curl 7.88.1-10+deb12u15).
# Guess:    the body of a GET has no meaning, so the server ignores it, whatever its type.
# Happens:  a form body is read, and wins over the query: ?search=query with the body search=body filters by "body". A
#           JSON body is ignored without an error.
# Matters:  `curl --request GET --data` works with a form, and the same filters as JSON return everything with status
#           200. A proxy or cache that drops the body changes the result.
# Source:   https://github.com/ruby-grape/grape (lib/grape/middleware/formatter.rb); RFC 9110, section 9.3.1
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2 puma=5.6.5-3+deb12u2 curl=7.88.1-10+deb12u15

cat >"$work/server.rb" <<'RUBY'
require "grape"
require "puma"
require "puma/server"

class API < Grape::API
  format :json
  params { optional :search, type: String }
  get("projects") { declared(params, include_missing: false) }
end

server = Puma::Server.new(API, Puma::Events.null)
url = "http://127.0.0.1:#{server.add_tcp_listener("127.0.0.1", 0).addr[1]}/projects"
server.run
[["?search=query", "Content-Type: application/x-www-form-urlencoded", "search=body"],
 ["?search=query", "Content-Type: application/json", '{"search":"body"}'],
 ["", "Content-Type: application/x-www-form-urlencoded", "search=body"],
 ["", "Content-Type: application/json", '{"search":"body"}']].each do |query, type, body|
  response = IO.popen(["curl", "-s", "--request", "GET", "--header", type, "--data", body, url + query], &:read)
  puts "GET /projects#{query} #{body} => #{response}"
end
server.stop(true)
RUBY

expect ruby -W0 "$work/server.rb" <<'OUTPUT'
GET /projects?search=query search=body => {"search":"body"}
GET /projects?search=query {"search":"body"} => {"search":"query"}
GET /projects search=body => {"search":"body"}
GET /projects {"search":"body"} => {}
OUTPUT
