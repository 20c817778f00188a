#!/usr/bin/env python3
"""Checks that the client reads recorded responses whole, each with the type of its operation.

    scripts/check-examples.sh [--spec FOLDER] [--list] RECORDED

RECORDED is a folder of JSON files, each a list of { "method", "path", "source", "answer" }. The types are those of the spec in
FOLDER, by default spec/. Prints a table: for each operation how many responses are read whole, how many a strict client
rejects, and the keys that are unknown or lost; then the sums. A response is whole if a client with `unreadableContent: .fail`
reads it, knows each key and loses no value. --list prints only the sums. Needs PyYAML.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
import specfile  # noqa: E402
SCALARS = {"boolean": "Bool", "integer": "Int", "number": "Double", "string": "String", "datetime": "Date", "json": "JSONValue"}
PACKAGE = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "recorded",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        .target(name: "GitLabRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")]),
        .target(name: "GitLab", dependencies: ["GitLabRuntime"]),
        .executableTarget(
            name: "recorded", dependencies: ["GitLab", .product(name: "HTTPTypes", package: "swift-http-types")]),
    ],
    swiftLanguageModes: [.v6]
)
"""


def anonymous(path):
    return re.sub(r":\w+|\{\w+\}|\*\w+", ":", path.removeprefix("/api/v4"))


def swift_type(text):
    """The Swift type of a response; None where it is no JSON."""
    if isinstance(text, list):
        inner = swift_type(text[0])
        return inner and f"[{inner}]"
    if isinstance(text, dict):
        inner = swift_type(next(iter(text.values())))
        return inner and f"[String: {inner}]"
    if text in ("nothing", "download"):
        return None
    return SCALARS.get(text, text if text[:1].isupper() else None)


def responses(spec):
    """The Swift type of each operation's response by its route."""
    found, parents = {}, {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    documents = [yaml.load(path.read_text(), Loader=loader) or {} for path in sorted(spec.rglob("*.yaml"))]
    for document in documents:
        parents |= document.get("parents") or {}
    for document in documents:
        for operation in (document.get("operations") or {}).values():
            for _, method, path in specfile.routes(operation, document["resource"], parents):
                found[f"{method} {anonymous(path)}"] = swift_type(operation["returns"])
    return found


def build(work, spec, table, codegen):
    """Compiles the reader with the types of the spec, and returns its path."""
    sources = work / "Sources"
    sources.mkdir(exist_ok=True)
    routes = work / "operations.txt"
    routes.write_text("\n".join(sorted(table)) + "\n")
    done = subprocess.run(
        [codegen, "subset", "--spec", spec, "--operations", routes, "--output", sources / "GitLab"], cwd=work,
        capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr[:4000])
    if not (sources / "GitLabRuntime").exists():
        (sources / "GitLabRuntime").symlink_to(ROOT / "Sources/GitLabRuntime")
    reader = sources / "recorded"
    reader.mkdir(exist_ok=True)
    shutil.copy(HERE / "main.swift", reader)
    shutil.copy(ROOT / "Tests/GitLabTests/Responses/KeyCensus.swift", reader)
    rows = "\n".join(f'    Operation("{route}", {kind}.self),' for route, kind in sorted(table.items()))
    (reader / "Operations.swift").write_text(f"import Foundation\nimport GitLab\n\nlet operations: [Operation] = [\n{rows}\n]\n")
    (work / "Package.swift").write_text(PACKAGE)
    swift = os.environ.get("SWIFT", "swift")
    done = subprocess.run([swift, "build", "--product", "recorded"], cwd=work, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit("\n".join(line for line in done.stdout.splitlines() if "error" in line)[:4000])
    return work / ".build/debug/recorded"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recorded", type=pathlib.Path)
    parser.add_argument("--spec", type=pathlib.Path, default=ROOT / "spec")
    parser.add_argument("--list", action="store_true", help="print only the sums")
    parser.add_argument("--work", type=pathlib.Path, help="keep what is built in this folder")
    parser.add_argument(
        "--codegen", type=pathlib.Path, default=ROOT / ".build/debug/gitlab-codegen", help="the built command")
    options = parser.parse_args()
    known = responses(options.spec.resolve())
    recorded, left = [], collections.Counter()
    for path in sorted(options.recorded.glob("*.json")):
        for one in json.loads(path.read_text()):
            route = f"{one['method']} {anonymous(one['path'])}"
            if route not in known:
                left["the spec has no such operation"] += 1
            elif known[route] is None:
                left["the operation returns nothing or a file in the spec"] += 1
            else:
                recorded.append({**one, "path": anonymous(one["path"])})
    work = options.work or pathlib.Path(tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)
    try:
        (work / "recorded.json").write_text(json.dumps(recorded))
        table = {f"{one['method']} {one['path']}" for one in recorded}
        reader = build(work, options.spec.resolve(), {route: known[route] for route in table}, options.codegen.resolve())
        output = subprocess.run([reader, work / "recorded.json"], check=True, capture_output=True, text=True).stdout
    finally:
        if not options.work:
            shutil.rmtree(work)
    report([json.loads(line) for line in output.splitlines()], left, options)


def report(findings, left, options):
    by_route = collections.defaultdict(list)
    for finding in findings:
        by_route[finding["route"]].append(finding)
    if not options.list:
        print("| operation | responses | whole | rejected strictly | rejected | unknown keys | lost |")
        print("|---|---|---|---|---|---|---|")
        for route, all_of in sorted(by_route.items()):
            cells = [len(all_of), sum(map(is_whole, all_of)), sum("strict" in one for one in all_of),
                     sum("usual" in one for one in all_of)]
            keys = [", ".join(sorted({key for one in all_of for key in one[name]})) for name in ("unknown", "lost")]
            print(f"| {route} | {' | '.join(map(str, cells))} | {' | '.join(keys)} |")
            for one in all_of:
                if "strict" in one:
                    print(f"|   {one['source']}: {one['strict'][:160]} ||||||")
        print()
    print(f"{len(findings) + sum(left.values())} responses of {len(by_route)} operations with a type:")
    print(f"{sum(map(is_whole, findings))} are read whole")
    print(f"{sum('strict' not in one for one in findings)} are read by a strict client")
    print(f"{sum('usual' not in one for one in findings)} are read by a client with its usual settings")
    print(f"{sum(bool(one['unknown']) for one in findings)} have unknown keys, "
          f"{len({(one['route'], key) for one in findings for key in one['unknown']})} in all")
    print(f"{sum(bool(one['lost']) for one in findings)} lose values")
    for reason, count in left.items():
        print(f"{count} are not read: {reason}")


def is_whole(finding):
    return "strict" not in finding and not finding["unknown"] and not finding["lost"]


main()
