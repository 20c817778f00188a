#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux.
# Guess:    key strategies leave the keys of dictionaries alone, for [String: Int] and for [Scope: Int] with an enum
#           that is CodingKeyRepresentable; what the encoder writes the decoder reads.
# Happens:  both directions leave [String: Int] alone, and encoding leaves [Scope: Int] alone; decoding it with
#           .convertFromSnakeCase turns "read_api" into "readApi" first, so the key is unknown and the decoding
#           throws.
# Matters:  GitLab's counts by state or scope are such hashes; giving their keys a type breaks decoders with that
#           strategy.
# Source:   https://github.com/swiftlang/swift-foundation (Sources/FoundationEssentials/JSON)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

enum Scope: String, Codable, CodingKeyRepresentable { case readAPI = "read_api" }

let encoder = JSONEncoder()
encoder.keyEncodingStrategy = .convertToSnakeCase
let decoder = JSONDecoder()
decoder.keyDecodingStrategy = .convertFromSnakeCase

func check<Key: Codable & Hashable>(_ value: [Key: Int]) throws {
    let data = try encoder.encode(value)
    let text = String(decoding: data, as: UTF8.self)
    do {
        print(Key.self, text, "decoded equal:", try decoder.decode([Key: Int].self, from: data) == value)
    } catch DecodingError.dataCorrupted(let context) {
        print(Key.self, text, "dataCorrupted at", context.codingPath.map(\.stringValue))
    }
}
try check(["read_api": 1])
try check(["camelCase": 1])
try check([Scope.readAPI: 1])
SWIFT
swift_program probe

expect "$work/probe" <<'OUTPUT'
String {"read_api":1} decoded equal: true
String {"camelCase":1} decoded equal: true
Scope {"read_api":1} dataCorrupted at ["readApi"]
OUTPUT
