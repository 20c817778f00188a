#!/usr/bin/env bash
# Software: FoundationNetworking of Swift 6.3.1 on Linux.
# Guess:    allHeaderFields has the names as the server spells them: a server that sends "ETag" is found under "ETag".
# Happens:  well-known names are respelled and others are not: ETag and etag both become "Etag", link becomes "Link",
#           x-total stays as it was sent. Only value(forHTTPHeaderField:) finds all of them.
# Matters:  reading allHeaderFields["ETag"] never finds a tag, so conditional requests are never made, without an
#           error.
# Source:   https://github.com/swiftlang/swift-corelibs-foundation (Sources/FoundationNetworking)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation
import FoundationNetworking

let session = URLSession(configuration: .ephemeral)
for path in ["canonical", "lower"] {
    let (_, response) = try await session.data(from: URL(string: CommandLine.arguments[1] + "/" + path)!)
    let http = response as! HTTPURLResponse
    let names = http.allHeaderFields.keys.compactMap { $0 as? String }.filter { !["Server", "Date"].contains($0) }
    print(path, names.sorted())
    print("  subscript:", http.allHeaderFields["ETag"] as? String ?? "nil", "method:", http.value(forHTTPHeaderField: "ETag") ?? "nil")
}
SWIFT
swift_program probe
cat >"$work/serve.py" <<'PYTHON'
import subprocess
import sys
import recorder

headers = {
    "/canonical": [("ETag", 'W/"1"'), ("X-Total", "1"), ("Link", "<http://h/>")],
    "/lower": [("etag", 'W/"1"'), ("x-total", "1"), ("link", "<http://h/>")],
}
server = recorder.start(lambda request: (200, headers[request.path], b""))
subprocess.run([sys.argv[1], server.url], check=True)
PYTHON

expect python3 "$work/serve.py" "$work/probe" <<'OUTPUT'
canonical ["Content-Length", "Etag", "Link", "X-Total"]
  subscript: nil method: W/"1"
lower ["Content-Length", "Etag", "Link", "x-total"]
  subscript: nil method: W/"1"
OUTPUT
