#!/usr/bin/env python3
"""Prints which stage of the generator depends on which, and fails unless each depends on earlier ones only.

The graph comes from the manifest (`swift package dump-package`), and is compared with what the files import: SwiftPM
lets a file import whatever was built before it, declared or not."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# A stage may depend on those before it.
STAGES = [
    "FileSystem", "OutputTree", "CLibYAML", "SpecSyntax", "SpecWriter", "SpecModel", "SwiftEmitter", "OpenAPI", "Drift",
    "OpenAPIImport", "OpenAPIEmitter", "TableImport", "Generator", "SpecComparison", "GitRevision", "gitlab-codegen",
]

# Targets that may depend on these alone.
ONLY = {"FileSystem": set(), "OutputTree": {"FileSystem"}, "SpecSyntax": {"CLibYAML"}}

# The targets of the package that are not the generator's, besides the generated ones.
CLIENT = {
    "GitLabRuntime", "GitLabTesting", "GitLabTestingTraits", "GitLabAsyncHTTPClient", "GitLabObservability", "GitLabWebhooks",
}


def manifest():
    text = subprocess.run(
        ["swift", "package", "dump-package"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return json.loads(text)


def is_stage(target):
    outside = target["type"] in ("test", "plugin") or (target.get("path") or "").startswith(("Tests/", "Generated/"))
    return not outside and target["name"] not in CLIENT


def dependencies(target):
    """The targets of this package that a target depends on."""
    names = [(entry.get("byName") or entry.get("target") or [None])[0] for entry in target["dependencies"]]
    return {name for name in names if name}


def imports(name):
    """The modules that the files of a target import, with one file that does."""
    found = {}
    for path in sorted((ROOT / "Sources" / name).rglob("*.swift")):
        for module in re.findall(r"^(?:@\S+ )?(?:public |package )?import (?:\w+ )?(\w+)", path.read_text(), re.M):
            found.setdefault(module, path.relative_to(ROOT))
    return found


def problems(graph, imported):
    """Yields the problems of a graph: targets by name with what they depend on, and what their files import."""
    for name, needs in graph.items():
        if name not in STAGES:
            yield f"{name} is no known stage: add it to STAGES of scripts/check-dependencies.py, in its place"
            continue
        for later in sorted(need for need in needs if need in STAGES[STAGES.index(name):]):
            yield f"{name} depends on {later}, which is a later stage"
        if name in ONLY and needs - ONLY[name]:
            yield f"{name} may depend on {', '.join(ONLY[name]) or 'nothing'} alone, not on {', '.join(sorted(needs - ONLY[name]))}"
        used = set(imported[name]) & set(graph)
        for undeclared in sorted(used - needs):
            yield f"{imported[name][undeclared]} imports {undeclared}, which {name} does not depend on in Package.swift"
        for unused in sorted(needs & set(graph) - used):
            yield f"{name} depends on {unused} in Package.swift, and no file of it imports it"


def self_test():
    """Each kind of problem has to be found."""
    good = {"FileSystem": set(), "OutputTree": {"FileSystem"}, "Generator": {"OutputTree"}}
    imported = {name: {need: f"{name}.swift" for need in needs} for name, needs in good.items()}
    assert not list(problems(good, imported))
    for name, needs, uses in [
        ("OutputTree", {"FileSystem", "SpecModel"}, {"FileSystem"}), ("FileSystem", {"Generator"}, {"Generator"}),
        ("OutputTree", {"FileSystem"}, {"FileSystem", "Generator"}), ("Generator", {"OutputTree", "FileSystem"}, {"OutputTree"}),
        ("Unheard", set(), set()),
    ]:
        found = list(problems({**good, name: needs}, {**imported, name: {use: "a.swift" for use in uses}}))
        assert found, f"not noticed: {name} depends on {needs} and imports {uses}"


def main():
    self_test()
    graph = {target["name"]: dependencies(target) for target in manifest()["targets"] if is_stage(target)}
    width = max(map(len, graph))
    for name in sorted(graph, key=lambda name: STAGES.index(name) if name in STAGES else -1):
        needs = sorted(graph[name] & set(STAGES), key=STAGES.index)
        print(f"{name:{width}}  {' '.join(needs) or '-'}")
    found = list(problems(graph, {name: imports(name) for name in graph}))
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
