// Responses whose content a server has compressed without being asked.

import Foundation
import Testing

@testable import GitLabRuntime

#if AsyncHTTPClient
import GitLabAsyncHTTPClient
#endif

@Suite(.timeLimit(.minutes(2))) struct ContentEncodingTests {
    /// `{"id":1}`, compressed.
    private static let compressed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0xCA, 0x4C, 0x51, 0xB2, 0x32, 0xAC,
        0x05,
        0x00, 0xC5, 0xF8, 0x5D, 0x44, 0x08, 0x00, 0x00, 0x00,
    ]

    private static func server(_ status: String) throws -> SocketServer {
        try SocketServer { _ in
            [
                .send(
                    "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Encoding: gzip\r\nContent-Length: \(compressed.count)\r\n\r\n"),
                .bytes(compressed),
            ]
        }
    }

    private static func client(_ server: SocketServer, _ transport: any Transport) throws -> GitLabClient {
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        return GitLabClient(baseURL: base, transport: transport, configuration: .init(retries: .never))
    }

    private static func read(_ download: Download) async throws -> [UInt8] {
        try await download.reduce(into: []) { $0 += $1 }
    }

    @Test func urlSessionDecodesIt() async throws {
        let server = try Self.server("200 OK")
        defer { server.stop() }
        let client = try Self.client(server, URLSessionTransport())
        #expect(try await client.send(GetThing(1)).id == 1)
        #expect(try await Self.read(client.download(GetArchive())) == Array(#"{"id":1}"#.utf8))
    }

    #if AsyncHTTPClient
    @Test func asyncHTTPClientSaysThatItDoesNot() async throws {
        let server = try Self.server("200 OK")
        defer { server.stop() }
        let client = try Self.client(server, AsyncHTTPClientTransport.shared)
        let reading = try await gitLabError { try await client.send(GetThing(1)) }
        #expect(reading.message == "the response could not be read: its content is encoded as gzip")
        let saving = try await gitLabError { try await client.download(GetArchive()) }
        #expect(saving.kind == .decoding && saving.message.contains("encoded as gzip, which the transport does not"))
    }

    @Test func ofAnErrorTheStatusIsSaid() async throws {
        let server = try Self.server("502 Bad Gateway")
        defer { server.stop() }
        let error = try await gitLabError {
            try await Self.client(server, AsyncHTTPClientTransport.shared).send(GetThing(1))
        }
        #expect(error.message == "502 Bad Gateway" && error.status == 502 && error.body == Self.compressed)
    }

    @Test func asyncHTTPClientDecodesItIfConfigured() async throws {
        let server = try Self.server("200 OK")
        defer { server.stop() }
        var configuration = AsyncHTTPClientTransport.standardConfiguration
        configuration.decompression = .enabled(limit: .size(1_000))
        let client = try Self.client(server, AsyncHTTPClientTransport(configuration: configuration))
        #expect(try await client.send(GetThing(1)).id == 1)
        #expect(try await Self.read(client.download(GetArchive())) == Array(#"{"id":1}"#.utf8))
    }
    #endif
}

private struct GetArchive: DownloadRequest {
    static let endpoint = Endpoint("archives.get", .get, "/archive")
}
