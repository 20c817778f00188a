// A server that responds with anything, drawn from a seed.

import Foundation
import GitLab
import HTTPTypes
import TestSeeds

/// Responds to the first requests with random heads and bodies, then with empty lists, so that a walk can end.
final class HostileServer: Transport, @unchecked Sendable {
    static let token = "glpat-Hostile0123456789abcdef"
    static let refreshToken = "refresh-Hostile0123456789abcdef"

    /// The requests with a random response.
    static let mostResponses = 40

    // Guards all that follows.
    private let lock = NSLock()
    private var heads: HostileHeads
    private var bodies: HostileBodies
    private var random: SeededRandom
    private(set) var requests = 0
    private var pulls: [PulledBytes] = []

    init(seed: UInt64) {
        random = SeededRandom(seed)
        heads = HostileHeads(seed: random.next(), mood: random.pick(HostileHeads.Mood.allCases))
        bodies = HostileBodies(seed: random.next())
    }

    /// Bytes that were read of the bodies of responses, and their statuses.
    var pulled: [PulledBytes] { lock.withLock { pulls } }

    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        try lock.withLock { try respond(to: request) }
    }

    private func respond(to request: HTTPRequest) throws -> TransportResponse {
        requests += 1
        guard requests <= Self.mostResponses else {
            return TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(Array("[]".utf8)))
        }
        if random.once(in: 25) { throw failure() }
        let head = heads.next(number: requests)
        let pulled = PulledBytes(status: head.status.code)
        pulls.append(pulled)
        let isError = !(200..<300).contains(head.status.code)
        let content = bodies.next(isError: isError)
        let end: (any Error)? = random.once(in: 20) ? failure() : nil
        return TransportResponse(
            head: head, body: ResponseBody(HostileChunks(content: content, pulled: pulled, end: end)))
    }

    private func failure() -> any Error {
        let reason = "no response for PRIVATE-TOKEN: \(Self.token)\u{1B}[31m"
        return switch random.number(0...5) {
        case 0: TransportError(.notSent, reason)
        case 1: TransportError(.permanent, reason)
        case 2: URLError(.networkConnectionLost)
        case 3: URLError(.serverCertificateUntrusted)
        case 4: NamelessFailure(description: reason)
        case _: TransportError(.interrupted, reason)
        }
    }

    private struct NamelessFailure: Error, CustomStringConvertible {
        let description: String
    }
}

/// How many bytes of a body were read.
final class PulledBytes: @unchecked Sendable {
    let status: Int
    private let lock = NSLock()
    private var bytes = 0

    init(status: Int) { self.status = status }

    var count: Int { lock.withLock { bytes } }

    func add(_ more: Int) { lock.withLock { bytes += more } }
}

/// The content of a body, and how often it comes.
struct HostileContent: Sendable {
    var bytes: [UInt8]
    var times = 1
}

/// A body in chunks, made as they are read.
struct HostileChunks: AsyncSequence, Sendable {
    static let longest = 16_384
    let content: HostileContent
    let pulled: PulledBytes
    /// The error at its end.
    let end: (any Error)?

    func makeAsyncIterator() -> Iterator { Iterator(chunks: self) }

    struct Iterator: AsyncIteratorProtocol {
        let chunks: HostileChunks
        private var place = 0
        private var repetition = 0

        init(chunks: HostileChunks) { self.chunks = chunks }

        mutating func next() async throws -> [UInt8]? {
            let bytes = chunks.content.bytes
            if place >= bytes.count {
                (place, repetition) = (0, repetition + 1)
            }
            guard repetition < chunks.content.times, !bytes.isEmpty else {
                if let end = chunks.end { throw end }
                return nil
            }
            let chunk = Array(bytes[place...].prefix(HostileChunks.longest))
            place += chunk.count
            chunks.pulled.add(chunk.count)
            return chunk
        }
    }
}
