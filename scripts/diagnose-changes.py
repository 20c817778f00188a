#!/usr/bin/env python3
"""Holds the verdicts of `gitlab-codegen compare` against `swift package diagnose-api-breaking-changes`.

    scripts/diagnose-changes.py [--codegen PATH] [NAME…]

Each prepared change in Tests/SpecComparisonTests/Changes is made to the spec beside them; the client is generated into a
scratch package below .build, and SwiftPM's own diagnosis is asked what broke since the package before. It sees Swift and
nothing of the wire, so it is compared with what compare says of the Swift surface. Where both disagree, the change says
why in a line that begins with `# diagnose:`; a disagreement without one, and a reason without a disagreement, fail. Takes
about a quarter of a minute for each change, and is no part of CI.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHANGES = ROOT / "Tests/SpecComparisonTests"
SCRATCH = ROOT / ".build/diagnose-changes"
MANIFEST = """// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "scratch",
    platforms: [.macOS(.v13)],
    products: [.library(name: "GitLab", targets: ["GitLab"])],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        .target(name: "GitLabRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")]),
        .target(name: "GitLab", dependencies: ["GitLabRuntime"], path: "Generated/GitLab"),
    ],
    swiftLanguageModes: [.v6]
)
"""


def run(*command, check=True):
    result = subprocess.run([str(word) for word in command], cwd=SCRATCH, text=True, capture_output=True)
    if check and result.returncode:
        sys.exit(f"error: {' '.join(map(str, command))}\n{result.stdout}{result.stderr}")
    return result.stdout + result.stderr


def changed(base, change, name):
    """The spec after a change, which is written like a diff: hunks behind @@, each found by its lines alone."""
    for hunk in change.split("@@\n")[1:]:
        lines = hunk.splitlines()
        before = "".join(line[1:] + "\n" for line in lines if not line.startswith("+"))
        after = "".join(line[1:] + "\n" for line in lines if not line.startswith("-"))
        if base.count(before) != 1:
            sys.exit(f"error: {name}: a hunk fits {base.count(before)} places\n{hunk}")
        base = base.replace(before, after)
    return base


def generate(codegen, folder, spec):
    (SCRATCH / folder).mkdir(parents=True, exist_ok=True)
    (SCRATCH / folder / "harbour.yaml").write_text(spec)
    run(codegen, "generate", "--spec", folder, "--output", "Generated")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--codegen", type=pathlib.Path, help="the built gitlab-codegen")
    parser.add_argument("names", nargs="*", help="only these changes")
    arguments = parser.parse_args()
    codegen = arguments.codegen
    if not codegen:
        subprocess.run(["swift", "build", "--product", "gitlab-codegen"], cwd=ROOT, check=True)
        codegen = ROOT / ".build/debug/gitlab-codegen"
    codegen = codegen.resolve()

    shutil.rmtree(SCRATCH, ignore_errors=True)
    (SCRATCH / "Sources").mkdir(parents=True)
    # A copy, since an edit of the runtime while this runs would fail the build.
    shutil.copytree(ROOT / "Sources/GitLabRuntime", SCRATCH / "Sources/GitLabRuntime")
    (SCRATCH / "Package.swift").write_text(MANIFEST)
    (SCRATCH / ".gitignore").write_text(".build\n")
    base = (CHANGES / "base.yaml").read_text()
    generate(codegen, "before/spec", base)
    run("git", "init", "--quiet")
    run("git", "add", "--all")
    run("git", "-c", "user.name=scratch", "-c", "user.email=scratch@localhost", "commit", "--quiet", "-m", "base")
    run("git", "tag", "base")

    problems = []
    print(f"{'change':28} {'compare':8} {'Swift':8} {'diagnose':10} seconds")
    for file in sorted((CHANGES / "Changes").glob("*.change")):
        if arguments.names and file.stem not in arguments.names:
            continue
        change = file.read_text()
        generate(codegen, "after/spec", changed(base, change, file.stem))
        report = run(codegen, "compare", "before/spec", "after/spec")
        verdict = re.search(r"^Verdict: (\w+)$", report, re.M)
        section = re.search(r"^In Swift\n((?:  .*\n)*)", report, re.M)
        swift = re.findall(r"^  (major|minor|patch) ", section[1], re.M) if section else []
        swift = next((word for word in ["major", "minor", "patch"] if word in swift), "-")
        started = time.monotonic()
        output = run("swift", "package", "diagnose-api-breaking-changes", "base", check=False)
        seconds = time.monotonic() - started
        breaks = re.findall(r"API breakage: (.*)", output)
        if not breaks and "No breaking changes detected" not in output:
            sys.exit(f"error: {file.stem}: no diagnosis\n{output}")
        reason = re.search(r"^# diagnose: (.*)$", change, re.M)
        found = f"{len(breaks)} breaks" if breaks else "nothing"
        print(f"{file.stem:28} {verdict[1] if verdict else '-':8} {swift:8} {found:10} {seconds:6.1f}", flush=True)
        for line in breaks:
            print(f"    {line}", flush=True)
        agrees = (swift == "major") == bool(breaks)
        silent = verdict is not None and verdict[1] == "major" and not breaks
        if reason:
            print(f"    why: {reason[1]}", flush=True)
        if (not agrees or silent) != bool(reason):
            problems.append(f"{file.stem}: " + ("both agree, and it says why not" if reason else "disagrees without a reason"))
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


main()
