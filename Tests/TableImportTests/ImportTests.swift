// Tables merged into a small spec: the changed bytes, the diagnostics, and a valid result.

import SpecModel
import SpecSyntax
import Testing

@testable import TableImport

@Suite struct ImportTests {
    private static let spec = """
        # Ponds, and who swims in them.

        resource:
          name: ponds
          type: Ponds
          about: "Waters with frogs in them."

        operations:
          list:
            GET: /ponds
            request: ListPonds
            about: "Lists all waters." # Not the sea.
            docs: https://docs.gitlab.com/api/ponds/
            returns: nothing
            query:
              depth:      { type: integer, about: "Only those that are as deep." } # In feet.
              with_frogs: { type: boolean, tier: ultimate, about: "Only those that croak." }

          dig:
            POST: /ponds/:id/dig
            request: DigPond
            about: "Makes it deeper."
            docs: https://docs.gitlab.com/api/ponds/
            returns: nothing
            constraints:
              - exclusive: [spade, shovel]

          fill: { PUT: /ponds/:id/fill, request: FillPond, about: "Adds water.", docs: https://docs.gitlab.com/api/ponds/, returns: nothing, path: { id: { type: integer, required: true, about: "Which one." } } }

        enums:
          WaterKind:
            about: "Whether one can drink it."
            values:
              fresh: { about: "One can drink it." }
              salty: { about: "One cannot." }
          DiggerRole:
            about: "Who digs."
            type: integer
            values:
              boy:  { value: 10, about: "Small." }
              girl: { value: 20, about: "Strong." }
              mole: { value: 30, about: "Blind." }
        """

    private struct Outcome {
        let text: String
        let newFiles: [SpecFile]
        let added: [String]
        let kept: Int
        let diagnostics: [Diagnostic]
        let pasted: SpecFile
    }

    private func merge(
        _ table: String, into request: String, spec: String = spec, more: [SpecFile] = [], fix: Bool = false,
        glossary: String = ""
    ) throws -> Outcome {
        let files = [SpecFile(path: "spec/ponds.yaml", bytes: Array(spec.utf8))] + more
        let api = SpecReading(files, diagnostics: DiagnosticCollector()).api
        let operation = try #require(api.resources[0].operations.first { $0.request.value == request })
        let pasted = SpecFile(path: "standard input", bytes: Array(table.utf8))
        let collector = DiagnosticCollector()
        let sentences = glossary.isEmpty ? [] : [SpecFile(path: "facts/glossary.yaml", bytes: Array(glossary.utf8))]
        let made = TableImport(
            SourceText(pasted), into: operation, of: api, files: files, glossary: sentences, diagnostics: collector)
        let applied = AppliedFixes(of: files, by: fix ? collector.sorted : [], adding: made.changes.edits)
        let changed = applied.files.first { $0.path == "spec/ponds.yaml" } ?? files[0]
        return Outcome(
            text: String(decoding: changed.bytes, as: UTF8.self), newFiles: made.changes.newFiles, added: made.added,
            kept: made.kept, diagnostics: collector.sorted, pasted: pasted)
    }

    /// The lines that are new; every other line has to be there, in its order.
    private func newLines(_ outcome: Outcome, before: String = spec) -> [String] {
        let old = before.split(separator: "\n", omittingEmptySubsequences: false)
        var rest = old[...]
        var fresh: [String] = []
        for line in outcome.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == rest.first { rest.removeFirst() } else { fresh.append(String(line)) }
        }
        #expect(rest.filter { !$0.isEmpty } == [], "lines are gone")
        return fresh
    }

    private func problems(_ text: String, _ more: [SpecFile] = []) -> [String] {
        let collector = DiagnosticCollector()
        _ = SpecReading([SpecFile(path: "spec/ponds.yaml", bytes: Array(text.utf8))] + more, diagnostics: collector)
        return collector.sorted.filter { $0.severity == .error }.map(\.message)
    }

    @Test func newRowsStandBelowThoseThatAreThereInTheirColumn() throws {
        let outcome = try merge(
            """
            Attributes that are known:

            | Attribute | Type | Required | Description |
            |-----------|:----:|----------|-------------|
            | `depth`   | integer | no | How deep. |
            | `kind`    | string | No | One of `fresh` or `salty`. Default is `fresh`. |
            | `since_when_frogs` | datetime | no | Introduced in GitLab 16.2. Premium and Ultimate only. |

            More text | with a bar.
            """, into: "ListPonds")
        #expect(outcome.added == ["kind", "since_when_frogs"] && outcome.kept == 1 && outcome.diagnostics.isEmpty)
        #expect(
            newLines(outcome) == [
                #"      kind:       { type: WaterKind, default: fresh, about: "TODO: say what it does; the type is a guess from its values." }"#,
                #"      since_when_frogs: { type: datetime, tier: premium, since: "16.2", about: "TODO: say what it does." }"#,
            ])
        #expect(outcome.text.contains("as deep.\" } # In feet.\n"))
        #expect(problems(outcome.text) == problems(Self.spec))
        #expect(
            try merge(String(decoding: outcome.pasted.bytes, as: UTF8.self), into: "ListPonds", spec: outcome.text)
                .added == [])
    }

    @Test(arguments: [("How much fits.", "How much fits."), ("Size of the project.", "TODO: say what it does.")])
    func theGlossaryHasTheSentencesThatFit(_ sentence: String, _ about: String) throws {
        let outcome = try merge(
            """
            | Attribute | Type | Required | Description |
            |-----------|------|----------|-------------|
            | `size`    | integer | no | The size. Introduced in GitLab 16.2. |
            """, into: "ListPonds",
            glossary: """
                sentences:
                  attributes:
                    size:
                      integer: { unit: litres, since: "9.9", about: "\(sentence)" }
                """)
        let unit = about == sentence ? "unit: litres, " : ""
        let row = newLines(outcome).joined().trimmingPrefix { $0 == " " }
        #expect(row.hasSuffix(#"{ type: integer, since: "16.2", \#(unit)about: "\#(about)" }"#), "\(row)")
    }

    @Test func aWholeOperationIsFilledFromItsTable() throws {
        #expect(problems(Self.spec) != [], "the path attribute is missing, and so are those of the constraint")
        let outcome = try merge(
            #"""
            | Attribute | Type | Required | Description |
            |---|---|---|---|
            | `id` | integer/string | yes | The pond. |
            | `role` | integer | no | Possible values: `10` (Boy), `20` (Girl), `30` (Mole). Default value: `20`. |
            | `spade` **(PREMIUM)** | string | no | Deprecated in GitLab 17.1. Use `shovel` instead. |
            | `shovel` | string | yes if `spade` is not given | What to dig with. |
            | `helper_ids[]` | integer array | no | Who helps. |
            | `password` | string | yes | With a \| in it. |
            | `note` | string or null | no | Anything. |
            | `sign` | string | no | Default is `a\|b`. |
            | `depth` | integer | no | Default is `deep`. Deprecated. Use `abyss` instead. |
            """#, into: "DigPond")
        #expect(
            newLines(outcome) == [
                "    path:",
                #"      id: { type: id_or_path, of: project, required: true, about: "TODO: say what it does; whether it names a project is a guess." }"#,
                "    body:",
                #"      role:       { type: DiggerRole, default: girl, about: "TODO: say what it does; the type is a guess from its values." }"#,
                #"      spade:      { type: string, tier: premium, deprecated: { since: "17.1", use: shovel }, about: "TODO: say what it does." }"#,
                #"      shovel:     { type: string, about: "TODO: say what it does; it is required in some cases." }"#,
                #"      helper_ids: { type: [integer], about: "TODO: say what it does." }"#,
                #"      password:   { type: string, required: true, about: "TODO: say what it does; it may be a secret." }"#,
                #"      note:       { type: string, nullable: true, about: "TODO: say what it does." }"#,
                #"      sign:       { type: string, default: "a|b", about: "TODO: say what it does." }"#,
                #"      depth:      { type: integer, deprecated: { use: "the attribute abyss" }, about: "TODO: say what it does; its default could not be read." }"#,
            ])
        #expect(outcome.text.contains("its default could not be read.\" }\n    constraints:\n"))
        #expect(problems(outcome.text) == [])
    }

    @Test func anOperationInBracesGetsItsRowsThere() throws {
        let outcome = try merge(
            """
            | Attribute | Type | Required | Description |
            |---|---|---|---|
            | `litres` | integer | yes | How much. |
            """, into: "FillPond")
        #expect(
            outcome.text.contains(
                #"about: "Which one." } }, body: { litres: { type: integer, required: true, about: "TODO: say what it does." } } }"#
            ))
        #expect(problems(outcome.text).allSatisfy { $0.contains("dig") || $0.contains(":id") })
    }

    @Test func whatIsThereStaysAndWhatTheTableSaysBesidesIsTold() throws {
        let table = """
            | Attribute | Type | Required | Description |
            |---|---|---|---|
            | `depth` | boolean | yes | Deprecated in GitLab 17.1. Introduced in GitLab 12.3. Administrators only. |
            | `with_frogs` | boolean | no | Premium and Ultimate only. |
            """
        let outcome = try merge(table, into: "ListPonds")
        #expect(outcome.text == Self.spec && outcome.added == [] && outcome.kept == 2)
        #expect(outcome.diagnostics.map(\.severity) == [.warning, .warning])
        #expect(
            outcome.diagnostics[0].message
                == "the table says of 'depth' the type boolean, that it is required, that it is for administrators, that it is "
                + "there since 12.3, that it is deprecated; the spec does not")
        #expect(outcome.diagnostics[0].range.start == SourcePosition(line: 3, column: 3))
        #expect(outcome.diagnostics[0].notes.map(\.range.start) == [SourcePosition(line: 16, column: 7)])
        #expect(outcome.diagnostics[1].fix?.edits == [])

        let changed = try merge(table, into: "ListPonds", fix: true)
        #expect(
            changed.text
                == Self.spec.replacing(
                    "{ type: integer, about: \"Only those that are as deep",
                    with:
                        "{ type: integer, admin: true, since: \"12.3\", deprecated: { since: \"17.1\" }, about: \"Only those that are as deep"
                ))
    }

    @Test func membersBecomeHashesInAFileOfTheirOwn() throws {
        let table = """
            | Attribute | Type | Required | Description |
            |---|---|---|---|
            | `frogs` | array | no | Each described by a hash. |
            | `frogs[][name]` | string | yes | What to croak. |
            | `frogs[][legs][count]` | integer | no | Four. |
            | `shore:length` | float | no | All around. |
            | `id` | integer | yes | Which. |
            """
        let outcome = try merge(table, into: "DigPond")
        #expect(
            outcome.added == ["frogs", "frogs.name", "frogs.legs", "frogs.legs.count", "shore", "shore.length", "id"])
        #expect(outcome.text.contains(#"frogs: { type: [DigPondFrogs], about: "TODO: say what it does." }"#))
        let file = try #require(outcome.newFiles.first)
        #expect(file.path == "spec/types/dig_pond_attributes.yaml")
        #expect(
            String(decoding: file.bytes, as: UTF8.self) == """
                # yaml-language-server: $schema=../schema.json
                # The hashes that DigPond sends.

                hashes:
                  DigPondFrogsLegs:
                    about: "TODO: say what it sets."
                    attributes:
                      count: { type: integer, about: "TODO: say what it does." }

                  DigPondFrogs:
                    about: "TODO: say what it sets."
                    attributes:
                      name: { type: string, required: true, about: "TODO: say what it does." }
                      legs: { type: DigPondFrogsLegs, about: "TODO: say what it does." }

                  DigPondShore:
                    about: "TODO: say what it sets."
                    attributes:
                      length: { type: number, about: "TODO: say what it does." }

                """)
        #expect(problems(outcome.text, [file]).allSatisfy { $0.contains("spade") || $0.contains("shovel") })

        // A member that the table has besides goes into the hash that is there.
        let more = table.replacing("| `shore", with: "| `frogs[][colour]` | string | no | Green. |\n| `shore")
        let second = try merge(more, into: "DigPond", spec: outcome.text, more: [file])
        #expect(second.added == ["frogs.colour"] && second.text == outcome.text && second.newFiles == [])
    }

    @Test func whatIsNotUnderstoodIsToldWithItsPlaceAndNothingIsAdded() throws {
        let outcome = try merge(
            """
            | Attribute | Type | Required | Description |
            |---|---|---|---|
            | `kind` | string | no | Fine. |
            | `é` | string | no | No name. |
            | `mud`  | intger | no | Slip of a finger. |
            | `reed` | frog or string | no | No type. |
            | `last` |
            """, into: "ListPonds")
        #expect(outcome.text == Self.spec && outcome.added == [])
        #expect(
            outcome.diagnostics.map {
                "\($0.range.start.line):\($0.range.start.column) \($0.rule) \($0.fix?.advice.prefix(15) ?? "")"
            }
                == [
                    "4:1 unreadable-row write | `name` ", "5:12 unknown-table-type write 'integer'",
                    "6:12 unknown-table-type use a known one", "7:1 unreadable-row write | `name` ",
                ])
    }

    @Test func withoutAnAttributeTableNothingIsDone() throws {
        for (text, message) in [
            ("", "there is no Markdown table"), ("Just words | and bars.", "there is no Markdown table"),
            ("| Attribute | Type | Description |\n|---|---|---|\n| `id` | integer | Which. |", "no columns"),
        ] {
            let outcome = try merge(text, into: "ListPonds")
            #expect(outcome.text == Self.spec && outcome.diagnostics.count == 1)
            #expect(outcome.diagnostics[0].message.contains(message) && outcome.diagnostics[0].severity == .error)
        }
        // The first table that has the columns is read.
        let second = try merge(
            """
            | Attribute | Type | Description |
            |---|---|---|
            | `id` | integer | Which. |

            | Parameter | Required | Type | Default |
            |---|---|---|---|
            | mud | no | string | `brown` |
            """, into: "ListPonds")
        #expect(
            newLines(second) == [
                #"      mud:        { type: string, default: brown, about: "TODO: say what it does." }"#
            ])
    }

    @Test func aFileWithoutALastLineBreakKeepsItsLines() throws {
        let spec = String(Self.spec.prefix(upTo: try #require(Self.spec.firstRange(of: "\n\n  dig:")).lowerBound))
        let outcome = try merge(
            "| Attribute | Type | Required |\n|---|---|---|\n| `mud` | boolean | no |", into: "ListPonds", spec: spec)
        #expect(outcome.text == spec + "\n      mud:        { type: boolean, about: \"TODO: say what it does.\" }\n")
    }

    @Test func noPastedTextCrashes() throws {
        var text = "| Attribute | Type | Required | Description |\n|---|---|---|---|\n"
        let pieces = [
            "|", "\\|", "`", "[]", "[", "]", "(", ")", "._", " ", "\n", "é", "😀", "**", "`a[b]`", "no", ":", "\r\n",
        ]
        var state: UInt64 = 42
        for _ in 0..<400 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += pieces[Int(state >> 33) % pieces.count]
            if state % 7 == 0 { _ = try merge(text, into: "DigPond") }
        }
    }

    @Test(arguments: [
        ("integer", "How many. Default is 10.", "default: 10"), ("integer", "How many. Default is 10,000.", nil),
        ("integer", "How long. Default is 30-60.", nil), ("integer", "How long. Default is 30–60 seconds.", nil),
        ("number", "How much. Default is 5%.", nil), ("number", "How much. Default is 5 %.", nil),
        ("integer", "When. Default is 12:30.", nil),
        ("integer", "How many. Default is 20, maximum is 100.", "default: 20"),
        ("integer", "How many. Default is `10,000`.", nil), ("integer", "How many. Default is `010`.", nil),
        ("integer", "How many. Default is 1/2.", nil), ("string", "Who. Defaults to the caller.", nil),
    ])
    func aDefaultThatCannotBeReadIsLeftOutAndSaid(_ type: String, _ description: String, _ expected: String?) throws {
        let outcome = try merge(
            """
            | Attribute | Type | Required | Description |
            |---|---|---|---|
            | `kind_of_it` | \(type) | no | \(description) |
            """, into: "ListPonds")
        let row = try #require(outcome.text.split(separator: "\n").first { $0.contains("kind_of_it") })
        #expect(row.contains("default:") == (expected != nil), "\(row)")
        #expect(row.contains("its default could not be read") == (expected == nil), "\(row)")
        if let expected { #expect(row.contains(expected + ","), "\(row)") }
    }

    @Test func aSecondTableIsReported() throws {
        let table = "| Attribute | Type | Required |\n|---|---|---|\n| `NAME` | string | no |\n\n"
        let outcome = try merge(
            table.replacing("NAME", with: "one_name") + "Text.\n\n" + table.replacing("NAME", with: "other_name"),
            into: "ListPonds")
        #expect(outcome.added == ["one_name"])
        #expect(outcome.diagnostics.map { "\($0.range.start.line) \($0.rule)" } == ["7 another-table"])
    }

    @Test(arguments: ["yes", "null", "-"])
    func aNameThatYAMLReadsAsSomethingElseIsQuoted(_ name: String) throws {
        let outcome = try merge(
            "| Attribute | Type | Required |\n|---|---|---|\n| `\(name)` | string | no |\n", into: "ListPonds")
        #expect(outcome.text.contains("\"\(name)\":"), "\(outcome.text)")
    }

    @Test func aNameOfThousandsOfPartsIsNotRead() throws {
        let name = "a" + String(repeating: "[b]", count: 20_000)
        let outcome = try merge(
            "| Attribute | Type | Required |\n|---|---|---|\n| `\(name)` | string | no |\n", into: "ListPonds")
        #expect(outcome.diagnostics.map(\.rule) == ["unreadable-row"] && outcome.added == [])
    }
}
