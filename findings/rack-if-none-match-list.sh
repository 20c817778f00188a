#!/usr/bin/env bash
# Software: Rack 2.2.22 (Debian ruby-rack 2.2.22-0+deb12u2), Rack::ConditionalGet and Rack::ETag.
# Guess:    If-None-Match may hold a list of tags, "*", or the tag without W/, as RFC 9110 says; each of these is a
#           304.
# Happens:  the header's text is compared with the ETag as a whole. Only the very same text gives 304; everything else
#           gets the body with 200.
# Matters:  a client that remembers several versions, or normalises the weak tags that this middleware makes, never
#           gets a 304.
# Source:   https://github.com/rack/rack (lib/rack/conditional_get.rb); RFC 9110, section 13.1.2
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "rack"
require "rack/mock"

app = Rack::Builder.new do
  use Rack::ConditionalGet
  use Rack::ETag
  run ->(_) { [200, { "Content-Type" => "application/json" }, ["[]"]] }
end
request = Rack::MockRequest.new(app.to_app)
tag = request.get("/")["ETag"]
puts "tag #{tag}"
{ "same" => tag, "without W/" => tag.delete_prefix("W/"), "list" => %(#{tag}, "other"), "star" => "*" }.each do |label, value|
  puts "#{label}: #{request.get("/", "HTTP_IF_NONE_MATCH" => value).status}"
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
tag W/"4f53cda18c2baa0c0354bb5f9a3ecbe5"
same: 304
without W/: 200
list: 200
star: 200
OUTPUT
