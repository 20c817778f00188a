// The JSON Schema of the spec language against a validator that is not ours, Python's jsonschema.

import Foundation
import Generator
import SpecSyntax
import Testing

@Suite struct SchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func theCommittedFilesAreCurrent() throws {
        for file in try SpecReference.files().files {
            let committed = try String(contentsOf: Self.root.appending(path: "spec/\(file.path)"), encoding: .utf8)
            #expect(committed == file.text, "run `make generate`")
        }
    }

    @Test func everyRuleIsOnThePage() throws {
        let page = try #require(try SpecReference.files()["rules.md"])
        for rule in Rule.all {
            #expect(page.contains("\n## \(rule.id)\n"))
            #expect(page.contains(rule.failing.text) && page.contains(rule.passing.text))
        }
    }

    @Test(.enabled(if: Python.isThere, "needs python3 with jsonschema and yaml"))
    func theSpecIsValidAndTheSchemaSeesWhatItCanSee() throws {
        var examples: [[String: Any]] = []
        for rule in Rule.all {
            for (example, isSeen) in [(rule.failing, rule.failing.isSeenBySchema), (rule.passing, false)] {
                for file in example.files {
                    let text = String(decoding: file.bytes, as: UTF8.self)
                    examples.append(["rule": rule.id, "text": text, "isSeen": isSeen])
                }
            }
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "examples-\(UUID().uuidString).json")
        try JSONSerialization.data(withJSONObject: examples).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let run = try Python.run([Self.root.appending(path: "scripts/check-schema.py").path, file.path])
        #expect(run.code == 0, "\(run.text)")
        #expect(
            run.text.contains("of which \(Rule.all.count { $0.failing.isSeenBySchema }) had to be rejected: 0 problems")
        )
    }
}

/// The system's Python, for validators that are not ours.
enum Python {
    /// The first Python that has the packages: the one that is found, or the system's, for which they are installed.
    private static let executable = ["python3", "/usr/bin/python3"].first { executable in
        (try? run(executable, ["-c", "import jsonschema, yaml"]).code) == 0
    }

    /// Whether it is there; where it is required, a test fails without it instead of being skipped.
    static var isThere: Bool {
        executable != nil || ProcessInfo.processInfo.environment["GITLAB_SWIFT_REQUIRE_PYTHON"] == "1"
    }

    static func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
        try run(executable ?? "python3", arguments)
    }

    private static func run(_ executable: String, _ arguments: [String]) throws -> (code: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [executable] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
