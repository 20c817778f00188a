// The transport of clients that are created without one.

import Foundation
import GitLabRuntime
import Testing

@Suite struct DefaultTransportTests {
    @Test func isThatOfTheTraitOnLinux() throws {
        let url = try #require(URL(string: "https://gitlab.example.com"))
        let clients = [
            GitLabClient(baseURL: url),
            try GitLabClient.fromEnvironment(["GITLAB_URL": "https://gitlab.example.com", "GITLAB_TOKEN": "a"]),
        ]
        for client in clients {
            #if AsyncHTTPClient && os(Linux)
            #expect(client.transport as? AsyncHTTPClientTransport === AsyncHTTPClientTransport.shared)
            #else
            #expect(client.transport is URLSessionTransport)
            #endif
        }
    }

    @Test func sendsWithoutAnythingToSetUpOrToEnd() async throws {
        let server = try SocketServer { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Type: application/json\r\n\r\n{\"id\":7}")]
        }
        defer { server.stop() }
        let url = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        for _ in 0..<2 { #expect(try await GitLabClient(baseURL: url).things.get(7).id == 7) }
        #expect(server.requests.count == 2)
    }
}
