// Errors in a spec: each is found with its line and column, says what to write instead, and none masks another.

import SpecModel
import SpecSyntax
import Testing

@Suite struct MistakeTests {
    /// A spec whose operation has the given lines below `edit:`, eight blanks deep, from line 8 on.
    private func edit(_ lines: String, path: String = "/things/:id") -> [Diagnostic] {
        read(
            """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              edit:
                PUT: \(path)
                request: EditThing
                about: "Changes a thing."
                docs: https://example.com
                \(lines.split(separator: "\n").joined(separator: "\n    "))
                returns: Thing
            types:
              Thing:
                about: "A thing."
                fields:
                  id: { type: integer, always: true, about: "Its number." }
            enums:
              Level:
                about: "A level."
                values:
                  low: { about: "Low." }
            """
        ).diagnostics
    }

    private let id = #"path: { id: { type: id_or_path, of: project, required: true, about: "The thing." } }"#

    @Test(arguments: [
        (#"a: { type: boolean, about: Only archived, never active }"#, "unquoted-sentence", 10, "quote the sentence"),
        (
            #"a: { type: boolean, about: Sort: rising }"#, "yaml-syntax", 10,
            "quote the sentence: about: \"Sort: rising\""
        ),
        (#"a: { type: boolean, abuot: "A." }"#, "unknown-key", 10, "write 'about'"),
        (#"a: { type: bolean, about: "A." }"#, "unknown-type", 10, "write 'boolean'"),
        (#"a: { type: Levle, about: "A." }"#, "unknown-type", 10, "write 'Level'"),
        (#"a: { type: Thing, about: "A." }"#, "model-in-request", 10, "declare a hash"),
        (#"a: { type: "[string]", about: "A." }"#, "quoted-type", 10, "remove the quotes"),
        (#"a: { type: [string, integer], about: "A." }"#, "wrong-type", 10, "write [string]"),
        (#"a: { type: {integer: string}, about: "A." }"#, "wrong-type", 10, "write {string: string}"),
        (#"a: { type: boolean }"#, "missing-sentence", 10, "add 'about: …'"),
        (#"a: { type: boolean, about: "A.", required: yes }"#, "wrong-value", 10, "write required: true"),
        (#"a: { type: boolean, about: "A.", since: 17.10 }"#, "unquoted-version", 10, "write \"17.10\""),
        (#"a: { type: boolean, about: "A.", tier: premuim }"#, "wrong-value", 10, "write 'premium'"),
        (#"a: { type: boolean, default: 7, about: "A." }"#, "wrong-default", 10, "write true or false"),
        (#"a: { type: Level, default: hihg, about: "A." }"#, "wrong-default", 10, "write one of: low"),
        (#"a: { type: string, comma_separated: true, about: "A." }"#, "wrong-value", 10, "write type: [string]"),
        (#"a[]: { type: string, about: "A." }"#, "wrong-name", 10, "use letters"),
        (#"self: { type: string, about: "A." }"#, "reserved-name", 10, "add 'as: selfValue'"),
        (#"a: { type: string, deprecated: { use: bb }, about: "A." }"#, "unknown-replacement", 10, "name a row"),
    ])
    func aMistakeInARow(_ row: String, rule: String, line: Int, advice: String) throws {
        let diagnostics = edit("\(id)\nbody:\n  \(row)")
        #expect(diagnostics.map(\.rule) == [rule])
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.range.start.line == line)
        #expect(diagnostic.range.start.column > 6, "the place is in the row, not at its start")
        #expect(diagnostic.fix?.advice.contains(advice) == true, "\(diagnostic.fix?.advice ?? "no fix")")
    }

    @Test func theSameAttributeTwiceNamesBothPlaces() throws {
        let diagnostics = edit(
            "\(id)\nquery:\n  a: { type: string, about: \"A.\" }\nbody:\n  a: { type: string, about: \"A.\" }")
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.map(\.rule) == ["duplicate-attribute"])
        #expect(diagnostic.range.start.line == 12)
        #expect(diagnostic.notes.map(\.range.start.line) == [10])
    }

    @Test func twoNamesThatBecomeOneInSwift() {
        let diagnostics = edit(
            "\(id)\nbody:\n  a_url: { type: string, about: \"A.\" }\n  a-url: { type: string, about: \"A.\" }")
        #expect(diagnostics.map(\.rule) == ["same-swift-name"])
    }

    @Test func whatCannotBeOrderedDecodedOrGivenAsAnID() {
        func mistakes(enums: String = "", type: String = "", fields: String = "") -> [String] {
            read(
                """
                enums:
                  Level: { about: "A.", \(enums) values: { low: { about: "A." } } }
                types:
                  Thing: { about: "A.", \(type) fields: { encoding: { type: string, about: "A." }, \(fields) } }
                """
            ).diagnostics.map(\.rule)
        }
        #expect(mistakes() == [])
        #expect(mistakes(enums: "ordered: true,") == ["wrong-value"])
        #expect(mistakes(type: "identifies: [user],") == ["wrong-reference"])
        let text = #"a: { type: string, encoded_by: encoding, about: "A." }"#
        #expect(mistakes(fields: text) == [])
        #expect(mistakes(fields: #"a: { type: integer, encoded_by: encoding, about: "A." }"#) == ["wrong-value"])
        #expect(mistakes(fields: #"a: { type: string, encoded_by: encodin, about: "A." }"#) == ["unknown-attribute"])
        #expect(mistakes(fields: text + #", a_bytes: { type: string, about: "A." }"#) == ["same-swift-name"])
    }

    @Test func anIDOrPathSaysWhatItNames() {
        #expect(
            edit(#"path: { id: { type: id_or_path, required: true, about: "A." } }"#).map(\.rule) == [
                "missing-reference"
            ])
        #expect(
            edit("\(id)\nbody: { others: { type: [id_or_path], about: \"A.\" } }").map(\.rule) == ["missing-reference"])
        #expect(
            edit("\(id)\nbody: { other: { type: string, of: user, about: \"A.\" } }").map(\.rule) == ["wrong-reference"]
        )
        #expect(
            edit("\(id)\nbody: { other: { type: id_or_path, of: epic, about: \"A.\" } }").map(\.rule).contains(
                "wrong-value"))
    }

    @Test func aPlaceholderNeedsItsRowAndARowItsPlaceholder() {
        #expect(edit("path: {}").map(\.rule) == ["missing-path-attribute"])
        #expect(edit("path: {}").map(\.range.start) == [SourcePosition(line: 4, column: 18)], "under the placeholder")
        #expect(edit(id, path: "/things").map(\.rule) == ["missing-placeholder"])
        #expect(
            edit("path: { id: { type: id_or_path, of: project, about: \"The thing.\" } }").map(\.rule) == [
                "optional-path-attribute"
            ]
        )
    }

    @Test(arguments: [
        ("- at_least_one_of: [name]", "unknown-attribute"),
        ("- exclusive: [name, nmae]", "unknown-attribute"),
        ("- { attribute: nmae, needs: { name: x } }", "unknown-attribute"),
        ("- { attribute: name, needs: nmae }", "unknown-attribute"),
        ("- { attribute: name }", "wrong-constraint"),
    ])
    func constraintsNameWhatIsThere(_ constraint: String, rule: String) {
        let name = constraint.contains("[name]") ? "other" : "name"
        let diagnostics = edit(
            "\(id)\nbody: { \(name): { type: string, about: \"A.\" } }\nconstraints:\n  \(constraint)")
        #expect(diagnostics.map(\.rule) == [rule])
    }

    @Test(arguments: [
        ("pages: [offset]\n    returns: [Thing]", ["unknown-table"]),
        ("pages: [keyset]\n    returns: Thing", ["pages-without-list"]),
        ("pages: [ofset]\n    returns: [Thing]", ["wrong-value"]),
        ("query_tables: [pagin]\n    returns: [Thing]", ["unknown-table"]),
        ("returns: Thng", ["unknown-type"]),
        ("returns: file", ["request-only-type"]),
        ("returns: Extra", ["hash-in-response"]),
        ("POST: /things\n    returns: Thing", ["one-route"]),
    ])
    func aMistakeInAnOperation(_ lines: String, rules: [String]) {
        let diagnostics = read(
            """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              list:
                GET: /things
                request: ListThings
                about: "Lists things."
                docs: https://example.com
                \(lines)
            types:
              Thing: { about: "A thing.", fields: { id: { type: integer, about: "Its number." } } }
            hashes:
              Extra: { about: "More.", attributes: { a: { type: string, about: "A." } } }
            """
        ).diagnostics
        #expect(diagnostics.map(\.rule) == rules)
    }

    @Test(arguments: [
        ("none: { about: \"Nothing.\" }", ["optional-case-name"]),
        ("some: { about: \"Something.\" }", ["optional-case-name"]),
        ("one: { value: 1, about: \"One.\" }", ["wrong-value"]),
        ("a: { about: \"A.\" }\n      a: { about: \"A.\" }", ["duplicate-key"]),
    ])
    func aMistakeInAnEnum(_ rows: String, rules: [String]) {
        let diagnostics = read("enums:\n  Level:\n    about: \"A level.\"\n    values:\n      \(rows)\n").diagnostics
        #expect(diagnostics.map(\.rule) == rules)
    }

    @Test func integerEnumsNeedEachNumberOnce() {
        let diagnostics = read(
            """
            enums:
              Level:
                about: "A level."
                type: integer
                values:
                  low: { value: 10, about: "Low." }
                  high: { value: 10, about: "High." }
                  top: { about: "Top." }
            """
        ).diagnostics
        #expect(diagnostics.map(\.rule) == ["duplicate-value", "missing-key"])
    }

    @Test func aTypeCannotContainItselfButAnArrayOfItself() {
        func node(_ type: String) -> [String] {
            read(
                """
                types:
                  Node: { about: "A node.", fields: { next: { type: \(type), about: "The next." } } }
                  Other: { about: "Another.", fields: { node: { type: Node, about: "A node." } } }
                """
            ).diagnostics.map(\.rule)
        }
        #expect(node("Other") == ["contains-itself", "contains-itself"])
        #expect(node("[Other]") == [])
    }

    @Test func allMistakesComeInOneRun() {
        let diagnostics = read(
            """
            resource: { name: things, type: things, about: "Things." }
            operations:
              list:
                GET: things
                request: ListThings
                about: "Lists things."
                docs: https://example.com
                returns: [thing]
                query:
                  a: { type: bolean, about: "A." }
                  b: { typ: boolean, about: "B." }
                  c: { type: boolean, about: Yes, no }
                  d: { type: boolean, about: "D.", since: 15.3 }
            """
        ).diagnostics
        #expect(
            diagnostics.map { "\($0.range.start.line) \($0.rule)" } == [
                "1 wrong-name", "4 wrong-path", "8 unknown-type", "10 unknown-type", "11 unknown-key",
                "12 unquoted-sentence", "13 unquoted-version",
            ])
    }

    @Test func aRowThatIsNotYAMLHidesNothingElse() {
        let diagnostics = read(
            """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              edit:
                PUT: /things/:id/:name/:part
                request: EditThing
                about: "Changes a thing."
                docs: https://example.com
                returns: Thing
                path:
                  id: { type: id_or_path, of: project, required: true, about: The thing: any }
                  name: { type: strng, required: true, about: "Its name." }
                body: { a: { type: Levle, about: "A." } }
            types:
              Thing: { about: "A thing.", fields: { id: { type: integer, about: "Its number." } } }
            enums:
              Level: { about: "A level.", values: { low: { about: "Low." } } }
            """
        ).diagnostics
        #expect(
            diagnostics.map { "\($0.range.start.line) \($0.rule)" } == [
                "4 missing-path-attribute", "10 yaml-syntax", "11 unknown-type", "12 unknown-type",
            ], "':part' has no row; ':id' and ':name' have one, though it could not be read")
    }

    @Test func oneBrokenFileDoesNotMakeTheOthersWrong() {
        let diagnostics = DiagnosticCollector()
        let files = [
            SpecFile(path: "spec/a.yaml", bytes: Array("enums:\n  A: { about: \"A\n".utf8)),
            SpecFile(
                path: "spec/b.yaml",
                bytes: Array(
                    "types:\n  B:\n    about: \"B.\"\n    fields:\n      a: { type: A, about: \"A.\" }\n      b: { typ: A }\n"
                        .utf8)),
        ]
        #expect(API(files, diagnostics: diagnostics) == nil)
        #expect(
            diagnostics.sorted.map { "\($0.range.path) \($0.rule)" } == [
                "spec/a.yaml yaml-syntax", "spec/b.yaml missing-sentence", "spec/b.yaml unknown-key",
            ])
    }
}
