#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux.
# Guess:    url.appending(queryItems:) leaves the query that is there alone and adds to its end.
# Happens:  the whole query is decoded and encoded again: %2B becomes + (a space for a form decoder), %3B becomes ;
#           and %2F becomes /. Appending no items changes it too, and adds a lone ? to a URL without a query.
# Matters:  per_page=100 added to a next-page URL changes the time in it: 2024-01-01T00:00:00%2B05:30 arrives as a
#           space.
# Source:   https://github.com/swiftlang/swift-foundation (Sources/FoundationEssentials/URL)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

let next = URL(string: "https://h/projects?updated_after=2024-01-01T00:00:00%2B05:30&search=a%3Bb%26c%2Fd")!
print(next.appending(queryItems: [URLQueryItem(name: "per_page", value: "100")]).absoluteString)
print(next.appending(queryItems: []).absoluteString)
print(URL(string: "https://h/projects")!.appending(queryItems: []).absoluteString)
SWIFT
swift_program probe

expect "$work/probe" <<'OUTPUT'
https://h/projects?updated_after=2024-01-01T00:00:00+05:30&search=a;b%26c/d&per_page=100
https://h/projects?updated_after=2024-01-01T00:00:00+05:30&search=a;b%26c/d
https://h/projects?
OUTPUT
