#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux.
# Guess:    URL(string:) escapes what is not allowed and leaves escapes that are there: "a%2Fb?q=x|y%26z" keeps %2F
#           and %26.
# Happens:  a component with one character that needs escaping has ALL its percent signs escaped again (%26 becomes
#           %2526); the other components stay. Brackets in a query count as such characters.
# Matters:  a Link header or a web_url with a raw bracket or bar beside an escape becomes the URL of something else,
#           with no nil and no error. encodingInvalidCharacters: false returns nil instead.
# Source:   https://github.com/swiftlang/swift-foundation (Sources/FoundationEssentials/URL)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

for text in [
    "https://h/projects/a%2Fb?search=x%26z",
    "https://h/projects/a%2Fb?search=x%26z|y",
    "https://h/projects/a%2Fb|c?search=x%26z",
    "https://h/projects/a%2Fb?labels[]=x%26z",
] {
    print(text)
    print("  lenient", URL(string: text)?.absoluteString ?? "nil")
    print("  strict ", URL(string: text, encodingInvalidCharacters: false)?.absoluteString ?? "nil")
}
SWIFT
swift_program probe

expect "$work/probe" <<'OUTPUT'
https://h/projects/a%2Fb?search=x%26z
  lenient https://h/projects/a%2Fb?search=x%26z
  strict  https://h/projects/a%2Fb?search=x%26z
https://h/projects/a%2Fb?search=x%26z|y
  lenient https://h/projects/a%2Fb?search=x%2526z%7Cy
  strict  nil
https://h/projects/a%2Fb|c?search=x%26z
  lenient https://h/projects/a%252Fb%7Cc?search=x%26z
  strict  nil
https://h/projects/a%2Fb?labels[]=x%26z
  lenient https://h/projects/a%2Fb?labels%5B%5D=x%2526z
  strict  nil
OUTPUT
