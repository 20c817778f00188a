#!/usr/bin/env python3
"""Measures clients of some operations, beside the modules of the whole client that the same program would import.

    scripts/measure-subsets.py GITLAB-CODEGEN [LIST...]

GITLAB-CODEGEN is the built command. Each LIST is a file of operations as `gitlab-codegen subset` takes it, by routes; by
default all of Benchmarks/subsets. Operations that the spec does not have are left out, and counted.

Compiles each subset, each module that has one of its operations, and the module of shared types, whose dependencies are
built already, one after the other, in debug and in release, from nothing: time of the clock and of the processor, without
what SwiftPM needs to find nothing to do. Of two rounds the one with less processor time counts. All in a folder of its own,
removed afterwards. Needs PyYAML, binutils.
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


def write_package(codegen, programs, shared, folder):
    # Copies: SwiftPM rejects sources that change while it builds.
    shutil.copytree(ROOT / "Sources/GitLabRuntime", folder / "GitLabRuntime")
    modules = sorted({module for program in programs for module in program.modules})
    for module in modules:
        shutil.copytree(ROOT / "Generated" / module, folder / module)
    manifest = HEAD
    for module in modules:
        manifest += target(module, ["GitLabRuntime"] if module == shared else [shared], folder)
    for program in programs:
        program.write_subset(codegen, folder)
        manifest += target(program.target, ["GitLabRuntime"], folder)
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


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    codegen = pathlib.Path(sys.argv[1]).resolve()
    lists = [pathlib.Path(name) for name in sys.argv[2:]] or sorted((ROOT / "Benchmarks/subsets").glob("*.txt"))
    modules, shared = spec_modules()
    programs = [Program(path, modules, shared) for path in lists]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gitlab-swift-subsets-"))
    try:
        write_package(codegen, programs, shared, folder)
        print(
            "| Client of | operations | not in the spec | what | configuration | wall s | CPU s | peak memory MB | code KB |"
            " CPU of the modules | code of the modules |")
        print("|---|---:|---:|---|---|---:|---:|---:|---:|---:|---:|")
        for configuration in ("debug", "release"):
            # The shared module comes first, because the others need it.
            others = sorted({module for program in programs for module in program.modules} - {shared})
            figures = measure(folder, configuration, [shared, *others, *(program.target for program in programs)])
            for program in programs:
                own, whole = figures[program.target], together([figures[module] for module in program.modules])
                for what, side in [("the subset", own), (" + ".join(program.modules), whole)]:
                    wall, processor, memory, code = side
                    print(
                        f"| {program.name} | {len(program.operations)} | {program.missing} | {what} | {configuration} "
                        f"| {wall:.1f} | {processor:.1f} | {memory:.0f} | {code / 1000:.0f} "
                        f"| {processor / whole[1] * 100:.0f} % | {code / whole[3] * 100:.0f} % |", flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
