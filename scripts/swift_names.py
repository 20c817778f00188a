"""How a name of the spec becomes one of Swift's; the table of acronyms is the generator's own."""

import re
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "Sources/SpecModel/API/Acronyms.swift"
ACRONYMS = set(re.search(r'static let table = """(.*?)"""', TABLE.read_text(), re.DOTALL)[1].split())


def capitals(word):
    """The word in capitals if it is an acronym, or one in the plural or with a number; else None."""
    if word in ACRONYMS:
        return word.upper()
    if word.endswith("s") and word[:-1] in ACRONYMS:
        return word[:-1].upper() + "s"
    stem = word.rstrip("0123456789")
    return word.upper() if stem in ACRONYMS else None


def member_name(name):
    """The name of a property by the rule: `avatar_url` is `avatarURL`."""
    words = [word.lower() for word in re.split(r"[-_. ]+", name) if word]
    return words[0] + "".join(capitals(word) or word.capitalize() for word in words[1:])
