// The responses of nginx when GitLab behind it sends none.

import Foundation
import GitLabRuntime
import Testing

extension RealStack {
    @Suite(
        "Faults behind nginx", .serialized, .enabled(if: Nginx.problem == nil || Ruby.isRequired, "nginx is missing"))
    struct NginxFaultTests {
        private static func client(_ port: Int, _ transport: FaultTransport, _ path: String = "") -> GitLabClient {
            Fault.client(URL(string: "http://127.0.0.1:\(port)\(path)")!, transport.make(), RecordingClock())
        }

        @Test("GitLab is down", arguments: FaultTransport.allCases)
        func down(transport: FaultTransport) async throws {
            try await Nginx.running(before: try await FaultServer.shared.port) { nginx in
                let gitlab = Self.client(nginx.deadPort, transport)
                let reading = try await #require(throws: GitLabError.self) { try await gitlab.send(GetFaultyProject()) }
                #expect(reading.kind == .server && reading.status == 502 && reading.attempts == 4)
                #expect(reading.message.hasPrefix("502 Bad Gateway"), "\(reading.message)")
                #expect(try await nginx.requests(to: nginx.deadPort, expecting: 4) == 4)
                // nginx does not say whether GitLab has done it.
                let writing = try await #require(throws: GitLabError.self) {
                    try await gitlab.send(CreateFaultyProject(name: "n"))
                }
                #expect(writing.status == 502 && writing.attempts == 1)
                #expect(try await nginx.requests(to: nginx.deadPort, expecting: 5) == 5)
            }
        }

        @Test("GitLab takes too long", arguments: FaultTransport.allCases)
        func slow(transport: FaultTransport) async throws {
            let server = try await FaultServer.shared
            try await Nginx.running(before: server.port) { nginx in
                let (_, key) = try await server.play([[.hold], [.api]])
                let gitlab = Self.client(nginx.tightPort, transport, "/\(key)")
                // Once 504, then fine.
                #expect(try await gitlab.send(GetFaultyProject()).id == 1)
                #expect(try await nginx.requests(to: nginx.tightPort, expecting: 2) == 2)
                let (_, held) = try await server.play([[.hold]])
                let writing = try await #require(throws: GitLabError.self) {
                    let gitlab = Self.client(nginx.tightPort, transport, "/\(held)")
                    return try await gitlab.send(CreateFaultyProject(name: "n"))
                }
                #expect(writing.status == 504 && writing.attempts == 1, "\(writing)")
                #expect(writing.message.hasPrefix("504"))
            }
        }

        @Test("The body is larger than nginx takes", arguments: FaultTransport.allCases)
        func tooLarge(transport: FaultTransport) async throws {
            try await Nginx.running(before: try await FaultServer.shared.port) { nginx in
                let request = CreateFaultyProject(name: String(repeating: "x", count: 2_000))
                let error = try await #require(throws: GitLabError.self) {
                    try await Self.client(nginx.tightPort, transport).send(request)
                }
                #expect(error.status == 413 && error.attempts == 1 && error.message.hasPrefix("413"), "\(error)")
            }
        }
    }
}
