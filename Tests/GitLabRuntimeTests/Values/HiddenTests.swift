// Secrets in requests of one's own: hidden, sent, and blotted out of errors.

import Foundation
import Testing

@testable import GitLabRuntime

/// Written as the generator writes it, with a secret in each place where one can be.
private struct MirrorThing: GitLabRequest, Hashable {
    typealias Answer = Thing
    static let endpoint = Endpoint("things.mirror", .post, "/things/:secret/mirror")

    struct Entry: ParameterHash {
        private var hiddenValue: Hidden<String>
        init(_ value: String) { hiddenValue = Hidden(value) }
        func add(to hash: inout ParameterEncoder) { hash.add("value", hiddenValue.value) }
    }

    struct Nullable: Sendable {
        private var hiddenToken = Hidden(WriteState<String>.absent)
        var token: WriteState<String> {
            get { hiddenToken.value }
            set { hiddenToken.value = newValue }
        }
    }

    private var hiddenSecret: Hidden<String>
    private var hiddenURL: Hidden<String>?
    private var hiddenKeys: Hidden<[String]>?
    var url: String? {
        get { hiddenURL?.value }
        set { hiddenURL = Hidden(newValue) }
    }
    var entries: [Entry]?
    var nullable = Nullable()

    init(secret: String, url: String? = nil, keys: [String]? = nil) {
        hiddenSecret = Hidden(secret)
        hiddenURL = Hidden(url)
        hiddenKeys = Hidden(keys)
    }

    func addPath(to path: inout PathAttributes) { path.add("secret", hiddenSecret.value) }

    func addBody(to body: inout ParameterEncoder) {
        body.add("url", url)
        body.add("keys", hiddenKeys?.value)
        body.add("entries", entries)
        body.add("token", nullable.token)
    }
}

private struct ListSecretThings: OffsetPagedRequest {
    typealias Item = Thing
    static let endpoint = Endpoint("things.secret", .get, "/things/:secret/parts")
    private let hiddenSecret = Hidden("s3cret-1")
    var page: Int?
    var perPage: Int?
    func addPath(to path: inout PathAttributes) { path.add("secret", hiddenSecret.value) }
}

@Suite struct HiddenTests {
    private var request: MirrorThing {
        var request = MirrorThing(
            secret: "path/s3cret-1", url: "https://user:s3cret%2D2@example.com/x.git", keys: ["s3cret-3", "s3cret-4"])
        request.entries = [MirrorThing.Entry("s3cret-5")]
        request.nullable.token = .value("s3cret-6")
        return request
    }

    @Test func nothingShowsThem() throws {
        let holders: [Any] = [
            request, [request], Optional(request) as Any, request.nullable, request.entries as Any, Hidden("s3cret"),
            Hidden(["s3cret"]),
        ]
        for holder in holders {
            var text = "\(holder)" + String(reflecting: holder)
            dump(holder, to: &text)
            debugPrint(holder, to: &text)
            print(holder, to: &text)
            #expect(!text.contains("s3cret") && text.contains("[hidden]"), "\(text)")
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
        let expected = "a/s3cret-0 [hidden] [hidden] [hidden] [hidden],[hidden] ([hidden]) [hidden]"
        #expect(error.fieldMessages == ["url": [expected]])
        #expect(error.message == "url \(expected)")
        #expect(error.path == "/api/v4/things/[hidden]/mirror")
        let unsent = try await gitLabError {
            var request = request
            request.url = "s3cret-7"
            return try await GitLabClient.scripted(
                ScriptedTransport { _, _ in throw URLError(.cannotConnectToHost) }
            ).raw(request)
        }
        #expect(unsent.kind == .transport && unsent.path == "/api/v4/things/[hidden]/mirror")
    }

    @Test func errorsOfListsLoseThem() async throws {
        let transport = ScriptedTransport { _, _ in .json(#"{"message":"404 s3cret-1 Not Found"}"#, status: 404) }
        let list = GitLabClient.scripted(transport).pages(ListSecretThings())
        for error in [
            try await gitLabError { try await list.page(1) },
            try await gitLabError { for try await _ in list {} },
        ] {
            #expect(error.message == "404 [hidden] Not Found" && error.path == "/api/v4/things/[hidden]/parts")
        }
    }

    @Test func theyCountInEqualityAndHashing() {
        var other = request
        #expect(request == other && Hidden(1) == Hidden(1) && Hidden(1) != Hidden(2))
        other.nullable.token = .value("s3cret-x")
        #expect(request != other && Set([request, other]).count == 2)
        #expect(Hidden<Int>(nil as Int?) == nil)
    }
}
