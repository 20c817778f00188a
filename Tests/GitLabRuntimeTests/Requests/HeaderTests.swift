// Attributes that are sent as header fields.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct HeaderTests {
    private let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") })

    private func fields(_ add: (inout ParameterEncoder) -> Void) throws -> HTTPFields {
        var request = AnyThing()
        request.headers = .collecting(add)
        return try client.httpRequest(for: request).head.headerFields
    }

    @Test func aMomentIsAnHTTPDate() throws {
        let request = DeleteThing("a/b") { $0.ifUnmodifiedSince = Date(timeIntervalSince1970: 784_111_777.5) }
        let prepared = try client.httpRequest(for: request)
        let (head, body) = (prepared.head, prepared.body)
        #expect(head.headerFields[.ifUnmodifiedSince] == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(head.path == "/api/v4/things/a%2Fb" && body.isEmpty)
        #expect(try client.httpRequest(for: DeleteThing(1)).head.headerFields[.ifUnmodifiedSince] == nil)
    }

    @Test func singleValuesAreWrittenAsTheyRead() throws {
        let fields = try fields {
            $0.add("X-A", "a, b; ä")
            $0.add("X-B", true)
            $0.add("X-C", -7)
            $0.add("X-D", 0.5)
            $0.add("X-E", CalendarDate("2024-02-29"))
            $0.add("X-F", "")
            $0.add("X-G", nil as String?)
            $0.add("Accept", "text/plain")
        }
        let names = ["X-A", "X-B", "X-C", "X-D", "X-E", "X-F", "X-G", "Accept"]
        #expect(
            try names.map { fields[try #require(HTTPField.Name($0))] }
                == ["a, b; ä", "true", "-7", "0.5", "2024-02-29", "", nil, "text/plain"])
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\n", "\r", "a\0b", "a\u{7F}", "a\u{1B}[0m", " a", "a "])
    func textsThatAreNoValueAreRejected(text: String) throws {
        let error = #expect(throws: GitLabError.self) { try fields { $0.add("X-A", text) } }
        #expect(error?.kind == .invalidRequest && error?.message.contains("`X-A` cannot be sent") == true)
    }

    @Test(
        arguments: [
            .null, .array([.string("a")]), .commaList([.string("a")]), .object(Parameters()), .double(.nan),
            .instant(.distantFuture + 1e13),
        ] as [ParameterValue])
    func valuesThatAreNotSingleAreRejected(value: ParameterValue) throws {
        let error = #expect(throws: GitLabError.self) { try fields { $0.add("X-A", value: value) } }
        #expect(error?.kind == .invalidRequest)
    }

    @Test(arguments: ["", "X A", "X:A", "X\r\n"]) func namesThatAreNoneAreRejected(name: String) throws {
        let error = #expect(throws: GitLabError.self) { try fields { $0.add(name, "a") } }
        #expect(error?.kind == .invalidRequest)
    }

    @Test func theyCountInEquality() {
        let one = DeleteThing(1) { $0.ifUnmodifiedSince = Date(timeIntervalSince1970: 1) }
        let same = DeleteThing(1) { $0.ifUnmodifiedSince = Date(timeIntervalSince1970: 1) }
        let other = DeleteThing(1) { $0.ifUnmodifiedSince = Date(timeIntervalSince1970: 2) }
        #expect(one == same && one.hashValue == same.hashValue)
        #expect(one != other && one != DeleteThing(1))
        #expect(Set([one, same, other, DeleteThing(1)]).count == 3)
    }

    @Test func theyArrive() async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: 204) }
        try await GitLabClient.scripted(transport).things.delete(1) {
            $0.ifUnmodifiedSince = Date(timeIntervalSince1970: 0)
        }
        #expect(transport.sent.map { $0.field("if-unmodified-since") } == ["Thu, 01 Jan 1970 00:00:00 GMT"])
    }
}
