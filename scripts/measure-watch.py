#!/usr/bin/env python3
"""Measures how long `gitlab-codegen generate --watch` takes to answer an edit: from writing the file until it has printed what changed.

    scripts/measure-watch.py GITLAB-CODEGEN [FILES]

GITLAB-CODEGEN is the built command, of a release build. In a copy of the spec, a row of each of FILES files (40 by default, evenly
from all) is edited, and then one is added: the name of a row that is new to the spec concerns everything. Prints the median, the
ninth tenth and the longest of the times of a clock. Fails if the files are not current in the end.
"""

import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROW = re.compile(r'^( +)(\w+): +\{ type: .*\."', re.MULTILINE)


class Watch:
    def __init__(self, command, folder):
        self.process = subprocess.Popen(
            [command, "generate", "--watch"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.wait_for("watching")

    def wait_for(self, words):
        for line in self.process.stdout:
            if words in line:
                return line
        sys.exit("error: it ended")

    def answer(self, file, text):
        """The time until it has said how many files it changed, and that line."""
        start = time.perf_counter()
        file.write_text(text)
        line = self.wait_for(" unchanged")
        duration = time.perf_counter() - start
        self.wait_for("watching")
        return duration * 1000, line

    def end(self):
        self.process.terminate()
        self.process.wait()


def edited(text):
    """Another sentence in the row in the middle."""
    rows = list(ROW.finditer(text))
    row = rows[len(rows) // 2]
    return text[: row.end() - 2] + " here" + text[row.end() - 2 :]


def enlarged(text, number):
    """One more row before the row in the middle."""
    rows = list(ROW.finditer(text))
    row = rows[len(rows) // 2]
    added = f'{row[1]}measured_{number}: {{ type: boolean, about: "Whether something new is there." }}\n'
    return text[: row.start()] + added + text[row.start() :]


def report(what, times):
    ordered = sorted(times)
    print(
        f"| {what} | {len(times)} | {statistics.median(times):.0f} | {ordered[len(times) * 9 // 10]:.0f} | {ordered[-1]:.0f} |",
        flush=True)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    command, count = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) == 3 else 40
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        shutil.copytree(ROOT / "spec", folder / "spec")
        shutil.copytree(ROOT / "Generated", folder / "Generated")
        files = [file for file in sorted((folder / "spec").rglob("*.yaml")) if ROW.search(file.read_text())]
        files = files[:: max(1, len(files) // count)][:count]
        watch = Watch(command, folder)
        print("| edit of the spec, answered | edits | median, ms | nine of ten within, ms | longest, ms |")
        print("|---|---:|---:|---:|---:|")
        report("a row gets another sentence", [watch.answer(file, edited(file.read_text()))[0] for file in files])
        times = [watch.answer(file, enlarged(file.read_text(), number))[0] for number, file in enumerate(files[::4])]
        report("a row is added", times)
        watch.end()
        subprocess.run([command, "verify"], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    finally:
        shutil.rmtree(folder)


main()
