// Edits of a spec, answered step by step: after each, the files are those that the whole spec gives from nothing.

import FileSystem
import Foundation
import OutputTree
import SpecSyntax
import TestSeeds
import Testing

@testable import Generator

@Suite struct IncrementalTests {
    /// A part of the spec that stands by itself: issues, and what they use. It has none of the suppressions, which are not
    /// needed in a part.
    private static let parts = ["spec/common/", "spec/issues/", "spec/merge_requests/tables/", "spec/modules.yaml"]
    private static let files = Result {
        let spec = Path(
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "spec").path)
        return try SpecFolder(spec).files().filter { file in
            parts.contains { file.path.hasPrefix($0) }
        }.map { SpecFile($0.path, $0.text.replacing(#/suppress: \{[^}]*\}, /#, with: "")) }
    }

    /// Whole generations take most of the time.
    @Test func randomEditsGiveWhatTheWholeSpecGives() throws {
        var answered = 0
        for seed in Seeds(8) {
            var random = SeededRandom(seed)
            let editing = try Editing(Self.files.get())
            for _ in 0..<6 {
                guard let edit = editing.randomEdit(&random) else { continue }
                if try editing.check(edit, "GITLAB_SWIFT_SEED=\(seed)") { answered += 1 }
            }
        }
        #expect(answered > 10, "most edits have no errors")
    }

    @Test func anEditOfASentenceTouchesTheFilesWithIt() throws {
        let editing = try Editing(Self.files.get())
        let changes = try #require(
            try editing.changes(of: "spec/common/types/user.yaml", "about: \"", "about: \"Here. "))
        // Users are in most examples, none of which has the sentence.
        #expect(!changes.isEmpty && changes.allSatisfy { $0.hasSuffix("/User.swift") }, "\(changes)")
    }

    @Test func anEditOfATypeTouchesTheExamplesThatHoldIt() throws {
        let editing = try Editing(Self.files.get())
        let changes = try #require(
            try editing.changes(
                of: "spec/common/types/user.yaml", "{ type: string, about: \"Unique", "{ type: integer, about: \"Unique"
            ))
        #expect(changes.contains("GitLabCommonFixtures/User+Example.swift"), "\(changes)")
        #expect(changes.contains("GitLabCommonFixtures/Issue+Example.swift"), "\(changes)")
    }

    @Test func aRowOfATableTouchesItsOperationsAlone() throws {
        let editing = try Editing([
            SpecFile(
                "spec/rows.yaml",
                "tables:\n  place:\n    id: { type: integer, required: true, about: \"Where it is.\" }\n"),
            SpecFile("spec/winds.yaml", Self.resource("Winds", tables: "path_tables: [place]", path: "/:id")),
            SpecFile("spec/waves.yaml", Self.resource("Waves")),
        ])
        let changes = try #require(try editing.changes(of: "spec/rows.yaml", "Where it is.", "Where it was."))
        #expect(!changes.isEmpty && changes.allSatisfy { $0.contains("Wind") }, "\(changes)")
    }

    @Test func anEditThatChangesNothingChangesNoFile() throws {
        let editing = try Editing(Self.files.get())
        #expect(try editing.changes(of: "spec/issues/labels.yaml", "\n", "\n# A comment.\n") == [])
    }

    @Test func aNewRowTouchesTheSentencesThatNameIt() throws {
        let editing = try Editing([
            SpecFile("spec/winds.yaml", Self.resource("Winds", about: "Faster than `wind_speed` says.")),
            SpecFile("spec/waves.yaml", Self.resource("Waves")),
            SpecFile("spec/gust.yaml", Self.gust),
        ])
        let changes = try #require(
            try editing.changes(
                of: "spec/gust.yaml", "fields:\n",
                "fields:\n      wind_speed: { type: integer, about: \"Metres a second.\" }\n"))
        #expect(changes.contains("GitLab/Winds/GetWind.swift"), "\(changes)")
        #expect(changes.contains("GitLab/Models/Gust.swift") && !changes.contains { $0.contains("Wave") }, "\(changes)")
    }

    @Test func editsOfSeveralFilesAtOnceAreFollowedTogether() throws {
        func type(_ name: String, _ field: String) -> String {
            """
            types:
              \(name):
                about: "A thing of some kind."
                docs: https://docs.gitlab.com/api/projects/
                fields:
                  part: { type: \(field), about: "What it holds." }

            """
        }
        let editing = try Editing([
            SpecFile("spec/cargo.yaml", type("Cargo", "integer")), SpecFile("spec/hold.yaml", type("Hold", "Cargo")),
            SpecFile("spec/ship.yaml", type("Ship", "Hold")),
        ])
        let hold = try #require(editing.file("spec/hold.yaml")?.replacing("What it", with: "All it"))
        editing.prepare(hold)
        let changes = try #require(try editing.changes(of: "spec/cargo.yaml", "integer", "boolean"))
        #expect(changes.contains("GitLabFixtures/Ship+Example.swift"), "\(changes)")
    }

    /// They change which names there are, or concern the modules.
    @Test(arguments: [
        ("spec/common/types/user.yaml", "  BasicUser:", "  BriefUser:"),
        ("spec/issues/labels.yaml", "  list:", "  listAll:"),
        ("spec/modules.yaml", "about: \"", "about: \"Here. "),
    ])
    func otherEditsAreAnsweredFromNothing(path: String, old: String, new: String) throws {
        let editing = try Editing(Self.files.get())
        #expect(try editing.changes(of: path, old, new) == nil)
    }

    @Test func aNewFileIsAnsweredFromNothing() throws {
        let editing = try Editing([SpecFile("spec/winds.yaml", Self.resource("Winds"))])
        #expect(try editing.changes(adding: SpecFile("spec/gust.yaml", Self.gust)) == nil)
    }

    @Test func anErrorIsAnsweredAndForgotten() throws {
        let editing = try Editing(Self.files.get())
        let path = "spec/common/types/user.yaml"
        let right = try #require(editing.file(path))
        let wrong = try #require(right.replacing("type: string", with: "type: strnig"))
        #expect(try !editing.check(wrong, "an unknown type"))
        #expect(try editing.check(right, "the former text"))
        #expect(
            try editing.changes(of: path, "about: \"", "about: \"Here. ") != nil, "the next edit is answered as one")
    }

    private static func resource(
        _ name: String, about: String = "Measures it.", tables: String = "", path: String = ""
    ) -> String {
        """
        resource: { name: \(name.lowercased()), type: \(name), about: "Facts of a place." }
        operations:
          get:
            GET: /\(name.lowercased())\(path)
            about: "\(about)"
            docs: https://docs.gitlab.com/api/projects/#things
            returns: nothing
            \(tables)

        """
    }

    private static let gust = """
        types:
          Gust:
            about: "Wind that lasts a moment."
            docs: https://docs.gitlab.com/api/projects/
            fields:
              duration: { type: integer, about: "How long it lasted." }

        """
}

/// A spec that is edited, and a generator that follows.
private final class Editing {
    private var files: [SpecFile]
    private var generator = IncrementalGenerator()

    init(_ files: [SpecFile]) throws {
        self.files = files
        _ = try #require(try generator.step(to: files).tree)
    }

    func file(_ path: String) -> SpecFile? { files.first { $0.path == path } }

    /// Edits a file, compares the answer with the whole spec's, and returns the paths of the files that differ; nil where
    /// everything was generated again.
    func changes(of path: String, _ old: String, _ new: String) throws -> [String]? {
        let edited = try #require(file(path)?.replacing(old, with: new))
        return try step(edited, "an edit of \(path)").changes?.map(\.path.string)
    }

    /// Makes an edit that is answered together with the next one.
    func prepare(_ edit: SpecFile) { files = files.map { $0.path == edit.path ? edit : $0 } }

    /// Adds a file, as above.
    func changes(adding file: SpecFile) throws -> [String]? {
        files.append(file)
        return try step(file, "a new file").changes?.map(\.path.string)
    }

    /// Makes an edit, compares the answer with the whole spec's, and returns whether it was without errors. One with errors
    /// is taken back.
    func check(_ edit: SpecFile, _ words: String) throws -> Bool {
        let before = files
        let isRight = try step(edit, words).tree != nil
        if !isRight {
            files = before
            _ = try generator.step(to: files)
        }
        return isRight
    }

    private func step(_ edit: SpecFile, _ words: String) throws -> IncrementalGenerator.Step {
        prepare(edit)
        let step = try generator.step(to: files)
        let whole = try Generation(spec: files)
        #expect(step.lint() == whole.diagnostics, "\(words), \(edit.path)")
        // What the lint rejects is found when the answer is there.
        if step.tree == nil || whole.tree != nil {
            #expect(try step.tree == whole.wholeTree(), "\(words), \(edit.path)")
        }
        return step
    }

    /// An edit of a row somewhere, as people make them; nil where the row has nothing of the kind.
    func randomEdit(_ random: inout SeededRandom) -> SpecFile? {
        let file = files[Int.random(in: files.indices, using: &random)]
        var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let rows = lines.indices.filter { lines[$0].contains(": { type: ") }
        guard let row = rows.randomElement(using: &random) else { return nil }
        let line = lines[row]
        let edited: String? =
            switch Int.random(in: 0..<9, using: &random) {
            case 0: line.replacing(".\"", with: " here.\"")
            case 1: line.replacing("type: integer", with: "type: string")
            case 2: line.replacing("type: string", with: "type: datetime")
            case 3: line.replacing("{ type:", with: "{ required: true, type:")
            case 4: line.replacing("{ type:", with: "{ nullable: true, type:")
            case 5: line.replacing("{ type:", with: "{ deprecated: true, type:")
            case 6: line.replacing("always: true, ", with: "")
            case 7: line.replacing(": { type:", with: "_also: { type:")
            default: nil
            }
        if edited == line { return nil }
        if let edited { lines[row] = edited } else { lines.remove(at: row) }
        return SpecFile(file.path, lines.joined(separator: "\n"))
    }
}

extension SpecFile {
    fileprivate init(_ path: String, _ text: String) { self.init(path: path, bytes: Array(text.utf8)) }

    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The file with another text in place of the first such one; nil if it has none.
    fileprivate func replacing(_ old: String, with new: String) -> SpecFile? {
        guard let range = text.firstRange(of: old) else { return nil }
        return SpecFile(path, text.replacingCharacters(in: range, with: new))
    }
}
