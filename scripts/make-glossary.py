#!/usr/bin/env python3
"""Writes facts/glossary.yaml from the sentences of spec/.

    scripts/make-glossary.py [--count SPEC]

A name with a type gets a sentence if spec/ has only one for it, or one several times. The file is edited by hand afterwards:
running this again writes it from scratch. --count prints how many rows of the imported spec in SPEC have a sentence instead.
Needs PyYAML.
"""

import argparse
import collections
import json
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOCATIONS = ("path", "query", "header", "body")


def text(kind, row):
    if isinstance(kind, list):
        return f"[{text(kind[0], {})}]"
    if isinstance(kind, dict):
        return f"{{string: {text(kind['string'], {})}}}"
    return f"{kind} of {row['of']}" if kind == "id_or_path" and "of" in row else kind


def rows(spec):
    """Each row of a spec: its place, name, type and keys."""
    for path in sorted(spec.rglob("*.yaml")):
        content = yaml.safe_load(path.read_text()) or {}
        tables = list((content.get("tables") or {}).values()) + [(content.get("resource") or {}).get("path")]
        tables += [hash_.get("attributes") for hash_ in (content.get("hashes") or {}).values()]
        tables += [operation.get(place) for operation in (content.get("operations") or {}).values() for place in LOCATIONS]
        fields = [kind.get("fields") for kind in (content.get("types") or {}).values()]
        for place, found in (("attributes", tables), ("fields", fields)):
            for table in found:
                for name, row in (table or {}).items():
                    yield place, str(name), text(row["type"], row), row


def things():
    """The things that a sentence can name, as the importer has them."""
    source = (ROOT / "Sources/SpecWriter/Glossary.swift").read_text()
    return set(re.findall(r'"(\w+)"', source[source.index("let things"):source.index("]", source.index("let things"))]))


def glossary():
    """Each name and type with the sentences that can stand elsewhere: the only one, one used several times, and those that
    name a thing, which are taken only where a row is about it."""
    known = things()
    sentences = collections.defaultdict(collections.Counter)
    for place, name, kind, row in rows(ROOT / "spec"):
        sentences[place, name, kind][row["about"], row.get("unit"), row.get("since")] += 1
    for key, found in sentences.items():
        one = len({about for about, _, _ in found}) == 1
        kept = {}
        for (about, unit, since), count in found.most_common():
            prose = " ".join(about.split("`")[::2]).lower()
            names = any(word in known or word.rstrip("s") in known for word in re.findall("[a-z]+", prose))
            if one or count > 1 or names:
                kept.setdefault(about, (about, unit, since if len(found) == 1 and count > 1 else None))
        if kept:
            yield key, list(kept.values())


def write():
    places = {"attributes": collections.defaultdict(list), "fields": collections.defaultdict(list)}
    for (place, name, kind), entries in glossary():
        texts = []
        for about, unit, since in entries:
            keys = [f"unit: {unit}"] * bool(unit) + [f"since: {json.dumps(since)}"] * bool(since)
            keys.append(f"about: {json.dumps(about, ensure_ascii=False)}")
            texts.append(f"{{ {', '.join(keys)} }}")
        places[place][name].append((kind, texts))
    lines = ["# Sentences for rows of a name and a type. README.md describes the file.", "", "sentences:"]
    for place, names in places.items():
        lines.append(f"  {place}:")
        for name, entries in sorted(names.items()):
            lines.append(f"    {json.dumps(name)}:")
            for kind, texts in sorted(entries):
                lines.append(f"      {json.dumps(kind)}:" + (f" {texts[0]}" if len(texts) == 1 else ""))
                lines += [f"        - {text}" for text in texts if len(texts) > 1]
    (ROOT / "facts/glossary.yaml").write_text("\n".join(lines) + "\n")


def count(spec):
    worded, all_of = collections.Counter(), collections.Counter()
    for place, _, _, row in rows(spec):
        all_of[place] += 1
        worded[place] += not row["about"].startswith("TODO")
    for place in all_of:
        print(f"{place}: {worded[place]} of {all_of[place]} rows have a sentence")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=pathlib.Path)
    options = parser.parse_args()
    count(options.count) if options.count else write()


main()
