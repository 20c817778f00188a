"""Reads operations from the files of the spec, with what they inherit. For the scripts beside it."""

import re

LOCATIONS = ["path", "query", "header", "body"]
METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]
PREPOSITIONS = "By|For|From|In|Including|Of|On|To|With"


def route(operation):
    """The method and the path: ("GET", "/projects/:id")."""
    method = next(method for method in METHODS if method in operation)
    return method, operation[method]


def placeholder(parent):
    """The name of the placeholder of a parent: `award_target` for `AwardTarget`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", parent).lower()


def parent_of(operation, parents):
    """The name of the parent that the path of an operation begins with, or None."""
    first = route(operation)[1].split("/")[1]
    return next((name for name in parents if first == f":{placeholder(name)}"), None)


def routes(operation, resource, parents):
    """Each method and path of an operation with the name of its parent's case, None where it has one path alone:
    [("issue", "GET", "/projects/:id/issues/:issue_iid/notes"), ...]."""
    method, path = route(operation)
    parent = parent_of(operation, parents)
    if parent is None:
        return [(None, method, path)]
    rest = path.removeprefix(f"/:{placeholder(parent)}")
    cases = parents[parent]["cases"]
    taken = operation.get("parents") or resource.get("parents") or list(cases)
    return [(name, method, case["path"] + rest) for name, case in cases.items() if name in taken]


def case_rows(case, tables):
    """The rows of the path of a parent's case, in the order of the path."""
    rows = dict(case.get("attributes") or {})
    for table in case.get("tables") or []:
        rows |= tables[table]
    return {name: rows[name] for name in re.findall(r":(\w+)", case["path"])}


def singular(name):
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith(("ches", "shes", "sses", "xes")):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def request_name(name, resource_type):
    """The name of a request by the rule: the verb, the resource, and what else the name of the operation says."""
    verb = re.match("[^A-Z]*", name)[0]
    rest = name[len(verb):]
    is_variant = rest.endswith("By") or re.match(f"({PREPOSITIONS})([^a-z]|$)", rest)
    is_about_many = verb == "list" and (not rest or is_variant)
    return verb[:1].upper() + verb[1:] + (resource_type if is_about_many else singular(resource_type)) + rest


def resolved(name, operation, resource, tables):
    """An operation with the name of its request, the address of its documentation, and all its rows below `path`,
    `query`, `header` and `body`: its own, those of tables and of its resource, and those that its pages bring."""
    found = {key: value for key, value in operation.items() if not key.endswith("_tables")}
    found.setdefault("request", request_name(name, resource["type"]))
    found |= {key: resource[key] for key in ["tier", "role", "admin"] if key in resource and key not in operation}
    docs = operation.get("docs", "")
    found["docs"] = resource.get("docs", "") + docs if not docs or docs.startswith("#") else docs
    for location in LOCATIONS:
        rows = dict(operation.get(location) or {})
        for table in operation.get(f"{location}_tables") or []:
            rows |= tables[table]
        found[location] = rows
    placeholders = [step[1:] for step in route(operation)[1].split("/") if step.startswith(":")]
    inherited = dict(resource.get("path") or {})
    for table in resource.get("path_tables") or []:
        inherited |= tables[table]
    path = {**inherited, **found["path"]}
    found["path"] = {name: path[name] for name in placeholders if name in path}
    for mode in operation.get("pages") or []:
        for name, row in tables[f"{mode}_paging"].items():
            found["query"][name] = found["query"].pop(name, row)
    return found
