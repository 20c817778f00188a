#!/usr/bin/env python3
"""Holds what the JSON conformance corpus says against an independent parser, orjson.

    scripts/compare-json-acceptance.py [--list]

A test holds the client's own reader against the same corpus (Tests/GitLabRuntimeTests/JSON/Corpus), so the two parsers
are compared over all of it. Fails where orjson rejects what the corpus accepts, or accepts what it rejects; --list
prints every verdict. Exits with 3 where there is no orjson (pip install orjson, or Debian's python3-orjson).

How a line of a corpus file is read: NAME: BYTES, where %41 is a byte and %(100:[) is a hundred times what follows the
colon. A name begins with y_ (accepted), n_ (rejected) or i_ (RFC 8259 leaves it open; our own choice follows in brackets).
"""

import pathlib
import re
import sys
from urllib.parse import unquote_to_bytes

CORPUS = pathlib.Path(__file__).resolve().parent.parent / "Tests/GitLabRuntimeTests/JSON/Corpus"
LINE = re.compile(r"(?P<name>[yni]_\w+)(?: \((?P<choice>accepted|rejected)\))?:(?: (?P<text>.*))?")

# Where RFC 8259 leaves the choice to the parser, and orjson chooses otherwise than this package.
OTHER_CHOICES = {
    name: "how deep values may be in each other: 512 here, as for JSONDecoder; more for orjson"
    for name in (
        "i_depth_513_arrays",
        "i_depth_two_thousand_arrays",
        "i_depth_two_thousand_objects",
        "i_depth_hundred_thousand_arrays",
        "i_depth_deep_in_skipped_member",
    )
} | {
    name: "a number that is not zero and too small for a double: rejected here, as for JSONDecoder; zero for orjson"
    for name in (
        "i_numbers_below_smallest",
        "i_numbers_below_smallest_minus",
        "i_numbers_tiny_exponent",
        "i_numbers_long_tiny_exponent",
        "i_numbers_enormous_minus_exponent",
    )
}


def cases():
    for path in sorted(CORPUS.glob("*.cases")):
        for number, line in enumerate(path.read_text(encoding="ascii").splitlines(), start=1):
            if not line or line.startswith("#"):
                continue
            match = LINE.fullmatch(line)
            if match is None:
                sys.exit(f"error: {path}:{number}: no case: {line}")
            name, choice = match["name"], match["choice"]
            if (choice is not None) != name.startswith("i_"):
                sys.exit(f"error: {path}:{number}: only an i_ case has a choice, and it always has")
            yield name, content(match["text"] or ""), name.startswith("y_") or choice == "accepted"


def content(text):
    repeated = re.sub(r"%\((\d+):([^)]*)\)", lambda match: match[2] * int(match[1]), text)
    return unquote_to_bytes(repeated)


def main():
    if sys.argv[1:] not in ([], ["--list"]):
        sys.exit(__doc__)
    try:
        import orjson
    except ImportError:
        print("no orjson: pip install orjson, or apt-get install python3-orjson", file=sys.stderr)
        sys.exit(3)

    found, differences, other = 0, [], []
    for name, document, expected in cases():
        found += 1
        try:
            orjson.loads(document)
            accepted = True
        except orjson.JSONDecodeError:
            accepted = False
        if "--list" in sys.argv:
            print(f"{name}: {'accepted' if accepted else 'rejected'}")
        if name in OTHER_CHOICES:
            if accepted == expected:
                differences.append(f"{name}: is listed as an other choice, and is none")
            other.append(name)
        elif accepted != expected:
            differences.append(
                f"{name}: orjson {'accepts' if accepted else 'rejects'} it, the corpus does not: {document[:60]!r}")
    for difference in differences:
        print(difference)
    print(f"{found} cases, orjson {orjson.__version__}: {len(differences)} differences, {len(other)} listed other choices")
    sys.exit(1 if differences or found < 300 else 0)


main()
