#!/usr/bin/env bash
# Software: Rack 2.2.22 (Debian ruby-rack 2.2.22-0+deb12u2), Rack::Files.
# Guess:    Range with an If-Range that does not match (the file has changed since) gets the whole file with 200.
# Happens:  If-Range is not looked at: 206 with the rest of the new file.
# Matters:  a resumed download joins the beginning of one version and the end of another. A client has to compare the
#           Last-Modified (or ETag) of the 206 with the one that it stored, and the length, before it appends.
# Source:   https://github.com/rack/rack (lib/rack/files.rb); RFC 9110, section 13.1.5
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "rack"
require "rack/mock"

folder = ARGV[0]
file = File.join(folder, "artifact")
request = Rack::MockRequest.new(Rack::Files.new(folder))
File.write(file, "old-old-")
File.utime(0, 1_000_000_000, file)
stored = request.get("/artifact")
File.write(file, "new-new-")
File.utime(0, 1_700_000_000, file)
rest = request.get("/artifact", "HTTP_RANGE" => "bytes=4-", "HTTP_IF_RANGE" => stored["Last-Modified"])
puts "stored: #{stored["Last-Modified"]}"
puts "resumed: #{rest.status} #{rest["Content-Range"]} #{rest["Last-Modified"]}"
puts "joined: #{stored.body[0, 4]}#{rest.body}"
RUBY

mkdir "$work/files"
expect ruby -W0 "$work/probe.rb" "$work/files" <<'OUTPUT'
stored: Sun, 09 Sep 2001 01:46:40 GMT
resumed: 206 bytes 4-7/8 Tue, 14 Nov 2023 22:13:20 GMT
joined: old-new-
OUTPUT
