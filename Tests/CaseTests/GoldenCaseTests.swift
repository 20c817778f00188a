// Golden cases: each folder below Tests/Cases holds a spec, its client, its OpenAPI export and its diagnostics.
//
//     GITLAB_SWIFT_UPDATE_CASES=1 swift test --filter GoldenCaseTests     writes what comes now; look at the diff
//
// The expected clients are compiled as one module, CasesClient, which ExpectedClientTests use.

import Foundation
import Generator
import OpenAPIEmitter
import SpecSyntax
import Testing

@Suite struct GoldenCaseTests {
    private static let isUpdating = ProcessInfo.processInfo.environment["GITLAB_SWIFT_UPDATE_CASES"] == "1"

    @Test(arguments: GoldenCase.all)
    func theSpecGivesWhatIsExpected(_ golden: GoldenCase) throws {
        let made = try golden.make()
        if Self.isUpdating { try golden.write(made) }
        let expected = try golden.expected()
        #expect(Set(made.keys) == Set(expected.keys), "missing or extra files: \(golden.advice)")
        for (path, text) in made.sorted(by: { $0.key < $1.key }) {
            #expect(expected[path] == text, "\(golden.name)/\(path) is another: \(golden.advice)")
        }
    }

    @Test func everyExpectedClientIsCompiled() throws {
        let manifest = try String(contentsOf: GoldenCase.folder.appending(path: "../../Package.swift"), encoding: .utf8)
        for golden in GoldenCase.all {
            let isCompiled = FileManager.default.fileExists(atPath: golden.url.appending(path: "expected").path)
            let list = isCompiled ? "compiledCases" : "rejectedCases"
            let start = manifest.range(of: "let \(list) = [")?.upperBound
            let line = start.map { manifest[$0...].prefix { $0 != "]" } }
            #expect(line?.contains("\"\(golden.name)\"") == true, "add \(golden.name) to \(list) in Package.swift")
        }
        #expect(GoldenCase.all.count >= 8)
    }

    /// No error masks another: one run reports all of them.
    @Test func twentyFiveMistakesAreTwentyFiveDiagnostics() throws {
        let golden = try #require(GoldenCase.all.first { $0.name == "mistakes" })
        let generation = try golden.generate()
        #expect(generation.diagnostics.count == 25)
        #expect(Set(generation.diagnostics.map { "\($0.range.start)" }).count == 25, "each has a place of its own")
        #expect(Set(generation.diagnostics.map(\.rule)).count >= 20)
        #expect(generation.diagnostics.allSatisfy { $0.fix != nil })
    }

    @Test func noMistakeInEventsHidesAnother() throws {
        let golden = try #require(GoldenCase.all.first { $0.name == "mistaken_events" })
        let generation = try golden.generate()
        #expect(generation.diagnostics.count == 14)
        #expect(Set(generation.diagnostics.map(\.rule)).count == 8)
        #expect(generation.diagnostics.allSatisfy { $0.fix != nil })
    }

    @Test func fixingFixesWhatItClaimsAndNothingElse() throws {
        let golden = try #require(GoldenCase.all.first { $0.name == "mistakes" })
        var generation = try golden.generate()
        let before = generation.diagnostics
        let claimed = before.filter { $0.fix?.edits.isEmpty == false }
        let source = try #require(generation.files.first)
        let applied = AppliedFixes(of: generation.files, by: before)
        let fixed = try #require(applied.files.first)
        #expect(applied.diagnostics == claimed)
        // Only lines with a fix changed, and the number of lines is the same.
        let (old, new) = (lines(source), lines(fixed))
        #expect(old.count == new.count)
        let changed = Set(old.indices.filter { old[$0] != new[$0] }.map { $0 + 1 })
        #expect(changed == Set(claimed.flatMap { $0.fix?.edits ?? [] }.map(\.range.start.line)))

        generation = try Generation(spec: applied.files)
        let left = before.filter { !claimed.contains($0) }.map { "\($0.range.start.line) \($0.rule)" }
        // A row that can be read after the fix is checked further: a quoted sentence still has no full stop.
        let found = generation.diagnostics.map { "\($0.range.start.line) \($0.rule)" }
        #expect(Set(left).isSubset(of: found))
        #expect(Set(found).subtracting(left) == ["20 sentence-form"])
    }

    private func lines(_ file: SpecFile) -> [String] {
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }
}

/// A folder below Tests/Cases.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let name: String

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Cases")

    static let all: [GoldenCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { GoldenCase(name: $0) }
    }()

    var testDescription: String { name }
    var url: URL { Self.folder.appending(path: name) }
    var advice: String { "look at `git diff` after GITLAB_SWIFT_UPDATE_CASES=1 swift test --filter GoldenCaseTests" }

    /// The file is named after the case, so that the expected Swift files of all cases fit into one module.
    func generate() throws -> Generation {
        let bytes = Array(try Data(contentsOf: url.appending(path: "spec.yaml")))
        return try Generation(spec: [SpecFile(path: "spec/\(name).yaml", bytes: bytes)])
    }

    /// The files of the client below `expected/`, the export `openapi.json`, and `stderr.txt`.
    func make() throws -> [String: String] {
        let generation = try generate()
        var files = ["stderr.txt": generation.report]
        for file in generation.tree?.files ?? [] { files["expected/\(file.path)"] = file.text }
        if let api = generation.api { files["openapi.json"] = OpenAPIExport(api).text }
        return files
    }

    /// The content of the folder besides the spec.
    func expected() throws -> [String: String] {
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: url.path) where path != "spec.yaml" {
            let file = url.appending(path: path)
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), isFolder.boolValue {
                continue
            }
            files[path] = try String(contentsOf: file, encoding: .utf8)
        }
        return files
    }

    func write(_ files: [String: String]) throws {
        try? FileManager.default.removeItem(at: url.appending(path: "expected"))
        for (path, text) in files {
            let file = url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }
}
