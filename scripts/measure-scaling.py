#!/usr/bin/env python3
"""Measures how the generator scales with the spec: 1 and 10 times as many declarations, as whole processes.

    scripts/measure-scaling.py GITLAB-CODEGEN [RUNS [FACTOR,FACTOR...]]

GITLAB-CODEGEN is the built command, of a release build: swift build -c release --product gitlab-codegen. A copy of the
spec has its types, resources and tables renamed, so that 10 copies are one spec of 6,400 operations. Prints the
shortest of RUNS times (5 by default, fewer for larger specs) and the most memory. Times are those of the processor, of
the whole process: other work on the machine counts less in them than in the time of a clock. Needs PyYAML.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def declared(files):
    types, resources, tables = set(), set(), set()
    for text in files.values():
        document = yaml.load(text, LOADER) or {}
        for key in ("types", "hashes", "enums", "parents"):
            types |= set(document.get(key) or {})
        resource = document.get("resource")
        if resource:
            types.add(resource["type"])
            resources.add(resource["name"])
        types |= {operation["request"] for operation in (document.get("operations") or {}).values() if "request" in operation}
        tables |= set(document.get("tables") or {})
    return types, resources, tables


def copy(text, number, types, tables):
    """The text of a file with all names of its own."""
    lines, section = [], ""
    for line in text.split("\n"):
        if re.match(r"[a-z]+:", line):
            section = line.split(":")[0]
        if section == "tables" and re.match(r"  [a-z_]+:", line):
            line = line.replace(":", f"_x{number}:", 1)
        line = re.sub(
            r"^(\s+(?:[a-z]+_)?tables: )\[(.*)\]$",
            lambda match: match[1] + "[" + ", ".join(f"{name.strip()}_x{number}" for name in match[2].split(",")) + "]",
            line)
        head, quote, sentence = line.partition('about: "')
        head = re.sub(
            r"\b[A-Z][A-Za-z0-9]*\b", lambda match: f"{match[0]}X{number}" if match[0] in types else match[0], head)
        if section == "resource":
            head = re.sub(r"^(  name: )(\w+)$", rf"\g<1>\g<2>X{number}", head)
        lines.append(head + quote + sentence)
    return "\n".join(lines)


def make(folder, factor, files, types, tables):
    for number in range(factor):
        for name, text in files.items():
            # There is one list of modules, and each event has a kind of its own.
            if number and (name == "modules.yaml" or name.startswith("webhooks/")):
                continue
            path = folder / "spec" / f"{name.removesuffix('.yaml')}_x{number}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(copy(text, number, types, tables) if number else text)


def run(command, folder):
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        found = [line for line in errors.decode().splitlines() if "error:" in line]
        sys.exit(f"error: {' '.join(command)}:\n" + "\n".join(found[:20]))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    factors = [int(factor) for factor in sys.argv[3].split(",")] if len(sys.argv) == 4 else [1, 10]
    command, runs = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    spec = ROOT / "spec"
    files = {str(file.relative_to(spec)): file.read_text() for file in sorted(spec.rglob("*.yaml"))}
    types, _, tables = declared(files)
    operations = sum(len((yaml.load(text, LOADER) or {}).get("operations") or {}) for text in files.values())
    print("| size | operations | first generate | generate, current | verify | per operation | memory |")
    print("|---|---|---|---|---|---|---|")
    for factor in factors:
        folder = pathlib.Path(tempfile.mkdtemp())
        try:
            make(folder, factor, files, types, tables)
            first, _ = run([command, "generate"], folder)
            times = max(1, runs if factor < 100 else runs // 2)
            current = min(run([command, "generate"], folder)[0] for _ in range(times))
            results = [run([command, "verify"], folder) for _ in range(times)]
            verify, memory = min(result[0] for result in results), max(result[1] for result in results)
            count = operations * factor
            print(
                f"| {factor}× | {count} | {first * 1000:.0f} ms | {current * 1000:.0f} ms | {verify * 1000:.0f} ms "
                f"| {verify * 1e6 / count:.0f} µs | {memory:.0f} MB |", flush=True)
        finally:
            shutil.rmtree(folder)


main()
