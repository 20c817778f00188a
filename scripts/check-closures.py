#!/usr/bin/env python3
"""Fails where a public asynchronous method takes a closure and does not run where its caller does.

Such a closure may belong to the main actor or another actor. The method has to be `nonisolated(nonsending)`, or the closure
`@Sendable`; Examples/Isolation shows for one method of each kind what happens otherwise.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["Sources/GitLabRuntime", "Sources/GitLabAsyncHTTPClient", "Sources/GitLabObservability", "Sources/GitLabTesting", "Sources/GitLabTestingTraits", "Sources/GitLabWebhooks", "Generated"]
FUNCTION = re.compile(r"^ *public ([\w() ]*)(?:func [^\s(]+|init)[^\n(]*\(", re.M)


def parameters(text, start):
    """The parameters that begin behind an opening parenthesis, and where they end."""
    depth = 1
    for index in range(start, len(text)):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return text[start:index], index
    raise SystemExit("error: a parenthesis is not closed")


def main():
    checked, wrong = 0, []
    for path in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.swift")):
        text = path.read_text()
        for match in FUNCTION.finditer(text):
            found, end = parameters(text, match.end())
            effects = re.match(r"\)\s*(async\b)?", text[end:])
            closures = [closure for closure in re.split(r",\s*(?=\w+(?: \w+)?:)", found) if "->" in closure]
            if not effects.group(1) or not closures:
                continue
            checked += 1
            if "nonisolated(nonsending)" not in match.group(1) and not all("@Sendable" in closure for closure in closures):
                line = text.count("\n", 0, match.start()) + 1
                wrong.append(f"{path.relative_to(ROOT)}:{line}: error: this takes a closure: make it nonisolated(nonsending)")
    if wrong or checked < 40:
        sys.exit("\n".join(wrong) or f"error: only {checked} methods with closures were found")
    print(f"All {checked} asynchronous methods with closures run where their caller does.")


main()
