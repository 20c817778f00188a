#!/usr/bin/env python3
"""Measures what it costs to compile the generated module, and how large it makes an executable.

    scripts/measure-build.py [--sizes | --times]

Compiles the modules GitLabCommon and GitLab, whose dependencies are built already, in debug and in release, each from nothing: time of the
clock and of the processor, without what SwiftPM needs to find nothing to do, and the memory of the largest process. In
turn with it a module of ten structs with 130 optional fields each and nothing but `Codable`, which says how fast the
machine is just then: of two rounds the faster one counts.

Then builds executables in release and strips them: one that sends a request through the transport alone, and one that
makes a call of the client, as SwiftPM builds them by itself and so that the linker can drop what nobody calls. All in a
folder of its own, removed afterwards. Needs PyYAML, binutils.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

from building import code_size, compiled, run

ROOT = pathlib.Path(__file__).resolve().parent.parent

# The modules that are measured together, with their folders of the spec.
MODULES = {"GitLabCommon": "common", "GitLab": "projects"}

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
        .target(name: "Plain"),
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


def plain_structs():
    types = ["Int", "String", "Bool", "Double", "[String]"]
    for number in range(10):
        yield f"public struct Plain{number}: Codable, Sendable {{"
        yield from (f"    public var field{place}: {types[place % len(types)]}?" for place in range(130))
        yield "}"


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


def spec_counts():
    operations = fields = 0
    for path in [path for folder in MODULES.values() for path in (ROOT / "spec" / folder).rglob("*.yaml")]:
        document = yaml.safe_load(path.read_text()) or {}
        operations += len(document.get("operations") or {})
        fields += sum(len(type_.get("fields") or {}) for type_ in (document.get("types") or {}).values())
    return operations, fields


def measure_times(folder, operations, fields):
    print(
        f"| Compiling the generated module ({operations} operations, {fields} fields) | wall s | CPU s | wall s per operation |"
        " CPU ms per operation | CPU ms per field | peak memory MB | code KB | code bytes per operation |"
        " ten plain structs, wall s | plain structs per operation |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for configuration in ("debug", "release"):
        run(folder, "-c", configuration, "--target", "GitLabRuntime")
        rounds = [[compiled(folder, configuration, modules) for modules in (list(MODULES), ["Plain"])] for _ in range(2)]
        wall, processor, memory = min(own for own, _ in rounds)
        plain = min(plain for _, plain in rounds)[0]
        code = code_size(folder, configuration, MODULES)
        print(
            f"| {configuration} | {wall:.1f} | {processor:.1f} | {wall / operations:.3f} | {processor * 1000 / operations:.0f} "
            f"| {processor * 1000 / fields:.0f} | {memory:.0f} | {code / 1000:.0f} | {code / operations:.0f} "
            f"| {plain:.1f} | {wall / plain * 10 / operations:.2f} |", flush=True)


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
    if sys.argv[1:] not in ([], ["--sizes"], ["--times"]):
        sys.exit(__doc__)
    operations, fields = spec_counts()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gitlab-swift-measure-"))
    try:
        (folder / "Package.swift").write_text(MANIFEST)
        # Copies: SwiftPM rejects sources that change while it builds.
        shutil.copytree(ROOT / "Sources/GitLabRuntime", folder / "GitLabRuntime")
        for module in MODULES:
            shutil.copytree(ROOT / "Generated" / module, folder / module)
        (folder / "Sources/Plain").mkdir(parents=True)
        (folder / "Sources/Plain/Plain.swift").write_text("\n".join(plain_structs()) + "\n")
        for name, text in SOURCES.items():
            (folder / "Sources" / name).mkdir(parents=True)
            (folder / "Sources" / name / "main.swift").write_text(text)
        if "--sizes" not in sys.argv:
            measure_times(folder, operations, fields)
            print()
        if "--times" not in sys.argv:
            measure_sizes(folder)
    finally:
        shutil.rmtree(folder)


main()
