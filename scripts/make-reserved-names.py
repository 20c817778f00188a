#!/usr/bin/env python3
"""Writes the names that no type of the spec may have: those of types that every program imports.

    scripts/make-reserved-names.py [--check]

The names are those of the modules below, as the compiler lists them; SwiftUI's, which only Apple's toolchain has, are
in scripts/swiftui-types.txt. With --check it writes nothing, and fails if the runtime has a type that is not listed.
Needs what `swift build` leaves in .build/debug/Modules.
"""

import json
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "Sources/SpecModel/Checks/ReservedTypeNames.swift"
RUNTIME = "GitLabRuntime"
MODULES = {
    RUNTIME: [RUNTIME],
    "HTTPTypes": ["HTTPTypes"],
    "Swift": ["Swift"],
    "Foundation": ["FoundationEssentials", "Foundation", "FoundationNetworking"],
    "Observation": ["Observation"],
}
KINDS = {f"swift.{kind}" for kind in ["struct", "class", "enum", "protocol", "typealias", "actor"]}

HEAD = """\
// Names of types that every program imports, by module. Written by scripts/make-reserved-names.py: do not edit.

/// Types that a type of the spec would hide, or be mistaken for.
public enum ReservedTypeNames {
    /// The modules, each with the names of its types.
    static let modules = [
"""


TAIL = """\
    ]

    /// Members that GitLabClient has already.
    static let clientMembers = \"""
{members}
        \"""
}}
"""


def module_maps():
    """The options with which the compiler finds the modules in C that the runtime imports with a trait."""
    build = (ROOT / ".build/debug").resolve()
    maps = sorted(ROOT.glob(".build/checkouts/*/Sources/*/include/module.modulemap")) + sorted(build.glob("*.build/module.modulemap"))
    return [option for path in maps for option in ("-Xcc", f"-fmodule-map-file={path}")]


def symbol_graphs(modules):
    """The documents in which the compiler lists the public symbols of modules."""
    target = json.loads(subprocess.run(["swift", "-print-target-info"], check=True, capture_output=True).stdout)
    with tempfile.TemporaryDirectory() as folder:
        for module in modules:
            subprocess.run(
                ["swift-symbolgraph-extract", "-module-name", module, "-target", target["target"]["triple"],
                 "-I", str(ROOT / ".build/debug/Modules"), "-output-dir", folder, "-skip-synthesized-members",
                 "-minimum-access-level", "public", *module_maps()], check=True, capture_output=True)
        return [json.loads(path.read_text()) for path in sorted(Path(folder).glob("*.json"))]


def types(modules):
    """The names of the public types at the top of modules, and of the runtime's associated types."""
    names = set()
    for graph in symbol_graphs(modules):
        for symbol in graph["symbols"]:
            kind, path = symbol["kind"]["identifier"], symbol["pathComponents"]
            if kind in KINDS and len(path) == 1 or kind == "swift.associatedtype" and modules == [RUNTIME]:
                names.add(path[-1])
    return sorted(name for name in names if name[0].isupper())


def client_members():
    """The names of the properties and methods of GitLabClient."""
    return sorted({
        symbol["pathComponents"][1].split("(")[0] for graph in symbol_graphs([RUNTIME]) for symbol in graph["symbols"]
        if symbol["pathComponents"][0] == "GitLabClient" and len(symbol["pathComponents"]) == 2
        and symbol["kind"]["identifier"] in {"swift.method", "swift.property"}})


def swiftui():
    lines = (ROOT / "scripts/swiftui-types.txt").read_text().splitlines()
    return sorted({line for line in lines if line and not line.startswith("#")})


def entry(module, names):
    """The lines of one module."""
    text = textwrap.fill(" ".join(names), 104, initial_indent=" " * 12, subsequent_indent=" " * 12)
    return f'        (\n            module: "{module}",\n            """\n{text}\n            """\n        ),\n'


def check():
    listed = set(OUTPUT.read_text().split())
    missing = [name for name in types([RUNTIME]) if name not in listed]
    if missing:
        sys.exit(f"not in {OUTPUT.name}: {', '.join(missing)}\nrun scripts/make-reserved-names.py")


def main():
    if sys.argv[1:] == ["--check"]:
        return check()
    modules = {name: types(parts) for name, parts in MODULES.items()} | {"SwiftUI": swiftui()}
    members = textwrap.fill(" ".join(client_members()), 112, initial_indent=" " * 8, subsequent_indent=" " * 8)
    text = HEAD + "".join(entry(*module) for module in modules.items()) + TAIL.format(members=members)
    OUTPUT.write_text(text)
    for module, names in modules.items():
        print(f"{module}: {len(names)} types")


main()
