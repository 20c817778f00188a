#!/usr/bin/env bash
# Software: FlyingFox 0.27.1, Swift 6.3.1, Linux.
# Guess:    two lines of one header field reach the handler joined by a comma, or both.
# Happens:  `request.headers` has the last one alone. Also `+` stays a plus in `request.query`, where `%2B` becomes one
#           too, so that a form's space and a plus cannot be told apart, and `request.path` has no `%2F` any longer.
#           `request.target` has path and query as they came; nothing has the first line of the field.
# Matters:  behind a proxy that adds a line of its own to X-Forwarded-For, the caller is lost; and a search for "b c"
#           that a form sends is one for "b+c".
# Source:   https://github.com/swhitty/FlyingFox, https://www.rfc-editor.org/rfc/rfc9110#section-5.3
source "$(dirname "$0")/support/common.sh"

cat >"$work/server.swift" <<'SWIFT'
import FlyingFox
import Foundation

let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0))
await server.appendRoute("*") { request in
    let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    let fields = request.headers.filter { $0.key.rawValue == "X-Forwarded-For" }.map(\.value)
    let text = "path \(request.path), query \(query), X-Forwarded-For \(fields)"
    return HTTPResponse(statusCode: .ok, body: Data(text.utf8))
}
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
    connection.putrequest("GET", "/projects/group%2Fdemo?a=b+c&d=b%2Bc")
    connection.putheader("X-Forwarded-For", "192.0.2.1")
    connection.putheader("X-Forwarded-For", "192.0.2.2")
    connection.endheaders()
    print(connection.getresponse().read().decode())
finally:
    server.kill()
    server.wait()
PYTHON

expect python3 "$work/probe.py" "$work/server" "$work/port" <<'OUTPUT'
path /projects/group/demo, query a=b+c&d=b+c, X-Forwarded-For ["192.0.2.2"]
OUTPUT
