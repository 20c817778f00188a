// The error for a response that cannot be read.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

private struct Account: Decodable, Sendable {
    struct Inner: Decodable, Sendable { var count: Int? }
    var id: Int
    var name: String?
    var apiToken: String?
    var redactedKey: Redacted<String>?
    var inner: [Inner]?

    enum CodingKeys: String, CodingKey {
        case id, name, inner
        case apiToken = "api_token"
        case redactedKey = "key"
    }
}

private struct GetAccount: GitLabRequest {
    typealias Response = Account
    static let endpoint = Endpoint("accounts.get", .get, "/account")
}

@Suite struct DecodingErrorTests {
    private func message(_ json: String, _ contentType: String? = "application/json") async throws -> String {
        let transport = ScriptedTransport { _, _ in .response(json, contentType.map { ["Content-Type": $0] } ?? [:]) }
        let error = try await gitLabError { try await GitLabClient.scripted(transport).send(GetAccount()) }
        #expect(error.kind == .decoding && error.underlying != nil)
        return error.message
    }

    @Test(arguments: [
        (#"{"id":"x"}"#, ["id: ", #"string"#, #": "x""#]),
        (#"{"id":1,"inner":[{"count":1},{"count":"many"}]}"#, ["inner[1].count: ", #": "many""#]),
        (#"{"id":{"a":1,"b":"v"}}"#, ["id: ", "an object with a, b"]),
        (#"{"id":[1,2,3]}"#, ["id: ", "an array of 3"]), (#"{"id":true}"#, ["id: ", ": true"]),
        (#"{"id":null}"#, ["id: null, where Int is needed"]),
        (#"{"name":"v","inner":[]}"#, ["id: missing: an object with inner, name"]),
        ("{}", ["id: missing: an empty object"]),
        (#""text""#, [#": "text""#]), ("[]", ["an array of 0"]),
        (#"{"id":1"#, ["7 bytes that are not valid JSON"]),
        ("Retry later", [#"not JSON and begins with "Retry later""#]),
        (#"{"id":1,"name":["https://u:pw@example.com/"]}"#, ["name: ", "an array of 1"]),
        (#"{"id":"https://u:pw@example.com/"}"#, [#""https://[redacted]@example.com/""#]),
    ])
    func placeAndValueAreNamed(json: String, parts: [String]) async throws {
        let message = try await message(json)
        for part in parts { #expect(message.contains(part), "\(message)") }
        #expect(!message.contains(#""v""#))
    }

    @Test(arguments: [
        #"{"id":1,"key":{"s3cret":"s3cret"}}"#, #"{"id":1,"key":["s3cret"]}"#,
        #"{"id":1,"api_token":["s3cret"]}"#, #"{"id":1,"api_token":{"s3cret":1}}"#, #"{"id":1,"key":"s3cret""#,
    ])
    func secretsAreNotShown(json: String) async throws {
        let message = try await message(json)
        #expect(!message.contains("s3cret"), "\(message)")
        #expect(message.contains("key") || message.contains("api_token") || message.contains("not valid JSON"))
    }

    @Test func longValuesAreCut() async throws {
        let long = String(repeating: "x", count: 10_000)
        for json in [#"{"id":"\#(long)"}"#, long, #"{"\#(long)":1}"#] {
            let message = try await message(json, nil)
            #expect(message.count < 300 && message.contains("x…"), "\(message)")
        }
    }

    @Test func aSecretThatCanBeReadIsRead() throws {
        let account = try ResponseReader.read(Account.self, from: Array(#"{"id":1,"key":"s3cret"}"#.utf8))
        #expect(account.redactedKey?.value == "s3cret")
        #expect(try ResponseReader.read(Account.self, from: Array(#"{"id":1,"key":null}"#.utf8)).redactedKey == nil)
        #expect(try JSONEncoder().encode([Redacted("a")]) == Data(#"["a"]"#.utf8))
        #expect(!"\(account)".contains("s3cret") && "\(account)".contains("[redacted]"))
    }
}
