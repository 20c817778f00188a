// Characters that control a terminal or the direction of text, in what comes from a server.

import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct PrintableTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("naïve 日本 👩‍💻 e\u{301}", "naïve 日本 👩‍💻 e\u{301}"),
        ("\u{1B}[31mred\u{1B}[0m", #"\u{1B}[31mred\u{1B}[0m"#), ("a\u{8}b", #"a\u{08}b"#),
        ("one\r\ntwo\tthree", #"one\r\ntwo\tthree"#), ("\u{202E}txt.exe", #"\u{202E}txt.exe"#),
        ("\u{9B}2J", #"\u{009B}2J"#), ("a\u{2028}b", #"a\u{2028}b"#), ("\u{FEFF}x", #"\u{FEFF}x"#),
    ]) func isWrittenOut(text: String, printed: String) {
        #expect(text.printable == printed)
    }

    private let text = "\u{1B}]0;owned\u{7}\u{202E}"

    @Test func errorsShowNone() async throws {
        let quoted = JSONValue.string(text).description
        let bodies = [
            #"{"message":\#(quoted)}"#, #"{"message":{\#(quoted):[\#(quoted)]}}"#, text,
            #"{"error":\#(quoted),"error_description":\#(quoted),"scope":\#(quoted)}"#,
        ]
        for body in bodies {
            let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json(body, status: 400) })
            let error = try await gitLabError { try await client.send(GetText()) }
            let shown = [
                "\(error)", error.message, "\(error.fieldMessages)", error.code ?? "", "\(error.requiredScopes)",
            ]
            for line in shown { #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }) }
            #expect(!shown.joined().unicodeScalars.contains("\u{202E}") && error.message.contains("owned"))
        }
    }

    @Test func unexpectedContentShowsNone() async throws {
        let heard = Locked<[String]>([])
        let body = #"{\#(JSONValue.string(text)):1,"kind":[]}"#
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json(body) }).with {
            $0.unexpectedContent = { content in heard.withLock { $0.append("\(content)") } }
        }
        _ = try await client.send(GetKind())
        let lines = heard.withLock { $0 }
        #expect(lines.count == 2 && lines[0].contains("owned"))
        #expect(lines.joined().unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 })
    }

    /// A secret is found in a message as it is printed there.
    @Test func escapedSecretsAreRedacted() {
        let error = GitLabError(kind: .badRequest, message: "key a\u{1B}b is wrong")
        #expect(error.redacting(["a\u{1B}b"]).message == "key [redacted] is wrong")
    }
}

private struct Kind: GitLabModel {
    var kind: String?

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Kind { Kind() }
    mutating func recordFields(in fields: inout FieldRecorder) { fields.string("kind", &kind) }
}

private struct GetKind: GitLabRequest {
    typealias Response = Kind
    static let endpoint = Endpoint("kinds.get", .get, "/kind")
}

private struct GetText: GitLabRequest {
    typealias Response = JSONValue
    static let endpoint = Endpoint("texts.get", .get, "/text")
}
