#!/usr/bin/env python3
"""Holds the central operations and types of the spec against a reference description of GitLab's API, all facts of a row.

What all operations take is compared by a test, Tests/SpecTests; this goes deeper: tiers, versions, deprecations, units.

    scripts/compare-with-reference.py REFERENCE_DIR

Prints a table that counts attributes or fields (reference, spec) and their aspects such as type, default and tier
(compared, excepted, differing), then the exceptions with their reasons, then the unexplained differences. Exits with 0
if there are none, otherwise with 1; a wrong call exits with 2. The explanations are part of this file: one that no
longer explains anything is a difference, too. Needs PyYAML.

REFERENCE_DIR holds two JSON files, in which an absent key means "not stated":

endpoints.json, a list of endpoints:
    id            "projects.list": resource and operation (see OPERATIONS)
    method, path  "GET", "/projects/:id"
    pagination    "none", "offset" or "offset+keyset"
    response      {kind: "array" or "object", entity: name of an entity}
    role, admin_only
    constraints   [{kind: "at_least_one_of" or "mutually_exclusive", params: [names] or a sentence}, ...]
    params        [{name, in: "path", "query" or "body", type, required, ...}, ...]; optional keys of a parameter:
                  enum or item_enum, enum_admin_only [values], enum_conditions {value: sentence}, default or
                  doc_default, nullable, minimum, maximum, max_length, unit, tier, role, admin_only, introduced,
                  offering, deprecated {since, use: "name" or "name (inverted)"}, accepts_comma_separated or encoding
                  "comma-separated ...", open_ended (a hash with any keys), fields (a hash with fixed ones),
                  requires {other: value}

entities.json, a map from the names of entities to {fields: [...]} or {extends: name, adds: [...]}. A field has
    name, type    "string", "array<Name>", the name of an entity, ...
    optional      false: always there; true: not always; null: unknown
    conditions    when it is there, as a sentence; edition: set if only Enterprise Edition has it
    nullable      true: seen as null; false: never null; null: unknown
    enum, tier, deprecated
"""

import json
import sys
import textwrap
from collections import Counter
from pathlib import Path

import yaml

import specfile

SPEC = Path(__file__).resolve().parent.parent / "spec"

# The operations that are compared, and what the reference calls them.
OPERATIONS = {
    "projects.list": "projects.list", "projects.get": "projects.get", "projects.create": "projects.create",
    "projects.edit": "projects.update",
}

# Types of the spec and the entities that they are made of.
ENTITIES = {
    "BasicNamespace": ["Namespace"],
    "BasicProject": ["BasicProject"],
    "BasicUser": ["Owner"],
    "ContainerExpirationPolicy": ["ContainerExpirationPolicy"],
    "CustomAttribute": ["CustomAttribute"],
    "MemberAccess": ["AccessLevel"],
    "Project": ["Project", "ProjectWithAccess"],
    "ProjectLicense": ["License"],
    "ProjectLinks": ["ProjectLinks"],
    "ProjectPermissions": ["Permissions"],
    "ProjectStatistics": ["ProjectStatistics"],
    "SharedGroup": ["SharedWithGroup"],
}

# (where, aspect): why the spec says something else there.
EXCEPTIONS = {
    ("Project.project_id", "presence"):
        "only fragments in GitLab's documents show it, no server sends it",
    ("Project.emails_disabled", "deprecated"):
        "the reference tells of the inversion at the attribute only, it holds for the field as well",
    ("Project.ci_id_token_sub_claim_components", "enum"):
        "the reference lists the values at the attribute of this name only",
    ("MemberAccess.access_level", "enum"):
        "the reference names the scale in a note",
    ("MemberAccess.notification_level", "enum"):
        "the reference lists no values; these are those of GitLab's NotificationSetting",
    ("SharedGroup.group_access_level", "enum"):
        "the reference lists no values; it is the role that the group was invited with",
    ("BasicUser.state", "enum"):
        "the reference lists no values for owners; these are the states of a GitLab account",
    ("BasicProject.avatar_url", "nullable"):
        "the same field as in Project, where it was seen as null",
    ("SharedGroup.expires_at", "nullable"):
        "the reference is silent; an invitation without an end has no date",
    ("CustomAttribute.key", "always"):
        "the reference is silent; an attribute is nothing without its key",
    ("CustomAttribute.value", "always"):
        "the reference is silent; GitLab does not store an attribute without a value",
    ("ContainerExpirationPolicy.name_regex", "deprecated"):
        "its replacement is documented, but servers do not send it",
    ("projects.create.container_expiration_policy_attributes.name_regex", "deprecated"):
        "its replacement is documented, but servers drop it",
    ("projects.edit.container_expiration_policy_attributes.name_regex", "deprecated"):
        "its replacement is documented, but servers drop it",
    ("projects.list.pagination", "needs"):
        "the reference says so in a note: keyset with another order returns 405",
    ("projects.list.custom_attributes", "admin"):
        "the reference says so of with_custom_attributes only; custom attributes are the administrators' alone",
    ("projects.create.group_with_project_templates_id", "needs"):
        "documented, but no server is known to reject it; stated in the row's sentence",
}

# (enum, value): why the enum has a value that an attribute or field which uses it does not list.
WIDER_ENUMS = {
    ("FeatureAccessLevel", "public"): "one enum for all features; the value carries the condition",
    ("AccessLevel", 0): "one enum for all roles; no access is returned, but cannot be requested",
}

# Attributes that the reference does not call nullable, but that hold an optional setting which null takes away.
UNSET_BY_NULL = dict.fromkeys([
    "ci_config_path", "ci_default_git_depth", "ci_delete_pipelines_in_seconds", "description",
    "external_authorization_classification_label", "issue_branch_template", "issues_template", "keep_n",
    "max_artifacts_size", "merge_commit_template", "merge_request_title_regex",
    "merge_request_title_regex_description", "merge_requests_template", "mirror_branch_regex",
    "mr_default_title_template", "name_regex", "name_regex_delete", "name_regex_keep", "older_than",
    "squash_commit_template", "suggestion_commit_message",
], "null takes the setting away; the reference is silent about null")

READ_AS_NULL = "an attribute that null unsets is returned as null; the reference is silent"


class UniqueKeyLoader(yaml.SafeLoader):
    """PyYAML's safe loader, except that a key may not stand twice in one mapping."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key.value}", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


class Spec:
    """All files of the spec as one namespace."""

    def __init__(self, folder):
        self.operations, self.tables, self.hashes, self.types, self.enums = {}, {}, {}, {}, {}
        documents = []
        for path in sorted(folder.rglob("*.yaml")):
            document = yaml.load(path.read_text(encoding="utf-8"), UniqueKeyLoader)
            documents.append(document)
            for key, found in [("tables", self.tables), ("hashes", self.hashes), ("types", self.types),
                               ("enums", self.enums)]:
                for name, declaration in document.get(key, {}).items():
                    if name in found:
                        raise SystemExit(f"{path}: {name} is declared twice")
                    found[name] = declaration
        for document in documents:
            for name, operation in document.get("operations", {}).items():
                self.operations[f"{document['resource']['name']}.{name}"] = specfile.resolved(
                    name, operation, document["resource"], self.tables)

    def attributes(self, operation):
        """The rows of an operation, its tables' among them: name -> (location, row)."""
        rows = {}
        for location in ["path", "query", "body"]:
            for name, row in operation[location].items():
                if name in rows:
                    raise SystemExit(f"{operation['request']}: attribute {name} appears twice")
                rows[name] = (location, row)
        return rows

    def wire_type(self, written):
        """Returns the type of a row on the wire, and the name of its enum if it has one."""
        if isinstance(written, list):
            item, enum = self.wire_type(written[0])
            return f"array<{item}>", enum
        if isinstance(written, dict) or written in self.hashes:
            return "hash", None
        if written in self.enums:
            return self.enums[written].get("type", "string"), written
        return written, None

    def enum_values(self, name):
        """The values of an enum as they travel: value -> row."""
        return {row.get("value", key): row for key, row in self.enums[name]["values"].items()}


class Comparison:
    """Counts what was compared and keeps what differs."""

    def __init__(self):
        self.counts, self.differences, self.excepted, self.used = {}, [], {}, set()

    def begin(self, part, in_reference, in_spec):
        self.part = self.counts[part] = Counter(reference=in_reference, spec=in_spec)

    def check(self, where, aspect, reference, spec, reason=None):
        """Compares one aspect; a difference is excepted by the given reason or by EXCEPTIONS."""
        self.part["compared"] += 1
        if reference == spec:
            return
        reason = self.explanation(EXCEPTIONS, (where, aspect)) or reason
        if reason:
            self.part["excepted"] += 1
            self.excepted.setdefault((aspect, reason), []).append(where)
        else:
            self.part["differing"] += 1
            self.differences.append(f"{where}: {aspect} is {reference!r} in the reference, {spec!r} in the spec")

    def explanation(self, explanations, key):
        """Returns the text of an explanation, if there is one; it then counts as needed."""
        if key in explanations:
            self.used.add(key)
            return explanations[key]
        return None

    def both(self, where, reference, spec):
        """The names that both sides know; the others are differences."""
        for name in sorted(reference.keys() ^ spec.keys()):
            side = {True: "there", False: "missing"}
            self.check(f"{where}.{name}", "presence", side[name in reference], side[name in spec])
        return [name for name in reference if name in spec]

    def unused_exceptions(self):
        """Explanations in this file that explain nothing."""
        known = EXCEPTIONS.keys() | WIDER_ENUMS.keys() | UNSET_BY_NULL.keys()
        self.begin("explanations", len(known), len(self.used))
        for explanation in sorted(known - self.used, key=str):
            self.check(explanation, "explanation", "needless", "there")


def deprecation(found):
    """Deprecations of both sides in one shape, or None."""
    if not found:
        return None
    use = found.get("use", "").removeprefix("the ")
    inverted = found.get("inverted", False) or use.endswith(" (inverted)")
    return {"since": found.get("since"), "use": use.removesuffix(" (inverted)"), "inverted": inverted}


def compare_enum(spec, result, where, enum, reference):
    """Values of an enum; the spec's may be wider if WIDER_ENUMS says why."""
    values = set(spec.enum_values(enum)) if enum else set()
    listed = set(reference or [])
    wider = {value for value in values - listed if listed and (enum, value) in WIDER_ENUMS}
    reasons = [result.explanation(WIDER_ENUMS, (enum, value)) for value in sorted(wider, key=str)]
    result.check(where, "enum", sorted(listed, key=str), sorted(values, key=str),
                 "; ".join(reasons) if values - wider == listed else None)


def compare_attribute(spec, result, where, reference, row):
    """One attribute of a request, everything but its location."""
    kind, enum = spec.wire_type(row["type"])
    kinds = {"integer_or_string": "id_or_path"}
    result.check(where, "type", kinds.get(reference["type"], reference["type"]), kind)
    result.check(where, "open hash", reference.get("open_ended", False), row["type"] == {"string": "string"})
    compare_enum(spec, result, where, enum, reference.get("enum") or reference.get("item_enum"))
    values = spec.enum_values(enum) if enum and "enum" in reference else {}
    result.check(where, "values for administrators", sorted(reference.get("enum_admin_only", [])),
                 sorted(str(value) for value, about in values.items() if about.get("admin")))
    result.check(where, "values with a condition", sorted(reference.get("enum_conditions", {})),
                 sorted(str(value) for value, about in values.items()
                        if about.get("when") and (enum, value) not in WIDER_ENUMS))
    result.check(where, "required", bool(reference.get("required")), row.get("required", False))
    result.check(where, "default", reference.get("default", reference.get("doc_default")), row.get("default"))
    unset = row.get("nullable", False) and not reference.get("nullable", False)
    result.check(where, "nullable", reference.get("nullable", False), row.get("nullable", False),
                 result.explanation(UNSET_BY_NULL, where.rpartition(".")[2]) if unset else None)
    result.check(where, "admin", reference.get("admin_only", False), row.get("admin", False))
    result.check(where, "since", reference.get("introduced"), row.get("since"))
    for key in ["minimum", "maximum", "max_length", "unit", "tier", "role", "offering"]:
        result.check(where, key, reference.get(key), row.get(key))
    result.check(where, "deprecated", deprecation(reference.get("deprecated")), deprecation(row.get("deprecated")))
    commas = reference.get("accepts_comma_separated") or reference.get("encoding", "").startswith("comma-separated")
    result.check(where, "comma_separated", bool(commas), row.get("comma_separated", False))
    if isinstance(row["type"], str) and row["type"] in spec.hashes:
        fields = {field["name"]: field for field in reference.get("fields", [])}
        members = spec.hashes[row["type"]]["attributes"]
        for name in result.both(where, fields, members):
            compare_attribute(spec, result, f"{where}.{name}", fields[name], members[name])


def compare_constraints(result, operation_id, endpoint, operation):
    """Compares attributes that must be given together, and those that must not."""
    reference = {constraint["kind"]: constraint["params"] for constraint in endpoint.get("constraints", [])
                 if constraint["kind"] in ("at_least_one_of", "mutually_exclusive")}
    spec, needs = {}, {}
    for constraint in operation.get("constraints", []):
        if "needs" in constraint:
            needs[constraint["attribute"]] = constraint["needs"]
        else:
            spec |= constraint
    names = reference.get("at_least_one_of")
    result.check(operation_id, "at_least_one_of", "any" if isinstance(names, str) else names,
                 spec.get("at_least_one_of"))
    result.check(operation_id, "exclusive", reference.get("mutually_exclusive"), spec.get("exclusive"))
    required = {param["name"]: param["requires"] for param in endpoint["params"] if "requires" in param}
    for name in sorted(required.keys() | needs.keys()):
        result.check(f"{operation_id}.{name}", "needs", required.get(name), needs.get(name))


def compare_operation(spec, result, operation_id, endpoint, operation):
    """One operation and all its attributes."""
    if not endpoint:
        result.begin(operation_id, 0, len(spec.attributes(operation)))
        result.check(operation_id, "presence", "missing", "there")
        return
    reference = {param["name"]: param for param in endpoint["params"]}
    rows = spec.attributes(operation)
    result.begin(operation_id, len(reference), len(rows))
    result.check(operation_id, "path", endpoint["path"], operation.get(endpoint["method"]))
    pages = endpoint["pagination"].split("+") if endpoint["pagination"] != "none" else []
    result.check(operation_id, "pages", pages, operation.get("pages", []))
    result.check(operation_id, "role", endpoint.get("role"), operation.get("role"))
    result.check(operation_id, "admin", endpoint.get("admin_only", False), operation.get("admin", False))
    returns = operation["returns"]
    item = returns[0] if isinstance(returns, list) else returns
    kind = "array" if isinstance(returns, list) else "object"
    result.check(operation_id, "response", endpoint["response"]["kind"], kind)
    result.check(operation_id, "response's type", True, endpoint["response"]["entity"] in ENTITIES.get(item, []))
    compare_constraints(result, operation_id, endpoint, operation)
    for name in result.both(operation_id, reference, rows):
        location, row = rows[name]
        result.check(f"{operation_id}.{name}", "location", reference[name]["in"], location)
        compare_attribute(spec, result, f"{operation_id}.{name}", reference[name], row)


def conditional(field):
    """Whether the reference names a condition; an example that happens to lack the field is none."""
    sentence = field.get("conditions") or ""
    return "edition" in field or bool(sentence) and not sentence.startswith("absent in some")


def compare_type(spec, result, name, entities):
    """One type and all its fields."""
    reference = {}
    for entity in (entities[entity] for entity in ENTITIES.get(name, [])):
        reference |= {field["name"]: field for field in [*entity.get("fields", []), *entity.get("adds", [])]}
    fields = spec.types[name]["fields"]
    result.begin(name, len(reference), len(fields))
    types = {entity: declared for declared, origin in ENTITIES.items() for entity in origin}
    nullable = {attribute for operation in spec.operations.values()
                for attribute, (_, row) in spec.attributes(operation).items() if row.get("nullable")}
    for key in result.both(name, reference, fields):
        field, row, where = reference[key], fields[key], f"{name}.{key}"
        kind, enum = spec.wire_type(row["type"])
        item = field["type"].removeprefix("array<").removesuffix(">")
        result.check(where, "type", field["type"].replace(item, types.get(item, item)), kind)
        compare_enum(spec, result, where, enum, field.get("enum"))
        result.check(where, "nullable", field["nullable"] is True, row.get("nullable", False),
                     READ_AS_NULL if field["nullable"] is None and key in nullable else None)
        if row.get("always"):
            result.check(where, "always", True, field["optional"] is False and field["nullable"] is not True)
        result.check(where, "condition", conditional(field),
                     bool(row.get("when")) or conditional(field) and "tier" in row)
        result.check(where, "tier", field.get("tier"), row.get("tier"))
        result.check(where, "deprecated", deprecation(field["deprecated"]), deprecation(row.get("deprecated")))


def report(result):
    """Counts as a table, then the exceptions, then the differences."""
    columns = ["reference", "spec", "compared", "excepted", "differing"]
    print(f"{'':28}" + "".join(f"{column:>11}" for column in columns))
    for part, counts in result.counts.items():
        print(f"{part:28}" + "".join(f"{counts[column]:>11}" for column in columns))
    total = sum(result.counts.values(), Counter())
    print(f"{'total':28}" + f"{'':22}" + "".join(f"{total[column]:>11}" for column in columns[2:]))
    print(f"\n{total['excepted']} exceptions" + (":" if result.excepted else "."))
    for (aspect, reason), places in result.excepted.items():
        print(f"  {aspect}: {reason}")
        print(textwrap.fill(", ".join(places), 120, initial_indent="    ", subsequent_indent="    "))
    print(f"\n{len(result.differences)} unexplained differences" + (":" if result.differences else "."))
    for difference in result.differences:
        print(f"  {difference}")


def main(arguments):
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    endpoints = {endpoint["id"]: endpoint for endpoint in json.loads((folder / "endpoints.json").read_text("utf-8"))}
    entities = json.loads((folder / "entities.json").read_text("utf-8"))
    spec, result = Spec(SPEC), Comparison()
    for name, reference in OPERATIONS.items():
        compare_operation(spec, result, name, endpoints.get(reference), spec.operations[name])
    for name in ENTITIES:
        compare_type(spec, result, name, entities)
    result.unused_exceptions()
    report(result)
    return 1 if result.differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
