#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux.
# Guess:    JSONDecoder's .iso8601 rejects 00:00:00.123Z (it is known for that; GitLab sends such times), and what
#           .iso8601 encodes it decodes to the same date.
# Happens:  the decoder accepts fractions and keeps them; the encoder drops them. ISO8601DateFormatter still rejects
#           them by default, and rejects the leap second 23:59:60Z that the decoder accepts.
# Matters:  a custom date strategy is not needed on this platform for reading and still is for writing; code that
#           tries the formatter first and the decoder second takes another branch than its author thinks.
# Source:   https://github.com/swiftlang/swift-foundation (Date.ISO8601FormatStyle, JSONDecoder)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

let decoder = JSONDecoder()
decoder.dateDecodingStrategy = .iso8601
let encoder = JSONEncoder()
encoder.dateEncodingStrategy = .iso8601
for text in ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.5Z", "2016-12-31T23:59:60Z"] {
    let decoded = (try? decoder.decode([Date].self, from: Data("[\"\(text)\"]".utf8)))?.first
    let encoded = try decoded.map { String(decoding: try encoder.encode([$0]), as: UTF8.self) }
    let formatted = ISO8601DateFormatter().date(from: text)
    print(text, "decoder:", decoded?.timeIntervalSince1970 ?? "nil", "encoded again:", encoded ?? "nil", "formatter:", formatted?.timeIntervalSince1970 ?? "nil")
}
SWIFT
swift_program probe

expect "$work/probe" <<'OUTPUT'
2024-01-01T00:00:00Z decoder: 1704067200.0 encoded again: ["2024-01-01T00:00:00Z"] formatter: 1704067200.0
2024-01-01T00:00:00.5Z decoder: 1704067200.5 encoded again: ["2024-01-01T00:00:00Z"] formatter: nil
2016-12-31T23:59:60Z decoder: 1483228800.0 encoded again: ["2017-01-01T00:00:00Z"] formatter: nil
OUTPUT
