// Responses are read whole: each key is a property of a type of its own, and no value is lost.

import Foundation
import GitLab
import HTTPTypes
import Testing

@Suite("Responses")
struct ExampleResponseTests {
    @Test("Every key is read, and every value kept", arguments: Example.responses)
    func keys(example: Example) async throws {
        let census = try await KeyCensus(example.json(), rewrite: example.rewritten)
        #expect(!census.keys.isEmpty)
        let unread = Set(census.unread.map(KeyCensus.text))
        #expect(unread == Set(example.unread.keys))
        #expect(Set(census.lost.map(KeyCensus.text)).subtracting(unread).isEmpty)
    }

    @Test("At most five keys are read as any JSON, and the examples are all there")
    func count() async throws {
        var (keys, raw, unread, lost) = (0, Set<String>(), [String](), 0)
        for example in Example.responses {
            let census = try await KeyCensus(example.json(), rewrite: example.rewritten)
            keys += census.keys.count
            raw.formUnion(census.raw.map(KeyCensus.text))
            unread += census.unread.map { "\(example.file): \(KeyCensus.text($0))" }
            lost += census.lost.count - census.unread.count
        }
        #expect(raw.count <= 5, "\(raw.sorted())")
        #expect(keys > 1000)
        let files = try FileManager.default.contentsOfDirectory(atPath: Example.folder.path)
        let responses = files.filter { $0.first?.isNumber == true && !$0.contains("-request-") }
        #expect(Set(responses) == Set(Example.responses.map(\.file) + ErrorExample.all.map(\.file)))
        print("\(responses.count) responses, \(keys) keys and elements: \(raw.count) read as any JSON \(raw.sorted()),")
        print("\(unread.count) not read \(unread.sorted()), \(lost) values lost")
    }

    @Test("The storage of a project is read, whether it is an object or a list of one")
    func storage() async throws {
        let list = try Example.bytes(of: "23-get-storage.json")
        let object = Array(String(decoding: list, as: UTF8.self).drop { $0 != "{" }.prefix { $0 != "]" }.utf8)
        for bytes in [list, object] {
            let transport = CannedTransport(status: .ok, bytes: bytes)
            let gitlab = GitLabClient(baseURL: Example.server, transport: transport)
            #expect(try await gitlab.projects.getStorage(1).repositoryStorage == "default")
        }
    }

    @Test("Errors say what GitLab says", arguments: ErrorExample.all)
    func errors(example: ErrorExample) async throws {
        let bytes = try Example.bytes(of: example.file)
        let transport = CannedTransport(status: HTTPResponse.Status(code: example.status), bytes: bytes)
        let gitlab = GitLabClient(baseURL: Example.server, transport: transport)
        let error = try await #require(throws: GitLabError.self) { try await gitlab.projects.get(1) }
        #expect(error.status == example.status)
        #expect(error.kind == example.kind)
        let members = try JSONDecoder().decode([String: String].self, from: Data(bytes))
        #expect(!members.isEmpty)
        for (key, text) in members { #expect(error.message.contains(text), "\(key)") }
    }
}

/// A response that is an error.
struct ErrorExample: Sendable, CustomStringConvertible {
    let file: String
    let status: Int
    let kind: GitLabError.Kind

    static let all = [
        ErrorExample(file: "16-import-members-system-error.json", status: 404, kind: .notFound),
        ErrorExample(file: "25-auth-401.json", status: 401, kind: .unauthorized),
        ErrorExample(file: "26-sudo-403-not-admin.json", status: 403, kind: .forbidden),
        ErrorExample(file: "27-sudo-403-insufficient-scope.json", status: 403, kind: .forbidden),
        ErrorExample(file: "28-sudo-404-user.json", status: 404, kind: .notFound),
        ErrorExample(file: "29-auth-401-old-page.json", status: 401, kind: .unauthorized),
    ]

    var description: String { file }
}
