#!/usr/bin/env bash
# Software: Foundation of Swift 6.3.1 on Linux.
# Guess:    URL and URLComponents of the same text have the same host, user and password.
# Happens:  for http://[::1]:3000 the URL's host is ::1 and the components' host is [::1]. The URL decodes the user
#           and leaves the password escaped; the components decode both.
# Matters:  comparing the origin of a next page (read with URLComponents) with the base URL (read with URL) calls a
#           server on an IPv6 address a stranger. A token with an escaped character, read from a clone URL with
#           url.password, is wrong.
# Source:   https://github.com/swiftlang/swift-foundation (Sources/FoundationEssentials/URL)
source "$(dirname "$0")/support/common.sh"

cat >"$work/probe.swift" <<'SWIFT'
import Foundation

for text in ["http://[::1]:3000/x", "https://a%40b:t%3Ak@git.example/x"] {
    let url = URL(string: text)!
    let components = URLComponents(string: text)!
    print(text)
    print("  URL       ", url.host ?? "nil", url.user ?? "nil", url.password ?? "nil")
    print("  components", components.host ?? "nil", components.user ?? "nil", components.password ?? "nil")
}
SWIFT
swift_program probe

expect "$work/probe" <<'OUTPUT'
http://[::1]:3000/x
  URL        ::1 nil nil
  components [::1] nil nil
https://a%40b:t%3Ak@git.example/x
  URL        git.example a@b t%3Ak
  components git.example a@b t:k
OUTPUT
