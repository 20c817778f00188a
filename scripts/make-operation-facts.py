#!/usr/bin/env python3
"""Writes facts/operations.tsv: method, path and tags of each operation of GitLab's OpenAPI document.

    scripts/make-operation-facts.py OPENAPI [VERSION] [--changes]

OPENAPI is the document, in YAML or JSON, VERSION that of the GitLab it comes with, such as 19.2.0. The document does not say
its version: without VERSION, the newest one that it mentions is written down as such. With --changes, nothing is written; the
operations that the document has or lacks beside facts/operations.tsv are printed as Markdown. Needs PyYAML.
"""

import argparse
import re
from pathlib import Path

import yaml

import specfile
import swift_calls

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

HEAD = """\
# Method, path and tags of each operation of GitLab's OpenAPI document, written by scripts/make-operation-facts.py.
# gitlab: {version}
# document: {title}, OpenAPI {openapi}, {count} operations
"""


def written(path):
    """A path as the spec writes it: /api/v4/projects/{id} is /projects/:id."""
    return re.sub(r"\{(\w+)\}", r":\1", path.removeprefix("/api/v4"))


def newest_version(text):
    """The newest version of GitLab that a document mentions."""
    found = {(int(major), int(minor)) for major, minor in re.findall(r"\bGitLab (\d+)\.(\d+)", text)}
    return "{}.{} or later".format(*max(found))


def rows(document):
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method.upper() in specfile.METHODS:
                yield written(path), specfile.METHODS.index(method.upper()), "; ".join(operation.get("tags") or [])


def operations(document):
    """The operations of a document, as facts/operations.tsv has them."""
    return [(specfile.METHODS[method], path, tags) for path, method, tags in sorted(rows(document))]


def changes(found):
    """The operations that are new and those that are gone, as Markdown."""
    version, known = swift_calls.documented()
    lines = [f"## Operations since GitLab {version}"]
    for title, here, there in [("New operations", found, known), ("Operations that are gone", known, found)]:
        others = {swift_calls.shape(method, path) for method, path, _ in there}
        only = [one for one in here if swift_calls.shape(*one[:2]) not in others]
        names = [f"* `{method} {path}` ({tags if isinstance(tags, str) else '; '.join(tags)})" for method, path, tags in only]
        lines += [f"### {title}: {len(only)}", *(["\n".join(names)] if names else [])]
    return "\n\n".join(lines)


def write(found, document, version):
    head = HEAD.format(
        version=version, title=document["info"]["title"], openapi=document.get("openapi") or document.get("swagger"),
        count=len(found))
    swift_calls.FACTS.write_text(head + "".join("\t".join(row) + "\n" for row in found), encoding="utf-8")
    print(f"{len(found)} operations in {swift_calls.FACTS.relative_to(swift_calls.ROOT)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("openapi", type=Path)
    parser.add_argument("version", nargs="?")
    parser.add_argument("--changes", action="store_true")
    options = parser.parse_args()
    text = options.openapi.read_text(encoding="utf-8")
    document = yaml.load(text, LOADER)
    found = operations(document)
    if options.changes:
        print(changes(found))
    else:
        write(found, document, options.version or newest_version(text))


main()
