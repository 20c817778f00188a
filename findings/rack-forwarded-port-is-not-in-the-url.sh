#!/usr/bin/env bash
# Software: Rack 2.2.22 (Debian ruby-rack 2.2.22-0+deb12u2), Rack::Request.
# Guess:    behind a proxy that sends X-Forwarded-Port: 8443, both request.port and request.url have 8443, or neither.
# Happens:  port is 8443, but url and base_url have no port: they take it from X-Forwarded-Host or Host alone. And
#           when the host names a port, X-Forwarded-Port is ignored by both.
# Matters:  URLs that a Ruby server makes for its client (next pages, redirects) lose the port; a client that checks
#           that the next page has the origin it called has to expect this from a proxied server.
# Source:   https://github.com/rack/rack (lib/rack/request.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "rack"
require "rack/mock"

def show(headers)
  variables = headers.to_h { |name, value| ["HTTP_#{name.upcase.tr("-", "_")}", value] }
  variables.update("HTTP_HOST" => "app:3000", "HTTP_X_FORWARDED_PROTO" => "https")
  request = Rack::Request.new(Rack::MockRequest.env_for("/projects?page=2", variables))
  puts "#{headers.values.join(" ")} -> #{request.port} #{request.url}"
end

show("X-Forwarded-Host" => "git.example.com", "X-Forwarded-Port" => "8443")
show("X-Forwarded-Host" => "git.example.com:8443", "X-Forwarded-Port" => "443")
show("X-Forwarded-Host" => "git.example.com:8443")
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
git.example.com 8443 -> 8443 https://git.example.com/projects?page=2
git.example.com:8443 443 -> 8443 https://git.example.com:8443/projects?page=2
git.example.com:8443 -> 8443 https://git.example.com:8443/projects?page=2
OUTPUT
