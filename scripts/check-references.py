#!/usr/bin/env python3
"""Fails for a document that names something that does not exist.

* Relative links, and the headings behind `#`.
* Suites of tests, their files and targets, such as `RetryTests`.
* Targets of make, such as `make docs`.
* The number of operations and resources. An operation with several routes is one.
* Inline code that goes on in the next line: few readers display it as it is meant.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMED = r"(\d+) operations\]?\S* in (\d+) resources"


def documents():
    """Every document that people write, with its lines outside of blocks of code."""
    names = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    for name in names:
        if name.startswith(("Generated/", "Tests/Cases/")) or not (ROOT / name).exists():
            continue
        lines, is_code = [], False
        for number, line in enumerate((ROOT / name).read_text().splitlines(), 1):
            if line.lstrip().startswith("```"):
                is_code = not is_code
            elif not is_code:
                lines.append((number, line))
        yield Path(name), lines


def anchors(path):
    """The names that GitHub gives the headings of a document."""
    found, is_code = set(), False
    for line in path.read_text().splitlines():
        is_code ^= line.lstrip().startswith("```")
        if not is_code and (match := re.match(r"#+ +(.*)", line)):
            found.add(re.sub(r"[^\w\- ]", "", match[1].lower()).replace(" ", "-"))
    return found


def broken_link(document, link):
    """The reason for which a relative link leads nowhere; None if it leads somewhere."""
    path, _, anchor = link.partition("#")
    target = ROOT / document.parent / path if path else ROOT / document
    if not target.exists():
        return f"'{link}' leads to no file"
    if anchor and target.suffix == ".md" and anchor not in anchors(target):
        return f"'{link}' leads to no heading"
    return None


def tests():
    """The names of suites, of their files and of test targets, by each of which tests are filtered."""
    names = set(re.findall(r'testTarget\(\s*name: "(\w+)"', (ROOT / "Package.swift").read_text()))
    for path in (ROOT / "Tests").rglob("*Tests.swift"):
        names.add(path.stem)
        names |= set(re.findall(r"\b(?:struct|class|actor|enum|extension) (\w+Tests)\b", path.read_text()))
    return names


def counts():
    """The number of operations and of resources in the spec."""
    texts = [path.read_text() for path in (ROOT / "spec").rglob("*.yaml")]
    operations = sum(len(re.findall(r"^    (?:GET|POST|PUT|PATCH|DELETE|HEAD): ", text, re.M)) for text in texts)
    return operations, sum(bool(re.search(r"^resource:", text, re.M)) for text in texts)


def problems():
    suites = tests()
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    known = counts()
    count = 0
    for document, lines in documents():
        for number, line in lines:
            place = f"{document}:{number}: error:"
            for link in re.findall(r"\]\(((?!https?:|mailto:|doc:)[^)\s]+)\)", line):
                count += 1
                if reason := broken_link(document, link):
                    yield f"{place} {reason}"
            spans = re.findall(r"`([^`]+)`", line)
            for name in [name for span in spans for name in re.findall(r"\b\w+Tests\b", span)]:
                if name not in suites:
                    yield f"{place} there is no suite, file or target '{name}'"
            for target in [words[1] for span in spans if len(words := span.split()) > 1 and words[0] == "make"]:
                if target not in targets:
                    yield f"{place} there is no 'make {target}'"
            for stated in re.findall(NAMED, line):
                if tuple(map(int, stated)) != known:
                    yield f"{place} the spec has {known[0]} operations in {known[1]} resources"
            if line.count("`") % 2:
                yield f"{place} inline code goes on in the next line"
    if count < 50:
        yield f"error: only {count} links were found: this check is blind"


def main():
    found = list(problems())
    if found:
        sys.exit("\n".join(found))
    print("Links, tests, commands and numbers in the documents are right.")


main()
