#!/usr/bin/env python3
"""Counts what the spec and its OpenAPI export hold, each read for itself, and fails where the counts differ.

    scripts/count-openapi.py EXPORT.json [SPEC]

Counted are operations, the attributes of requests by where they travel, the members of hashes, the fields of types and
the values of enums; of each of these the required ones, those that can be null, the deprecated ones, and how many there
are of each type. SPEC is the folder of the spec, by default the one beside this script. Needs python3-yaml.
"""

import collections
import json
import pathlib
import sys

import yaml

import specfile

METHODS = ["get", "post", "put", "patch", "delete", "head"]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Count(collections.Counter):
    """A tally of words, to which rows are added."""

    def row(self, kind, type, required=False, nullable=False, deprecated=False):
        self[kind] += 1
        self[f"{kind}, required"] += bool(required)
        self[f"{kind}, nullable"] += bool(nullable)
        self[f"{kind}, deprecated"] += bool(deprecated)
        self[f"{kind} of type {type}"] += 1


# The spec

def type_in_spec(type):
    if isinstance(type, list):
        return f"[{type_in_spec(type[0])}]"
    if isinstance(type, dict):
        return f"{{{type_in_spec(type['string'])}}}"
    # In JSON; a content that is the whole body has no name in the export.
    return "string" if type == "content" else type


def is_whole_body(row):
    return row["type"] == "content" and "encoded_by" not in row


def count_spec(folder):
    documents = [yaml.load(file.read_text(), LOADER) or {} for file in sorted(folder.rglob("*.yaml"))]
    tables = {name: rows for document in documents for name, rows in document.get("tables", {}).items()}
    parents = {name: parent for document in documents for name, parent in document.get("parents", {}).items()}
    count = Count()

    def add(kind, rows, required="required"):
        for row in rows:
            # A schema of any JSON has null among its values, said or not.
            nullable = row.get("nullable") and row["type"] != "json"
            count.row(kind, type_in_spec(row["type"]), row.get(required), nullable, "deprecated" in row)

    for document in documents:
        for name, operation in document.get("operations", {}).items():
            routes = specfile.routes(operation, document["resource"], parents)
            parent = specfile.parent_of(operation, parents)
            operation = specfile.resolved(name, operation, document["resource"], tables)
            # Each route is an operation of the export.
            for case, _, _ in routes:
                count["operations"] += 1
                count["operations, deprecated"] += "deprecated" in operation
                count[f"operations with {len(operation.get('pages', []))} page modes"] += 1
                if case:
                    add("path attributes", specfile.case_rows(parents[parent]["cases"][case], tables).values())
                for place in ["path", "query", "header", "body"]:
                    rows = [row for row in operation[place].values() if not case or case in row.get("parents", [case])]
                    add(f"{place} attributes", [row for row in rows if not is_whole_body(row)])
                    count["whole bodies"] += sum(map(is_whole_body, rows))
                response = operation["returns"]
                word = response if response in ("nothing", "download") else type_in_spec(response)
                count[f"responses of type {word}{' or null' * bool(operation.get('nullable_response'))}"] += 1
        for hash in document.get("hashes", {}).values():
            count["hashes and types"] += 1
            add("members", [*hash.get("attributes", {}).values(), *(
                row for name in hash.get("tables", []) for row in tables[name].values())])
        for model in document.get("types", {}).values():
            count["hashes and types"] += 1
            add("members", model["fields"].values(), required="always")
        for enumeration in document.get("enums", {}).values():
            count["enums"] += 1
            count[f"enum values of type {enumeration.get('type', 'string')}"] += len(enumeration["values"])
    return count


# The export

SCALARS = {
    ("boolean", None): "boolean", ("integer", "int64"): "integer", ("number", "double"): "number",
    ("string", None): "string", ("string", "password"): "string", ("string", "date-time"): "datetime",
    ("string", "http-date"): "datetime", ("string", "date"): "date", ("string", "binary"): "file",
}


def type_in_export(schema):
    """The type of a schema as the spec names it, and whether null is one of its values."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1], False
    if "oneOf" in schema:
        value, null = schema["oneOf"]
        assert null == {"type": "null"}, schema
        return type_in_export(value)[0], True
    types = schema.get("type")
    if types is None:
        return "json", False
    types = [types] if isinstance(types, str) else list(types)
    nullable = "null" in types
    types = [type for type in types if type != "null"]
    if types == ["integer", "string"]:
        return "id_or_path", nullable
    if not types:
        return "file", True  # In JSON, a file can only be taken away.
    if types == ["array"]:
        return f"[{type_in_export(schema['items'])[0]}]", nullable
    if types == ["object"]:
        return f"{{{type_in_export(schema['additionalProperties'])[0]}}}", nullable
    return SCALARS[types[0], schema.get("format")], nullable


def body_properties(body):
    """The attributes of a body by name: in JSON if it can carry them, else as parts of the form."""
    content = body["content"]
    form = content.get("multipart/form-data", {}).get("schema", {"properties": {}})
    plain = content.get("application/json", {}).get("schema", {"properties": {}})
    required = set(plain.get("required", [])) | set(form.get("required", []))
    found = form.get("x-gitlab-hashes", {}) | plain["properties"]
    for name, schema in form["properties"].items():
        base = name.split("[")[0]
        if base not in found or schema.get("format") == "binary" and base == name:
            # What JSON says of a file is that it can be taken away.
            found[base] = schema | {"type": ["string", "null"]} if base in found else schema
    return found, required


def count_export(document):
    count = Count()

    def add(kind, schema, required, deprecated=None):
        type, nullable = type_in_export(schema)
        count.row(kind, type, required, nullable, schema.get("deprecated") if deprecated is None else deprecated)

    # A method of a path has one operation; what the spec has besides is a view of it.
    firsts = [path[method] for path in document["paths"].values() for method in METHODS if method in path]
    for first in firsts:
        for operation in [first, *first.get("x-gitlab-views", [])]:
            count["operations"] += 1
            count["operations, deprecated"] += operation.get("deprecated", False)
            count[f"operations with {len(operation.get('x-gitlab-pages', []))} page modes"] += 1
            for parameter in operation.get("parameters", []):
                add(f"{parameter['in']} attributes", parameter["schema"], parameter.get("required"),
                    parameter.get("deprecated", False))
            if "requestBody" in operation:
                count["whole bodies"] += "application/octet-stream" in operation["requestBody"]["content"]
                properties, required = body_properties(operation["requestBody"])
                for name, schema in properties.items():
                    add("body attributes", schema, name in required)
            (success,) = [response for status, response in operation["responses"].items() if status.startswith("2")]
            content = success.get("content", {})
            if not content:
                word = "nothing"
            elif "application/octet-stream" in content:
                word = "download"
            elif "text/plain" in content:
                word = "string"
            else:
                type, nullable = type_in_export(content["application/json"]["schema"])
                word = type + " or null" * nullable
            count[f"responses of type {word}"] += 1
    error = document["components"]["responses"]["Error"]["content"]["application/json"]["schema"]["$ref"]
    for name, schema in document["components"]["schemas"].items():
        if error.endswith("/" + name):
            continue  # The spec has none: the runtime knows what errors look like.
        if "anyOf" in schema:
            known, other = schema["anyOf"]
            assert other == {"type": known["type"]}, schema
            count["enums"] += 1
            count[f"enum values of type {known['type']}"] += len(known["enum"])
            continue
        count["hashes and types"] += 1
        for name, property in schema["properties"].items():
            add("members", property, name in schema.get("required", []))
    return count


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        sys.exit(__doc__)
    folder = pathlib.Path(arguments[1]) if len(arguments) == 2 else pathlib.Path(__file__).resolve().parent.parent / "spec"
    spec = count_spec(folder)
    export = count_export(json.loads(pathlib.Path(arguments[0]).read_text()))
    names = sorted(name for name in spec.keys() | export.keys() if spec[name] or export[name])
    width = max(map(len, names))
    differences = [name for name in names if spec[name] != export[name]]
    for name in names:
        print(f"{name:{width}}  {spec[name]:6}  {export[name]:6}{'  DIFFERENT' * (name in differences)}")
    print(f"{len(names)} counts in the spec and in the export: {len(differences)} differ.")
    sys.exit(1 if differences else 0)


main(sys.argv[1:])
