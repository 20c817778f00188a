#!/usr/bin/env python3
"""Writes the fixtures of the tests: responses of the same keys, types and nulls as given ones, with values of our own.

    scripts/make-fixtures.py EXAMPLES_FOLDER [OUTPUT_FOLDER]

Takes the `*.json` of the folder whose entry in index.json says "response", and writes one file of the same name for
each. The values depend on the given ones only, so that what was equal stays equal: words are replaced by other words,
numbers and moments are moved, flags turned. Values of GitLab's enums stay, being part of its language; so do the keys
of hashes, except where the keys are names of things.
"""

import json
import re
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zlib import crc32

import yaml

ROOT = Path(__file__).resolve().parent.parent
WORDS = """acorn amber anchor aspen badger basil beacon birch breeze brook canyon cedar cinder clover cobalt comet coral
    crane delta ember falcon fern fjord flint gale garnet glade harbor hazel heron indigo iris ivory jasper juniper
    kestrel lagoon larch lilac linden lotus maple marsh meadow mesa mint moss nectar oasis ochre olive onyx opal orchid
    otter pebble pine plum poppy prairie quartz quill raven reed ridge robin saffron sage sienna slate sparrow spruce
    tansy teal thistle timber topaz tulip umber velvet vesper violet walnut willow wren yarrow zephyr""".split()

# Responses whose keys are names of things: the place of the hash, from the top of the response.
NAMED = {"13-get-languages.json": [()], "15-import-members-partial-error.json": [("message",)]}

MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d))?")
URL = re.compile(r"(https?://)([^/]+)(/.*)?")
# Parts of addresses that mean something to GitLab.
ADDRESS = {"api", "v4", "projects", "groups", "uploads", "avatar", "blob", "main", "git"}
# Numbers that mean something: GitLab's roles and notification levels.
MEANINGFUL = ("access_level", "notification_level")


def enum_values():
    """Every value of GitLab's enums that the spec knows."""
    values = set()
    for path in (ROOT / "spec").rglob("*.yaml"):
        document = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) or {}
        for enum in (document.get("enums") or {}).values():
            values |= set(enum["values"])
    return values


class Author:
    """Thinks up values."""

    def __init__(self, kept):
        self.kept = kept

    def word(self, word):
        """Another word in the same case, other digits; single letters stay, as they may be units."""
        if len(word) == 1 and word.isalpha():
            return word
        if re.fullmatch(r"[0-9a-f]{20,}", word):
            return "".join(f"{(int(digit, 16) + 5) % 16:x}" for digit in word)
        if word.isdigit():
            return "".join(str((int(digit) + 3) % 9 + 1) for digit in word)
        other = WORDS[crc32(word.lower().encode()) % len(WORDS)]
        if word.isupper():
            return other.upper()
        return other.capitalize() if word[0].isupper() else other

    def words(self, text, kept=frozenset()):
        """A text with every word replaced; what stands between them stays."""
        return re.sub(r"[0-9a-f]{20,}|[^\W\d_]+|\d+",
                      lambda found: found[0] if found[0] in kept else self.word(found[0]), text)

    def text(self, text):
        """A text of the same form."""
        if moment := MOMENT.fullmatch(text):
            return self.moment(*moment.groups())
        if url := URL.fullmatch(text):
            scheme, _, rest = url.groups()
            return f"{scheme}gitlab.test{self.words(rest or '', ADDRESS)}"
        if text in self.kept:
            return text
        if status := re.match(r"(\d{3} [A-Z]\w+)(.*)", text):
            return status[1] + self.words(status[2], {"Not", "Found"})
        return self.words(text, {"git"})

    def moment(self, date, time, fraction, zone):
        """A moment or a day, written in the same way."""
        moment = datetime.fromisoformat(f"{date}T{time or '00:00:00'}") + timedelta(days=811, minutes=97)
        if not time:
            return f"{moment:%Y-%m-%d}"
        digits = "." + "".join(str((int(digit) + 4) % 10) for digit in fraction[1:]) if fraction else ""
        return f"{moment:%Y-%m-%dT%H:%M:%S}{digits}{zone}"

    def value(self, value, key, place, named):
        """A value of the same type."""
        if isinstance(value, dict):
            return {self.words(name) if place in named else name: self.value(member, name, (*place, name), named)
                    for name, member in value.items()}
        if isinstance(value, list):
            return [self.value(element, key, place, named) for element in value]
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, bool):
            return not value
        if isinstance(value, int):
            return value if key.endswith(MEANINGFUL) else value * 3 + 4
        if isinstance(value, float):
            return round(value * 0.75 + 0.5, 2)
        return value


def main(arguments):
    if not arguments:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 2
    examples = Path(arguments[0])
    output = Path(arguments[1]) if len(arguments) > 1 else ROOT / "Tests/GitLabTests/Fixtures"
    author = Author(enum_values())
    output.mkdir(parents=True, exist_ok=True)
    for entry in json.loads((examples / "index.json").read_text(encoding="utf-8")):
        if entry["kind"] == "response":
            name = entry["file"]
            response = json.loads((examples / name).read_text(encoding="utf-8"))
            own = author.value(response, "", (), NAMED.get(name, []))
            (output / name).write_text(json.dumps(own, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
