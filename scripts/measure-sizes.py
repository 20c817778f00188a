#!/usr/bin/env python3
"""Measures how large the client makes an executable.

    scripts/measure-sizes.py

Builds executables in release and strips them: one that sends a request through the transport alone, and one that makes a
call of the client, as SwiftPM builds them by itself and so that the linker can drop what nobody calls. All in a folder of
its own, removed afterwards. Needs binutils.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from building import run

ROOT = pathlib.Path(__file__).resolve().parent.parent

MODULES = ["GitLabCommon", "GitLab"]

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(
    name: "Sizes",
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "GitLabRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            path: "GitLabRuntime", exclude: ["GitLabRuntime.docc"]),
        .target(
            name: "GitLabCommon", dependencies: ["GitLabRuntime"], path: "GitLabCommon", exclude: ["GitLabCommon.docc"]),
        .target(name: "GitLab", dependencies: ["GitLabCommon"], path: "GitLab", exclude: ["GitLab.docc"]),
        .executableTarget(name: "Nothing"),
        .executableTarget(
            name: "Transport",
            dependencies: ["GitLabRuntime", .product(name: "HTTPTypes", package: "swift-http-types")]),
        .executableTarget(name: "Call", dependencies: ["GitLab"]),
        .executableTarget(
            name: "OwnTransport",
            dependencies: ["GitLab", .product(name: "HTTPTypes", package: "swift-http-types")]),
    ],
    swiftLanguageModes: [.v6]
)
"""

SOURCES = {
    "Nothing": 'print("nothing")\n',
    "Transport": """import Foundation
import GitLabRuntime
import HTTPTypes

let request = HTTPRequest(method: .get, scheme: "https", authority: "gitlab.example.com", path: "/api/v4/projects/42")
print(try await URLSessionTransport().send(request, body: .empty).body.collect(upTo: 1 << 20).count)
""",
    "Call": """import Foundation
import GitLab

guard let url = URL(string: "https://gitlab.example.com") else { fatalError() }
print(try await GitLabClient(baseURL: url).projects.get(42).name)
""",
    "OwnTransport": """import FoundationEssentials
import GitLab
import HTTPTypes

struct Canned: Transport {
    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(Array("{}".utf8)))
    }
}

guard let url = URL(string: "https://gitlab.example.com") else { fatalError() }
print(try await GitLabClient(baseURL: url, transport: Canned()).projects.get(42).name)
""",
}


# By them the compiler lets the linker drop what is public, if nothing in the executable uses it.
DROPPING = [
    flag for option in ("-function-sections", "-internalize-at-link") for flag in ("-Xswiftc", "-Xfrontend", "-Xswiftc", option)
]


def system_libraries(folder):
    """Options by which the linker finds what Foundation's network needs, where only the libraries themselves are there."""
    known = subprocess.run(["/sbin/ldconfig", "-p"], stdout=subprocess.PIPE, text=True, check=True).stdout
    links = folder / "lib"
    links.mkdir()
    for name in ("curl", "xml2", "z"):
        found = re.search(rf"^\s*lib{name}\.so\.\d+ .*=> (.*)$", known, re.MULTILINE)
        if found:
            (links / f"lib{name}.so").symlink_to(found[1])
    return ["-Xlinker", f"-L{links}", "-Xlinker", "-lcurl", "-Xlinker", "-lxml2", "-Xlinker", "-lz"]


def stripped(folder, name):
    copy = folder / f"{name}.stripped"
    subprocess.run(["strip", "-o", copy, folder / ".build/release" / name], check=True)
    return copy.stat().st_size / 1e6


def measure_sizes(folder):
    print("| Stripped release executable | MB | more than the one above |")
    print("|---|---:|---:|")
    sending, calling = "that sends a request through the transport alone", "that makes a call of the client"
    for rows, flags in [
        ([("Nothing", "that prints a word"), ("Transport", sending), ("Call", calling)], []),
        ([("Transport", f"{sending}, unused code dropped"), ("Call", f"{calling}, unused code dropped")], DROPPING),
    ]:
        before = None
        for name, about in rows:
            run(folder, "-c", "release", *flags, "--product", name)
            size = stripped(folder, name)
            print(f"| {about} | {size:.2f} | {'' if before is None else f'{size - before:.2f}'} |", flush=True)
            before = size
    run(folder, "-c", "release", "--static-swift-stdlib", *system_libraries(folder), "--product", "OwnTransport")
    print(f"| with a transport of its own, all libraries of Swift linked in | {stripped(folder, 'OwnTransport'):.1f} | |")


def main():
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gitlab-swift-sizes-"))
    try:
        (folder / "Package.swift").write_text(MANIFEST)
        # Copies: SwiftPM rejects sources that change while it builds.
        shutil.copytree(ROOT / "Sources/GitLabRuntime", folder / "GitLabRuntime")
        for module in MODULES:
            shutil.copytree(ROOT / "Generated" / module, folder / module)
        for name, text in SOURCES.items():
            (folder / "Sources" / name).mkdir(parents=True)
            (folder / "Sources" / name / "main.swift").write_text(text)
        measure_sizes(folder)
    finally:
        shutil.rmtree(folder)


main()
