#!/usr/bin/env python3
"""Checks that acronyms are in capitals behind the first word of every name of the generated client.

    scripts/acronym_check.py
"""

import re
import sys
from pathlib import Path

from swift_names import capitals

ROOT = Path(__file__).resolve().parent.parent
NAME = re.compile(r"\b(?:var|let|func|struct|typealias) `?(\w+)")
# A word with a capital that is not part of an acronym, as Ds of IDs is.
WORD = re.compile(r"(?<![A-Z])[A-Z][a-z]+[0-9]*(?![a-z])")


def wrong_words(name):
    """The words of a name that are acronyms and do not look like one: Sha of beforeSha."""
    return [word for word in WORD.findall(name) if capitals(word.lower()) not in (None, word)]


def acronyms(client=None, spec=None):
    """Yields a line for each name that breaks the table of acronyms."""
    checked = 0
    for path in sorted((ROOT / "Generated/GitLab").rglob("*.swift")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if line.lstrip().startswith("//"):
                continue
            for name in NAME.findall(line):
                checked += 1
                for word in wrong_words(name):
                    better = name.replace(word, capitals(word.lower()))
                    yield f"{path.relative_to(ROOT)}:{number}: '{name}': write '{better}'"
    print(f"acronyms: {checked} names")


def main():
    assert wrong_words("enableSslVerification") == ["Ssl"] and wrong_words("fingerprintSha256") == ["Sha256"]
    assert wrong_words("userIDs") == wrong_words("forMRs") == wrong_words("avatarURL") == wrong_words("identity") == []
    problems = list(acronyms())
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
