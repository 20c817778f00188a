// Secrets in requests of one's own: sent, and redacted in descriptions and errors.

import Foundation
import Testing

@testable import GitLabRuntime

/// Written as the generator writes it, with a secret in each place where one can be.
private struct MirrorThing: GitLabRequest, Hashable {
    typealias Response = Thing
    static let endpoint = Endpoint("things.mirror", .post, "/things/:secret/mirror")

    struct Entry: ParameterHash {
        private var redactedValue: Redacted<String>
        init(_ value: String) { redactedValue = Redacted(value) }
        func add(to hash: inout ParameterEncoder) { hash.add("value", redactedValue.value) }
    }

    struct Nullable: Sendable {
        private var redactedToken = Redacted(WriteState<String>.absent)
        var token: WriteState<String> {
            get { redactedToken.value }
            set { redactedToken.value = newValue }
        }
    }

    private var redactedSecret: Redacted<String>
    private var redactedURL: Redacted<String>?
    private var redactedKeys: Redacted<[String]>?
    var url: String? {
        get { redactedURL?.value }
        set { redactedURL = Redacted(newValue) }
    }
    var entries: [Entry]?
    var nullable = Nullable()

    init(secret: String, url: String? = nil, keys: [String]? = nil) {
        redactedSecret = Redacted(secret)
        redactedURL = Redacted(url)
        redactedKeys = Redacted(keys)
    }

    func addPath(to path: inout PathAttributes) { path.add("secret", redactedSecret.value) }

    func addBody(to body: inout ParameterEncoder) {
        body.add("url", url)
        body.add("keys", redactedKeys?.value)
        body.add("entries", entries)
        body.add("token", nullable.token)
    }
}

private struct ListSecretThings: OffsetPagedRequest {
    typealias Item = Thing
    static let endpoint = Endpoint("things.secret", .get, "/things/:secret/parts")
    private let redactedSecret = Redacted("s3cret-1")
    var page: Int?
    var perPage: Int?
    func addPath(to path: inout PathAttributes) { path.add("secret", redactedSecret.value) }
}

/// Counts how often it is looked into.
private final class Watched: CustomReflectable {
    let looks = Locked(0)
    var customMirror: Mirror {
        looks.withLock { $0 += 1 }
        return Mirror(self, children: [])
    }
}

/// An object that refers to others, and they to it.
private final class Node {
    var others: [Node] = []
    let secret = Redacted("glpat-node")
}

@Suite struct RedactedTests {
    /// Reflection is slow, and a request may hold millions of values.
    @Test func theSearchForThemEnds() {
        let watched = Watched()
        let table = (Redacted("glpat-first"), (0..<50_000).map { [$0] }, watched)
        #expect(SecretText.secrets(in: table) == ["glpat-first"])
        #expect(watched.looks.withLock { $0 } == 0)
        #expect(SecretText.secrets(in: (watched, Redacted("glpat-first"))) == ["glpat-first"])
        #expect(watched.looks.withLock { $0 } == 1)
    }

    @Test func objectsMayReferToEachOther() {
        let nodes = (0..<20).map { _ in Node() }
        for node in nodes { node.others = nodes }
        #expect(SecretText.secrets(in: nodes[0]).count == 20)
        for node in nodes { node.others = [] }
    }

    private var request: MirrorThing {
        var request = MirrorThing(
            secret: "path/s3cret-1", url: "https://user:s3cret%2D2@example.com/x.git", keys: ["s3cret-3", "s3cret-4"])
        request.entries = [MirrorThing.Entry("s3cret-5")]
        request.nullable.token = .value("s3cret-6")
        return request
    }

    @Test func nothingShowsThem() throws {
        let holders: [Any] = [
            request, [request], Optional(request) as Any, request.nullable, request.entries as Any, Redacted("s3cret"),
            Redacted(["s3cret"]),
        ]
        for holder in holders {
            var text = "\(holder)" + String(reflecting: holder)
            dump(holder, to: &text)
            debugPrint(holder, to: &text)
            print(holder, to: &text)
            #expect(!text.contains("s3cret") && text.contains("[redacted]"), "\(text)")
        }
    }

    @Test func theyAreSent() throws {
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") })
        let prepared = try client.httpRequest(for: request)
        let (head, body) = (prepared.head, prepared.body)
        #expect(head.path == "/api/v4/things/path%2Fs3cret-1/mirror")
        #expect(
            String(decoding: body.bytes ?? [], as: UTF8.self)
                == #"{"url":"https://user:s3cret%2D2@example.com/x.git","keys":["s3cret-3","s3cret-4"],"#
                + #""entries":[{"value":"s3cret-5"}],"token":"s3cret-6"}"#)
    }

    @Test func errorsLoseThem() async throws {
        let request = request
        let said = "a/s3cret-0 path/s3cret-1 s3cret%2D2 s3cret-2 s3cret-3,s3cret-4 (s3cret-5) s3cret-6"
        let transport = ScriptedTransport { _, _ in .json(#"{"message":{"url":["\#(said)"]}}"#, status: 400) }
        let error = try await gitLabError { try await GitLabClient.scripted(transport).send(request) }
        let expected = "a/s3cret-0 [redacted] [redacted] [redacted] [redacted],[redacted] ([redacted]) [redacted]"
        #expect(error.fieldMessages == ["url": [expected]])
        #expect(error.message == "url \(expected)")
        #expect(error.path == "/api/v4/things/[redacted]/mirror")
        let unsent = try await gitLabError {
            var request = request
            request.url = "s3cret-7"
            return try await GitLabClient.scripted(
                ScriptedTransport { _, _ in throw URLError(.cannotConnectToHost) }
            ).raw(request)
        }
        #expect(unsent.kind == .transport && unsent.path == "/api/v4/things/[redacted]/mirror")
    }

    @Test func errorsOfListsLoseThem() async throws {
        let transport = ScriptedTransport { _, _ in .json(#"{"message":"404 s3cret-1 Not Found"}"#, status: 404) }
        let list = GitLabClient.scripted(transport).pages(ListSecretThings())
        for error in [
            try await gitLabError { try await list.page(1) },
            try await gitLabError { for try await _ in list {} },
        ] {
            #expect(error.message == "404 [redacted] Not Found" && error.path == "/api/v4/things/[redacted]/parts")
        }
    }

    @Test func theyCountInEqualityAndHashing() {
        var other = request
        #expect(request == other && Redacted(1) == Redacted(1) && Redacted(1) != Redacted(2))
        other.nullable.token = .value("s3cret-x")
        #expect(request != other && Set([request, other]).count == 2)
        #expect(Redacted<Int>(nil as Int?) == nil)
    }
}
