#!/usr/bin/env python3
"""Fails for a check that could not fail: one that names something that is not there.

* Paths that `swift format` gets: it passes over a path that does not exist, with exit code 0.
* Filters of `swift test`: where none matches, it runs no test, with exit code 0.
* Scripts that the Makefile, CI and other scripts run.
* Python packages that a script installs: each is pinned by its hash.
* Dependencies of the package: each has an upper bound, the next major version.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def commands():
    """The lines of the Makefile, CI and the scripts, without line breaks behind backslashes, by their file."""
    files = [ROOT / "Makefile", ROOT / ".ci/run", *sorted(ROOT.glob("scripts/*.sh"))]
    for file in files:
        text = file.read_text().replace("\\\n", " ")
        for line in text.splitlines():
            if not line.lstrip().startswith("#"):
                yield file.relative_to(ROOT), line


def variables():
    """The variables of the Makefile."""
    found = dict(re.findall(r"^([A-Z_]+) *[?:]?= *(.*)$", (ROOT / "Makefile").read_text(), re.M))
    found.setdefault("MAKE", "make")
    return found


def expanded(line, values):
    for _ in range(5):
        line = re.sub(r"\$[({]([A-Z_]+)[)}]", lambda match: values.get(match[1], match[0]), line)
    return line


def format_paths(problems):
    count = 0
    for file, line in commands():
        line = expanded(line, variables())
        for call in re.findall(r"swift format ([^|;&]*)", line):
            for word in call.split():
                if word.startswith("-") or word == "lint":
                    continue
                count += 1
                if not (ROOT / word).exists():
                    problems.append(f"{file}: swift format gets '{word}', which does not exist")
    if count == 0:
        problems.append("no call of swift format was found: this check is blind")


def tests():
    """The names by which tests are filtered: target, suite and function."""
    names = []
    for path in ROOT.glob("Tests/**/*.swift"):
        target = path.relative_to(ROOT / "Tests").parts[0]
        text = path.read_text()
        suites = re.findall(r"(?:struct|class|actor|enum|extension) (\w+)", text)
        # The tests of a file can be named by it.
        names.append(f"{target}/{path.name}")
        functions = re.findall(r"func (\w+)\(", text)
        names += [f"{target}.{suite}/" for suite in suites]
        names += [f"{target}.{suite}/{function}()" for suite in suites for function in functions]
    return names


def filters(problems):
    names = tests()
    count = 0
    documents = [(path.relative_to(ROOT), line) for path in [ROOT / "CONTRIBUTING.md", ROOT / "Tests/README.md"]
                 for line in path.read_text().splitlines()]
    for file, line in list(commands()) + documents:
        for quoted, plain in re.findall(r"--(?:filter|skip)[ =](?:'([^']*)'|([\w^.]+))", line):
            for part in (quoted or plain).split("|"):
                if part in ("NAME", "X"):
                    continue
                count += 1
                if not any(re.search(part, name) for name in names):
                    problems.append(f"{file}: no test matches the filter '{part}'")
    if count == 0:
        problems.append("no filter of tests was found: this check is blind")


def scripts(problems):
    for file, line in commands():
        for name in re.findall(r"(?<![\w/.-])scripts/[\w.-]+", line):
            path = ROOT / name
            if not path.is_file():
                problems.append(f"{file}: runs {name}, which does not exist")
            elif path.suffix in (".py", ".sh") and not path.stat().st_mode & 0o100 and "python" not in line:
                problems.append(f"{file}: runs {name}, which is not executable")


def requirements(problems):
    for file, line in commands():
        if "pip" in line and " install " in line and "--require-hashes" not in line:
            problems.append(f"{file}: installs Python packages without --require-hashes")
    for path in sorted(ROOT.glob("scripts/*requirements*.txt")):
        for entry in re.split(r"\n(?=\S)", re.sub(r"\\\n", " ", path.read_text())):
            entry = re.sub(r"#.*", "", entry).strip()
            if entry and not re.match(r"[\w.\[\]-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry):
                problems.append(f"{path.relative_to(ROOT)}: '{entry.split(' ')[0]}' has no version with a hash")


def dependencies(problems):
    dump = subprocess.run(
        ["swift", "package", "dump-package"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    import json

    for dependency in json.loads(dump)["dependencies"]:
        for source in dependency.get("sourceControl", []):
            name = source["identity"]
            for bounds in source["requirement"].get("range", []):
                lower, upper = bounds["lowerBound"].split("."), bounds["upperBound"].split(".")
                # Before 1.0, a minor version may break what depends on it.
                if int(upper[0]) > int(lower[0]) + 1 or lower[0] == "0" and upper[:2] == ["1", "0"]:
                    problems.append(f"Package.swift: {name} has no upper bound: {bounds}")
            if not source["requirement"].get("range") and not source["requirement"].get("exact"):
                problems.append(f"Package.swift: {name} is a branch or a revision")


def main():
    problems = []
    for check in [format_paths, filters, scripts, requirements, dependencies]:
        check(problems)
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    print(f"{len(problems)} problems" if problems else "every check names what is there")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
