// Accepted differences: their scope, their documents, and reports of those that cover nothing.

import SpecSyntax
import Testing

@Suite struct AcceptedDifferenceTests {
    private let changed = Comparing.document.replacing("color:", with: "colour:").replacing(
        "format: date-time", with: "format: date")

    private func lines(_ entries: String, _ document: String? = nil) -> [String] {
        let result = Comparing.compare(Comparing.spec(accepting: entries), document ?? changed)
        return result.lines + result.specProblems.map { "spec: \($0.message)" }
    }

    private let type = #"    - { what: attribute-type, at: ["GET /things"], names: [after], because: "It is wrong." }"#
    private let extra =
        #"    - { what: extra-attribute, at: ["PUT *"], names: [settings.color], because: "It is wrong." }"#
    private let missing = #"    - { what: missing-attribute, at: ["* /things/:id"], because: "It is wrong." }"#

    @Test func everyFormCovers() {
        let all = [type, extra, missing].joined(separator: "\n")
        #expect(lines(all) == [])
        let check = Comparing.compare(Comparing.spec(accepting: all), changed).check
        #expect(check?.acceptedDifferences == 3 && check?.usedAcceptances == 3 && check?.documentName == "ours")
        #expect(lines([extra, missing].joined(separator: "\n")).map { $0.prefix(15) } == ["attribute-type:"])
        #expect(lines([type, missing].joined(separator: "\n")).map { $0.prefix(16) } == ["extra-attribute:"])
        #expect(lines([type, extra].joined(separator: "\n")).map { $0.prefix(18) } == ["missing-attribute:"])
    }

    @Test(arguments: ["* /things", "PUT /thing", "*/things/*x", "/things/:id*"])
    func aPatternIsForTheWholePlace(_ pattern: String) {
        let other = missing.replacing("* /things/:id", with: pattern)
        #expect(
            lines([type, extra, other].joined(separator: "\n")).map { $0.prefix { $0 != " " } } == [
                "missing-attribute:", "needless-acceptance:",
            ])
    }

    @Test func fieldsAndOperationsCanBeAcceptedToo() {
        let document = Comparing.document.replacing("born:", with: "died:").replacing("/v4/things:", with: "/v4/thing:")
        #expect(
            lines(
                """
                    - { what: extra-operation, at: [GET /things], because: "It is old." }
                    - { what: extra-field, at: [Parent], names: [born], because: "It is old." }
                    - { what: missing-field, at: [Par*], names: [died], because: "It is new." }
                """, document) == [])
    }

    @Test func whatIsNotNeededIsTold() {
        let all = [type, extra, missing].joined(separator: "\n")
        #expect(
            lines(all, Comparing.document) == [
                "needless-acceptance: the acceptance of 'attribute-type' covers nothing",
                "needless-acceptance: the acceptance of 'extra-attribute' covers nothing",
                "needless-acceptance: the acceptance of 'missing-attribute' covers nothing",
            ])
        let wide = #"""
                - { what: attribute-type, at: ["GET /things", "GET /other"], names: [after, before], because: "It is wrong." }
            """#
        #expect(
            lines([wide, extra, missing].joined(separator: "\n")) == [
                "needless-acceptance: 'GET /other' covers nothing in this entry",
                "needless-acceptance: 'before' covers nothing in this entry",
            ])
    }

    @Test func anAcceptanceIsForItsDocuments() {
        let older =
            #"    - { what: attribute-type, at: ["*"], names: [id], documents: [older], because: "It is wrong." }"#
        #expect(lines(older, Comparing.document) == [])
        let second = Comparing.olderDocument.replacing(
            "name: id, required: true, type: string", with: "name: id, required: true, type: integer")
        #expect(lines(older, second) == [])
        #expect(lines(older, Comparing.olderDocument).map { $0.prefix { $0 != " " } } == ["needless-acceptance:"])
        let stranger = changed.replacing("title: Things", with: "title: Strangers")
        #expect(
            lines([type, extra, missing].joined(separator: "\n"), stranger).count == 3,
            "entries are not for every document")
    }

    @Test func aPartOfTheDocumentSaysNothingAboutOtherEntries() {
        let result = Comparing.compare(Comparing.spec(accepting: type), Comparing.document, tag: "others")
        #expect(!result.lines.contains { $0.contains("needless") })
    }

    @Test(arguments: [
        (#"{ what: wrong, at: ["*"], because: "It is so." }"#, "'what' cannot be 'wrong'"),
        (#"{ what: extra-field, at: ["*"], because: nothing }"#, "'because' has to be a reason"),
        (#"{ what: extra-field, at: ["*"] }"#, "an accepted difference needs 'because'"),
        (#"{ what: extra-field, because: "It is so." }"#, "an accepted difference needs 'at'"),
        (
            #"{ what: extra-operation, at: ["*"], names: [a], because: "It is so." }"#,
            "'extra-operation' is about whole operations, which have no names besides"
        ),
        (
            #"{ what: extra-field, at: ["*"], documents: [odler], because: "It is so." }"#,
            "there is no document 'odler'"
        ),
    ])
    func mistakesAreTold(_ entry: String, _ message: String) {
        let found = lines("    - " + entry)
        #expect(found.contains { $0.hasPrefix("spec: " + message) }, "\(found)")
    }
}
