#!/usr/bin/env python3
"""Counts how often import-openapi chooses the name that a person chose.

    scripts/measure-names.py DOCUMENT [--seed TEXT] [--show tuning|held-out]

Compares the names of the operations of spec/ with those that import-openapi chooses from DOCUMENT, GitLab's OpenAPI document:
in the resource of the spec, as with --operation, and in an import of the whole document. The operations are divided into
two halves by the SHA-256 of the seed and the route: rules are tuned on one half, the other shows how they do on names that
they were not tuned on. --show lists the differing names of a half. Needs .build/debug/gitlab-codegen.
"""

import argparse
import hashlib
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent


def half(seed, route):
    anonymous = re.sub(r":\w+", ":", route)
    return "held-out" if hashlib.sha256(f"{seed} {anonymous}".encode()).digest()[0] % 2 else "tuning"


def rows(document, codegen):
    text = subprocess.run(
        [codegen, "compare-names", document, "--spec", ROOT / "spec"], check=True, capture_output=True, text=True).stdout
    return [line.split("\t") for line in text.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("document")
    parser.add_argument("--seed", default="names")
    parser.add_argument("--show", choices=["tuning", "held-out"])
    parser.add_argument("--codegen", default=ROOT / ".build/debug/gitlab-codegen")
    options = parser.parse_args()
    counts = {name: [0, 0, 0, 0, 0] for name in ("tuning", "held-out")}
    digits = 0
    for route, resource, name, chosen, whole_resource, whole in rows(options.document, options.codegen):
        side = half(options.seed, route)
        count = counts[side]
        count[0] += 1
        count[1] += chosen == name
        count[2] += whole == name
        count[3] += whole == name and whole_resource == resource
        count[4] += whole_resource == resource
        digits += chosen[-1].isdigit() + whole[-1].isdigit()
        if side == options.show and (chosen != name or whole != name):
            print(f"{resource + '.' + name:40} {chosen:30} {whole_resource + '.' + whole:40} {route}")
    print(f"| seed '{options.seed}' | operations | name, in the spec's resource | name, whole document | resource and name, "
          "whole document | resource |")
    print("|---|---|---|---|---|---|")
    counts["all"] = [sum(column) for column in zip(*counts.values())]
    for side, count in counts.items():
        print(f"| {side} | {' | '.join(map(str, count))} |")
    print(f"{digits} names end in a digit")


main()
