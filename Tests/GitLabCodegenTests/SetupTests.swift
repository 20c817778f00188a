// `scripts/setup.sh` on a Linux without dpkg: it looks for the tools themselves, and names what is missing in words that
// fit every distribution.

#if os(Linux)

import Foundation
import Testing

@Suite struct SetupTests {
    private let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "scripts/setup.sh")
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Runs the script where nothing but these programs is to be found. One with a text is a program of that text, the
    /// others are those of this system.
    private func run(_ arguments: String..., programs: [String: String?]) throws -> Run {
        let bin = folder.url.appending(path: "bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: false)
        let usual: [String: String?] = ["sh": nil, "uname": nil, "swift": "#!/bin/sh\n"]
        for (name, text) in usual.merging(programs, uniquingKeysWith: { $1 }) {
            let place = bin.appending(path: name)
            if let text {
                try Data(text.utf8).write(to: place)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
            } else {
                let found = try #require(Self.place(of: name), "this system has no \(name)")
                try FileManager.default.createSymbolicLink(at: place, withDestinationURL: found)
            }
        }
        return try Codegen.run(script, arguments, in: folder.url, environment: ["PATH": bin.path])
    }

    private static func place(of program: String) -> URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { URL(filePath: String($0)).appending(path: program) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    private let failure = "#!/bin/sh\nexit 1\n"
    private let success = "#!/bin/sh\nexit 0\n"

    @Test func whatIsMissingIsNamedInNeutralWords() throws {
        let run = try run(programs: ["pkg-config": failure, "cc": failure])
        #expect(run.code == 1 && run.output == "")
        #expect(
            run.errors == """
                error: missing:
                  libyaml and its development files (yaml.h)
                Install this with the package manager of the system.

                """)
    }

    @Test func whatPkgConfigFindsIsThere() throws {
        let run = try run(programs: ["pkg-config": "#!/bin/sh\n[ \"$2\" = yaml-0.1 ]\n"])
        #expect(run.code == 0 && run.errors == "" && run.output == "")
    }

    @Test func whatTheCompilerFindsIsThere() throws {
        let programs = ["cc", "as", "ld"].filter { Self.place(of: $0) != nil }
        let run = try run(programs: Dictionary(uniqueKeysWithValues: programs.map { ($0, nil) }))
        #expect(run.code == 0 && run.errors == "", "the header is there, as these tests were built with it")
    }

    @Test func testsAndBenchmarksNeedMore() throws {
        let run = try run("--tests", programs: ["pkg-config": success, "ruby": failure, "python3": success])
        #expect(run.code == 1)
        for need in ["the Ruby library rack", "nginx", "strace", "valgrind", "binutils"] {
            #expect(run.errors.contains("\n  \(need)"), "\(run.errors)")
        }
        for word in ["libyaml", "Python", "apt", "dpkg", "Debian", "\n  Ruby\n"] {
            #expect(!run.errors.contains(word), "\(word): \(run.errors)")
        }
    }

    @Test func benchmarksNeedSIMDJSON() throws {
        let run = try run("--bench", programs: ["pkg-config": "#!/bin/sh\n[ \"$2\" = yaml-0.1 ]\n", "c++": failure])
        #expect(run.code == 1 && run.errors.contains("\n  simdjson and its development files (simdjson.h)\n"))
    }

    @Test func aSystemWithDpkgIsToldOfItsPackages() throws {
        let run = try run(programs: ["dpkg-query": failure, "id": "#!/bin/sh\necho 1000\n", "grep": nil])
        #expect(run.code == 1 && run.errors.contains("apt-get install libyaml-dev"), "\(run.errors)")
    }
}

#endif
