#!/usr/bin/env python3
"""Holds spec/schema.json against the files of the spec, with a validator that is not ours.

    scripts/check-schema.py [EXAMPLES.json]

Every file of the spec has to be valid, and to name the schema in its first line. EXAMPLES.json may hold examples of the
rules, as [{"rule": …, "text": …, "isSeen": …}]: those that the schema can see have to be invalid, all others valid.
Needs python3-jsonschema and python3-yaml, which scripts/setup.sh --tests installs.
"""

import json
import pathlib
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def main():
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    schema = json.loads((ROOT / "spec/schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    problems, files = [], sorted((ROOT / "spec").rglob("*.yaml"))
    for file in files:
        name = file.relative_to(ROOT)
        text = file.read_text()
        address = "../" * (len(name.parts) - 2) + "schema.json"
        if text.split("\n", 1)[0] != f"# yaml-language-server: $schema={address}":
            problems.append(f"{name}:1: the first line has to be: # yaml-language-server: $schema={address}")
        for error in validator.iter_errors(yaml.load(text, LOADER) or {}):
            problems.append(f"{name}: {'.'.join(map(str, error.absolute_path))}: {error.message}")
    examples = json.loads(pathlib.Path(sys.argv[1]).read_text()) if len(sys.argv) == 2 else []
    for example in examples:
        try:
            document = yaml.load(example["text"], LOADER)
            valid = validator.is_valid(document)
        except yaml.YAMLError:
            valid = None  # No schema is asked where the file cannot be read.
        except (TypeError, ValueError):
            valid = None  # Keys that are lists: Python has no such mapping.
        if example["isSeen"] and valid is not False:
            problems.append(f"the schema does not see that this breaks {example['rule']}:\n{example['text']}")
        if not example["isSeen"] and valid is False:
            error = next(validator.iter_errors(document))
            problems.append(f"the schema rejects an example of {example['rule']}: {error.message}\n{example['text']}")
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    seen = sum(example["isSeen"] for example in examples)
    print(f"{len(files)} files and {len(examples)} examples, of which {seen} had to be rejected: {len(problems)} problems.")
    sys.exit(1 if problems else 0)


main()
