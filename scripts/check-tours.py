#!/usr/bin/env python3
"""Runs the programs of Examples/Tours as their articles show, against a GitLab in Ruby that remembers what they do.

Each target of Examples/Tours has an article that shows commands with what they print, in blocks of text that begin with
`$ swift run NAME`. Each is run, in the order of the article, in a folder with a copy of Examples/Tours/Files, and has to print
exactly that. What has then changed in the server has to be what Examples/Tours/Changes/NAME.txt lists.

The programs are compiled against the modules that `swift build --enable-all-traits` has left, so that nothing is built twice.
`--update` writes the output into the articles, and the changes; read the diff. `--only NAME` runs some of them.
"""

import argparse
import concurrent.futures
import difflib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

from built_modules import ROOT, build_folder, linked, module_flags, run

TOURS = ROOT / "Examples/Tours"
ARTICLES = sorted(ROOT.glob("Sources/*/*.docc/**/*.md"))
ALWAYS_LINKED = ["GitLabCommon", "GitLabRuntime", "HTTPTypes"]
SESSION = re.compile(r"(?<=\n```text\n)\$ swift run (\w+)(.*)\n((?:.*\n)*?)(?=```\n)")
EXAMPLE_URL = "https://gitlab.example.com"


class Server:
    """The GitLab of one tour. It ends when its standard input is closed, which the end of this process does too."""

    def __init__(self, work):
        port_file = work / "port"
        script = [TOURS / "Server/gitlab.rb", "--port", "0", "--port-file", port_file]
        self.process = subprocess.Popen(["ruby", *script], stdin=subprocess.PIPE)
        deadline = time.monotonic() + 60
        while not port_file.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                sys.exit("error: the GitLab of the tours did not start")
            time.sleep(0.02)
        self.url = f"http://127.0.0.1:{port_file.read_text()}"

    def state(self):
        with urllib.request.urlopen(f"{self.url}/_state") as response:
            return json.load(response)

    def stop(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def changes(before, after, path=""):
    """A line for each value that came, went or became another."""
    if before == after:
        return []
    if isinstance(before, list) and isinstance(after, list):
        before, after = dict(enumerate(before)), dict(enumerate(after))
    if not isinstance(before, dict) or not isinstance(after, dict):
        return [f"{path}: {text(before)} -> {text(after)}"]
    lines = []
    for key in [*before, *(key for key in after if key not in before)]:
        place = f"{path} > {key}" if path else str(key)
        if key not in before:
            lines.append(f"{place}: new {text(after[key])}")
        elif key not in after:
            lines.append(f"{place}: gone")
        else:
            lines += changes(before[key], after[key], place)
    return lines


def text(value):
    return json.dumps(value, ensure_ascii=False)


def targets():
    """The programs, with the products that the manifest gives them."""
    dumped = run(["swift", "package", "--package-path", TOURS, "dump-package"])
    if dumped.returncode:
        sys.exit(dumped.stderr)
    return {target["name"]: {dependency["product"][0] for dependency in target["dependencies"]}
            for target in json.loads(dumped.stdout)["targets"]}


def build(name, products, flags, folder, work):
    """Compiles and links a program; the module imports what the manifest says, and nothing else."""
    sources = sorted((TOURS / "Sources" / name).glob("*.swift"))
    imported = {module for path in sources for module in re.findall(r"^import (GitLab\w*)", path.read_text(), re.M)}
    if imported != products:
        sys.exit(f"error: {name} imports {sorted(imported)}; Examples/Tours/Package.swift gives it {sorted(products)}")
    libraries = linked([*sorted(products), *ALWAYS_LINKED], folder, work)
    result = run(["swiftc", "-warnings-as-errors", "-module-name", name, *flags, *sources, *libraries, "-o", work / name])
    if result.returncode:
        sys.exit(result.stderr)


def environment(name, url):
    """Returns the environment of the program: the variables of a CI/CD job, or those that people set."""
    job = {"CI_API_V4_URL": f"{url}/api/v4", "CI_PROJECT_ID": "7", "CI_COMMIT_SHA": "a8819787a5d3007ebbe60df5b5a8c10b96547694"}
    server = job if "CI" in name else {"GITLAB_URL": url}
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITLAB_", "CI_"))}
    return {**kept, **server, "GITLAB_TOKEN": "glpat-tour", "SWIFT_BACKTRACE": "enable=no"}


def run_sessions(name, article, work):
    """Runs the commands of an article; the article with what they print, and what has changed in the server."""
    files = shutil.copytree(TOURS / "Files", work / "files")
    server = Server(work)

    def printed(match):
        if match[1] != name:
            return match[0]
        result = run([work / name, *shlex.split(match[2])], cwd=files, env=environment(name, server.url), timeout=120)
        output = result.stdout + result.stderr + (f"exit code {result.returncode}\n" if result.returncode else "")
        return f"$ swift run {name}{match[2]}\n{output.replace(server.url, EXAMPLE_URL)}"

    try:
        before = server.state()
        article = SESSION.sub(printed, article)
        lines = "".join(f"{line}\n" for line in changes(before, server.state()))
        return article, lines.replace(server.url, EXAMPLE_URL)
    finally:
        server.stop()


def check(path, wanted, updates):
    """Returns the difference of the file from the wanted text; empty if it is as wanted, or was made so."""
    present = path.read_text() if path.exists() else ""
    if updates:
        path.write_text(wanted)
        return ""
    name = str(path.relative_to(ROOT))
    return "".join(difflib.unified_diff(
        present.splitlines(True), wanted.splitlines(True), f"{name} as it stands", f"{name} as the program did it"))


def tour(name, products, flags, folder, updates):
    articles = [path for path in ARTICLES if any(match[1] == name for match in SESSION.finditer(path.read_text()))]
    if len(articles) != 1:
        sys.exit(f"error: {len(articles)} articles show `$ swift run {name}`, not one")
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        build(name, products, flags, folder, work)
        article, changed = run_sessions(name, articles[0].read_text(), work)
    return check(articles[0], article, updates) + check(TOURS / f"Changes/{name}.txt", changed, updates)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", help="the tours whose name holds this text", default="")
    parser.add_argument("--update", action="store_true", help="write the output into the articles, and the changes")
    options = parser.parse_args()
    folder = build_folder()
    flags = module_flags(folder)
    tours = {name: products for name, products in sorted(targets().items()) if options.only in name}
    if not tours:
        sys.exit("error: there is no such tour")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        started = [pool.submit(tour, name, products, flags, folder, options.update) for name, products in tours.items()]
        problems = [problem for one in started if (problem := one.result())]
    if problems:
        sys.exit("\n".join(problems))
    print(f"{len(tours)} tours print what their articles show, and leave in GitLab what they should.")


main()
