// A row of a shared table that is invalid where an operation uses it: the place is in the table, a note names the
// operation.

import SpecModel
import SpecSyntax
import Testing

@Suite struct SharedTableTests {
    /// Two operations with these lines each, from line 8 and 16 on, and a table `shared` of one row on its second line.
    private func diagnostics(_ first: String, _ second: String = "status: 200", row: String) -> [Diagnostic] {
        let operations = """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              edit:
                PUT: /things/:id
                request: EditThing
                about: "Changes a thing."
                docs: https://docs.gitlab.com/api/things/
                \(first)
                returns: nothing
              copy:
                PUT: /things/copy
                request: CopyThing
                about: "Copies a thing."
                docs: https://docs.gitlab.com/api/things/
                returns: nothing
                \(second)
            """
        let collector = DiagnosticCollector()
        let files = [("things", operations), ("tables/shared", "tables:\n  shared:\n    \(row)\n")].map {
            SpecFile(path: "spec/\($0).yaml", bytes: Array($1.utf8))
        }
        _ = API(files, diagnostics: collector)
        return collector.sorted
    }

    private func words(_ note: Diagnostic.Note) -> String {
        "\(note.range.path):\(note.range.start.line):\(note.range.start.column): \(note.message)"
    }

    private let use = "spec/things.yaml:8:19: the operation 'edit' uses the table 'shared' here"

    @Test func whatCannotStandInAPath() throws {
        let found = diagnostics(
            "path_tables: [shared]", row: #"id: { type: id_or_path, of: project, about: "The thing." }"#)
        #expect(found.map(\.rule) == ["optional-path-attribute"])
        let diagnostic = try #require(found.first)
        #expect(diagnostic.range.path == "spec/tables/shared.yaml" && diagnostic.range.start.line == 3)
        #expect(diagnostic.notes.map(words) == [use])
    }

    @Test func whatThePathHasNoPlaceFor() throws {
        let found = diagnostics(
            "path: { id: { type: integer, required: true, about: \"The thing.\" } }", "path_tables: [shared]",
            row: #"key: { type: integer, required: true, about: "The key." }"#)
        #expect(found.map(\.rule) == ["missing-placeholder"])
        #expect(
            found.first?.notes.map(words) == [
                "spec/things.yaml:11:10: the path",
                "spec/things.yaml:16:19: the operation 'copy' uses the table 'shared' here",
            ])
    }

    @Test func whatStandsTwice() throws {
        let found = diagnostics(
            "path: { id: { type: integer, required: true, about: \"The thing.\" } }\n    body_tables: [shared]",
            row: #"id: { type: integer, about: "The thing." }"#)
        #expect(found.map(\.rule) == ["duplicate-attribute"])
        #expect(
            found.first?.notes.map(words) == [
                "spec/things.yaml:8:13: also here",
                "spec/things.yaml:9:19: the operation 'edit' uses the table 'shared' here",
            ])
    }

    @Test func whatOnlyABodyCanHold() throws {
        let path = "path: { id: { type: integer, required: true, about: \"The thing.\" } }"
        let found = diagnostics(
            "query_tables: [shared]\n    \(path)", "query_tables: [shared]",
            row: #"name: { type: string, nullable: true, about: "The name." }"#)
        #expect(found.map(\.rule) == ["wrong-value"], "once, however many operations use it")
        #expect(
            found.first?.notes.map(words) == [
                "spec/things.yaml:8:20: the operation 'edit' uses the table 'shared' here",
                "spec/things.yaml:17:20: the operation 'copy' uses the table 'shared' here",
            ])
    }

    @Test func whatIsWrongWhereverItIsUsedHasNoNote() throws {
        let path = "path: { id: { type: integer, required: true, about: \"The thing.\" } }"
        let found = diagnostics(
            "body_tables: [shared]\n    \(path)", "body_tables: [shared]",
            row: #"name: { type: integer, default: many, as: self, about: "The name." }"#)
        #expect(found.map(\.rule) == ["reserved-name", "wrong-default"])
        #expect(found.allSatisfy { $0.notes.isEmpty })
    }

    @Test func manyUsesAreCounted() throws {
        let operations = (1...5).map { number in
            """
              edit\(number):
                PUT: /things/\(number)
                request: EditThing\(number)
                about: "Changes a thing."
                docs: https://docs.gitlab.com/api/things/
                query_tables: [shared]
                returns: nothing
            """
        }
        let text = """
            resource: { name: things, type: Things, about: "Things." }
            tables:
              shared:
                name: { type: string, nullable: true, about: "The name." }
            operations:
            \(operations.joined(separator: "\n"))
            """
        let found = read(text).diagnostics
        #expect(found.map(\.rule) == ["wrong-value"])
        #expect(found.first?.notes.map(\.range.start.line) == [11, 18, 25], "a few places are enough to see why")
    }

    @Test func aHashIsNamedToo() throws {
        let text = """
            tables:
              one:
                name: { type: string, about: "The name." }
              other:
                name: { type: string, about: "The name." }
            hashes:
              Tail:
                about: "A tail."
                tables: [one, other]
            """
        let diagnostic = try #require(read(text).diagnostics.first)
        #expect(diagnostic.rule == "duplicate-attribute" && diagnostic.range.start.line == 5)
        #expect(
            diagnostic.notes.map(words) == [
                "spec/test.yaml:3:5: also here", "spec/test.yaml:9:19: the hash 'Tail' uses the table 'other' here",
            ])
    }
}
