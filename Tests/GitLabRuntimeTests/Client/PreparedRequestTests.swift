// The description of a request before it is sent: readable, and without secrets.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct PreparedRequestTests {
    private let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") })

    private struct Mirroring: GitLabRequest {
        typealias Response = EmptyResponse
        static let endpoint = Endpoint("things.mirror", .post, "/things/:key/mirror")
        var key = Redacted("k3y-in-path")
        var query = Redacted("q s3cret")
        var url = Redacted("https://user:pa%20ss-w0rd@host.example.com/a")
        var privateKey = Redacted("-----BEGIN \"KEY\"\n12345\\\n")
        var pin = Redacted("12")
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
        #expect(text.contains("/things/[redacted]/mirror?q=[redacted]"))
        #expect(text.contains("demo") && text.contains("1212"))
        #expect(text.contains(withFile ? "private_key: [redacted]" : #""private_key":"[redacted]""#), "\(text)")
        // The properties hold everything that is sent.
        #expect(prepared.body.text.contains("BEGIN") && prepared.head.path?.contains("k3y-in-path") == true)
    }

    private struct Typed: GitLabRequest {
        typealias Response = EmptyResponse
        static let endpoint = Endpoint("things.typed", .post, "/things/typed")
        final class Node: @unchecked Sendable {
            var other: Node?
            let token = Redacted("object-s3cret")
        }
        var number = Redacted(123_456_789)
        var ratio = Redacted(0.123_456_7)
        var json = Redacted<JSONValue>(["deep": ["json-s3cret"]])
        var id = Redacted<IDOrPath>("group/id-s3cret")
        var visibility = Redacted(Visibility(rawValue: "enum-s3cret"))
        var parameters = Redacted<Parameters>(["password": "parameter-s3cret"])
        var day = Redacted<CalendarDate>("2031-02-03")
        var part = Redacted("part-s3cret"[...])
        var url = Redacted(URL(fileURLWithPath: "/url-s3cret"))
        var date = Redacted(Date(timeIntervalSince1970: 1_900_000_000))
        var nested = Redacted([Redacted("nested-s3cret")])
        var data = Redacted(Data("data-s3cret".utf8))
        var bytes = Redacted(Array("bytes-s3cret".utf8))
        // As characters, these combine with the text around them.
        var mark = Redacted("\u{301}mark-s3cret")
        var line = Redacted("line-s3cret\r")
        var file: FileUpload?
        var node = Node()

        init() {
            let other = Node()
            other.other = node
            node.other = other
        }

        func addBody(to body: inout ParameterEncoder) {
            body.add("number", number.value)
            body.add("ratio", ratio.value)
            body.add("json", value: json.value.parameterValue)
            body.add("id", id.value)
            body.add("visibility", visibility.value)
            body.add("parameters", value: .object(parameters.value))
            body.add("day", day.value)
            body.add("part", String(part.value))
            body.add("url", url.value.absoluteString)
            body.add("date", date.value)
            body.add("nested", nested.value[0].value)
            body.add("data", data.value.base64EncodedString())
            body.add("bytes", String(decoding: bytes.value, as: UTF8.self))
            body.add("mark", mark.value)
            body.add("line", line.value)
            body.add("object", node.token.value)
            body.add("file", file)
        }
    }

    @Test(arguments: [false, true]) func secretsOfAllTypesAreRedacted(withFile: Bool) throws {
        var request = Typed()
        if withFile { request.file = FileUpload(filename: "a.txt", bytes: [1, 2, 3]) }
        let text = try client.httpRequest(for: request).description
        for secret in ["s3cret", "123456789", "0.1234567", "ZGF0YS", "2031", "2030"] {
            #expect(!text.unicodeScalars.contains(secret.unicodeScalars), "\(secret) in \(text)")
        }
        #expect(text.contains("number") && text.contains("object"), "\(text)")
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

    @Test func shortSecretsOfListsAreRedacted() throws {
        struct Pins: GitLabRequest {
            typealias Response = EmptyResponse
            static let endpoint = Endpoint("things.pins", .get, "/things")
            var pins = Redacted(["471", "472"])
            func addQuery(to query: inout ParameterEncoder) {
                query.add("pins", value: .commaList(pins.value.map { .string($0) }))
                query.add("other", "1472")
            }
        }
        let text = try client.httpRequest(for: Pins()).description
        #expect(text.contains("?pins=[redacted]%2C[redacted]&other=1472"), "\(text)")
    }

    @Test func requestsAroundCustomOnesShowNames() throws {
        struct Around: GitLabRequest {
            typealias Response = EmptyResponse
            static let endpoint = Endpoint("things.around", .post, "/things")
            var request: CustomRequest
            func addBody(to body: inout ParameterEncoder) { request.addBody(to: &body) }
        }
        let request = Around(request: try CustomRequest(.post, "/things", body: ["password": "s3cret"]))
        let prepared = try client.httpRequest(for: request)
        #expect(prepared.body.text.contains("s3cret") && !prepared.description.contains("s3cret"))
        #expect(prepared.description.contains("body: password"))
    }

    @Test func longBodiesAreCut() throws {
        let prepared = try client.httpRequest(
            for: EditThing(1) { $0.description = String(repeating: "x", count: 100_000) })
        #expect(prepared.description.count < 20_000 && prepared.description.hasSuffix("x…"))
    }
}
