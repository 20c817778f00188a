// Facts of a spec that cannot all be true, and facts that readers of YAML take for different ones.

import SpecModel
import SpecSyntax
import Testing

@Suite struct ContradictionTests {
    private func diagnostics(_ text: String) -> [Diagnostic] {
        let collector = DiagnosticCollector()
        let reading = SpecReading([SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))], diagnostics: collector)
        if reading.isComplete { Lint(reading, diagnostics: collector).check() }
        // The texts of these specs are not those of a person.
        return collector.sorted.filter { !$0.rule.hasPrefix("sentence") && $0.rule != "unused-type" }
    }

    private func operation(_ lines: String, name: String = "list", others: String = "") -> String {
        """
        resource: { name: things, type: Things, about: "Things.", docs: https://docs.gitlab.com/api/things/ }
        operations:
          \(name):
            about: "Some of them."
            docs: "#things"
            \(lines.replacing("\n", with: "\n    "))
        \(others)
        tables:
          offset_paging: { page: { type: integer, about: "Which page." } }
          keyset_paging: { pagination: { type: string, about: "How it is paged." } }
        """
    }

    private func rules(row: String) -> [String] {
        diagnostics(operation("POST: /things\nreturns: nothing\nbody:\n  a: { \(row), about: \"Some of it.\" }"))
            .map(\.rule).filter { $0 != "unused-table" }
    }

    @Test(arguments: [
        ("type: integer, minimum: 1, maximum: 1, default: 1", nil),
        ("type: integer, minimum: 10, maximum: 1", "contradicting-limits"),
        ("type: integer, minimum: 10, default: 9", "contradicting-limits"),
        ("type: integer, maximum: 10, default: 11", "contradicting-limits"),
        ("type: number, maximum: 10, default: 10.5", "contradicting-limits"),
        ("type: [integer], maximum: 10, default: [1, 11]", "contradicting-limits"),
        ("type: string, max_length: 2, default: ab", nil),
        ("type: string, max_length: 2, default: abc", "contradicting-limits"),
        ("type: date, default: 2024-02-29", nil), ("type: date, default: 2024-02-30", "wrong-default"),
        ("type: date, default: 2023-02-29", "wrong-default"), ("type: date, default: today", "wrong-default"),
        ("type: date, default: 2024-2-9", "wrong-default"), ("type: date, default: 1900-02-29", "wrong-default"),
        ("type: datetime, default: \"2024-02-29T12:00:00Z\"", nil),
        ("type: datetime, default: \"2024-02-30T12:00:00Z\"", "wrong-default"),
        ("type: datetime, default: \"2024-02-29T25:00:00Z\"", "wrong-default"),
        ("type: datetime, default: 2024-02-29", "wrong-default"),
        ("type: integer, default: 10", nil), ("type: integer, default: -1", nil), ("type: integer, default: 0", nil),
        ("type: integer, default: 010", "wrong-default"), ("type: integer, default: +1", "wrong-default"),
        ("type: integer, default: 0x10", "wrong-default"), ("type: integer, default: 1_000", "wrong-default"),
        ("type: integer, minimum: 010", "wrong-value"), ("type: integer, maximum: +9", "wrong-value"),
        ("type: number, default: 0.5", nil), ("type: number, default: 1e3", nil),
        ("type: number, default: 01.5", "wrong-default"), ("type: number, default: nan", "wrong-default"),
        ("type: number, default: 0x1p3", "wrong-default"), ("type: number, default: .inf", "wrong-default"),
    ])
    func aRow(_ row: String, _ rule: String?) {
        #expect(rules(row: row) == (rule.map { [$0] } ?? []))
    }

    @Test(arguments: [
        ("GET: /things\nreturns: [string]", []),
        ("GET: /api/v4/things\nreturns: [string]", ["wrong-path"]), ("GET: /api/v4\nreturns: [string]", ["wrong-path"]),
        ("GET: /api/v4things\nreturns: [string]", []),
        ("GET: /things\nreturns: [string]\nrole: boss", ["wrong-value"]),
        ("GET: /things\nreturns: [string]\nrole: planner", []),
        ("GET: /things\nreturns: [string]\nbody: { a: { type: string, about: \"Some.\" } }", ["body-of-get"]),
        ("HEAD: /things\nreturns: nothing\nbody: { a: { type: string, about: \"Some.\" } }", ["body-of-get"]),
        ("DELETE: /things\nreturns: nothing\nbody: { a: { type: string, about: \"Some.\" } }", []),
        ("GET: /things\nreturns: [string]\npages: [offset, keyset]", ["keyset-without-order"]),
        ("GET: /things\nreturns: [string]\npages: [keyset]", ["keyset-without-order"]),
        (
            "GET: /things\nreturns: [string]\npages: [offset, keyset]\nquery: { order_by: { type: string, about: \"Some.\" } }\n"
                + "constraints: [{ attribute: pagination, needs: { order_by: id } }]", []
        ),
        (
            "PUT: /things\nreturns: nothing\nbody: { a: { type: string, required: true, about: \"Some.\" } }\n"
                + "constraints: [at_least_one_of: any]", ["wrong-constraint"]
        ),
        (
            "PUT: /things\nreturns: nothing\nbody: { a: { type: string, required: true, about: \"Some.\" }, b: { type: string, about: \"Some.\" } }\n"
                + "constraints: [at_least_one_of: [a, b]]", ["wrong-constraint"]
        ),
    ])
    func anOperation(_ lines: String, _ expected: [String]) {
        #expect(diagnostics(operation(lines)).map(\.rule).filter { $0 != "unused-table" } == expected)
    }

    @Test func aPathBelowTheAPIIsFixed() throws {
        let text = operation("GET: /api/v4/things\nreturns: [string]")
        let file = SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))
        let fixed = try #require(AppliedFixes(of: [file], by: diagnostics(text)).files.first)
        #expect(String(decoding: fixed.bytes, as: UTF8.self) == text.replacing("/api/v4", with: ""))
    }

    @Test func whatIsAlwaysThereIsNotNull() {
        func rules(_ flags: String) -> [String] {
            diagnostics(
                "types: { Thing: { about: \"A.\", fields: { a: { type: string, \(flags), about: \"Some.\" } } } }"
            )
            .map(\.rule)
        }
        #expect(rules("always: true, nullable: true") == ["wrong-value"])
        #expect(rules("nullable: true") == [] && rules("always: true") == [])
    }

    @Test func aRouteIsThereOnce() {
        let row = "path: { NAME: { type: integer, required: true, about: \"Which one.\" } }"
        func found(_ path: String, _ line: String = "") -> [String] {
            let name = path.contains(":other") ? "other" : "id"
            let other = """
                  find:
                    GET: \(path)
                    about: "Some of them."
                    docs: "#find"
                    returns: string
                    \(row.replacing("NAME", with: name))
                    \(line)
                """
            return diagnostics(
                operation(
                    "GET: /things/:id\nreturns: string\n\(row.replacing("NAME", with: "id"))", name: "get",
                    others: other)
            ).map(\.rule).filter { $0 != "unused-table" }
        }
        #expect(found("/things/:id") == ["duplicate-route"])
        #expect(found("/things/:other") == ["duplicate-route"])
        #expect(found("/things/:id/more") == [])
        #expect(found("/things/:id", "suppress: { duplicate-route: \"Another view of it.\" }") == [])
    }
}
