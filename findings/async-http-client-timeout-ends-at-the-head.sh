#!/usr/bin/env bash
# Software: AsyncHTTPClient 1.37.0, Swift 6.3.1, Linux.
# Guess:    `execute(_:timeout:)` gives a request a second until it must be complete, as its documentation says, body
#           included; the older `get(url:deadline:)` does.
# Happens:  the timeout ends with the head of the response. A body that takes three seconds comes whole from the one, and the
#           other throws `deadlineExceeded`.
# Matters:  a program that moves from futures to async/await has no bound on its requests: a server that stops
#           within a body is waited for as long as it keeps the connection, unless `timeout.read` is set in the configuration.
# Source:   https://github.com/swift-server/async-http-client
source "$(dirname "$0")/support/common.sh"

cat >"$work/client.swift" <<'SWIFT'
import AsyncHTTPClient
import NIOCore

let url = CommandLine.arguments[1]
let client = HTTPClient(eventLoopGroupProvider: .singleton)

func report(_ name: String, _ work: () async throws -> Int) async {
    let start = ContinuousClock.now
    let outcome: String
    do { outcome = "\(try await work()) bytes" } catch { outcome = "\(error)" }
    print("\(name): \(outcome), after \((ContinuousClock.now - start).components.seconds) s")
}

await report("execute(timeout: .seconds(1))") {
    try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(1)).body.collect(upTo: 1_024).readableBytes
}
await report("get(deadline: .now() + .seconds(1))") {
    try await client.get(url: url, deadline: .now() + .seconds(1)).get().body?.readableBytes ?? 0
}
try await client.shutdown()
SWIFT
swift_program client swift-server/async-http-client 1.37.0 AsyncHTTPClient

cat >"$work/probe.py" <<'PYTHON'
import http.server, subprocess, sys, threading, time


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "7")
        self.end_headers()
        for byte in b"project":
            try:
                self.wfile.write(bytes([byte]))
            except OSError:
                return
            time.sleep(0.5)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.exit(subprocess.run([sys.argv[1], f"http://127.0.0.1:{server.server_port}/"]).returncode)
PYTHON

expect python3 "$work/probe.py" "$work/client" <<'OUTPUT'
execute(timeout: .seconds(1)): 7 bytes, after 3 s
get(deadline: .now() + .seconds(1)): HTTPClientError.deadlineExceeded, after 1 s
OUTPUT
