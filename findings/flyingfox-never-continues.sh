#!/usr/bin/env bash
# Software: FlyingFox 0.27.1, Swift 6.3.1, Linux; curl 7.88.1 (Debian 12).
# Guess:    a server that reads HTTP/1.1 answers `Expect: 100-continue` with 100, or at once with the final status.
# Happens:  the handler is called with the head and waits for the body, and no 100 is sent. curl gives up waiting after a
#           second and sends the body; it adds the field by itself from one megabyte on.
# Matters:  each upload of a larger file, by curl or by what is made of libcurl, takes a second longer. A client that
#           waits for the 100 without a limit waits until the server ends the connection.
# Source:   https://github.com/swhitty/FlyingFox, https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1
source "$(dirname "$0")/support/common.sh"

cat >"$work/server.swift" <<'SWIFT'
import FlyingFox
import Foundation

let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0))
await server.appendRoute("*") { request in
    HTTPResponse(statusCode: .ok, body: Data("\(try await request.bodyData.count) bytes".utf8))
}
let running = Task { try await server.run() }
try await server.waitUntilListening()
if case .ip4(_, let port)? = await server.listeningAddress {
    try "\(port)".write(toFile: CommandLine.arguments[1], atomically: true, encoding: .utf8)
}
try await running.value
SWIFT
swift_program server swhitty/FlyingFox 0.27.1 FlyingFox

"$work/server" "$work/port" &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
while [ ! -s "$work/port" ]; do sleep 0.1; done

cat >"$work/probe.sh" <<'SH'
curl --version | grep -o '^curl 7.88.1'
for size in 1000 2000000; do
  head -c $size /dev/zero >"$2/file"
  curl --silent --verbose --data-binary "@$2/file" "http://127.0.0.1:$1/upload" 2>&1 \
    | grep --text -oE '^(> Expect: .*|< HTTP/1.1 .*|\* Done waiting for 100-continue|[0-9]+ bytes)' | tr -d '\r'
done
SH

expect bash "$work/probe.sh" "$(cat "$work/port")" "$work" <<'OUTPUT'
curl 7.88.1
< HTTP/1.1 200 OK
1000 bytes
> Expect: 100-continue
* Done waiting for 100-continue
< HTTP/1.1 200 OK
2000000 bytes
OUTPUT
