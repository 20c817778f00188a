// The session of the built-in transport, which ends with it.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite(.timeLimit(.minutes(5))) struct URLSessionTransportTests {
    @Test func aTransportThatIsLetGoOfFinishesItsRequests() async throws {
        let server = try SocketServer { _ in
            [
                .send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\none"),
                .pause(milliseconds: 200),
                .send("two"),
            ]
        }
        defer { server.stop() }
        weak var released: URLSessionTransport?
        weak var delegate: URLSessionExchanges?
        let body: ResponseBody
        do {
            let transport = URLSessionTransport()
            released = transport
            delegate = transport.exchanges
            body = try await transport.send(
                HTTPRequest(
                    method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/x"), body: .empty
            ).body
        }
        #expect(released == nil)
        #expect(try await body.collect(upTo: 6) == Array("onetwo".utf8))
        // The session holds its delegate until it has ended.
        for _ in 0..<200 where delegate != nil { try await Task.sleep(for: .milliseconds(10)) }
        #expect(delegate == nil)
    }
}
