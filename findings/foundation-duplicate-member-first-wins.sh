#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux, beside Python 3 and Ruby 3.1 (Debian ruby 1:3.1).
# Guess:    when a JSON object has a member twice, the last one wins, as in most parsers.
# Happens:  JSONDecoder takes the first; JSONSerialization of the same Foundation takes the last, as Python and Ruby
#           do.
# Matters:  GitLab's parser (Ruby) and a Swift client read the same bytes differently. Examples in GitLab's own
#           documentation repeat members.
# Source:   https://github.com/swiftlang/swift-foundation (Sources/FoundationEssentials/JSON); RFC 8259, section 4
source "$(dirname "$0")/support/common.sh"
debian_packages ruby=1:3.1

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

struct Project: Decodable { var status: String }

let data = Data(#"{"status":"first","status":"last"}"#.utf8)
print("JSONDecoder:", try JSONDecoder().decode(Project.self, from: data).status)
print("JSONDecoder, dictionary:", try JSONDecoder().decode([String: String].self, from: data)["status"]!)
let object = try JSONSerialization.jsonObject(with: data) as! [String: String]
print("JSONSerialization:", object["status"]!)
SWIFT
swift_program probe
cat >"$work/all.sh" <<'SHELL'
"$1"
echo '{"status":"first","status":"last"}' | python3 -c 'import json, sys; print("Python:", json.load(sys.stdin)["status"])'
echo '{"status":"first","status":"last"}' | ruby -rjson -e 'puts "Ruby: " + JSON.parse($stdin.read)["status"]'
SHELL

expect bash "$work/all.sh" "$work/probe" <<'OUTPUT'
JSONDecoder: first
JSONDecoder, dictionary: first
JSONSerialization: last
Python: last
Ruby: last
OUTPUT
