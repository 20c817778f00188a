#!/usr/bin/env python3
"""Compiles every Swift block of README, CONTRIBUTING and the articles, and runs the first one of README.

A block that has an `import` is a file of its own. Any other block is the body of a function that has what ARGUMENTS names,
compiled on the main actor and on none. A comment `<!-- given: ... -->` above a block declares what else the sentence before it
takes for granted. A block that is a manifest, or begins with `.package(` or `.product(`, is loaded
as one. A comment `<!-- from: FILE -->` above a block says that its lines are lines of that file, in a row and without their common
indent; `check-tours.py` compiles that file.

It compiles against the modules that `swift build --enable-all-traits` has left, and reports errors at the lines of the documents.
"""

import argparse
import http.server
import json
import os
import pathlib
import re
import sys
import tempfile
import textwrap
import threading

from built_modules import ROOT, build_folder, linked, module_flags, run

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "spec/README.md", "Benchmarks/README.md", "SECURITY.md"]
ARTICLES = ["Sources/*/*.docc/**/*.md", "Generated/*/*.docc/**/*.md"]
IMPORTS = ["Foundation", "GitLab", "GitLabTesting", "GitLabAsyncHTTPClient", "GitLabObservability", "HTTPTypes"]
EXTRA_IMPORTS = {"AsyncHTTPClient": "AsyncHTTPClient", "TLS": "NIOSSL", "#expect": "Testing"}
ARGUMENTS = "gitlab: GitLabClient, token: String, url: URL, file: URL, credentials: Credentials"
RUN_MODULES = ["GitLab", "GitLabRuntime", "HTTPTypes"]


class Block:
    """A fenced block of Swift in a document."""

    def __init__(self, document, line, text, given, source):
        self.document, self.line, self.text, self.given, self.source = document, line, text, given, source

    @property
    def is_file(self):
        return not self.is_manifest and re.search(r"^\s*import ", self.text, re.M) is not None

    @property
    def is_manifest(self):
        return re.match(r"\s*(\.(package|product)\(|// swift-tools-version)", self.text) is not None

    @property
    def place(self):
        return f'#sourceLocation(file: "{self.document}", line: {self.line})\n'


def blocks(document):
    """The Swift blocks of a document, with the number of each block's first line."""
    found, given, source, begin = [], "", None, None
    lines = (ROOT / document).read_text().splitlines()
    for number, line in enumerate(lines, 1):
        if begin is not None:
            if line.strip() == "```":
                found.append(Block(document, begin, "\n".join(lines[begin - 1 : number - 1]) + "\n", given, source))
                begin, given, source = None, "", None
        elif line.strip().startswith("```swift"):
            begin = number + 1
        elif match := re.match(r"<!-- given: (.*) -->", line.strip()):
            given += match.group(1) + "\n"
        elif match := re.match(r"<!-- from: (.*) -->", line.strip()):
            source = match.group(1)
        elif line.strip() and not line.startswith("<!--"):
            given, source = "", None
    if begin is not None:
        sys.exit(f"error: {document}:{begin}: the block has no end")
    return found


def check_excerpt(block):
    """Returns the problem with a block that is to be a part of a file; empty if there is none."""
    path = ROOT / block.source
    lines = path.read_text().splitlines() if path.exists() else []
    wanted = block.text.splitlines()
    for start in range(len(lines)):
        part = lines[start : start + len(wanted)]
        if textwrap.dedent("\n".join(part)).splitlines() == wanted:
            return ""
    return f"{block.document}:{block.line}: error: these are not lines of {block.source}"


def function(index, block):
    """The block as the body of two functions, one of them on the main actor."""
    extra = [module for word, module in EXTRA_IMPORTS.items() if word in block.given + block.text]
    text = "".join(f"import {module}\n" for module in IMPORTS + extra)
    for isolation, name in ("nonisolated", "nowhere"), ("@MainActor", "onMainActor"):
        text += f"{isolation} func {name}{index}({ARGUMENTS}) async throws {{\n{block.given}do {{\n{block.place}{block.text}"
        text += "#sourceLocation()\n}\n}\n"
    return text


def compile_bodies(found, flags, work):
    """Compiles the blocks that are bodies as one module, down to machine code: only then is isolation checked."""
    files = []
    for index, block in enumerate(found):
        path = work / f"Block{index}.swift"
        path.write_text(function(index, block))
        files.append(str(path))
    return run(["swiftc", "-parse-as-library", "-c", "-wmo", "-module-name", "Documents", "-suppress-warnings", *flags, *files,
                "-o", str(work / "Documents.o")], cwd=work)


def compile_file(block, flags, path):
    """Compiles a block that is a file of its own, exactly as it stands."""
    path.write_text(block.place + block.text)
    library = ["-parse-as-library"] if "@main" in block.text else []
    return run(["swiftc", "-c", *library, "-module-name", "App", *flags, str(path), "-o", str(path.with_suffix(".o"))])


def check_manifest(block, work):
    """Loads a manifest with the dependency. Nothing is fetched."""
    package = '.package(url: "https://example.com/gitlab-swift", from: "1.0.0")'
    product = '.product(name: "GitLab", package: "gitlab-swift")'
    if "swift-tools-version" in block.text:
        (work / "Package.swift").write_text(block.text)
        return run(["swift", "package", "--package-path", str(work), "dump-package"])
    if ".package(" in block.text:
        package = block.text
    else:
        product = block.text
    (work / "Package.swift").write_text(
        "// swift-tools-version: 6.2\nimport PackageDescription\n"
        f'let package = Package(name: "App", dependencies: [{package}], targets: [.target(name: "App", dependencies: [{product}])])\n')
    return run(["swift", "package", "--package-path", str(work), "dump-package"])


class GitLabResponses(http.server.BaseHTTPRequestHandler):
    """Responses of GitLab to the first block of README: two pages of projects, and an edited project."""

    protocol_version = "HTTP/1.1"
    requests = []
    project = {"id": 1, "name": "First", "path": "first", "path_with_namespace": "group/first"}

    def reply(self, body, fields=()):
        content = json.dumps(body).encode()
        self.send_response(200)
        for name, value in (("Content-Type", "application/json"), ("Content-Length", str(len(content))), *fields):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self):
        self.requests.append(f"GET {self.path} {self.headers.get('PRIVATE-TOKEN')}")
        second = "page=2" in self.path
        project = dict(self.project, id=2 if second else 1, path_with_namespace="group/second" if second else "group/first")
        self.reply([project], [("X-Page", "2" if second else "1"), ("X-Next-Page", "" if second else "2")])

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.requests.append(f"PUT {self.path} {body}")
        self.reply(self.project)

    def log_message(self, *_):
        pass


def run_first(block, flags, build, work):
    """Links the first block of README as it stands and runs it against a server on loopback."""
    path = work / "main.swift"
    path.write_text(block.place + block.text)
    result = run(["swiftc", *flags, str(path), *linked(RUN_MODULES, build, work), "-o", str(work / "first")])
    if result.returncode:
        return result.stderr
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), GitLabResponses)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = dict(os.environ, GITLAB_URL=f"http://127.0.0.1:{server.server_port}", GITLAB_TOKEN="glpat-of-a-test")
    try:
        result = run([str(work / "first")], env=environment, timeout=60)
    finally:
        server.shutdown()
    seen = "\n".join(GitLabResponses.requests)
    wanted = ["page=2", "membership=true glpat-of-a-test", 'PUT /api/v4/projects/group%2Fdemo', '"description":null']
    missing = [text for text in wanted if text not in seen]
    if result.returncode or result.stdout.split() != ["group/first", "group/second"] or missing:
        return f"README.md:{block.line}: error: the first sample printed {result.stdout!r} and sent\n{seen}\n{result.stderr}"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", help="the documents whose path holds this text")
    only = parser.parse_args().only or ""
    build = build_folder()
    documents = [name for name in DOCUMENTS if (ROOT / name).exists()]
    documents += sorted(str(path.relative_to(ROOT)) for pattern in ARTICLES for path in ROOT.glob(pattern))
    found = [block for name in documents if only in name for block in blocks(name)]
    if not found:
        sys.exit("error: there is no Swift in the documents")
    flags = module_flags(build)
    errors = []
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for block in found:
            if block.source:
                errors += [text for text in [check_excerpt(block)] if text]
                continue
            if block.is_manifest:
                result = check_manifest(block, work)
                result.stderr = f"{block.document}:{block.line}: error: not a manifest's\n{result.stderr}"
            elif block.is_file:
                result = compile_file(block, flags, work / "main.swift")
            else:
                continue
            errors += [result.stderr] if result.returncode else []
        bodies = [block for block in found if not block.is_file and not block.is_manifest and not block.source]
        result = compile_bodies(bodies, flags, work) if bodies else None
        errors += [result.stderr] if result and result.returncode else []
        first = found[0]
        if first.document == "README.md" and not errors:
            errors += [text for text in [run_first(first, flags, build, work)] if text]
    if errors:
        sys.exit("\n".join(errors))
    print(f"{len(found)} Swift blocks of {len({block.document for block in found})} documents compile.")


main()
