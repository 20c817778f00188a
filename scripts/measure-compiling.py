#!/usr/bin/env python3
"""Measures what it costs to compile the client, and clients of some operations, beside modules that a program would import.

    scripts/measure-compiling.py GITLAB-CODEGEN [LIST...]

GITLAB-CODEGEN is the built command. Each LIST is a file of operations as `gitlab-codegen subset` takes it, by routes; by
default all of Benchmarks/subsets. Operations that the spec does not have are left out, and counted.

Compiles, one after the other, each from nothing, in debug and in release: GitLabCommon and GitLab, the modules that have
an operation of a list, each subset, and a module of ten structs with 130 optional fields each and nothing but `Codable`, which
says how fast the machine is just then. What they depend on is built already. Measured are the time of the clock and of the
processor, without what SwiftPM needs to find nothing to do, the memory of the largest process, and the machine code. Of two rounds the one
with less processor time counts. All in a folder of its own, removed afterwards. Needs PyYAML, binutils.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

from building import code_size, compiled, run
from specfile import route

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROUNDS = 2

# The modules of the table about compiling the client; the first one is shared.
CLIENT = ["GitLabCommon", "GitLab"]

HEAD = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(
    name: "Subsets",
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        .target(
            name: "GitLabRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            path: "GitLabRuntime", exclude: ["GitLabRuntime.docc"]),
"""


def key(method, path):
    """A route whose placeholders have no names."""
    return f"{method} {re.sub(r':[^/]+', ':', path)}"


def spec_modules():
    """The module of each route, and the shared module."""
    modules = yaml.safe_load((ROOT / "spec/modules.yaml").read_text())["modules"]
    found = {}
    for name, module in modules.items():
        for file in (ROOT / "spec" / module["folder"]).rglob("*.yaml"):
            for operation in ((yaml.safe_load(file.read_text()) or {}).get("operations") or {}).values():
                found[key(*route(operation))] = name
    return found, next(name for name, module in modules.items() if module.get("shared"))


def spec_counts():
    """The operations and fields of the client's modules."""
    modules = yaml.safe_load((ROOT / "spec/modules.yaml").read_text())["modules"]
    operations = fields = 0
    for path in [path for name in CLIENT for path in (ROOT / "spec" / modules[name]["folder"]).rglob("*.yaml")]:
        document = yaml.safe_load(path.read_text()) or {}
        operations += len(document.get("operations") or {})
        fields += sum(len(type_.get("fields") or {}) for type_ in (document.get("types") or {}).values())
    return operations, fields


def plain_structs():
    types = ["Int", "String", "Bool", "Double", "[String]"]
    for number in range(10):
        yield f"public struct Plain{number}: Codable, Sendable {{"
        yield from (f"    public var field{place}: {types[place % len(types)]}?" for place in range(130))
        yield "}"


class Program:
    """A program: its subset, and the modules that have its operations."""

    def __init__(self, path, modules, shared):
        lines = [line.strip() for line in path.read_text().splitlines()]
        routes = [line for line in lines if line and not line.startswith("#")]
        self.name = path.stem
        self.operations = [line for line in routes if key(*line.split()) in modules]
        self.missing = len(routes) - len(self.operations)
        self.target = "Subset" + "".join(filter(str.isalnum, path.stem.title()))
        self.modules = [shared] + sorted({modules[key(*line.split())] for line in self.operations})

    def write_subset(self, codegen, folder):
        operations = folder / f"{self.name}.txt"
        operations.write_text("\n".join(self.operations) + "\n")
        subprocess.run(
            [codegen, "subset", "--spec", ROOT / "spec", "--operations", operations, "--output", folder / self.target],
            stdout=subprocess.DEVNULL, check=True)


def target(name, dependencies, folder):
    documentation = [path.name for path in (folder / name).glob("*.docc")]
    names = ", ".join(f'"{dependency}"' for dependency in dependencies)
    excluded = ", ".join(f'"{path}"' for path in documentation)
    return f'        .target(name: "{name}", dependencies: [{names}], path: "{name}", exclude: [{excluded}]),\n'


def write_package(codegen, programs, modules, shared, folder):
    # Copies: SwiftPM rejects sources that change while it builds.
    shutil.copytree(ROOT / "Sources/GitLabRuntime", folder / "GitLabRuntime")
    for module in modules:
        shutil.copytree(ROOT / "Generated" / module, folder / module)
    manifest = HEAD
    for module in modules:
        manifest += target(module, ["GitLabRuntime"] if module == shared else [shared], folder)
    for program in programs:
        program.write_subset(codegen, folder)
        manifest += target(program.target, ["GitLabRuntime"], folder)
    (folder / "Plain").mkdir()
    (folder / "Plain/Plain.swift").write_text("\n".join(plain_structs()) + "\n")
    manifest += target("Plain", [], folder)
    (folder / "Package.swift").write_text(manifest + "    ],\n    swiftLanguageModes: [.v6]\n)\n")


def measure(folder, configuration, targets):
    """The figures of each target: seconds of the clock and of the processor, megabytes, bytes of code."""
    run(folder, "-c", configuration, "--target", "GitLabRuntime")
    rounds = [{name: compiled(folder, configuration, [name]) for name in targets} for _ in range(ROUNDS)]
    return {
        name: (*min((figures[name] for figures in rounds), key=lambda figure: figure[1]), code_size(folder, configuration, [name]))
        for name in targets
    }


def together(figures):
    """The figures of several targets that are compiled one after the other."""
    wall, processor, memory, code = zip(*figures)
    return sum(wall), sum(processor), max(memory), sum(code)


def client_table(figures):
    operations, fields = spec_counts()
    print(
        f"| Compiling {' and '.join(CLIENT)} ({operations} operations, {fields} fields) | wall s | CPU s | wall s per operation |"
        " CPU ms per operation | CPU ms per field | peak memory MB | code KB | code bytes per operation |"
        " ten plain structs, wall s | plain structs per operation |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for configuration, by_target in figures.items():
        wall, processor, memory, code = together([by_target[module] for module in CLIENT])
        plain = by_target["Plain"][0]
        print(
            f"| {configuration} | {wall:.1f} | {processor:.1f} | {wall / operations:.3f} | {processor * 1000 / operations:.0f} "
            f"| {processor * 1000 / fields:.0f} | {memory:.0f} | {code / 1000:.0f} | {code / operations:.0f} "
            f"| {plain:.1f} | {wall / plain * 10 / operations:.2f} |")


def subset_table(figures, programs):
    print(
        "| Client of | operations | not in the spec | what | configuration | wall s | CPU s | peak memory MB | code KB |"
        " CPU of the modules | code of the modules |")
    print("|---|---:|---:|---|---|---:|---:|---:|---:|---:|---:|")
    for configuration, by_target in figures.items():
        for program in programs:
            whole = together([by_target[module] for module in program.modules])
            for what, side in [("the subset", by_target[program.target]), (" + ".join(program.modules), whole)]:
                wall, processor, memory, code = side
                print(
                    f"| {program.name} | {len(program.operations)} | {program.missing} | {what} | {configuration} "
                    f"| {wall:.1f} | {processor:.1f} | {memory:.0f} | {code / 1000:.0f} "
                    f"| {processor / whole[1] * 100:.0f} % | {code / whole[3] * 100:.0f} % |")


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    codegen = pathlib.Path(sys.argv[1]).resolve()
    lists = [pathlib.Path(name) for name in sys.argv[2:]] or sorted((ROOT / "Benchmarks/subsets").glob("*.txt"))
    by_route, shared = spec_modules()
    programs = [Program(path, by_route, shared) for path in lists]
    # The shared module comes first, because the others need it.
    others = {module for program in programs for module in program.modules} | set(CLIENT)
    modules = [shared, *sorted(others - {shared})]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gitlab-swift-compiling-"))
    try:
        write_package(codegen, programs, modules, shared, folder)
        targets = [*modules, *(program.target for program in programs), "Plain"]
        figures = {configuration: measure(folder, configuration, targets) for configuration in ("debug", "release")}
    finally:
        shutil.rmtree(folder)
    client_table(figures)
    print()
    subset_table(figures, programs)


if __name__ == "__main__":
    main()
