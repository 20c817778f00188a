#!/usr/bin/env bash
# Software: Grape 1.6.2 (Debian ruby-grape 1.6.2-3) on Puma 5.6.5 (puma 5.6.5-3+deb12u2), Rack 2.2.22; requests 2.34.2
#           and httpx 0.28.1 as clients.
# Guess:    /items/v1.2 and /items/v1%2E2 are the same path (RFC 3986 calls them equivalent).
# Happens:  Grape takes ".2" for a format: 404 for the first spelling, 200 for the second. And requests un-escapes %2E
#           before it sends, so it cannot send the spelling that works; httpx sends it as it is.
# Matters:  a client for such routes must escape the dot itself and must send the path byte for byte. GitLab's
#           redirects of moved projects with a dot in the name have been reported to need %2E.
# Source:   https://github.com/python-gitlab/python-gitlab/issues/3299
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 puma=5.6.5-3+deb12u2 ruby-rack=2.2.22-0+deb12u2
python_packages requests==2.34.2 httpx==0.28.1

cat >"$work/server.rb" <<'RUBY'
require "grape"
require "puma"
require "puma/server"

class API < Grape::API
  format :json
  params { requires :name, type: String }
  get("items/:name") { params[:name] }
end

server = Puma::Server.new(API, Puma::Events.null)
puts server.add_tcp_listener("127.0.0.1", 0).addr[1]
$stdout.flush
server.run
$stdin.read
server.stop(true)
RUBY
cat >"$work/probe.py" <<'PYTHON'
import http.client
import subprocess
import sys
import httpx
import requests

server = subprocess.Popen(["ruby", "-W0", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
port = int(server.stdout.readline())


def raw(path):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    response = connection.getresponse()
    return response.status, response.read().decode()


for path in ("/items/v1.2", "/items/v1%2E2"):
    print("bytes as they are", path, *raw(path))
    for client in (requests, httpx):
        response = client.get("http://127.0.0.1:%d%s" % (port, path))
        print(client.__name__, path, response.status_code, response.text)
server.stdin.close()
server.wait(10)
PYTHON

expect python "$work/probe.py" "$work/server.rb" <<'OUTPUT'
bytes as they are /items/v1.2 404 404 Not Found
requests /items/v1.2 404 404 Not Found
httpx /items/v1.2 404 404 Not Found
bytes as they are /items/v1%2E2 200 "v1.2"
requests /items/v1%2E2 404 404 Not Found
httpx /items/v1%2E2 200 "v1.2"
OUTPUT
