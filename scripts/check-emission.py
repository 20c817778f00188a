#!/usr/bin/env python3
"""Checks what the generator emits: things that a reader of the client sees and no compiler does.

    scripts/check-emission.py [--client Generated] [--spec spec] [CHECK ...]

Each check is a function below CHECKS. It takes the client and the spec, prints what it counted, and yields what is wrong.
Exits with 0 if nothing is, otherwise with 1. Needs PyYAML.

acronyms  Acronyms are in capitals behind the first word of each name: `beforeSHA`, by the generator's table.
closures  A closure `configure` is there only where an attribute is left that it can set.
docs      Every link of a method or a request leads to a section of GitLab's page, or the spec says why not.
verbs     A method is called by the verb for what it does: list, get, create, edit, delete, and no second word for one of
          these; a variant is a label; the request is the verb and the resource; a resource's property is its type.
"""

import argparse
import collections
import pathlib
import re
import sys

import yaml

import specfile
from swift_names import capitals

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Declaration = collections.namedtuple("Declaration", "place line documentation")


class Spec:
    """The operations of the spec, with what they inherit, by the types of their resources."""

    def __init__(self, folder):
        documents = [yaml.load(file.read_text(), LOADER) or {} for file in sorted(folder.rglob("*.yaml"))]
        tables = {name: rows for document in documents for name, rows in (document.get("tables") or {}).items()}
        self.operations = {}
        for document in documents:
            for name, operation in (document.get("operations") or {}).items():
                resource = document["resource"]
                self.operations[resource["type"], name] = specfile.resolved(name, operation, resource, tables)


class Client:
    """The declarations of the client that have a documentation comment."""

    def __init__(self, folder):
        self.folder = folder
        self.declarations = []
        for file in sorted(folder.rglob("*.swift")):
            comment = []
            for number, line in enumerate(file.read_text().splitlines(), 1):
                text = line.strip()
                if text.startswith("///"):
                    comment.append(text[3:].strip())
                elif comment and not text.startswith("@"):
                    place = f"{file.relative_to(ROOT) if file.is_relative_to(ROOT) else file}:{number}"
                    self.declarations.append(Declaration(place, text, " ".join(comment)))
                    comment = []


def docs(client, spec):
    reasons = {
        (resource, operation["docs"]): operation["suppress"]["missing-anchor"]
        for (resource, _), operation in spec.operations.items() if "missing-anchor" in operation.get("suppress", {})}
    requests = {operation["request"]: resource for (resource, _), operation in spec.operations.items()}
    sections = collections.Counter()
    pages = collections.Counter()
    for declaration in client.declarations:
        link = re.search(r"\[GitLab's documentation\]\((\S+)\)", declaration.documentation)
        request = re.match(r"public struct (\w+)", declaration.line)
        is_method = re.search(r"\bfunc ", declaration.line) is not None
        if not link or not is_method and (not request or request[1] not in requests):
            continue
        kind = "methods" if is_method else "requests"
        if "#" in link[1]:
            sections[kind] += 1
            continue
        resource = pathlib.Path(declaration.place.rpartition(":")[0]).stem if is_method else requests[request[1]]
        if (resource, link[1]) in reasons:
            pages[kind] += 1
        else:
            yield f"{declaration.place}: the link leads to a page, and the spec does not say why: {link[1]}"
    print(f"docs: {sections['methods']} methods and {sections['requests']} requests link to a section, "
          f"{pages['methods']} and {pages['requests']} to a page:")
    for (resource, name), operation in spec.operations.items():
        if reason := operation.get("suppress", {}).get("missing-anchor"):
            print(f"    {resource}.{name}: {reason}")
    if sections["requests"] + pages["requests"] != len(spec.operations):
        yield f"{client.folder}: {len(spec.operations)} operations, but {sections['requests'] + pages['requests']} requests with a link"


def closures(client, spec):
    """Checks the properties that the closure of each initialiser can set: the properties that are not parameters."""
    counted = 0
    for file in sorted(client.folder.rglob("*.swift")):
        for name, body in re.findall(r"^public struct (\w+)[^\n]*\{\n(.*?)^\}", file.read_text(), re.M | re.S):
            settable = set(re.findall(r"^    (?:@Boxed )?public var (\w+|`\w+`):", body, re.M)) - {"nullable"}
            for parameters in re.findall(r"^    public init\((.*?)\) \{$", body, re.M | re.S):
                if "configure: (inout" not in parameters:
                    continue
                counted += 1
                given = {words.split()[-1].strip("`") for words in re.findall(r"([\w` ]+):", parameters)}
                if not {name.strip("`") for name in settable} - given:
                    yield f"{file.relative_to(ROOT)}: the closure of {name} can set nothing"
    print(f"closures: {counted} initialisers take a closure, each with something to set")


# Synonyms of the verbs, and variants that a method of the kind begins with.
SYNONYMS = set("""all change configure destroy fetch find index insert modify new patch post put query read retrieve show
    status store update upload view write""".split())
# No argument could have the label of what belongs to the whole server: `listForInstance`.
VARIANTS = re.compile(r"(For(?!Instance$)|Including)(?![a-z])|By$")


def verbs(client, spec):
    explicit = []
    for (resource, name), operation in spec.operations.items():
        place = f"{resource}.{name}"
        verb = re.match("[^A-Z]*", name)[0]
        method, path = specfile.route(operation)
        returns = operation.get("returns")
        is_list = isinstance(returns, list)
        # Uploading and downloading name what travels: `uploadAvatar`, `downloadSnapshot`.
        if verb in SYNONYMS and not (verb == "upload" and name != "upload"):
            yield f"{place}: '{verb}' is another word for one of list, get, create, edit, delete"
        # What is written may be returned as a list: the new order of all, or all that were added.
        if is_list != (verb == "list") and (verb == "list" or method == "GET"):
            yield f"{place}: '{verb}' {'returns' if is_list else 'does not return'} a list"
        if method == "DELETE" and not re.match("delete|remove|revoke|un|deny", verb):
            yield f"{place}: '{verb}' sends DELETE"
        if returns == "download" and verb != "download":
            yield f"{place}: '{verb}' returns a file"
        if operation["request"] != specfile.request_name(name, resource):
            explicit.append(f"{operation['request']} of {place}")
    methods = 0
    for (resource, _), operation in spec.operations.items():
        text = client_text(client, resource)
        for name in set(re.findall(r"^    public .*?func `?(\w+)`?\(", text, re.M)):
            methods += 1
            if VARIANTS.search(name.removeprefix(re.match("[^A-Z]*", name)[0])):
                yield f"{resource}.{name}: the variant is a label: list(forUser:)"
    for resource in {resource for resource, _ in spec.operations}:
        # The capitals at its start are one word: `ciLint` is of the type CILint.
        word = re.match(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]", resource)[0]
        name = word.lower() + resource[len(word):]
        if not re.search(rf"public var {name}: {resource} ", client_text(client, resource)):
            if resource != "GitLabPages":
                yield f"{resource}: its property has another name"
    print(f"verbs: {len(spec.operations)} operations keep the rule; requests with a name of their own: {len(explicit)}")
    for line in explicit:
        print(f"    {line}")


def client_text(client, resource):
    return next(client.folder.glob(f"*/{resource}/{resource}.swift")).read_text()


NAME = re.compile(r"\b(?:var|let|func|struct|typealias) `?(\w+)")
# A word with a capital that is not part of an acronym, as Ds of IDs is.
CAPITALISED = re.compile(r"(?<![A-Z])[A-Z][a-z]+[0-9]*(?![a-z])")


def acronyms(client, spec):
    count = 0
    for file in sorted(client.folder.rglob("*.swift")):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            for name in [] if line.lstrip().startswith("//") else NAME.findall(line):
                count += 1
                for word in CAPITALISED.findall(name):
                    if capitals(word.lower()) not in (None, word):
                        better = name.replace(word, capitals(word.lower()))
                        yield f"{file.relative_to(client.folder)}:{number}: '{name}': write '{better}'"
    print(f"acronyms: {count} names")


CHECKS = [acronyms, closures, docs, verbs]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--client", type=pathlib.Path, default=ROOT / "Generated")
    parser.add_argument("--spec", type=pathlib.Path, default=ROOT / "spec")
    parser.add_argument("checks", nargs="*", metavar="CHECK", choices=[check.__name__ for check in CHECKS] + [[]])
    arguments = parser.parse_args()
    client, spec = Client(arguments.client), Spec(arguments.spec)
    problems = [
        problem for check in CHECKS if not arguments.checks or check.__name__ in arguments.checks
        for problem in check(client, spec)]
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
