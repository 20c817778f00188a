// Names that Swift or the runtime has already, and invalid names: each is rejected with a fix.

import Foundation
import SpecModel
import SpecSyntax
import Testing

@Suite struct NameTests {
    /// The diagnostics of a spec: rules and advice.
    private func findings(_ text: String) -> [String] {
        let diagnostics = DiagnosticCollector()
        _ = SpecReading([SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))], diagnostics: diagnostics)
        return diagnostics.sorted.map { "\($0.range.start.line): \($0.rule): \($0.fix?.advice ?? "nothing")" }
    }

    private func type(_ name: String) -> String {
        "types:\n  \(name):\n    about: \"A.\"\n    fields: { name: { type: string, about: \"A.\" } }\n"
    }

    @Test(arguments: [
        "Int", "String", "Any", "Hashable", "Result", "Task", "Data", "Date", "URL", "Error", "Namespace", "View",
        "HTTPRequest", "GitLabClient", "FieldRecorder", "ModelFields", "Nullable", "ID", "GitLab", "Type", "Observable",
    ])
    func takenTypeNamesAreRejected(_ name: String) {
        #expect(
            findings(type(name)) == [
                "2: reserved-type-name: write '\(name)Details', for example, here and where it is named"
            ])
    }

    @Test func otherTypeNamesAreFree() {
        for name in ["BasicNamespace", "Project", "TaskDetails", "Integer"] { #expect(findings(type(name)) == []) }
    }

    @Test(arguments: [
        ("+1", "plus1"), ("-1", "minus1"), ("", "empty"), ("2nd", "_2nd"), ("50%", "_50Percent"),
        ("Etc/GMT+0", "etcGMTPlus0"), ("Europe/St. Petersburg", "europeStPetersburg"), ("c++", "cPlusPlus"),
        ("c#", "cSharp"), ("_2fa_enabled", "_2faEnabled"), ("require_2fa", "require2FA"), ("before_sha", "beforeSHA"),
        ("duo_sast_vr_workflow_enabled", "duoSASTVRWorkflowEnabled"), ("sha256_checksum", "sha256Checksum"),
        ("fingerprint_sha256", "fingerprintSHA256"), ("merge_requests", "mergeRequests"), ("for_mrs", "forMRs"),
    ])
    func signsAndAcronymsBecomeSwift(_ name: String, _ swiftName: String) {
        #expect(SwiftName(from: name).text == swiftName)
    }

    @Test(arguments: [
        ("_", "wrong-name: add 'as: other', or a better name"), ("é", "wrong-name: add 'as: other', or a better name"),
        ("👍 yes", "wrong-name: add 'as: yes', or a better name"),
        ("none", "optional-case-name: add 'as: noneValue', or a better name"),
        ("self", "reserved-name: add 'as: selfValue', or a better name"),
        ("hash", "reserved-name: add 'as: hashField', or a better name"),
    ])
    func valuesWithoutASwiftNameAreRejected(_ value: String, _ expected: String) {
        let text = "enums:\n  Level:\n    about: \"A.\"\n    values:\n      \"\(value)\": { about: \"A.\" }\n"
        #expect(findings(text) == ["5: \(expected)"])
        #expect(findings(text.replacing("{ about", with: "{ as: free, about")) == [])
    }

    @Test(arguments: [
        ("send", "list", "1: reserved-name: write 'sendResource', or a better name"),
        ("rateLimitStatus", "list", "1: reserved-name: write 'rateLimitStatusResource', or a better name"),
        ("things", "client", "3: reserved-name: write 'clientOperation', or a better name"),
        ("things", "init", "3: reserved-name: write 'initOperation', or a better name"),
        ("things", "send", nil),
    ])
    func membersOfTheClientAreNoResources(_ resource: String, _ operation: String, _ expected: String?) {
        let text = """
            resource: { name: \(resource), type: Things, about: "A." }
            operations:
              \(operation):
                GET: /things
                request: ListThings
                about: "A."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            """
        #expect(findings(text) == (expected.map { [$0] } ?? []))
    }

    @Test func namesThatTheSpecGivesKeepTheAcronyms() {
        func advice(_ type: String, _ own: String) -> [String] {
            let text = """
                types:
                  \(type): { about: "Some type.", fields: { before: { as: \(own), type: string, about: "Before it." } } }
                """
            let diagnostics = DiagnosticCollector()
            let file = SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))
            Lint(SpecReading([file], diagnostics: diagnostics), diagnostics: diagnostics).check()
            return diagnostics.sorted.filter { $0.rule == "name-style" }.compactMap { $0.fix?.advice }
        }
        #expect(advice("SastScan", "beforeSha") == ["write 'SASTScan'", "write 'beforeSHA'"])
        #expect(advice("UserUrls", "shaIds") == ["write 'UserURLs'", "write 'shaIDs'"])
        #expect(advice("SASTScan", "beforeSHA") == [])
        #expect(advice("IDTokenIDs", "identityOfSharing") == [])
    }

    @Test func aHashDoesNotHoldItself() {
        let text = "hashes:\n  Tree:\n    about: \"A.\"\n    attributes: { left: { type: TYPE, about: \"A.\" } }\n"
        #expect(findings(text.replacing("TYPE", with: "Tree")).map { $0.prefix(18) } == ["4: contains-itself"])
        #expect(findings(text.replacing("TYPE", with: "[Tree]")) == [])
    }

    @Test func theStoreOfASecretHasANameToo() {
        let text = """
            hashes:
              Login:
                about: "A."
                attributes:
                  redacted_name: { type: string, about: "A." }
                  name: { type: string, secret: true, about: "A." }
            """
        #expect(findings(text) == ["6: same-swift-name: add 'as: redactedName2' to one of them, or a better name"])
        #expect(findings(text.replacing(" secret: true,", with: "")) == [])
    }

    @Test func whatHasToBeGivenIsNotDeprecated() {
        let text = """
            hashes:
              Login:
                about: "A."
                attributes: { name: { type: string, required: true, deprecated: { since: "1.0" }, about: "A." } }
            types:
              Answered:
                about: "A."
                fields: { name: { type: string, always: true, deprecated: { since: "1.0" }, about: "A." } }
            """
        #expect(
            findings(text) == [
                "4: wrong-value: remove 'required', or 'deprecated'",
                "8: wrong-value: remove 'always', or 'deprecated'",
            ])
    }
}
