#!/usr/bin/env bash
# Software: FlyingFox 0.27.1, Swift 6.3.1, Linux.
# Guess:    as with most servers, a handler may answer a HEAD as it answers a GET: the server leaves the body out.
# Happens:  the body is sent after the head. A client that keeps the connection, as HTTP/1.1 clients do, takes it for the
#           beginning of the next response: the next request on the connection fails.
# Matters:  a client that asks with HEAD how long a file is breaks its own next call, far from the cause.
# Source:   https://github.com/swhitty/FlyingFox, https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2
source "$(dirname "$0")/support/common.sh"

cat >"$work/server.swift" <<'SWIFT'
import FlyingFox
import Foundation

let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0))
await server.appendRoute("*") { _ in HTTPResponse(statusCode: .ok, body: Data("content of the file".utf8)) }
let running = Task { try await server.run() }
try await server.waitUntilListening()
if case .ip4(_, let port)? = await server.listeningAddress {
    try "\(port)".write(toFile: CommandLine.arguments[1], atomically: true, encoding: .utf8)
}
try await running.value
SWIFT
swift_program server swhitty/FlyingFox 0.27.1 FlyingFox

cat >"$work/probe.py" <<'PYTHON'
import http.client, os, subprocess, sys, time

server = subprocess.Popen([sys.argv[1], sys.argv[2]])
try:
    while not os.path.exists(sys.argv[2]):
        time.sleep(0.05)
    connection = http.client.HTTPConnection("127.0.0.1", int(open(sys.argv[2]).read()), timeout=10)
    for method in ["GET", "GET", "HEAD", "GET"]:
        try:
            connection.request(method, "/file")
            response = connection.getresponse()
            print(method, response.status, response.read())
        except http.client.HTTPException as error:
            print(method, type(error).__name__, repr(str(error).strip()))
finally:
    server.kill()
    server.wait()
PYTHON

expect python3 "$work/probe.py" "$work/server" "$work/port" <<'OUTPUT'
GET 200 b'content of the file'
GET 200 b'content of the file'
HEAD 200 b''
GET BadStatusLine 'content of the fileHTTP/1.1 200 OK'
OUTPUT
