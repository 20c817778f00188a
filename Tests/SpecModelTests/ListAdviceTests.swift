// A list in the place of a mapping, or a mapping in that of a list: the advice is the text to write, and the edits of the
// fix make a spec of it that can be read.

import SpecModel
import SpecSyntax
import Testing

@Suite struct ListAdviceTests {
    /// A spec whose operation has these lines, from line 8 on.
    private func spec(_ lines: String) -> SpecFile {
        let text = """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              list:
                GET: /things
                request: ListThings
                about: "Lists things."
                docs: https://docs.gitlab.com/api/things/
            \(lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
                returns: nothing
            tables:
              paging:
                page: { type: integer, about: "The page." }

            """
        return SpecFile(path: "spec/things.yaml", bytes: Array(text.utf8))
    }

    private func diagnostics(_ file: SpecFile) -> [Diagnostic] {
        let collector = DiagnosticCollector()
        _ = API([file], diagnostics: collector)
        return collector.sorted
    }

    private func fix(of lines: String, isExact: Bool) throws -> String {
        let file = spec(lines)
        let found = diagnostics(file)
        #expect(found.count == 1 && found[0].range.start.line >= 8, "\(found)")
        let fix = try #require(found.first?.fix)
        #expect(fix.edits.isEmpty != isExact, "\(fix)")
        if isExact {
            let fixed = try #require(AppliedFixes(of: [file], by: found).files.first)
            #expect(diagnostics(fixed).isEmpty, "\(String(decoding: fixed.bytes, as: UTF8.self))")
        }
        return fix.advice
    }

    @Test(arguments: [
        // As OpenAPI and many other formats write it.
        (
            "query:\n  - name: archived\n    type: boolean\n    about: \"Only old ones.\" # a comment\n  - name: sort\n    type: string\n    about: \"How.\"",
            "archived: { type: boolean, about: \"Only old ones.\" }"
        ),
        (
            "query:\n  - { name: archived, type: boolean, about: \"Only old ones.\" }\n  - { name: sort, type: string, about: \"How.\" }",
            "archived: { type: boolean, about: \"Only old ones.\" }"
        ),
        (
            "query:\n  - archived: { type: boolean, about: \"Only old ones.\" }\n  - sort: { type: string, about: \"How.\" }",
            "archived: { type: boolean, about: \"Only old ones.\" }"
        ),
    ])
    func rowsAsAListLoseTheirDashes(_ lines: String, _ row: String) throws {
        #expect(try fix(of: lines, isExact: true) == "write names as keys, without dashes: \(row)")
    }

    @Test(arguments: [
        ("query: [archived, sort]", "write names as keys, without dashes: archived: { type: …, about: … }"),
        (
            "query:\n- name: archived\n  type: boolean\n  about: \"Not deeper than its key.\"",
            "write names as keys, without dashes: archived: { type: boolean, about: \"Not deeper than its key.\" }"
        ),
        ("query: []", "remove 'query', or write one row a line below it"),
        (
            "query:\n  - type: boolean\n    name: archived\n    about: \"Only old ones.\"",
            "write names as keys, without dashes: archived: { type: boolean, about: \"Only old ones.\" }"
        ),
        (
            "query:\n  archived:\n    - type: boolean\n    - about: \"Only old ones.\"",
            "write keys without dashes: archived: { type: boolean, about: \"Only old ones.\" }"
        ),
        ("query:\n  archived: boolean", "write { type: …, about: … }"),
        ("deprecated:\n  - since: \"16.0\"", "write keys without dashes: deprecated: { since: \"16.0\" }"),
        (
            "constraints:\n  exclusive: [a, b]",
            "write constraints: [{ exclusive: [a, b] }], or begin each element with a dash"
        ),
        ("query_tables:\n  paging:", "write query_tables: [paging]"),
        ("query_tables:\n  - name: paging\n  - other:", "write query_tables: [paging, other]"),
    ])
    func theTextToWriteIsSaid(_ lines: String, _ advice: String) throws {
        #expect(try fix(of: lines, isExact: false) == advice)
    }

    @Test(arguments: [
        ("query_tables: paging", "write query_tables: [paging]"),
        ("query_tables: { paging: }", "write query_tables: [paging]"),
        (
            "query_tables: [paging]\nconstraints: { at_least_one_of: [page] }",
            "write constraints: [{ at_least_one_of: [page] }], or begin each element with a dash"
        ),
    ])
    func whatIsKnownExactlyIsApplied(_ lines: String, _ advice: String) throws {
        #expect(try fix(of: lines, isExact: true) == advice)
    }

    @Test func valuesOfAnEnumAreRows() throws {
        let text = "enums:\n  Level:\n    about: \"A level.\"\n    values: [low, high]\n"
        let found = diagnostics(SpecFile(path: "spec/a.yaml", bytes: Array(text.utf8)))
        #expect(found.first?.message == "'values' has to be a mapping, not a list")
        #expect(found.first?.fix?.advice == "write names as keys, without dashes: low: { about: … }")
    }

    @Test func rowsOfATableAreRows() throws {
        let text = "tables:\n  paging:\n    - name: page\n      type: integer\n      about: \"The page.\"\n"
        let file = SpecFile(path: "spec/a.yaml", bytes: Array(text.utf8))
        let found = diagnostics(file)
        #expect(found.map(\.rule) == ["wrong-shape"])
        let fixed = try #require(AppliedFixes(of: [file], by: found).files.first)
        #expect(String(decoding: fixed.bytes, as: UTF8.self).contains("\n    page:\n      type: integer\n"))
        #expect(diagnostics(fixed).isEmpty)
    }
}
