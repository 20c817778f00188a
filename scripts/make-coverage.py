#!/usr/bin/env python3
"""Writes the pages of documentation that list every operation of GitLab's API with its Swift name.

    scripts/make-coverage.py [--check] [--operations FILE]

The operations are those of facts/operations.tsv, their Swift names come from `gitlab-codegen operations`, or from FILE with
what that printed. With --check, nothing is written, and pages that are out of date are an error. An operation is the same where
method and path are, whatever the names of placeholders; optional parts of a path are left out.
"""

import argparse
import fnmatch
import re
import sys
import textwrap
from collections import Counter

import swift_calls

FOLDER = swift_calls.ROOT / "Sources/GitLabRuntime/GitLabRuntime.docc/Coverage"
MARK = "<!-- Written by scripts/make-coverage.py. DO NOT EDIT: run `make coverage`. -->"
# The name of GitLab's document in spec/drift.yaml.
DOCUMENT = "openapi_v3"
UNTAGGED = "Without a tag"
# The page of tags whose operations belong to no module.
ELSEWHERE = "Elsewhere"


class Coverage:
    """The operations of GitLab's document beside those of the spec."""

    def __init__(self, spec):
        self.version, documented = swift_calls.documented()
        self.calls = swift_calls.by_shape(spec["operations"])
        self.left_out = [entry for entry in spec["left_out"] if not entry["documents"] or DOCUMENT in entry["documents"]]
        self.modules = [module["name"] for module in spec["modules"]]
        self.module_of_tag = {tag: module["name"] for module in spec["modules"] for tag in module["tags"]}
        self.tags = {}
        for method, path, tags in documented:
            for tag in tags or [UNTAGGED]:
                self.tags.setdefault(tag, []).append((method, path))
        self.operations = [(method, path) for method, path, _ in documented]
        shapes = {swift_calls.shape(*operation) for operation in self.operations}
        self.undocumented = [call for shape, calls in self.calls.items() if shape not in shapes for call in calls]

    def calls_of(self, operation):
        return self.calls.get(swift_calls.shape(*operation), [])

    def reason(self, operation):
        """Why the spec leaves an operation out; None where it has it, or just does not have it yet."""
        if self.calls_of(operation):
            return None
        route = " ".join(operation)
        fits = (entry["because"] for entry in self.left_out for place in entry["at"] if matches(place, route))
        return next(fits, None)

    def module(self, tag):
        return self.module_of_tag.get(tag, ELSEWHERE)

    def counts(self, tag):
        """How many operations a tag has: in the document, in the spec, and left out with a reason."""
        operations = self.tags[tag]
        return (len(operations), sum(bool(self.calls_of(one)) for one in operations),
                sum(bool(self.reason(one)) for one in operations))


def matches(pattern, route):
    """Whether a place of drift.yaml, in which only `*` is special, is a route."""
    return fnmatch.fnmatchcase(route, re.sub(r"([\[?])", r"[\1]", pattern))


def state(documented, present, left_out):
    if present + left_out == documented and present:
        return "covered"
    return "partly" if present else "left out" if left_out == documented else "none"


def table(head, alignment, rows):
    lines = [f"| {' | '.join(cells)} |" for cells in [head, *rows]]
    return "\n".join([lines[0], f"|{'|'.join(alignment)}|", *lines[1:]])


def page_name(module):
    return f"Operations{module}"


def heading_link(tag, module):
    """A link to the section of a tag, in the form that DocC gives headings."""
    return f"[{tag}](doc:{page_name(module)}#{tag.replace(' ', '-')})"


def wrapped(text):
    """Paragraphs with lines of the length that the other articles have."""
    return "\n\n".join(textwrap.fill(one, 130, break_long_words=False, break_on_hyphens=False) for one in text.split("\n\n"))


def section(title, text):
    return f"## {title}\n\n{text}"


def swift(calls, module):
    """The methods for an operation, each with its module where the page is that of another one."""
    def one(call):
        return f"`{call['call']}`" + (f" of `{call['module']}`" if call["module"] != module else "")
    return ", ".join(dict.fromkeys(map(one, calls))) or "`CustomRequest`"


def fact(calls, key):
    """The tier or the version, where all methods have the same."""
    values = {call[key] for call in calls}
    return (values.pop() or "") if len(values) == 1 else ""


def operation_rows(coverage, operations, module):
    for operation in operations:
        calls = coverage.calls_of(operation)
        yield [f"`{' '.join(operation)}`", swift(calls, module), fact(calls, "tier").capitalize(), fact(calls, "since")]


def operation_table(coverage, operations, module):
    """Tier and version have a column where one of the operations has them."""
    rows = list(operation_rows(coverage, operations, module))
    head = ["Operation", "Swift", "Tier", "Since"]
    used = [column for column in range(len(head)) if column < 2 or any(row[column] for row in rows)]
    return table([head[column] for column in used], ["---"] * len(used), [[row[column] for column in used] for row in rows])


def module_page(coverage, module, tags):
    """The page of a module: a table for each tag, and one of the operations that GitLab's document lacks."""
    parts = [section(tag, operation_table(coverage, coverage.tags[tag], module)) for tag in tags]
    own = [(call["method"], call["path"]) for call in coverage.undocumented if call["module"] == module]
    if own:
        intro = "GitLab has these operations, which its OpenAPI document lacks."
        parts.append(section("Not in the document", f"{intro}\n\n{operation_table(coverage, list(dict.fromkeys(own)), module)}"))
    if module == ELSEWHERE:
        title, about = "Operations of no module", "Operations for which the library has neither a method nor a module."
    else:
        title = f"Operations of {module}"
        about = f"Each operation of GitLab's API that belongs to the module `{module}`, with its method."
    overview = ("A method stands with the labels of the arguments that it needs. ``CustomRequest`` calls an operation that has no "
                "method (<doc:AnyEndpoint>). <doc:Coverage> counts the operations of each tag.")
    return "\n\n".join([f"# {title}", about, MARK, section("Overview", wrapped(overview)), *parts]) + "\n"


def tag_rows(coverage):
    for tag in sorted(coverage.tags, key=str.lower):
        module, counts = coverage.module(tag), coverage.counts(tag)
        name = f"`{module}`" if module != ELSEWHERE else ""
        yield [heading_link(tag, module), name, *map(str, counts), state(*counts)]


def left_out_rows(coverage):
    for operation in coverage.operations:
        if reason := coverage.reason(operation):
            yield [f"`{' '.join(operation)}`", reason]


def overview(coverage):
    present = sum(bool(coverage.calls_of(one)) for one in coverage.operations)
    tags = coverage.tags.keys() - {UNTAGGED}
    states = Counter(state(*coverage.counts(tag)) for tag in tags)
    counted = ", ".join(f"{states[name]} {words}" for name, words in [
        ("covered", "are covered"), ("partly", "partly"), ("none", "not"), ("left out", "left out")] if states[name])
    return (
        f"The OpenAPI document of GitLab {coverage.version} has {len(coverage.operations):,} operations. Methods of this library call "
        f"{present:,} of them, and {len({(c['method'], c['path']) for c in coverage.undocumented})} further ones that the document "
        f"lacks. ``CustomRequest`` calls the rest (<doc:AnyEndpoint>).\n\n"
        f"GitLab files its operations under {len(tags)} tags: {counted}. A tag is covered if each of its operations "
        f"has a method or is left out for a reason.\n\n"
        f"An operation with several tags counts for each of them. The table names the module to which the tag belongs. A method "
        f"can be in another module, which then stands behind it.")


def coverage_page(coverage, modules):
    counts = table(["Tag", "Module", "In the document", "With a method", "Left out", "State"],
                   ["---", "---", "--:", "--:", "--:", "---"], tag_rows(coverage))
    reasons = table(["Operation", "Reason"], ["---"] * 2, left_out_rows(coverage))
    topics = "\n".join(f"- <doc:{page_name(module)}>" for module in modules)
    return "\n\n".join([
        "# Coverage", "Find the method of each operation of GitLab's API, and see which have none.", MARK,
        section("Overview", wrapped(overview(coverage))), section("By tag", counts), section("Left out", reasons),
        section("Topics", f"### Operations by module\n\n{topics}")]) + "\n"


def pages(coverage):
    """The text of each page by its file name."""
    tags = {}
    for tag in sorted(coverage.tags, key=str.lower):
        tags.setdefault(coverage.module(tag), []).append(tag)
    for call in coverage.undocumented:
        tags.setdefault(call["module"], [])
    modules = [module for module in [*coverage.modules, ELSEWHERE] if module in tags]
    found = {f"{page_name(module)}.md": module_page(coverage, module, tags[module]) for module in modules}
    return found | {"Coverage.md": coverage_page(coverage, modules)}


def check(expected, present):
    names = sorted(name for name in expected.keys() | present.keys() if expected.get(name) != present.get(name))
    for name in names:
        print(f"error: {(FOLDER / name).relative_to(swift_calls.ROOT)} is out of date: run `make coverage`", file=sys.stderr)
    if names:
        sys.exit(1)
    print(f"{len(expected)} pages with the operations of GitLab's API agree with spec/ and facts/operations.tsv.")


def write(expected, present):
    FOLDER.mkdir(exist_ok=True)
    for name in present.keys() - expected.keys():
        (FOLDER / name).unlink()
    for name, text in expected.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{len(expected)} pages in {FOLDER.relative_to(swift_calls.ROOT)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--operations", metavar="FILE")
    options = parser.parse_args()
    expected = pages(Coverage(swift_calls.printed(options.operations)))
    present = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    (check if options.check else write)(expected, present)


main()
