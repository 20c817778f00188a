#!/usr/bin/env python3
"""Writes the table of operations that Tests/SpecTests holds the spec against.

    scripts/make-operation-table.py ENDPOINTS OPERATIONS OPENAPI_2 CLIENT_GO > Tests/SpecTests/operations.json

ENDPOINTS is endpoints.json, the list of endpoints that compare-with-reference.py describes. Every other route of the
spec is looked up in the three files that documented_operations.py describes; of the spec, only its routes are read. The
table has what a request is made of and nothing else, an attribute a line: name, location, type, whether it is required,
its values and its default. A key that is absent means "not stated"; `required` is absent for "no", and listed in
`unstated` if no source tells. Views of one endpoint that the documents show under headings of their own (`variant_of`)
are left out. Corrections that correct nothing are reported. Needs PyYAML.
"""

import json
import sys
from pathlib import Path

import yaml

import specfile
from documented_operations import Documents, conditional

SPEC = Path(__file__).resolve().parent.parent / "spec"

TYPES = {"integer_or_string": "id_or_path", "boolean_or_string": "boolean"}

OPENAPI = "GitLab's OpenAPI document of mid 2026"
CODE = "GitLab's code"

# (operation, attribute): what a newer or closer source says of it, and which source that is.
CORRECTIONS = {
    ("GET /namespaces/:id", "id"): ({"type": "id_or_path"}, OPENAPI),
    ("GET /projects/:id/share_locations", "id"): ({"type": "integer"}, CODE),
    ("GET /projects/:id/share_locations", "page"): ({"in": "query", "type": "integer", "default": 1}, CODE),
    ("GET /projects/:id/share_locations", "per_page"): ({"in": "query", "type": "integer", "default": 20}, CODE),
    ("POST /projects/:id/import_project_members/:project_id", "project_id"): ({"type": "integer"}, CODE),
    ("DELETE /projects/:id/access_requests/:user_id", "If-Unmodified-Since"): (
        {"in": "header", "type": "datetime"}, CODE),
    ("GET /projects/:id/issues/:issue_iid/notes", "activity_filter"): (
        {"in": "query", "type": "string", "enum": ["all_notes", "only_comments", "only_activity"],
         "default": "all_notes"}, OPENAPI),
} | {
    (operation, name): ({"in": "body", "type": kind}, OPENAPI)
    for operation in ["POST /projects/:id/hooks", "PUT /projects/:id/hooks/:hook_id"]
    for name, kind in [("resource_deploy_token_events", "boolean"), ("signing_token", "string")]
} | {
    (operation, name): ({"in": "body", "type": kind}, OPENAPI)
    for operation, rows in [
        ("POST /projects", [("duo_sast_fp_detection_enabled", "boolean"), ("duo_sast_vr_workflow_enabled", "boolean")]),
        ("POST /projects/user/:user_id",
         [("duo_sast_fp_detection_enabled", "boolean"), ("duo_sast_vr_workflow_enabled", "boolean")]),
        ("PUT /projects/:id", [("security_policy_pipeline_must_succeed", "boolean")]),
        ("PUT /projects/:id/security_settings",
         [("fast_dependency_paths_enabled", "boolean"), ("pre_receive_secret_detection_enabled", "boolean")]),
        ("POST /projects/:id/export", [("excluded_relations", "array<string>")]),
    ]
    for name, kind in rows
} | {
    (operation, "duo_secret_detection_fp_enabled"): ({"in": "body", "type": "boolean"}, OPENAPI)
    for operation in ["POST /projects", "POST /projects/user/:user_id", "PUT /projects/:id"]
} | {
    (operation, "host_keys"): ({"in": "body", "type": "array<string>"}, OPENAPI)
    for operation in ["POST /projects/:id/remote_mirrors", "PUT /projects/:id/remote_mirrors/:mirror_id"]
} | {
    (operation, name): ({"in": "body", "type": kind}, OPENAPI)
    for operation in ["POST /projects/import", "POST /projects/remote-import", "POST /projects/remote-import-s3"]
    for name, kind in [("namespace_id", "integer"), ("namespace_path", "string")]
} | {
    ("POST /projects/import", "override_params." + name): ({"type": "boolean"}, OPENAPI)
    for name in ["duo_sast_fp_detection_enabled", "duo_sast_vr_workflow_enabled", "duo_secret_detection_fp_enabled"]
} | {
    ("GET /projects/:id/repository/commits", "follow"): (
        {"in": "query", "type": "boolean", "default": True}, f"{OPENAPI}; GitLab's page for the default"),
    ("PUT /projects/:id/security_settings", "secret_push_protection_enabled"): ({"required": False}, OPENAPI),
    ("PUT /projects/:id", "merge_train_enforcement"): (
        {"in": "body", "type": "string",
         "enum": ["allow_bypass", "enforce_with_owner_override", "enforce_for_all_users"]}, OPENAPI),
    ("PUT /projects/:id", "reviewer_assignment_strategy"): (
        {"in": "body", "type": "string", "enum": ["disabled", "code_owners", "dap_powered"]}, OPENAPI),
}

# Operations that are newer than endpoints.json, and what says so.
ADDITIONS = [
    {"method": "POST", "path": "/projects/:id/import/git", "source": OPENAPI, "params": [
        {"name": "id", "in": "path", "type": "integer_or_string", "required": True},
        {"name": "import_url", "in": "body", "type": "string", "required": True},
        {"name": "import_url_user", "in": "body", "type": "string"},
        {"name": "import_url_password", "in": "body", "type": "string"},
    ]},
]


def attribute(stated):
    """One attribute, or one member of a hash, which has no location."""
    row = {"name": stated["name"]}
    if "in" in stated:
        row["in"] = stated["in"]
    row["type"] = TYPES.get(stated["type"], stated["type"])
    # A member that is required in its hash is required, also where the hash is not.
    if stated.get("required") in (True, "when upload is given"):
        row["required"] = True
    elif stated.get("required", False) is None:
        row["unstated"] = ["required"]
    values = stated.get("enum") or stated.get("item_enum")
    if values:
        row["values"] = [str(value) for value in values]
    default = stated.get("default", stated.get("doc_default"))
    if default is not None:
        values = default if isinstance(default, list) else [default]
        row["default"] = [str(value).lower() if isinstance(value, bool) else str(value) for value in values]
    if "fields" in stated:
        row["members"] = [attribute(member) for member in stated["fields"]]
    return row


def lines(row, indent):
    """A row on a line of its own; one that has members, on a line for each of them."""
    members = row.pop("members", None)
    head = json.dumps(row, ensure_ascii=False)
    if not members:
        return indent + head
    rows = ",\n".join(lines(member, indent + "  ") for member in members)
    return f'{indent}{head[:-1]}, "members": [\n{rows}\n{indent}]}}'


def corrected(endpoint):
    """The attributes of an endpoint, with what other sources say of them."""
    operation = f"{endpoint['method']} {endpoint['path']}"
    corrections = {name: changes for (corrected_one, name), (changes, _) in CORRECTIONS.items()
                   if corrected_one == operation}
    endpoint["params"] = conditional(operation, endpoint["params"])
    known = {stated["name"] for stated in endpoint["params"]}
    for row in endpoint["params"]:
        members = {name.partition(".")[2]: changes for name, changes in corrections.items()
                   if name.startswith(row["name"] + ".")}
        if members and row.get("fields"):
            row["fields"] = row["fields"] + [{"name": name} | changes for name, changes in members.items()]
    corrections = {name: changes for name, changes in corrections.items() if "." not in name}
    stated = [stated | corrections.get(stated["name"], {}) for stated in endpoint["params"]]
    return stated + [{"name": name} | row for name, row in corrections.items() if name not in known]


def routes():
    """Method and path of every operation of the spec."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    documents = [yaml.load(file.read_text(encoding="utf-8"), loader) or {} for file in SPEC.rglob("*.yaml")]
    parents = {name: parent for document in documents for name, parent in document.get("parents", {}).items()}
    return {f"{method} {path}" for document in documents for operation in document.get("operations", {}).values()
            for _, method, path in specfile.routes(operation, document["resource"], parents)}


def main(arguments):
    if len(arguments) != 4:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        endpoints = [endpoint for endpoint in json.load(file) if "variant_of" not in endpoint] + ADDITIONS
    documents = Documents(*arguments[1:])
    for route in sorted(routes() - {f"{endpoint['method']} {endpoint['path']}" for endpoint in endpoints}):
        endpoint = documents.endpoint(route)
        if endpoint:
            endpoints.append(endpoint)
        else:
            print(f"no source has {route}", file=sys.stderr)
    for correction in documents.unused():
        print(f"corrects nothing: {correction}", file=sys.stderr)
    operations = []
    for endpoint in sorted(endpoints, key=lambda endpoint: (endpoint["path"], endpoint["method"])):
        rows = ",\n".join(lines(attribute(stated), "    ") for stated in corrected(endpoint))
        head = f'"method": {json.dumps(endpoint["method"])}, "path": {json.dumps(endpoint["path"])}'
        operations.append(f'  {{{head}, "attributes": [\n{rows}\n  ]}}')
    print("[\n" + ",\n".join(operations) + "\n]")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
