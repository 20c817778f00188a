#!/usr/bin/env python3
"""Writes the models that the decoding benchmark compares with: Benchmarks/Sources/PlainModels, from the types of spec/.

They are what somebody would write who needs a project and has no generator: plain structs that the compiler makes
Decodable, and the same with init(from:) written out. Run it after a change to a type that a project holds; the benchmark
fails if its contenders no longer read the same values. Needs PyYAML.
"""

import os
import pathlib
import re
import subprocess

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "Benchmarks/Sources/PlainModels"
SCALARS = {"integer": "Int", "string": "String", "boolean": "Bool", "datetime": "Date", "date": "CalendarDate"}
KEYWORDS = {"self": "selfLink", "public": "isPublic", "default": "isDefault"}


def types():
    found = {}
    for path in sorted((ROOT / "spec").glob("*/types/*.yaml")):
        found |= (yaml.safe_load(path.read_text()) or {}).get("types") or {}
    return found


def element(type_):
    while isinstance(type_, list):
        type_ = type_[0]
    return type_


def swift_type(type_):
    return f"[{swift_type(type_[0])}]" if isinstance(type_, list) else SCALARS.get(type_, type_)


def swift_name(field):
    first, *others = field.strip("_").split("_")
    name = first + "".join(word.capitalize() for word in others)
    return KEYWORDS.get(name, name)


def reachable(all_types, start):
    found = []
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name in found or name not in all_types:
            continue
        found.append(name)
        waiting += [element(row["type"]) for row in all_types[name]["fields"].values()]
    return found


def model(name, fields, by_hand):
    lines = [f"    public struct {name}: {'Decodable' if by_hand else 'Codable'}, Sendable {{"]
    for field, row in fields.items():
        question = "" if row.get("always") else "?"
        lines.append(f"        public var {swift_name(field)}: {swift_type(row['type'])}{question}")
    lines += ["", "        enum CodingKeys: String, CodingKey {"]
    lines += [
        f"            case {swift_name(field)}" + ("" if swift_name(field) == field else f' = "{field}"')
        for field in fields
    ]
    lines.append("        }")
    if by_hand:
        lines += ["", "        public init(from decoder: any Decoder) throws {"]
        lines.append("            let container = try decoder.container(keyedBy: CodingKeys.self)")
        for field, row in fields.items():
            method = "decode" if row.get("always") else "decodeIfPresent"
            key, type_ = swift_name(field), swift_type(row["type"])
            lines.append(f"            {key} = try container.{method}({type_}.self, forKey: .{key})")
        lines.append("        }")
    return lines + ["    }"]


def write(space, all_types, by_hand, about):
    body = "\n\n".join(
        "\n".join(model(name, all_types[name]["fields"], by_hand)) for name in reachable(all_types, "Project"))
    text = f"// Written by scripts/make-plain-models.py from the types of spec/. {about}\n\n"
    text += "import Foundation\nimport GitLab\n\n"
    text += f"public enum {space} {{\n{body}\n}}\n"
    (OUTPUT / f"{space}.swift").write_text(re.sub(r"\n{3,}", "\n\n", text))


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    all_types = types()
    write("Synthesized", all_types, False, "Codable as the compiler makes it.")
    write("HandWritten", all_types, True, "Decodable with init(from:) written out.")
    subprocess.run([os.environ.get("SWIFT", "swift"), "format", "--in-place", "--recursive", OUTPUT], check=True)


main()
