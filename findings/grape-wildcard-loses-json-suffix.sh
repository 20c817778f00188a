#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    get "files/*path" gives the whole rest of the path, or always strips the extension.
# Happens:  it strips exactly the extensions of the formats that the API serves: with format :json, src/main.txt comes
#           whole and package.json comes as "package". Escaping does not help: package%2Ejson loses its end as well.
#           Only a second suffix does: a.json.json comes as a.json.
# Matters:  a route that works for every file in the tests fails for package.json, which most repositories of
#           JavaScript have. GitLab's packages API has routes with wildcards.
# Source:   https://github.com/ruby-grape/grape
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  get("files/*path") { params[:path] }
end

%w[src/main.txt package.json src%2Fpackage.json package%2Ejson a.json/b a.json.json feed.xml].each do |path|
  response = Rack::MockRequest.new(API).get("/files/#{path}")
  puts [path, response.status, response.body].join(" ")
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
src/main.txt 200 "src/main.txt"
package.json 200 "package"
src%2Fpackage.json 200 "src/package"
package%2Ejson 200 "package"
a.json/b 200 "a.json/b"
a.json.json 200 "a.json"
feed.xml 200 "feed.xml"
OUTPUT
