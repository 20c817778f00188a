#!/usr/bin/env python3
"""Writes Tests/GitLabTests/Operations/Samples from spec/: requests in which every attribute is set once.

    scripts/make-operation-samples.py [SPEC_FOLDER [OUTPUT_FOLDER]]

For each resource one Swift file with its requests, and beside each attribute what is to arrive, worked out here from
the row of the spec and not by the client. Attributes that exclude each other, or that need different values of a
third, get requests of their own, and so does null. Files travel next to everything else a second time, as multipart.
Needs PyYAML and swift format.
"""

import base64
import json
import subprocess
import sys
import zlib
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import yaml

import specfile
from specfile import LOCATIONS
from swift_names import member_name

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = set("""Any as associatedtype break case catch class continue default defer deinit do else enum extension
    fallthrough false fileprivate for func guard if import in init inout internal is let nil operator precedencegroup
    private protocol public repeat rethrows return self static struct subscript super switch throw throws true try
    typealias var where while""".split())

NOON = datetime(2024, 2, 29, 12)  # where Moment.at of the tests counts from


class Expression(str):
    """An expected value that is written as Swift already."""


def swift_name(row_name, row):
    """The name of a property: by the rule, or the one that the row gives."""
    if "as" in row:
        return row["as"]
    return member_name(row_name)


def identifier(name):
    """The name as it stands in a declaration or an expression."""
    return f"`{name}`" if name in KEYWORDS else name


def literal(value):
    """An expected value as a Swift literal."""
    if isinstance(value, Expression):
        return str(value)
    if value is None:
        return "nil"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ", ".join(literal(element) for element in value) + "]"
    if not value:
        return "[:]"
    return "[" + ", ".join(f"{literal(key)}: {literal(member)}" for key, member in value.items()) + "]"


def table(found):
    """Returns the text of what is to arrive, a name a line, or all on one line where that is short."""
    line = literal(found)
    if len(line) <= 80:
        return line
    return "[\n" + "".join(f"{literal(name)}: {literal(value)},\n" for name, value in found.items()) + "]"


class Spec:
    """All files of the spec as one namespace. Every scalar is a string, as it is written."""

    def __init__(self, folder):
        self.files, self.tables, self.hashes, self.enums, self.parents = [], {}, {}, {}, {}
        for path in sorted(folder.rglob("*.yaml")):
            document = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) or {}
            if document.get("operations"):
                self.files.append((path.relative_to(folder.parent).as_posix(), document))
            self.tables |= document.get("tables") or {}
            self.hashes |= document.get("hashes") or {}
            self.enums |= document.get("enums") or {}
            self.parents |= document.get("parents") or {}
        for _, document in self.files:
            for name, operation in document["operations"].items():
                resource = document["resource"]
                routes = specfile.routes(operation, resource, self.parents)
                resolved = specfile.resolved(name, operation, resource, self.tables)
                document["operations"][name] = resolved | {"routes": routes}

    def rows(self, operation):
        """The rows of an operation in the order of its Swift type: name -> (location, row)."""
        return {name: (location, row) for location in LOCATIONS for name, row in operation[location].items()}

    def members(self, hash_name):
        """The rows of a hash in the order of its Swift type."""
        rows = {}
        for name in self.hashes[hash_name].get("tables", []):
            rows |= self.tables[name]
        return rows | (self.hashes[hash_name].get("attributes") or {})


class Values:
    """A value for a row, in Swift and as it is to arrive: as JSON, or as text in a query and beside a file.

    The value depends on the names that lead to it and on nothing else, so that a new row changes its own lines only.
    """

    def __init__(self, spec, as_text):
        self.spec, self.as_text, self.place, self.numbers, self.secrets = spec, as_text, [], {}, []

    @property
    def number(self):
        """A number for the place, from 1 to 900, that no other place in the request has."""
        place = "/".join(self.place)
        number = zlib.crc32(place.encode()) % 900
        while self.numbers.setdefault(number, place) != place:
            number = (number + 1) % 900
        return number + 1

    @contextmanager
    def at(self, name):
        """Goes to a place below the present one."""
        self.place.append(str(name))
        yield
        self.place.pop()

    def of(self, name, row, wanted=None):
        """The Swift expression for an attribute, and what is to arrive."""
        swift, arrives = self.of_type(name, row["type"], wanted)
        if "encoded_by" in row:
            arrives = base64.b64encode(arrives.encode()).decode()
        if row.get("secret") == "true" and isinstance(arrives, str) and not isinstance(arrives, Expression):
            self.secrets.append(arrives)
        if row.get("comma_separated") == "true" and self.as_text:
            arrives = ",".join(str(element) for element in arrives)
        return swift, arrives

    def of_type(self, name, kind, wanted=None):
        """The same for a type as the spec writes it."""
        with self.at(name):
            return self.of_kind(name, kind, wanted)

    def of_kind(self, name, kind, wanted):
        """The same at the place of the value."""
        if isinstance(kind, list):
            pairs = []
            for index in range(2):
                with self.at(index):
                    pairs.append(self.of_kind(name, kind[0], None))
            return f"[{', '.join(swift for swift, _ in pairs)}]", [arrives for _, arrives in pairs]
        if isinstance(kind, dict):
            key = f"key é & {self.number}"
            with self.at("value"):
                swift, arrives = self.of_kind(name, next(iter(kind.values())), None)
            return f"[{literal(key)}: {swift}]", {key: arrives}
        if kind in self.spec.enums:
            return self.of_enum(kind, wanted)
        if kind in self.spec.hashes:
            return self.of_hash(kind)
        return self.of_built_in(name, kind)

    def of_built_in(self, name, kind):
        """The same for the types that the spec language knows by itself."""
        text = f"{name.replace('_', ' ')} é & {self.number}"
        if kind == "string":
            return literal(text), text
        if kind == "content":
            return f".bytes(Array({literal(text)}.utf8))", text
        if kind == "id_or_path":
            return f'"group/{text}"', f"group/{text}"
        if kind == "boolean":
            flag = self.number % 2 == 0
            return literal(flag), literal(flag) if self.as_text else flag
        if kind == "integer":
            value = 100 + self.number
            return str(value), str(value) if self.as_text else value
        if kind == "number":
            value = self.number + 0.5
            return str(value), str(value) if self.as_text else value
        if kind == "datetime":
            moment = NOON + timedelta(seconds=self.number)
            return f"Moment.at({self.number}.5)", f"{moment:%Y-%m-%dT%H:%M:%S}.500Z"
        if kind == "date":
            return f"Moment.day({1 + self.number % 29})", f"2024-02-{1 + self.number % 29:02}"
        if kind == "file":
            return "Picture.file", Expression("Picture.arrives")
        if kind == "json":
            value = text if self.as_text else [text, self.number, True, {"key é &": None}]
            return literal(value), value
        raise SystemExit(f"{name}: there is no type {kind}")

    def of_enum(self, kind, wanted):
        """A value of an enum: the wanted one, or one that is not the first if there is another."""
        enum = self.spec.enums[kind]
        values = [row.get("value", value) if enum.get("type") == "integer" else value
                  for value, row in enum["values"].items()]
        value = wanted if wanted is not None else values[1 % len(values)]
        if enum.get("type") == "integer":
            return f"{kind}(rawValue: {value})", str(value) if self.as_text else int(value)
        return f"{kind}(rawValue: {literal(value)})", value

    def of_hash(self, kind):
        """A hash with all its members set."""
        arguments, lines, arrives = [], [], {}
        encodings = encodings_in(self.spec.members(kind))
        for name, row in self.spec.members(kind).items():
            if name in encodings:
                arrives[name] = "base64"
                continue
            if contains_file(self.spec, row["type"]) and not self.as_text:
                continue
            swift, arrives[name] = self.of(name, row)
            if row.get("required") == "true":
                arguments.append(f"{swift_name(name, row)}: {swift}")
            else:
                lines.append(f"$0.{swift_name(name, row)} = {swift}")
        call = f"{kind}({', '.join(arguments)})" if arguments else kind
        return call + (" {\n" + "\n".join(lines) + "\n}" if lines else "" if arguments else "()"), arrives


def encodings_in(rows):
    """The names of the rows that say how a content is encoded: they are sent with it, and have no property."""
    return {row["encoded_by"] for row in rows.values() if "encoded_by" in row}


def contains_file(spec, kind):
    """Whether a value of the type is a file or holds one."""
    if isinstance(kind, list):
        return contains_file(spec, kind[0])
    if isinstance(kind, dict):
        return False
    if kind in spec.hashes:
        return any(contains_file(spec, row["type"]) for row in spec.members(kind).values())
    return kind == "file"


class Request:
    """The attributes that one request sets: name -> the value that another attribute needs, or None."""

    def __init__(self, constraints, names):
        self.exclusive = [constraint["exclusive"] for constraint in constraints if "exclusive" in constraint]
        self.needs = {}
        for constraint in constraints:
            if "needs" in constraint:
                needs = constraint["needs"]
                values = needs if isinstance(needs, dict) else {needs: None}
                self.needs.setdefault(constraint["attribute"], {}).update(values)
        self.set = dict.fromkeys(names)

    def add(self, name):
        """Sets an attribute if the rules allow it beside the others."""
        for names in self.exclusive:
            if name in names and any(other in self.set for other in names if other != name):
                return False
        needed = self.needs.get(name, {})
        if any(value is not None and self.set.get(other) not in (None, value) for other, value in needed.items()):
            return False
        self.set.setdefault(name)
        for other, value in needed.items():
            self.set[other] = value if value is not None else self.set.get(other)
        return True


class Sample:
    """The samples of one operation on one of its routes."""

    def __init__(self, spec, operation, case, method, path):
        self.spec, self.operation, self.method, self.path = spec, operation, method, path
        self.rows = {name: row for name, row in spec.rows(operation).items()
                     if case is None or case in row[1].get("parents", [case])}
        self.parent = specfile.parent_of(operation, spec.parents)
        self.case = spec.parents[self.parent]["cases"][case] | {"name": case} if self.parent else None
        self.constraints = operation.get("constraints", [])
        self.required = [name for name, (_, row) in self.rows.items() if row.get("required") == "true"]
        self.alternatives = [constraint["at_least_one_of"] for constraint in self.constraints
                             if constraint.get("at_least_one_of", "any") != "any"]

    def requests(self):
        """The requests that together set everything, each as Swift."""
        optional = [name for name in self.rows if name not in self.required]
        files = [name for name in self.rows if contains_file(self.spec, self.rows[name][1]["type"])]
        plain = [name for name in optional if name not in files or self.is_hash(name)]
        for request in self.sets(plain):
            yield self.swift(request, None)
        if any(name in optional for name in files):
            request = Request(self.constraints, self.required)
            for name in [*files, *plain]:
                request.add(name)
            yield self.swift(request, None, beside_file=True)
        nullable = [name for name in optional if self.rows[name][1].get("nullable") == "true"]
        if nullable:
            for request in self.sets(nullable):
                yield self.swift(request, nullable)

    def is_hash(self, name):
        """Whether the attribute is a hash, some of whose members may be files."""
        return self.rows[name][1]["type"] in self.spec.hashes

    def sets(self, names):
        """The fewest requests that set all these names, taken greedily."""
        rest, first = list(names), True
        while rest or first:
            request, first = Request(self.constraints, self.required), False
            left = [name for name in rest if not request.add(name)]
            if len(left) == len(rest) and rest:
                raise SystemExit(f"{self.operation['request']}: {left} cannot be set")
            for names in self.alternatives:
                if not any(name in request.set for name in names):
                    request.add(names[0])
            yield request
            rest = left

    def swift(self, request, nulls, beside_file=False):
        """One request as Swift: how it is made, and what is to arrive."""
        multipart = beside_file or any(self.rows[name][1]["type"] == "file" for name in self.required)
        arguments, lines, arrives = [], [], {location: {} for location in LOCATIONS}
        in_path = [name for name in self.required if self.rows[name][0] == "path"]
        alternatives = [next(name for name in names if name in request.set) for names in self.alternatives]
        given = in_path + alternatives + [name for name in self.required if name not in in_path]
        values = Values(self.spec, multipart)
        for name in self.rows:
            if name not in request.set:
                continue
            location, row = self.rows[name]
            if location == "body" and self.method in ("GET", "HEAD", "DELETE"):
                location = "query"
            if name in encodings_in({name: row for name, (_, row) in self.rows.items()}):
                arrives[location][name] = "base64"
                continue
            values.as_text = location != "body" or multipart
            swift, arrived = values.of(name, row, request.set[name])
            if nulls and name in nulls:
                swift, arrived = "nil", None
            if location == "header" and row["type"] == "datetime":
                with values.at(name):
                    arrived = f"{NOON + timedelta(seconds=values.number):%a, %d %b %Y %H:%M:%S GMT}"
            arrives[location][name] = arrived
            if name in given:
                is_subject = location == "path" and name == given[0] and self.parent is None
                label = "" if is_subject else f"{swift_name(name, row)}: "
                arguments.append((given.index(name), label + swift))
            else:
                lines.append(f"$0.{swift_name(name, row)} = {swift}")
        if self.parent:
            arguments.append((-1, f"{self.spec.parents[self.parent]['label']}: {self.place(values, arrives)}"))
        call = self.operation["request"]
        call += f"({', '.join(argument for _, argument in sorted(arguments))})" if arguments else ""
        call += " {\n" + "\n".join(lines) + "\n}" if lines else "" if arguments else "()"
        parts = [f"{location}: {table(found)}" for location, found in arrives.items() if found]
        secrets = [secret for secret in values.secrets if literal(secret) in call]
        if secrets:
            parts.append(f"secrets: {literal(secrets)}")
        route = f'"{self.method} {self.path}"'
        return f"OperationSample(\n{call},\n" + ",\n".join([route, *parts]) + "\n)"

    def place(self, values, arrives):
        """The parent of the request as Swift, and its attributes among those that arrive."""
        values.as_text, found, arguments = True, {}, []
        for name, row in specfile.case_rows(self.case, self.spec.tables).items():
            swift, found[name] = values.of(name, row)
            arguments.append(swift if not arguments else f"{swift_name(name, row)}: {swift}")
        arrives["path"] = found | arrives["path"]
        name = identifier(swift_name(self.case["name"], self.case))
        return f".{name}({', '.join(arguments)})"


def main(arguments):
    spec = Spec(Path(arguments[0]) if arguments else ROOT / "spec")
    output = Path(arguments[1]) if len(arguments) > 1 else ROOT / "Tests/GitLabTests/Operations/Samples"
    head = "// Generated by scripts/make-operation-samples.py from {}. DO NOT EDIT.\n\nimport GitLab\nimport TestClient\n\n"
    written = {}
    for path, document in spec.files:
        name = f"{document['resource']['type']}Samples"
        samples = "".join(
            f"samples.append(\n{request})\n"
            for operation in document["operations"].values()
            for route in operation["routes"] for request in Sample(spec, operation, *route).requests())
        written[f"{name}.swift"] = (
            head.format(path) + f"enum {name}: OperationSampling {{\n"
            '@available(*, deprecated, message: "Deprecated attributes are set too.")\n'
            f"static func add(to samples: inout [OperationSample]) {{\n{samples}}}\n}}\n")
    names = sorted(name.removesuffix(".swift") for name in written)
    written["AllSamples.swift"] = (
        head.format("spec/") + "extension OperationSample {\n/// The samples of every resource.\n"
        "static var resources: [any OperationSampling.Type] {\n[\n"
        + "".join(f"{name}.self,\n" for name in names) + "]\n}\n}\n")
    output.mkdir(parents=True, exist_ok=True)
    for old in output.glob("*.swift"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (output / name).write_text(text, encoding="utf-8")
    configuration = ["--configuration", str(ROOT / ".swift-format")]
    subprocess.run(["swift", "format", *configuration, "--in-place", *[str(output / name) for name in written]],
                   check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
