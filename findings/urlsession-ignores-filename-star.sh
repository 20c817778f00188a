#!/usr/bin/env bash
# Software: FoundationNetworking of Swift 6.3.1 on Linux.
# Guess:    suggestedFilename prefers filename* when a Content-Disposition has both forms, as RFC 6266 demands;
#           without that header it takes the last part of the URL, as the method's documentation says.
# Happens:  filename* is ignored: with both forms the fallback wins, with it alone, or without the header, the name is
#           "Unknown".
# Matters:  artifacts and uploads with a name that is not ASCII are stored under the fallback name, or all under
#           "Unknown".
# Source:   https://github.com/swiftlang/swift-corelibs-foundation (Sources/FoundationNetworking/URLResponse.swift)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation
import FoundationNetworking

let session = URLSession(configuration: .ephemeral)
for path in ["plain.zip", "both.zip", "star.zip", "none.zip"] {
    let (_, response) = try await session.data(from: URL(string: CommandLine.arguments[1] + "/" + path)!)
    print(path, response.suggestedFilename ?? "nil")
}
SWIFT
swift_program probe
cat >"$work/serve.py" <<'PYTHON'
import subprocess
import sys
import recorder

dispositions = {
    "/plain.zip": 'attachment; filename="report.zip"',
    "/both.zip": "attachment; filename=\"report.zip\"; filename*=UTF-8''na%C3%AFve.zip",
    "/star.zip": "attachment; filename*=UTF-8''na%C3%AFve.zip",
}


def route(request):
    disposition = dispositions.get(request.path)
    return 200, {"Content-Disposition": disposition} if disposition else {}, b"x"


subprocess.run([sys.argv[1], recorder.start(route).url], check=True)
PYTHON

expect python3 "$work/serve.py" "$work/probe" <<'OUTPUT'
plain.zip report.zip
both.zip report.zip
star.zip Unknown
none.zip Unknown
OUTPUT
