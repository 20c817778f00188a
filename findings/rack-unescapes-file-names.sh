#!/usr/bin/env bash
# Software: Rack 2.2.22 (Debian ruby-rack 2.2.22-0+deb12u2), with uploads by requests 2.34.2, httpx 0.28.1 and curl
#           7.88.1 (curl 7.88.1-10+deb12u15); beside werkzeug 3.1.9 as another server.
# Guess:    the filename of a multipart part is taken as it was sent; RFC 7578 has no percent escapes that undo.
# Happens:  Rack undoes percent escapes when every % of the name begins one. All three clients send a name as it is, so
#           "a%20b.txt" is stored as "a b.txt" and "100%25.txt" as "100%.txt", but "50% off%20.txt" stays.
# Matters:  what arrives depends on the whole name. An uploaded file whose name was taken from a URL gets another name,
#           and two different names can become one.
# Source:   https://github.com/rack/rack (lib/rack/multipart/parser.rb, get_filename); RFC 7578, section 4.2
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-rack=2.2.22-0+deb12u2 curl=7.88.1-10+deb12u15
python_packages requests==2.34.2 httpx==0.28.1 werkzeug==3.1.9

cat >"$work/parse.rb" <<'RUBY'
require "rack"
require "rack/mock"
environment = Rack::MockRequest.env_for("/", method: "POST", input: $stdin.read.b, "CONTENT_TYPE" => ARGV[0])
puts Rack::Request.new(environment).POST["file"][:filename]
RUBY
cat >"$work/probe.py" <<'PYTHON'
import io
import subprocess
import sys
import httpx
import requests
import werkzeug.formparser
import recorder

server = recorder.start(lambda request: (201, {}, b""))


def names():
    request = server.requests[-1]
    content_type = request.headers["Content-Type"]
    rack = subprocess.run(["ruby", "-W0", sys.argv[1], content_type], input=request.body, capture_output=True, check=True).stdout
    environment = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": content_type, "CONTENT_LENGTH": str(len(request.body)), "wsgi.input": io.BytesIO(request.body)}
    files = werkzeug.formparser.parse_form_data(environment)[2]
    return "Rack %r, werkzeug %r" % (rack.decode().strip(), files["file"].filename)


for name in ("a%20b.txt", "100%25.txt", "50% off%20.txt"):
    requests.post(server.url, files={"file": (name, b"x")})
    print(name, "| requests |", names())
    httpx.post(server.url, files={"file": (name, b"x")})
    print(name, "| httpx |", names())
    subprocess.run(["curl", "-s", "-F", "file=@%s;filename=%s" % (sys.argv[1], name), server.url], check=True)
    print(name, "| curl |", names())
PYTHON

expect python "$work/probe.py" "$work/parse.rb" <<'OUTPUT'
a%20b.txt | requests | Rack 'a b.txt', werkzeug 'a%20b.txt'
a%20b.txt | httpx | Rack 'a b.txt', werkzeug 'a%20b.txt'
a%20b.txt | curl | Rack 'a b.txt', werkzeug 'a%20b.txt'
100%25.txt | requests | Rack '100%.txt', werkzeug '100%25.txt'
100%25.txt | httpx | Rack '100%.txt', werkzeug '100%25.txt'
100%25.txt | curl | Rack '100%.txt', werkzeug '100%25.txt'
50% off%20.txt | requests | Rack '50% off%20.txt', werkzeug '50% off%20.txt'
50% off%20.txt | httpx | Rack '50% off%20.txt', werkzeug '50% off%20.txt'
50% off%20.txt | curl | Rack '50% off%20.txt', werkzeug '50% off%20.txt'
OUTPUT
