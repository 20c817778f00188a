#!/usr/bin/env python3
"""Writes spec/examples/*.json, which the rules on example responses hold the types of the spec against.

    scripts/make-examples.py OPENAPI.yaml [ENTITIES.json]

OPENAPI.yaml is GitLab's OpenAPI 3 document. For each operation of the spec that returns a type, the keys of what the
document says it responds are written down, with values made up here: which keys there are is a fact, sentences and
values are not taken. ENTITIES.json may add keys seen in documentation and code, as {"Name": {"fields": [{"name": …}]}};
each type takes those of the name that it shares most keys with.

Keys of GitLab's that the spec lacks are printed, for a person to look at, and left out.

Nobody needs this script to build or test: what it writes is committed. Needs PyYAML.
"""

import json
import pathlib
import sys

import yaml

import specfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NAMED = {"string", "boolean", "integer", "number", "datetime", "date", "json"}


def load_spec():
    documents = [yaml.load(file.read_text(), LOADER) or {} for file in sorted((ROOT / "spec").rglob("*.yaml"))]
    operations, types, parents = [], {}, {}
    for document in documents:
        types.update(document.get("types") or {})
        parents.update(document.get("parents") or {})
    for document in documents:
        for operation in (document.get("operations") or {}).values():
            for _, method, path in specfile.routes(operation, document["resource"], parents):
                operations.append((method, path, operation["returns"]))
    return operations, types


def element(reference):
    """The type that a response or a field holds, inside of arrays and hashes."""
    while not isinstance(reference, str):
        reference = reference[0] if isinstance(reference, list) else reference["string"]
    return reference


class Document:
    def __init__(self, path):
        self.root = yaml.load(pathlib.Path(path).read_text(), LOADER)
        self.paths = {}
        for path, item in self.root["paths"].items():
            self.paths[self.normal(path)] = item

    @staticmethod
    def normal(path):
        path = path.removeprefix("/api/v4")
        return "/".join("*" if part.startswith((":", "{")) else part for part in path.split("/"))

    def resolve(self, schema):
        while schema and "$ref" in schema:
            target = self.root
            for part in schema["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            schema = target
        return schema or {}

    def response(self, method, path):
        operation = self.paths.get(self.normal(path), {}).get(method.lower(), {})
        for status, response in sorted(operation.get("responses", {}).items()):
            if str(status).startswith("2"):
                for content in self.resolve(response).get("content", {}).values():
                    return content.get("schema")
        return None

    def properties(self, schema):
        schema = self.resolve(schema)
        if schema.get("type") == "array":
            return self.properties(schema.get("items"))
        properties = dict(schema.get("properties") or {})
        for part in schema.get("allOf", []) + schema.get("oneOf", []) + schema.get("anyOf", []):
            properties.update(self.properties(part))
        return properties


class Examples:
    def __init__(self, document, types, entities):
        self.document, self.types, self.entities = document, types, entities
        self.keys, self.lacking = {}, {}

    def nearest_entity(self, fields):
        def likeness(entity):
            return len(fields & entity) / len(fields | entity) if entity else 0
        best = max(self.entities.values(), key=likeness, default=set())
        return best if likeness(best) > 0.4 else set()

    def meet(self, type, schema, depth=0):
        """Notes the keys that responses of a type have, and those of the types within it."""
        if type not in self.types or depth > 6:
            return
        fields = set(self.types[type]["fields"])
        properties = self.document.properties(schema)
        names = fields & (set(properties) | self.nearest_entity(fields))
        self.lacking.setdefault(type, set()).update(set(properties) - fields)
        if names:
            self.keys.setdefault(type, set()).update(names)
        for name, field in self.types[type]["fields"].items():
            inner = element(field["type"])
            if inner in self.types and name in names:
                self.meet(inner, properties.get(name), depth + 1)

    def value(self, type, field, seen):
        if isinstance(type, list):
            return [self.value(type[0], field, seen)]
        if isinstance(type, dict):
            return {"key": self.value(type["string"], field, seen)}
        if type in self.types:
            return self.object(type, seen)
        return {
            "boolean": True, "integer": 7, "number": 1.5, "datetime": "2024-05-06T07:08:09.123Z", "date": "2024-05-06",
            "json": {}, "string": f"{field}",
        }.get(type, "value")

    def object(self, type, seen=()):
        if type in seen:
            return None
        return {
            name: self.value(field["type"], name, seen + (type,))
            for name, field in self.types[type]["fields"].items() if name in self.keys.get(type, ())
        }


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    operations, types = load_spec()
    document = Document(sys.argv[1])
    entities = {}
    if len(sys.argv) == 3:
        for name, entity in json.loads(pathlib.Path(sys.argv[2]).read_text()).items():
            fields = entity.get("fields", []) + entity.get("adds", [])
            entities[name] = {field["name"] for field in fields}
    examples = Examples(document, types, entities)
    roots = []
    for method, path, returns in operations:
        type = element(returns)
        if type in types:
            examples.meet(type, document.response(method, path))
            roots.append(type)
    folder = ROOT / "spec/examples"
    folder.mkdir(exist_ok=True)
    for type in sorted(set(roots)):
        if examples.keys.get(type):
            text = json.dumps([examples.object(type)], indent=2, ensure_ascii=False)
            (folder / f"{type}.json").write_text(text + "\n")
    for type, keys in sorted(examples.lacking.items()):
        if keys:
            print(f"{type} lacks: {', '.join(sorted(keys))}")


main()
