#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux.
# Guess:    1.5 where an Int is wanted throws an error that names the property, like "1" or null do.
# Happens:  it throws dataCorrupted "The given data was not valid JSON." with an EMPTY coding path, for a document
#           that is valid. So do numbers beyond Int64. 1.0 and 1e3 are accepted as integers.
# Matters:  the error that a user reports names neither the field nor the value, and blames the server's JSON.
#           GitLab's job durations are such numbers: most are fractions.
# Source:   https://github.com/swiftlang/swift-foundation (Sources/FoundationEssentials/JSON)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

struct Job: Decodable {
    struct Runner: Decodable { var weight: Int }
    var runner: Runner
}

for value in ["1.0", "1e3", "1.5", "9223372036854775808", "\"1\"", "null"] {
    do {
        let job = try JSONDecoder().decode(Job.self, from: Data(#"{"runner":{"weight":\#(value)}}"#.utf8))
        print(value, "decoded", job.runner.weight)
    } catch DecodingError.dataCorrupted(let context) {
        print(value, "dataCorrupted", context.codingPath.map(\.stringValue), context.debugDescription)
    } catch DecodingError.typeMismatch(_, let context) {
        print(value, "typeMismatch", context.codingPath.map(\.stringValue), context.debugDescription)
    } catch DecodingError.valueNotFound(_, let context) {
        print(value, "valueNotFound", context.codingPath.map(\.stringValue), context.debugDescription)
    }
}
SWIFT
swift_program probe

expect "$work/probe" <<'OUTPUT'
1.0 decoded 1
1e3 decoded 1000
1.5 dataCorrupted [] The given data was not valid JSON.
9223372036854775808 dataCorrupted [] The given data was not valid JSON.
"1" typeMismatch ["runner", "weight"] Expected to decode Int but found a string instead.
null valueNotFound ["runner", "weight"] Cannot get value of type Int -- found null value instead
OUTPUT
