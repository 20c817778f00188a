#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux.
# Guess:    where pathExtension is empty, deletingPathExtension() returns the same URL.
# Happens:  for /files/v1.2%2Fnotes, pathExtension decodes first and sees "notes" without an extension;
#           deletingPathExtension() works on the escaped text and removes ".2%2Fnotes".
# Matters:  GitLab's paths hold whole file paths as one escaped segment; a helper that derives names or folders from
#           such a URL cuts away a part of the path.
# Source:   https://github.com/swiftlang/swift-foundation (Sources/FoundationEssentials/URL)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

for text in ["https://h/files/v1.2/notes", "https://h/files/v1.2%2Fnotes", "https://h/files/v1.2%2Fnotes.md"] {
    let url = URL(string: text)!
    print(text, "| extension:", url.pathExtension, "| last:", url.lastPathComponent, "| deleting:", url.deletingPathExtension().absoluteString)
}
SWIFT
swift_program probe

expect "$work/probe" <<'OUTPUT'
https://h/files/v1.2/notes | extension:  | last: notes | deleting: https://h/files/v1.2/notes
https://h/files/v1.2%2Fnotes | extension:  | last: v1.2/notes | deleting: https://h/files/v1
https://h/files/v1.2%2Fnotes.md | extension: md | last: v1.2/notes.md | deleting: https://h/files/v1.2%2Fnotes
OUTPUT
