#!/usr/bin/env python3
"""Fails unless the table in Tests/README.md has exactly the variables GITLAB_SWIFT_* that this repository reads or sets."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = "Tests/README.md"
NAME = re.compile(r"GITLAB_SWIFT_[A-Z]+(?:_[A-Z]+)*")


def main():
    files = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
        capture_output=True, text=True).stdout
    used = {}
    for file in filter(None, files.split("\0")):
        path = ROOT / file
        # The client's code reads none, and prose only repeats names.
        if file.startswith("Generated/") or path.suffix in (".md", ".json") or not path.is_file():
            continue
        for name in NAME.findall(path.read_bytes().decode("utf-8", "replace")):
            used.setdefault(name, file)
    listed = set(re.findall(r"^\| `(GITLAB_SWIFT_[A-Z_]+)` \|", (ROOT / TABLE).read_text(), re.M))
    problems = [f"{used[name]}: {name} is not in the table of {TABLE}" for name in sorted(set(used) - listed)]
    problems += [f"{TABLE}: nothing reads or sets {name}" for name in sorted(listed - set(used))]
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    print(f"{len(used)} variables, all of them in {TABLE}" if not problems else f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
