#!/usr/bin/env python3
"""Cuts an OpenAPI document that `gitlab-codegen export-openapi` wrote down to some operations.

    scripts/cut-openapi.py DOCUMENT OPERATIONS > CUT

OPERATIONS is a list of routes as `gitlab-codegen subset` takes it, such as Benchmarks/Others/operations.txt. Keeps the
schemas, headers and responses that the operations need, and of bodies with several media types the JSON. A schema or null
becomes the schema, and an integer or string a string: generators that do not know these two of OpenAPI 3.1 would leave the
fields out, or take numbers only. For generators of other projects, which then generate what `subset` does.
"""

import json
import pathlib
import re
import sys


def key(method, path):
    """A route whose placeholders have no names."""
    return f"{method.upper()} {re.sub(r':[^/]+|{[^}]+}', ':', path)}"


def references(value):
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from references(part)


def without_other_media_types(operation):
    content = (operation.get("requestBody") or {}).get("content") or {}
    if "application/json" in content:
        operation["requestBody"]["content"] = {"application/json": content["application/json"]}
    return operation


def simplified(schema):
    """The same document without the two kinds of schema."""
    if isinstance(schema, list):
        return [simplified(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {name: simplified(part) for name, part in schema.items()}
    if schema.get("type") == ["integer", "string"]:
        return schema | {"type": "string"}
    others = [part for part in schema.get("oneOf") or [] if part != {"type": "null"}]
    if len(others) == 1 and isinstance(others[0], dict):
        del schema["oneOf"]
        return others[0] | schema
    return schema


def cut_paths(paths, wanted):
    found = {}
    for path, item in paths.items():
        for method, operation in item.items():
            if key(method, path) in wanted:
                found.setdefault(path, {})[method] = without_other_media_types(operation)
    return found


def cut_components(document):
    """The components that the paths need, and those that these need."""
    needed, waiting = set(), list(references(document["paths"]))
    while waiting:
        reference = waiting.pop()
        if reference not in needed:
            needed.add(reference)
            _, _, kind, name = reference.split("/")
            waiting += references(document["components"][kind][name])
    return {
        kind: {name: value for name, value in values.items() if kind == "securitySchemes" or f"#/components/{kind}/{name}" in needed}
        for kind, values in document["components"].items()
    }


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    document, lines = (pathlib.Path(path).read_text() for path in sys.argv[1:])
    document = simplified(json.loads(document))
    wanted = {key(*line.split()) for line in lines.splitlines() if line and not line.startswith("#")}
    document["paths"] = cut_paths(document["paths"], wanted)
    count = sum(map(len, document["paths"].values()))
    if count != len(wanted):
        sys.exit(f"error: of {len(wanted)} operations the document has {count}")
    document["components"] = cut_components(document)
    used = {tag for item in document["paths"].values() for operation in item.values() for tag in operation.get("tags", [])}
    document["tags"] = [tag for tag in document.get("tags", []) if tag["name"] in used]
    json.dump(document, sys.stdout, indent=1)


main()
