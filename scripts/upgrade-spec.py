#!/usr/bin/env python3
"""Writes the spec of an older revision in today's language, so that `gitlab-codegen compare` can read it.

    scripts/upgrade-spec.py REVISION FOLDER
    gitlab-codegen compare FOLDER/spec spec

Only what the reader does not accept is changed: tables stood below `attributes`, `suppress` was called `waive`, accepted
differences `waivers`, a type had a name of SwiftUI's, `nullable_response` was `nullable_answer`,
and an `id_or_path` did not say what it names. What operations
inherit they may still repeat.
"""

import io
import pathlib
import re
import subprocess
import sys
import tarfile

# Things that IDs and paths name, by the attribute; in the file of namespaces, all of them name one.
NAMED = {"id": "project", "user_id": "user", "forked_from_id": "project", "namespace": "namespace", "project_id": "project"}


def upgraded(path, text):
    def row(match):
        named = "namespace" if path.stem == "namespaces" else NAMED[match[2]]
        return f"{match[1]}{{ type: id_or_path, of: {named},"

    text = re.sub(r"^attributes:", "tables:", text, flags=re.M)
    text = re.sub(r"\bwaive: (?={)", "suppress: ", text)
    text = re.sub(r"^  waivers:", "  accepted:", text, flags=re.M)
    text = re.sub(r"\banswer-(?=shape|status)", "response-", text)
    text = re.sub(r"\bnullable_answer\b", "nullable_response", text)
    text = re.sub(r"\bNamespace\b(?=[:,\] ])", "BasicNamespace", text)
    return re.sub(r"^( +(\w+): +)\{ type: id_or_path,(?! of:)", row, text, flags=re.M)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    revision, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    archive = subprocess.run(["git", "archive", revision, "spec"], check=True, stdout=subprocess.PIPE).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    for path in folder.rglob("*.yaml"):
        path.write_text(upgraded(path, path.read_text()))


if __name__ == "__main__":
    main()
