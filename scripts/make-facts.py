#!/usr/bin/env python3
"""Writes facts/ from recorded responses, another client's types and GitLab's older OpenAPI document.

    scripts/make-facts.py MATERIAL DOCUMENT OLDER [--output FOLDER]

MATERIAL is a folder with evidence.json (recorded responses compared with the document), operations/*.json (each operation with
the responses that were recorded and the type that client-go has), type-conflicts-client-go.json and client-go-structs.json.
DOCUMENT is GitLab's OpenAPI 3 document, OLDER its OpenAPI 2.0 document, which has the routes with wildcards. Only facts are
taken: names, types, whether a value can be null. facts/README.md describes the files; they are edited by hand afterwards, and
running this again writes them from scratch. Needs PyYAML.
"""

import argparse
import collections
import json
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
METHODS = ("get", "post", "put", "patch", "delete", "head")
SEEN = {
    "integer": "integer", "boolean": "boolean", "number": "number", "string": "string", "string:date-time": "datetime",
    "string:date": "date", "object": "json", "array": "[json]", "array<object>": "[json]", "array<string>": "[string]",
    "array<integer>": "[integer]",
}
GO = {"int64": "integer", "int": "integer", "bool": "boolean", "string": "string", "float64": "number", "time.Time": "datetime",
      "ISOTime": "date", "[]string": "[string]", "[]int64": "[integer]", "[]int": "[integer]", "Labels": "[string]"}


def go_type(text):
    """The type of the spec for one of Go's; None where it has none."""
    text = re.sub(r"^Nullable\[(.*)\]$", r"\1", text.replace("*", ""))
    return GO.get(text) or ("list" if text.startswith("[]") else None)


def recorders(sources):
    return sorted({"recorded" if source.split(":")[0] == "go-gitlab" else "recorded-old" for source in sources})


def row(**keys):
    """A row of YAML on one line."""
    parts = []
    for key, value in keys.items():
        if value is None or value is False:
            continue
        if value is True:
            text = "true"
        elif isinstance(value, list):
            text = f"[{', '.join(value)}]"
        else:
            text = value if re.fullmatch(r"[A-Za-z_]\w*|\[\w+\]", value) else json.dumps(value)
        parts.append(f"{key}: {text}")
    return "{ " + ", ".join(parts) + " }"


class Fields:
    """The facts about the fields of schemas."""

    def __init__(self, material):
        self.evidence = json.loads((material / "evidence.json").read_text())
        self.structs = json.loads((material / "client-go-structs.json").read_text())
        self.rows = collections.defaultdict(dict)
        self.entities = collections.defaultdict(set)
        self.conflicts = {}
        for conflict in json.loads((material / "type-conflicts-client-go.json").read_text()):
            self.conflicts[conflict["entity"], conflict["field"]] = conflict
            self.entities[conflict["entity"]].add(conflict["struct"])
        for path in sorted((material / "operations").glob("*.json")):
            for operation in json.loads(path.read_text())["operations"]:
                answer = operation["answer"] or {}
                for struct in answer.get("client_go") or []:
                    self.entities[answer.get("entity")].add(re.sub(r"[\[\]*]", "", struct))
        self.add_types()
        self.add_nulls()
        self.add_missing()
        self.add_conflicts()

    def in_client(self, entity, field):
        for struct in sorted(self.entities[entity]):
            found = self.structs.get(struct, {}).get(field)
            if found is not None:
                return go_type(found if isinstance(found, str) else str(found.get("type", ""))) or "unknown"
        return None

    def merge(self, entity, field, **keys):
        if not re.fullmatch(r"[A-Za-z_][\w-]*", field):
            return
        old = self.rows[entity].setdefault(field, {})
        for key, value in keys.items():
            if key == "sources":
                old["sources"] = sorted(set(old.get("sources", [])) | set(value))
            else:
                old[key] = value

    def add_types(self):
        for found in self.evidence["type_conflicts"]:
            entity, field, was = found["entity"], found["field"], found["document"]
            was = "object" if was == "ref" else was
            sources = recorders(found["sources"])
            seen = set(found["seen"])
            nullable = "null" in seen
            seen.discard("null")
            types = {SEEN[kind] for kind in seen if kind in SEEN}
            if types == {"number", "integer"}:
                types = {"number"}
            client = self.in_client(entity, field)
            if was == "object" and all(kind.startswith("array") for kind in seen):
                self.merge(entity, field, list=True, was=was, sources=sources)
            elif len(types) == 1 and types != {was}:
                self.merge(entity, field, type=types.pop(), was=was, sources=sources)
            elif len(types) > 1 and client in types:
                self.merge(entity, field, type=client, was=was, sources=sources + ["client-go"])
            elif len(types) > 1:
                self.merge(entity, field, type="json", was=was, sources=sources)
            if nullable:
                self.merge(entity, field, nullable=True, sources=sources)

    def add_nulls(self):
        for found in self.evidence["nullable"]:
            self.merge(found["entity"], found["field"], nullable=True, sources=recorders(found["sources"]))

    def add_missing(self):
        for found in self.evidence["not_in_document"]:
            entity, field = found["entity"], found["field"]
            sources = recorders(found["sources"])
            client = self.in_client(entity, field)
            types = {SEEN[kind] for kind in found["types"] if kind != "null"}
            if types == {"datetime", "string"}:
                types = {"datetime"}
            kind = types.pop() if len(types) == 1 else None
            if kind is None and client not in (None, "unknown", "list"):
                kind = client
            nullable = "null" in found["types"]
            confirmed = "recorded" in sources or client is not None
            if client is not None:
                sources = sorted(set(sources) | {"client-go"})
            if kind and confirmed:
                self.merge(entity, field, type=kind, nullable=nullable, sources=sources)
            else:
                self.merge(entity, field, maybe=kind or "json", nullable=nullable, sources=sources)

    def add_conflicts(self):
        for (entity, field), found in self.conflicts.items():
            if "was" in self.rows[entity].get(field, {}):
                self.merge(entity, field, sources=["client-go"])
                continue
            kind = go_type(found["client_go"])
            if kind is None:
                kind = "json"
            was = "object" if found["document"] == "ref" else found["document"]
            if was == kind or was == "array" and (kind == "list" or kind.startswith("[")):
                continue
            self.merge(entity, field, maybe=kind, was=was, sources=["client-go"])

    def text(self):
        lines = []
        for entity in sorted(self.rows):
            if not self.rows[entity]:
                continue
            lines.append(f"  {entity}:")
            width = max(len(field) for field in self.rows[entity]) + 1
            for field, keys in sorted(self.rows[entity].items()):
                order = {key: keys.get(key) for key in ("type", "list", "maybe", "was", "nullable", "sources")}
                name = json.dumps(field) if field in ("on", "off", "yes", "no", "y", "n", "null", "true", "false") else field
                lines.append(f"    {name + ':':{width}} {row(**order)}")
        return "schemas:\n" + "\n".join(lines) + "\n"


def responses(material):
    lines = []
    for path in sorted((material / "operations").glob("*.json")):
        for operation in json.loads(path.read_text())["operations"]:
            answer = operation["answer"] or {}
            if answer.get("list") == answer.get("list_in_document"):
                continue
            route = operation["method"] + " " + re.sub(r"\{(\w+)\}", r":\1", operation["path"])
            client = answer.get("client_go") or []
            recorded = operation["examples"] > 0
            sources = (["client-go"] if client else []) + (["recorded"] if recorded else [])
            agrees = all(kind.startswith("[]") for kind in client)
            lines.append(f'  "{route}": {row(list=agrees, maybe=None if agrees else "list", sources=sources)}')
    return "operations:\n" + "\n".join(sorted(lines)) + "\n"


def route_key(path):
    depth, text = 0, ""
    for letter in path.removeprefix("/api/v4"):
        depth += letter == "("
        if depth == 0 and letter != "\\":
            text += letter
        depth -= letter == ")"
    return re.sub(r"/\*\w+", "/:", re.sub(r"\{\w+\}", ":", text)).replace("/-/", "/")


def facts_only(schema, names):
    """A schema without its sentences, with the references of the newer document."""
    if isinstance(schema, list):
        return [facts_only(part, names) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = names(schema["$ref"].split("/")[-1])
        return {"$ref": "#/components/schemas/" + name} if name else {"type": "object"}
    return {key: facts_only(value, names) for key, value in schema.items()
            if key in ("type", "format", "enum", "items", "properties", "required", "default", "additionalProperties")}


def inlined(schema, definitions):
    while isinstance(schema, dict) and "$ref" in schema:
        schema = definitions[schema["$ref"].split("/")[-1]]
    return schema


def operation(method, path, older, tags, names, definitions):
    placeholders = re.findall(r"\{(\w+)\}|\*(\w+)", path)
    wanted = [first or second for first, second in placeholders]
    result = {"tags": tags, "parameters": []}
    verb = older.get("summary", "").split(" ")[0]
    if verb not in ("", "The", "This", "A", "Composer"):
        result["summary"] = verb
    body = {}
    for parameter in older.get("parameters", []):
        kind = {key: parameter[key] for key in ("type", "format", "enum", "items", "default") if key in parameter}
        if parameter["in"] == "body":
            for name, schema in inlined(parameter["schema"], definitions).get("properties", {}).items():
                if name not in wanted:
                    body[name] = facts_only(schema, names)
        elif parameter["in"] == "formData":
            if parameter["name"] not in wanted:
                body[parameter["name"]] = {"type": "string", "format": "binary"} if kind.get("type") == "file" else kind
        else:
            place = "path" if parameter["name"] in wanted else parameter["in"]
            if place == "path" and parameter["name"] == "id":
                kind = {"oneOf": [{"type": "string"}, {"type": "integer"}]}
            entry = {"in": place, "name": parameter["name"], "schema": kind}
            if place == "path" or parameter.get("required"):
                entry["required"] = True
            result["parameters"].append(entry)
    known = {parameter["name"] for parameter in result["parameters"] if parameter["in"] == "path"}
    for name in wanted:
        if name not in known:
            result["parameters"].append({"in": "path", "name": name, "required": True, "schema": {"type": "string"}})
    if not result["parameters"]:
        del result["parameters"]
    if body:
        binary = any(schema.get("format") == "binary" or schema.get("type") == "file" for schema in body.values())
        media = "multipart/form-data" if binary else "application/json"
        result["requestBody"] = {"content": {media: {"schema": {"type": "object", "properties": body}}}}
    result["responses"] = {}
    for status, response in older["responses"].items():
        if status < "400":
            schema = facts_only(response.get("schema"), names)
            if schema == {"type": "file"}:
                result["responses"][status] = {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}
            else:
                result["responses"][status] = {"content": {"application/json": {"schema": schema}}} if schema else {}
            if status == "200" and not schema and method == "get":
                # A file, as the paths say.
                result["responses"][status] = {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}
    return result


def routes(document, older):
    known = {(method, route_key(path)) for path, item in document["paths"].items() for method in item if method in METHODS}
    newer_tags = {re.sub(r"\W+", "", tag).lower(): tag for item in document["paths"].values()
                  for method, entry in item.items() if method in METHODS for tag in entry.get("tags", [])}
    other_tags = {"go_proxy": "Packages: Go", "ml_model_registry": "ML model registry"}
    schemas = {re.sub(r"\W|_", "", name).lower(): name for name in document["components"]["schemas"]}

    def tag(name, path):
        kind, _, rest = name.partition("_")
        nearest = [newer for key, newer in newer_tags.items() if rest == "packages" and key == "packages" + kind.replace("rubygem", "rubygem")]
        if "/artifacts/" in path:
            return newer_tags.get("jobartifacts", "Job artifacts")
        return (nearest + [newer_tags.get(name.replace("_", "")), other_tags.get(name)] + [name.replace("_", " ").capitalize()])[0] \
            or other_tags.get(name) or (("Packages: " + kind.capitalize()) if rest == "packages" else name.replace("_", " ").capitalize())

    paths = {}
    for path, item in older["paths"].items():
        for method, entry in item.items():
            if method not in METHODS or (method, route_key(path)) in known:
                continue
            tags = [tag(name, path) for name in entry.get("tags", [])[:1]]
            names = lambda name: schemas.get(re.sub(r"\W|_", "", name).lower())
            paths.setdefault(path, {})[method] = operation(method, path, entry, tags, names, older.get("definitions", {}))
    whole = {"openapi": "3.0.0", "info": {"title": "Routes that GitLab's OpenAPI document lacks"}, "paths": paths}
    lines = [yaml.safe_dump({key: whole[key] for key in ("openapi", "info")}, sort_keys=False).rstrip(), "paths:"]
    for path, item in paths.items():
        lines.append(f"  {path}:")
        for method, entry in item.items():
            flow = yaml.safe_dump(entry, sort_keys=False, width=100_000, default_flow_style=True).rstrip()
            lines.append(f"    {method}: {flow}")
    return "\n".join(lines) + "\n", sum(map(len, paths.values()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("material", type=pathlib.Path)
    parser.add_argument("document", type=pathlib.Path)
    parser.add_argument("older", type=pathlib.Path)
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "facts")
    options = parser.parse_args()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document = yaml.load(options.document.read_text(), Loader=loader)
    older = yaml.load(options.older.read_text(), Loader=loader)
    options.output.mkdir(exist_ok=True)
    (options.output / "responses.yaml").write_text(
        "# Responses of operations, where GitLab's document says something else. README.md describes the keys.\n\n"
        + responses(options.material))
    fields = Fields(options.material)
    (options.output / "fields.yaml").write_text(
        "# The fields of responses, where GitLab's document says something else. README.md describes the keys.\n\n"
        + fields.text())
    text, count = routes(document, older)
    (options.output / "routes.yaml").write_text(
        "# Operations that GitLab's document lacks, above all those with a wildcard in the path.\n\n" + text)
    kinds = collections.Counter()
    for rows in fields.rows.values():
        for keys in rows.values():
            kinds["types" if ("type" in keys or "list" in keys) and "was" in keys else "fields" if "type" in keys else
                  "doubts" if "maybe" in keys else "nothing"] += 1
            kinds["nullable"] += bool(keys.get("nullable"))
    print(dict(kinds), f"{count} routes")


main()
