#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux.
# Guess:    a time with milliseconds, parsed and formatted by the same ISO8601FormatStyle, comes back as it was.
# Happens:  for 496 of the 1,000 milliseconds of a second it comes back one lower: parsing rounds to the nearest
#           Double and formatting cuts off. ISO8601DateFormatter, which rounds, returns all of them.
# Matters:  updated_after=<time of the last item seen> asks for an instant before that item, so it is returned again
#           by every poll.
# Source:   https://github.com/swiftlang/swift-foundation (Date.ISO8601FormatStyle)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
let formatter = ISO8601DateFormatter()
formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
var changed: [String] = []
var changedByFormatter = 0
for millisecond in 0..<1000 {
    let digits = String(millisecond + 1000).dropFirst()
    let text = "2024-01-01T00:00:00.\(digits)Z"
    let returned = try Date(text, strategy: style).formatted(style)
    if returned != text { changed.append("\(text) -> \(returned)") }
    if formatter.string(from: formatter.date(from: text)!) != text { changedByFormatter += 1 }
}
print("format style:", changed.count, "changed, first:", changed[0])
print("formatter:", changedByFormatter, "changed")
SWIFT
swift_program probe

expect "$work/probe" <<'OUTPUT'
format style: 496 changed, first: 2024-01-01T00:00:00.002Z -> 2024-01-01T00:00:00.001Z
formatter: 0 changed
OUTPUT
