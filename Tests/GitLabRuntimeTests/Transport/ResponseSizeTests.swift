// Responses without an end: what they cost in memory, and that their connections are closed.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite(.timeLimit(.minutes(5))) struct ResponseSizeTests {
    private static func client(_ server: SocketServer, _ kind: TransportKind) throws -> GitLabClient {
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        return GitLabClient(baseURL: base, transport: kind.make())
    }

    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"

    @Test(arguments: TransportKind.allCases) func theLimitIsThatOfTheCall(kind: TransportKind) async throws {
        let server = try SocketServer { _ in
            [.send(Self.head + "Content-Length: 100000\r\n\r\n"), .count(100_000)]
        }
        defer { server.stop() }
        let client = try Self.client(server, kind)
        #expect(try await client.raw(GetThing(1)).bytes.count == 100_000)
        #expect(try await client.with { $0.maximumResponseSize = 100_000 }.raw(GetThing(1)).bytes.count == 100_000)
        let error = try await gitLabError {
            try await client.with { $0.maximumResponseSize = 99_999 }.raw(GetThing(1))
        }
        #expect(error.kind == .tooLong && error.message.contains("99999"), "\(error)")
        #expect(error.attempts == 1)
    }

    @Test(arguments: TransportKind.allCases, [200, 500]) func anEndlessResponseIsCutOff(
        kind: TransportKind, status: Int
    ) async throws {
        let server = try SocketServer { _ in
            [
                .send(Self.head.replacing("200", with: "\(status)") + "\r\n"), .count(4 * 1_024 * 1_024),
                .waitForClose,
            ]
        }
        defer { server.stop() }
        let client = try Self.client(server, kind).with {
            $0.maximumResponseSize = 1_024 * 1_024
            $0.retries = .never
        }
        let error = try await gitLabError { try await client.raw(GetThing(1)) }
        #expect(error.kind == (status == 200 ? .tooLong : .server), "\(error)")
        #expect(error.body.count <= 65_536)
        for _ in 0..<3_000 where server.closedByClient == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(server.closedByClient == 1)
    }

    @Test func whatAMiddlewarePutsInPlaceIsBoundedToo() async throws {
        struct Growing: Middleware {
            func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
                var response = try await next(request)
                response.body = ResponseBody(
                    AsyncStream { stream in
                        for _ in 0..<100 { stream.yield([UInt8](repeating: 0x20, count: 1_000)) }
                        stream.finish()
                    })
                return response
            }
        }
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") }).with {
            $0.middleware = [Growing()]
            $0.maximumResponseSize = 99_999
        }
        #expect(try await gitLabError { try await client.raw(GetThing(1)) }.kind == .tooLong)
        #expect(try await client.with { $0.maximumResponseSize = 100_000 }.raw(GetThing(1)).bytes.count == 100_000)
    }

    #if os(Linux)
    /// A hostile server.
    enum Server: String, Codable, CaseIterable, CustomTestStringConvertible {
        case endless, compressed, fast, failing

        var testDescription: String { rawValue }

        /// Compressed, each block of ours is a hundred thousandth of the zeros that it stands for.
        var steps: [SocketServer.Step] {
            let (head, gigabyte) = (ResponseSizeTests.head, 1_024 * 1_024 * 1_024)
            switch self {
            case .endless: return [.send(head + "\r\n"), .count(gigabyte)]
            case .fast: return [.send(head + "Content-Length: \(gigabyte)\r\n\r\n"), .count(gigabyte)]
            case .failing: return [.send(head.replacing("200 OK", with: "400 Bad") + "\r\n"), .count(gigabyte)]
            case .compressed:
                guard let zeros = Self.compressedZeros else { return [] }
                return [
                    .send(head + "Content-Encoding: gzip\r\nContent-Length: \(zeros.count)\r\n\r\n"), .bytes(zeros),
                ]
            }
        }

        /// A gigabyte of zeros, compressed.
        private static var compressedZeros: [UInt8]? {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "head -c 1073741824 /dev/zero | gzip -9"]
            let output = Pipe()
            process.standardOutput = output
            try? process.run()
            return (try? output.fileHandleForReading.readToEnd()).map { [UInt8]($0) }
        }
    }

    // Each in a process of its own: other tests would affect the measurement.
    @Test(arguments: TransportKind.allCases, Server.allCases) func memoryIsBounded(
        kind: TransportKind, hostile: Server
    ) async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [kind = kind as TransportKind, hostile = hostile as Server] in
            let steps = hostile.steps
            let server = try SocketServer { _ in steps }
            let client = try Self.client(server, kind).with { $0.retries = .never }
            let limit = hostile == .failing ? 65_536 : client.configuration.maximumResponseSize
            try ProcessFacts.forgetPeak()
            let before = try ProcessFacts.resident
            let outcome = await Result { try await client.raw(GetThing(1)).bytes.count }
            let additional = try ProcessFacts.peak - before
            print(
                "\(hostile.rawValue) over \(kind.testDescription): \(additional / 1_048_576) MiB,",
                "\(server.requests.count) request, \(outcome)")
            #expect(additional < limit + 32 * 1_024 * 1_024, "\(additional / 1_048_576) MiB")
        }
        print(String(decoding: result?.standardOutputContent ?? [], as: UTF8.self), terminator: "")
    }
    #endif
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
