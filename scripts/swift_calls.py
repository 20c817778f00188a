"""The routes of the spec with the Swift that calls them, for the scripts beside it."""

import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FACTS = ROOT / "facts/operations.tsv"


def shape(method, path):
    """A route without what may differ between the spec and GitLab's documents: the names of placeholders, and parts of
    a path that are optional."""
    path = re.sub(r"\([^()]*\)", "", path).removeprefix("/api/v4")
    steps = [":" if re.fullmatch(r"[:*].*|\{.*\}", step) else step for step in path.split("/") if step]
    return f"{method.upper()} /{'/'.join(steps)}"


def printed(file=None):
    """Returns the output of `gitlab-codegen operations`, from a file if one is named: `operations` with method, path, call,
    request, module, tier and since, one for each route; `modules` with their tags; and what is `left_out`."""
    if file:
        return json.loads(Path(file).read_text(encoding="utf-8"))
    command = ["swift", "run", "--quiet", "gitlab-codegen", "operations"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout)


def by_shape(operations):
    """The operations of the spec by their routes: there can be several views of one route."""
    found = {}
    for operation in operations:
        found.setdefault(shape(operation["method"], operation["path"]), []).append(operation)
    return found


def documented():
    """The version of GitLab, and the operations of its document: [(method, path, [tag, ...]), ...]."""
    lines = FACTS.read_text(encoding="utf-8").splitlines()
    version = next(line.removeprefix("# gitlab: ") for line in lines if line.startswith("# gitlab: "))
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return version, [(method, path, tags.split("; ") if tags else []) for method, path, tags in rows]
