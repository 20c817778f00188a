#!/usr/bin/env python3
"""Measures the functions and initialisers below Sources, and fails if they are not small: the median of their bodies may
have 8 lines, and none more than 80."""

import re
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MEDIAN, MAXIMUM = 8, 80

DECLARATION = re.compile(r"^(?:@\w+(?:\([^)]*\))? )*(?:[a-z]+(?:\([a-z]+\))? )*(func\b|init[?<(]|subscript\b)")


def bodies(text):
    """The first line and the length of the body of each function, in the layout of swift-format."""
    lines = text.split("\n")
    for start, line in enumerate(lines):
        code = line.lstrip(" ")
        if not DECLARATION.match(code):
            continue
        indent = " " * (len(line) - len(code))
        opening = start
        # The parameters may have lines of their own; the end of the declaration then begins with their bracket.
        while lines[opening].endswith(("(", ",")) or lines[opening].startswith(indent + "    "):
            opening += 1
        if not lines[opening].endswith("{"):
            following = lines[opening + 1] if opening + 1 < len(lines) else ""
            if following.startswith(indent + "where ") and following.endswith("{"):
                opening += 1
            elif re.search(r"\{.*\}$", lines[opening]) and not lines[opening].endswith("= { }"):
                yield start + 1, 0 if lines[opening].endswith("{}") else 1
                continue
            else:
                continue  # A requirement of a protocol.
        end = opening + 1
        while not lines[end].startswith(indent + "}"):
            end += 1
        yield start + 1, end - opening - 1


def self_test():
    sample = """struct A {
    func one() { a() }
    func two(
        _ a: Int,
        b: Int
    ) -> Int {
        let c = a

        return b
    }
    init() {}
    func three<T>(_ t: T)
    where T: Sendable {
        if a {
            b()
        }
    }
    var four: Int { 4 }
}
protocol B {
    func five()
}
"""
    assert list(bodies(sample)) == [(2, 1), (3, 3), (11, 0), (12, 3)], list(bodies(sample))


def main():
    self_test()
    found = []
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        found += [(length, f"{path.relative_to(ROOT)}:{line}") for line, length in bodies(path.read_text())]
    found.sort(reverse=True)
    median = statistics.median(length for length, _ in found)
    print(f"{len(found)} functions: the median has {median:g} lines, the longest {found[0][0]} ({found[0][1]})")
    problems = [f"{place}: a function has {length} lines, at most {MAXIMUM} may be" for length, place in found if length > MAXIMUM]
    if median > MEDIAN:
        problems.append(f"the median of the functions is {median:g} lines, at most {MEDIAN} may be")
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
