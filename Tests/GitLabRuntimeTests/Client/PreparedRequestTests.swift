// What a request looks like before it is sent: readable, and without secrets.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct PreparedRequestTests {
    private let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") })

    private struct Mirroring: GitLabRequest {
        typealias Answer = EmptyAnswer
        static let endpoint = Endpoint("things.mirror", .post, "/things/:key/mirror")
        var key = Hidden("k3y-in-path")
        var query = Hidden("q s3cret")
        var url = Hidden("https://user:pa%20ss-w0rd@host.example.com/a")
        var privateKey = Hidden("-----BEGIN \"KEY\"\n12345\\\n")
        var pin = Hidden("12")
        var file: FileUpload?
        func addPath(to path: inout PathAttributes) { path.add("key", key.value) }
        func addQuery(to query: inout ParameterEncoder) { query.add("q", self.query.value) }
        func addBody(to body: inout ParameterEncoder) {
            body.add("name", "Näive \"demo\" 1212")
            body.add("url", url.value)
            body.add("private_key", privateKey.value)
            body.add("pin", pin.value)
            body.add("variables", value: .array([.object(Parameters(["value": privateKey.value]))]))
            body.add("file", file)
        }
    }

    @Test func isPrintedAsItIsSent() throws {
        let prepared = try client.httpRequest(for: EditThing("a/b") { $0.description = "Näive \"demo\"" })
        let text = """
            PUT https://gitlab.example.com/api/v4/things/a%2Fb
            Accept: application/json
            User-Agent: gitlab-swift
            Content-Type: application/json

            {"description":"Näive \\"demo\\""}
            """
        #expect(prepared.description == text && prepared.debugDescription == text && "\(prepared)" == text)
        #expect(prepared.request.id == "a/b" && prepared.body.text == #"{"description":"Näive \"demo\""}"#)
        let list = try client.httpRequest(for: ListThings { $0.archived = true })
        #expect(
            list.description == """
                GET https://gitlab.example.com/api/v4/things?archived=true
                Accept: application/json
                User-Agent: gitlab-swift
                """)
    }

    @Test(arguments: [false, true]) func secretsAreRedacted(withFile: Bool) throws {
        var request = Mirroring()
        if withFile { request.file = FileUpload(filename: "a.txt", bytes: [1, 2, 3]) }
        let prepared = try client.httpRequest(for: request)
        var text = "\(prepared)" + String(reflecting: prepared) + "\([prepared])"
        dump(prepared, to: &text)
        for secret in [
            "k3y", "s3cret", "user:", "w0rd", "BEGIN", "KEY", "12345", #""12""#, "pin: 12\n", "glpat", "value\":\"-",
        ] {
            #expect(!text.contains(secret), "\(secret) in \(text)")
        }
        #expect(text.contains("/things/[hidden]/mirror?q=[hidden]"))
        #expect(text.contains("demo") && text.contains("1212"))
        #expect(text.contains(withFile ? "private_key: [hidden]" : #""private_key":"[hidden]""#), "\(text)")
        // What is sent is there for those who ask for it.
        #expect(prepared.body.text.contains("BEGIN") && prepared.head.path?.contains("k3y-in-path") == true)
    }

    @Test func filesAreShownByNameAndLength() throws {
        let folder = try TemporaryFolder()
        let place = folder.url.appendingPathComponent("logo.png")
        try Data([1, 2, 3, 4]).write(to: place)
        for (file, line) in [
            (
                FileUpload(filename: "a.txt", contentType: "text/plain", bytes: [1, 2]),
                "avatar: a.txt (text/plain, 2 bytes)"
            ),
            (FileUpload(at: place), "avatar: logo.png (application/octet-stream, 4 bytes)"),
        ] {
            let prepared = try client.httpRequest(
                for: EditThing(1) {
                    $0.avatar = file
                    $0.topics = ["a", "b"]
                })
            let lines = prepared.description.split(separator: "\n").suffix(2).map(String.init)
            #expect(lines == [line, "topics: a,b"], "\(prepared)")
            #expect(prepared.body.text.contains("filename=\"\(file.filename)\""))
        }
        let body = RequestBody(pieces: [.bytes(Array("ab".utf8)), .file(place)])
        #expect(body.text == "ab[logo.png, 4 bytes]")
        #expect("\(body)" == "RequestBody(2 bytes and a file)" && "\(RequestBody([1]))" == "RequestBody(1 bytes)")
    }

    @Test func bodiesShowNothingBesidesTheirLength() {
        let body = RequestBody(Array("s3cret".utf8))
        var text = "\(body)" + String(reflecting: body)
        dump(body, to: &text)
        #expect(!text.contains("s3cret") && !text.contains("115") && text.contains("6 bytes"))
    }

    @Test func customRequestsShowNames() throws {
        let request = try CustomRequest(
            .put, "/things/:id", path: ["id": "s3cret"], query: ["q": "s3cret"], body: ["import_url": "s3cret"],
            headers: ["X-Token": "s3cret"])
        let prepared = try client.httpRequest(for: request)
        #expect(
            prepared.description == """
                PUT /things/:id at https://gitlab.example.com
                query: q
                fields: X-Token
                body: import_url
                RequestBody(23 bytes)
                """)
        let list = try client.httpRequest(for: CustomListRequest<Thing>(request))
        #expect(!"\(list)".contains("s3cret") && prepared.body.text == #"{"import_url":"s3cret"}"#)
    }

    @Test func longBodiesAreCut() throws {
        let prepared = try client.httpRequest(
            for: EditThing(1) { $0.description = String(repeating: "x", count: 100_000) })
        #expect(prepared.description.count < 20_000 && prepared.description.hasSuffix("x…"))
    }
}
