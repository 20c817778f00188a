#!/usr/bin/env bash
# Software: net/http 0.2.0 of Ruby 3.1.2 (Debian libruby3.1 3.1.7+really3.1.2-0+deb12u1), under the gitlab gem 4.17.0
#           (ruby-gitlab 4.17.0-3); beside requests 2.34.2 and httpx 0.28.1.
# Guess:    a request whose connection breaks before the response ends in an error; a library repeats nothing unasked.
# Happens:  net/http sends a PUT or DELETE again by itself, once, also on a new connection. A DELETE that had worked
#           ends in "404 Not found". A POST is an error, and so is everything in requests and httpx.
# Matters:  the error that the caller sees is about the second request. A 404 from a DELETE can mean success.
# Source:   https://github.com/ruby/net-http (lib/net/http.rb, max_retries)
source "$(dirname "$0")/support/common.sh"
debian_packages libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby-gitlab=4.17.0-3
python_packages requests==2.34.2 httpx==0.28.1

cat >"$work/client.rb" <<'RUBY'
require "gitlab"
api = Gitlab.client(endpoint: ARGV[1], private_token: "t")
begin
  case ARGV[0]
  when "DELETE" then api.delete_branch(1, "b")
  when "PUT" then api.edit_project(1, name: "n")
  when "POST" then api.create_project("n")
  end
rescue Gitlab::Error::Error, EOFError => error
  puts "#{error.class} #{error.message[/message: [^.]*/]}"
end
RUBY
cat >"$work/probe.py" <<'PYTHON'
import socket
import subprocess
import sys
import threading
import httpx
import requests

methods = []
listener = socket.create_server(("127.0.0.1", 0))
url = "http://127.0.0.1:%d" % listener.getsockname()[1]


def serve():
    while True:
        connection = listener.accept()[0]
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65536)
        methods.append(data.split()[0].decode())
        if len(methods) > 1:
            body = b'{"message":"404 Not found"}'
            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(body), body))
        connection.shutdown(socket.SHUT_RDWR)
        connection.close()


def attempt(client, method):
    try:
        client.request(method, url)
    except (requests.ConnectionError, httpx.RemoteProtocolError) as error:
        return type(error).__name__


threading.Thread(target=serve, daemon=True).start()
for method in ("DELETE", "PUT", "POST"):
    methods.clear()
    output = subprocess.run(["ruby", "-W0", sys.argv[1], method, url], capture_output=True, text=True, check=True).stdout.strip()
    print("gitlab gem", method, methods, output)
    for client in (requests, httpx):
        methods.clear()
        print(client.__name__, method, attempt(client, method), methods)
PYTHON

expect python "$work/probe.py" "$work/client.rb" <<'OUTPUT'
gitlab gem DELETE ['DELETE', 'DELETE'] Gitlab::Error::NotFound message: 404 Not found
requests DELETE ConnectionError ['DELETE']
httpx DELETE RemoteProtocolError ['DELETE']
gitlab gem PUT ['PUT', 'PUT'] Gitlab::Error::NotFound message: 404 Not found
requests PUT ConnectionError ['PUT']
httpx PUT RemoteProtocolError ['PUT']
gitlab gem POST ['POST'] EOFError
requests POST ConnectionError ['POST']
httpx POST RemoteProtocolError ['POST']
OUTPUT
