// Responses recorded in a file and replayed from it.

import Foundation
import GitLab
import HTTPTypes
import Testing

@testable import GitLabTesting

@Suite(.timeLimit(.minutes(5))) final class CassetteTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("cassettes-\(UUID().uuidString)")
    private var file: URL { root.appendingPathComponent("a/b.json") }

    deinit { try? FileManager.default.removeItem(at: root) }

    private static let token = "glpat-S3cret+/é=Token"

    /// What a program does; the same while it is recorded and replayed.
    private func program(_ gitlab: GitLabClient) async throws -> [String] {
        var seen: [String] = []
        for try await project in gitlab.projects.list({ ($0.archived, $0.perPage) = (false, 1) }) {
            seen.append("\(project.id)")
        }
        seen.append(try await gitlab.projects.edit(1) { $0.description = "one" }.description ?? "nil")
        seen.append(try await gitlab.projects.edit(1) { $0.description = "two" }.description ?? "nil")
        for _ in 0..<2 {
            do { _ = try await gitlab.projects.get("no/thing") } catch let error as GitLabError {
                seen.append("\(error.status ?? 0) \(error.message)")
            }
        }
        let download = try await gitlab.projects.downloadSnapshot(1)
        var bytes: [UInt8] = []
        for try await chunk in download { bytes += chunk }
        seen.append("\(download.fileName ?? ""), \(bytes.count == download.length), \(bytes)")
        return seen
    }

    private func client(_ url: URL, _ transport: any Transport, _ token: String?) -> GitLabClient {
        GitLabClient(
            baseURL: url, credentials: token.map { .personalAccessToken($0) } ?? .none, transport: transport
        ).with {
            $0.retries = .never
        }
    }

    @Test func fromALoopbackServerAndWithoutIt() async throws {
        let gitlab = InMemoryGitLab(projects: ["c/one", "c/two", "c/three"], requiredToken: "glpat-S3cret-Token")
        var server: LoopbackGitLab? = try LoopbackGitLab(gitlab)
        let url = try #require(server?.url)
        let recording = try Cassette(at: file, mode: .record, transport: URLSessionTransport())
        let recorded = try await program(client(url, recording, "glpat-S3cret-Token"))
        let count = await gitlab.received.count
        #expect(recorded.prefix(3) == ["3", "2", "1"] && count >= 8 && recorded[5].hasPrefix("404"), "\(recorded)")
        server = nil

        let text = try String(contentsOf: file, encoding: .utf8)
        for secret in ["S3cret", "x-request-id", "set-cookie", "\"date\"", #""link": "<http"#] {
            #expect(!text.contains(secret), "\(secret)")
        }
        // Another address, a relative root, and another token.
        for (address, token) in [("https://gitlab.example.com/gitlab", nil), (url.absoluteString, "other")] {
            let cassette = try Cassette(at: file)
            #expect(throws: CassetteError.self) { try cassette.verify() }
            #expect(cassette.unused.count == count && !cassette.isRecording)
            let replayed = try await program(client(try #require(URL(string: address)), cassette, token))
            #expect(replayed == recorded)
            try cassette.verify()
            #expect(cassette.unused.isEmpty)
        }
        #expect(await gitlab.received.count == count)
    }

    @Test func theFileIsTheSameEachTime() async throws {
        var texts: Set<String> = []
        for _ in 0..<2 {
            let server = try LoopbackGitLab(InMemoryGitLab(projects: ["c/d"], clock: TestClock()))
            let cassette = try Cassette(at: file, mode: .record, transport: URLSessionTransport())
            let gitlab = client(server.url, cassette, "glpat-S3cret-Token")
            _ = try? await gitlab.projects.get("no/thing") { $0.license = true }
            _ = try await gitlab.projects.getLanguages(1)
            _ = try? await gitlab.projects.create(name: "a\"é\n") { $0.importURL = "https://u:s3cret@h" }
            texts.insert(try String(contentsOf: file, encoding: .utf8))
        }
        #expect(texts.count == 1)
    }

    @Test func theText() async throws {
        let server = ScriptedGitLab()
        server.always(
            .post, "/projects/:id/hooks",
            response: .json(
                #"{"id": 7, "url": "https://h", "token": "s3cret", "n": 1.5, "list": [], "é\n": [true, null]}"#,
                status: 201,
                fields: [
                    "Link": "<https://gitlab.test/api/v4/x?private_token=s3cret&page=2>; rel=\"next\"", "Date": "d",
                ]))
        let cassette = try Cassette(at: file, mode: .record, transport: server, publicNames: ["url"])
        _ = try await send(
            cassette, .post, "/api/v4/projects/1/hooks?private_token=s3cret&z=1&a[]=x",
            #"{"url": "https://h", "token": "s"}"#)
        _ = try await send(cassette, .post, "/api/v4/projects/1/hooks", "\u{1}", type: "application/octet-stream")
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(Self.text))
    }

    private static let text = """
        {
          "interactions": [
            {
              "request": {
                "body": {
                  "token": "[redacted]",
                  "url": "https://h"
                },
                "method": "POST",
                "path": "/projects/1/hooks",
                "query": {
                  "a": [
                    "x"
                  ],
                  "z": "1"
                }
              },
              "response": {
                "fields": {
                  "content-type": "application/json",
                  "link": "<{base}/api/v4/x?private_token=redacted&page=2>; rel=\\"next\\""
                },
                "json": {
                  "id": 7,
                  "list": [],
                  "n": 1.5,
                  "token": "[redacted]",
                  "url": "https://h",
                  "é\\n": [
                    true,
                    null
                  ]
                },
                "status": 201
              }
            },
            {
              "request": {
                "content": {
                  "bytes": 1,
                  "type": "application/octet-stream"
                },
        """

    @Test func whatIsNotRecordedFails() async throws {
        let recording = try Cassette(at: file, mode: .record, transport: InMemoryGitLab(projects: ["a/b", "c/d"]))
        let url = try #require(URL(string: "https://gitlab.test"))
        _ = try await client(url, recording, nil).projects.get(1) { $0.license = true }
        _ = try await client(url, recording, nil).projects.get(1)
        let cassette = try Cassette(at: file)
        let gitlab = GitLabClient(baseURL: url, transport: cassette)
        let other = await #expect(throws: CassetteError.self) {
            try await gitlab.projects.get(2) { $0.statistics = true }
        }
        #expect(other?.kind == .notRecorded)
        #expect(
            other?.description == """
                the cassette b.json has no response to GET /projects/2. Record it again with the mode `.record`. The closest \
                recorded request differs:
                  recorded: GET /projects/1
                  recorded: query license = "true"
                  sent:     GET /projects/2
                  sent:     query statistics = "true"
                """, "\(other?.description ?? "")")
        _ = try await gitlab.projects.get(1)
        let again = await #expect(throws: CassetteError.self) { try await gitlab.projects.get(1) }
        #expect(
            again?.localizedDescription == "the cassette b.json has GET /projects/1 once, and it was sent once more. "
                + "Record it again with the mode `.record`")
        let unused = #expect(throws: CassetteError.self) { try cassette.verify() }
        #expect(unused?.kind == .unused && cassette.unused == ["GET /projects/1\n  query license = \"true\""])
        #expect(
            unused?.description
                == "not requested from the cassette b.json:\nGET /projects/1\n  query license = \"true\"")
    }

    @Test func equalRequestsGetTheirResponsesInOrder() async throws {
        let server = ScriptedGitLab()
        server.expect(.get, "/x", responses: .json("1"), .failure(status: 503, message: "down"), .json("3"))
        let recording = try Cassette(at: file, mode: .record, transport: server)
        for _ in 0..<3 { _ = try await send(recording, .get, "/api/v4/x") }
        let cassette = try Cassette(at: file)
        var bodies: [String] = []
        for _ in 0..<3 { bodies.append(try await send(cassette, .get, "/api/v4/x").text) }
        #expect(bodies == ["1", #"{"message":"down"}"#, "3"])
    }

    @Test func uploads() async throws {
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let notes = folder.appendingPathComponent("notes.txt")
        try Data("S3cret notes".utf8).write(to: notes)
        let server = ScriptedGitLab()
        let hash = "66dbcd21ec5d24ed6ea225176098d52b"
        server.always(
            .post, "/projects/1/uploads",
            response: .json(
                #"{"id": 5, "alt": "n", "url": "/uploads/\#(hash)/n", "markdown": "![n](/uploads/\#(hash)/n)"}"#,
                status: 201))
        let url = try #require(URL(string: "https://gitlab.test"))
        let recording = try Cassette(at: file, mode: .record, transport: server)
        let upload = try await client(url, recording, nil).uploads.create(1, file: .init(at: notes))
        #expect(upload.markdown == "![n](/uploads/\(hash)/n)")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(#""filename": "notes.txt","#) && text.contains(#""size": 12"#), "\(text)")
        #expect(!text.contains("S3cret") && !text.contains(hash) && text.contains("![n](/uploads/[redacted]/n)"))

        let gitlab = client(url, try Cassette(at: file), nil)
        #expect(try await gitlab.uploads.create(1, file: .init(at: notes)).markdown == "![n](/uploads/[redacted]/n)")
        let other = FileUpload(filename: "notes.txt", bytes: [1])
        let error = await #expect(throws: CassetteError.self) { try await gitlab.uploads.create(1, file: other) }
        #expect(
            error?.description.hasSuffix(#"sent:     body file = file "notes.txt", 1 bytes"#) == true, "\(error as Any)"
        )
    }

    /// While it is recorded, the body is read for the cassette, and read again to be sent.
    @Test func progressIsReportedOnce() async throws {
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let notes = folder.appendingPathComponent("notes.txt")
        try Data("notes".utf8).write(to: notes)
        let server = ScriptedGitLab()
        server.always(.put, "/x", response: .json("{}"))
        let head = HTTPRequest(method: .put, scheme: "https", authority: "gitlab.test", path: "/api/v4/x")
        for mode in [Cassette.Mode.record, .replay] {
            let progress = Progress()
            let body = RequestBody(pieces: [.file(notes)]).reporting { progress.add($0.completed) }
            _ = try await Cassette(at: file, mode: mode, transport: server).send(head, body: body)
            #expect(progress.steps == [5])
        }
    }

    private final class Progress: @unchecked Sendable {
        private let lock = NSLock()
        private var completed: [Int64] = []

        var steps: [Int64] { lock.withLock { completed } }

        func add(_ bytes: Int64) { lock.withLock { completed.append(bytes) } }
    }

    @Test func modes() async throws {
        let url = try #require(URL(string: "https://gitlab.test"))
        let server = InMemoryGitLab(projects: ["a/b"])
        for number in 0..<3 {
            let cassette = try Cassette(at: file, mode: .replayOrRecord, transport: server)
            #expect(cassette.isRecording == (number == 0))
            #expect(try await client(url, cassette, nil).projects.get(1).id == 1)
        }
        #expect(await server.received.count == 1)
        _ = try await client(url, try Cassette(at: file, mode: .record, transport: server), nil).projects.list().page(1)
        #expect(try Cassette(at: file).unused.count == 1)
    }

    @Test func tasksAtOnce() async throws {
        let url = try #require(URL(string: "https://gitlab.test"))
        let server = InMemoryGitLab(projects: (1...20).map { SeededProject("a/b\($0)") })
        for mode in [Cassette.Mode.record, .replay] {
            let cassette = try Cassette(at: file, mode: mode, transport: server)
            let gitlab = client(url, cassette, nil)
            let ids = try await withThrowingTaskGroup(of: Int?.self) { group in
                for id in 1...20 { group.addTask { try await gitlab.projects.get(id).id } }
                return try await group.reduce(into: Set<Int?>()) { $0.insert($1) }
            }
            #expect(ids.count == 20)
            try cassette.verify()
        }
    }
}

// MARK: - Secrets

extension CassetteTests {
    /// The token as it is, and as it may be written elsewhere.
    private static var forms: [String] {
        let percent = token.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let base64 = Data(token.utf8).base64EncodedString()
        return [
            token, percent, token.replacing("/", with: "\\/"), String(base64.prefix(20)), "S3cret", "\\u00e9=Token",
            token.utf8.map { String($0, radix: 16) }.joined(),
        ]
    }

    @Test(arguments: [
        ["PRIVATE-TOKEN": token], ["JOB-TOKEN": token], ["Deploy-Token": token], ["Authorization": "Bearer \(token)"],
        ["Authorization": "Basic \(Data("user:\(token)".utf8).base64EncodedString())"], ["Cookie": "a=b; c=\(token)"],
        [:],
    ])
    func noTokenIsInTheFile(fields: [String: String]) async throws {
        let token = Self.token
        let percent = token.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let base64 = Data("a \(token) b".utf8).base64EncodedString()
        let known = "glpat-abcdefghij0123456789"
        let json: JSONValue = [
            "message": .string("token \(token) of \(percent), \(Data(token.utf8).base64EncodedString())"),
            "runners_token": .string(token), "token": "S3cret",
            "nested": [["incoming_email_token": "S3cret", "id": 1]],
            "content": .string(base64), "clone": "https://user:S3cret@host/a.git", "other": .string("see \(known)."),
            "next_page_token": "public", "key": 12, "token_expires": true, "echo": "no p4ssw0rd",
        ]
        let server = ScriptedGitLab()
        server.always(.post, "/x", response: try .value(json, fields: ["X-Gitlab-Echo": "echo-ascii"]))
        server.always(.get, "/text", response: .file(Array("a: \(token) \(known)".utf8)))
        server.always(.get, "/bytes", response: .file([0, 255] + Array("\(token) \(known)".utf8) + [1]))
        let cassette = try Cassette(at: file, mode: .record, transport: server)
        let path = "/api/v4/x?private_token=\(percent)&search=\(percent)"
        _ = try await send(cassette, .post, path, #"{"a": "\#(token)", "password": "p4ssw0rd"}"#, fields: fields)
        for path in ["/api/v4/text?job_token=\(percent)", "/api/v4/bytes?access_token=\(percent)"] {
            _ = try await send(cassette, .get, path, fields: fields)
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        for form in Self.forms { #expect(!text.contains(form), "\(form) in \(text)") }
        #expect(
            !text.contains(known) && !text.contains("p4ssw0rd") && text.contains(#""next_page_token": "public""#),
            "\(text)")
        #expect(text.contains(#""key": 0"#) && text.contains(#""token_expires": true"#))
        try #require(try decoded(text, "content") == "a [redacted] b")

        let replay = try Cassette(at: file)
        let response = try await send(replay, .post, path, #"{"a": "\#(token)", "password": "other"}"#, fields: fields)
        #expect(response.text.contains(#""next_page_token":"public""#))
        let bytes = try await send(replay, .get, "/api/v4/bytes").bytes
        #expect(bytes.prefix(3) == [0, 255, UInt8(ascii: "*")])
        #expect(bytes.count == 4 + token.utf8.count + known.utf8.count && bytes.suffix(3) == [0x2A, 0x2A, 1])
    }

    private func decoded(_ text: String, _ name: String) throws -> String? {
        let line = text.split(separator: "\n").first { $0.contains("\"\(name)\": ") }
        let value = line?.split(separator: "\"").last { $0.count > 3 } ?? ""
        return Data(base64Encoded: String(value)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A redirect to a storage with a signed address.
    @Test func signedAddresses() async throws {
        let server = ScriptedGitLab()
        let address = "https://storage.test/b/a.zip?X-Amz-Signature=S3cret&X-Amz-Date=20260101&X-Amz-Credential=S3cret"
        server.always(
            .get, "/projects/1/snapshot", response: .empty(status: 302).field("Location", address))
        server.always(.get, "/b/a.zip", response: .file([1, 2, 3]))
        let url = try #require(URL(string: "https://gitlab.test"))
        for mode in [Cassette.Mode.record, .replay] {
            let cassette = try Cassette(at: file, mode: mode, transport: server)
            let download = try await client(url, cassette, Self.asciiToken).projects.downloadSnapshot(1)
            #expect(try await download.bytes(upTo: 10) == [1, 2, 3])
            try cassette.verify()
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("S3cret") && text.contains("X-Amz-Date=20260101"), "\(text)")
    }

    private static let asciiToken = "glpat-S3cret-Token"
}

// MARK: - Errors

extension CassetteTests {
    @Test(arguments: [
        ("", "is not JSON: line 1: the JSON ends too early"),
        ("{\n\"version\": 1,\n}", "is not JSON: line 3: "),
        ("[]", "is no cassette of this version: the file has no `version`"),
        (#"{"version": 2}"#, "is no cassette of this version: version is 2, and should be 1"),
        (#"{"version": 1}"#, "the file has no `interactions`"),
        (#"{"version": 1, "interactions": {}}"#, "interactions is not an array"),
        (#"{"version": 1, "interactions": [{}]}"#, "interactions[0] has no `request`"),
        (
            #"{"version": 1, "interactions": [{"request": {"method": "GET", "path": 1}}]}"#,
            "interactions[0].request.path is not a string"
        ),
        (
            #"{"version": 1, "interactions": [{"request": {"method": "GET", "path": ""}, "response": {"status": "a"}}]}"#,
            "interactions[0].response.status is not an integer"
        ),
        (
            #"{"version": 1, "interactions": [{"request": {"method": "GET", "path": ""}, "response": {"status": 2000}}]}"#,
            "interactions[0].response.status is not a status"
        ),
        (
            #"{"version": 1, "interactions": [{"request": {"method": "GET", "path": ""}, "response": {"status": 200, "base64": "!"}}]}"#,
            "interactions[0].response.base64 is not Base64"
        ),
    ])
    func filesThatAreNoCassette(text: String, problem: String) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        let error = #expect(throws: CassetteError.self) { try Cassette(at: file) }
        #expect(error?.kind == .unreadableFile)
        #expect(error?.description.hasPrefix("the cassette \(file.path) is") == true)
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }

    @Test func filesThatCannotBeReadOrWritten() async throws {
        let missing = #expect(throws: CassetteError.self) { try Cassette(at: file) }
        #expect(missing?.description == "the cassette \(file.path) is missing. Record it with the mode `.record`")
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        #expect(throws: CassetteError.self) { try Cassette(at: file) }
        let cassette = try Cassette(at: file, mode: .record, transport: InMemoryGitLab(projects: ["a/b"]))
        let url = try #require(URL(string: "https://gitlab.test"))
        let error = await #expect(throws: CassetteError.self) { try await client(url, cassette, nil).projects.get(1) }
        #expect(error?.kind == .unwritableFile)
    }

    @Test func bodiesAreBounded() async throws {
        let server = ScriptedGitLab()
        server.always(.post, "/x", response: .file([UInt8](repeating: 1, count: 100)))
        let cassette = try Cassette(at: file, mode: .record, transport: server, bodyLimit: 99)
        let response = await #expect(throws: CassetteError.self) { try await send(cassette, .post, "/api/v4/x", "{}") }
        #expect(
            response?.description
                == "the body of the response is longer than 99 bytes, the `bodyLimit`: POST /x, cassette b.json")
        let body = String(repeating: "a", count: 100)
        let request = await #expect(throws: CassetteError.self) { try await send(cassette, .post, "/api/v4/x", body) }
        #expect(request?.kind == .tooLong && server.received.count == 1)
        let enough = try Cassette(at: file, mode: .record, transport: server, bodyLimit: 100)
        _ = try await send(enough, .post, "/api/v4/x", body)
    }

    @Test func compressedResponsesAreNotRecorded() async throws {
        let server = ScriptedGitLab()
        server.always(.get, "/x", response: .file([31, 139], fields: ["Content-Encoding": "gzip"]))
        let cassette = try Cassette(at: file, mode: .record, transport: server)
        let error = await #expect(throws: CassetteError.self) { try await send(cassette, .get, "/api/v4/x") }
        #expect(error?.kind == .encoded && !FileManager.default.fileExists(atPath: file.path))
        #expect(server.received[0].fields[.acceptEncoding] == "identity")
    }

    @Test func failuresOfTheTransportPassThrough() async throws {
        let server = ScriptedGitLab()
        server.always(.get, "/x", response: .reset)
        let cassette = try Cassette(at: file, mode: .record, transport: server)
        await #expect(throws: TransportError.self) { try await send(cassette, .get, "/api/v4/x") }
        #expect("\(cassette)" == "Cassette(b.json, recording)" && Mirror(reflecting: cassette).children.isEmpty)
    }

    private struct Received {
        let bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    @discardableResult
    private func send(
        _ cassette: Cassette, _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
        type: String = "application/json", fields: [String: String] = [:]
    ) async throws -> Received {
        var head = HTTPRequest(method: method, scheme: "https", authority: "gitlab.test", path: path)
        if !body.isEmpty { head.headerFields[.contentType] = type }
        for (name, value) in fields { HTTPField.Name(name).map { head.headerFields[$0] = value } }
        let response = try await cassette.send(head, body: RequestBody(Array(body.utf8)))
        return Received(bytes: try await response.body.collect(upTo: 1 << 20))
    }
}
