// Responses of a real GitLab, recorded in a file and replayed from it.

import Foundation
import GitLab
import HTTPTypes

/// A transport that records the requests and responses of another one in a file, without secrets, and replays them.
///
/// ```swift
/// let cassette = try Cassette(at: file, mode: .replayOrRecord)
/// let client = GitLabClient(baseURL: url, credentials: credentials, transport: cassette)
/// let project = try await client.projects.get("gitlab-org/gitlab")       // from GitLab once, then from the file
/// try cassette.verify()                                                  // nothing in the file is left over
/// ```
///
/// A request is replayed if method, path below `/api/v4`, and the decoded parameters of query and body are those of a
/// recorded one; header fields, the host and the values of secrets do not count. Equal requests get their responses in
/// the order of the file, each of them once. Any other request throws a ``CassetteError`` that names the closest recorded
/// one; it is not retried. Responses have the address of the request in the place of that of the recorded server.
///
/// ## Secrets
///
/// The file has none of these, and shows `[redacted]` instead:
///
/// - the values of parameters and of members of JSON responses whose names are secret: `token`, `runners_token`, `key`,
///   `value`, `url` and others, and all that end with `token`, `secret`, `password` and the like. In responses, types
///   stay, so that models can be read: a secret number is 0;
/// - the credentials of a request with at least 6 characters, wherever the request or its response repeats them, also
///   percent-encoded and as Base64;
/// - anything that looks like a token of GitLab (`glpat-…`), passwords in URLs, and secrets of uploads.
///
/// Of header fields, the file has only those of responses that the client uses, and never cookies. Of files that are
/// sent, it has name and length. Responses that are not JSON, such as downloads, are recorded as they are, but for
/// credentials and tokens. A secret inside of an archive and names of people stay: read a cassette before you publish it.
///
/// ## Limits
///
/// A body may have ``bodyLimit`` bytes; a longer one throws. While recording, a response is returned once all of it has
/// come. Failures without a response are not recorded. JSON is recorded as a value, not byte by byte. A file is recorded
/// by one cassette at a time.
public final class Cassette: Transport, @unchecked Sendable {
    /// Where responses come from.
    public enum Mode: Sendable, Hashable {
        /// From the file, which has to exist. Nothing is sent.
        case replay
        /// From the other transport. The first response replaces the file.
        case record
        /// From the file if it exists when the cassette is created; else they are recorded.
        case replayOrRecord
    }

    /// The file.
    public let file: URL

    /// Whether requests are sent and recorded, and not replayed.
    public let isRecording: Bool

    /// The most bytes of a body.
    public let bodyLimit: Int

    private let transport: any Transport
    private let scrubber: SecretScrubber

    // Guards all that follows.
    private let lock = NSLock()
    /// By the order in which the requests were sent.
    private var recorded: [Int: Interaction] = [:]
    private var sent = 0
    private var replayed: Set<Int> = []

    /// Creates a cassette, and reads the file if it is to be replayed.
    ///
    /// - Parameters:
    ///   - file: The JSON file. Folders that are missing are created.
    ///   - mode: Where responses come from.
    ///   - transport: Sends what is recorded. With `nil`, it is `GitLabClient.defaultTransport()`.
    ///   - bodyLimit: The most bytes of the body of a request or a response.
    ///   - secretNames: Further names whose values are secret, of parameters and of members of JSON.
    ///   - publicNames: Names whose values are to be recorded although they are secret by default: `url`, `key`.
    /// - Throws: ``CassetteError`` if the file cannot be read or is no cassette.
    public init(
        at file: URL,
        mode: Mode = .replay,
        transport: (any Transport)? = nil,
        bodyLimit: Int = 4 << 20,
        secretNames: Set<String> = [],
        publicNames: Set<String> = []
    ) throws {
        self.file = file
        self.bodyLimit = bodyLimit
        scrubber = SecretScrubber(secretNames: secretNames, publicNames: publicNames)
        isRecording =
            switch mode {
            case .replay: false
            case .record: true
            case .replayOrRecord: !FileManager.default.fileExists(atPath: file.path)
            }
        self.transport = isRecording ? transport ?? GitLabClient.defaultTransport() : NoTransport()
        if !isRecording {
            let interactions = try CassetteFile.read(file)
            recorded = Dictionary(uniqueKeysWithValues: interactions.enumerated().map { ($0.offset, $0.element) })
        }
    }

    /// Replays the response to a request, or sends it and records the response.
    ///
    /// - Throws: ``CassetteError``; while recording, errors of the other transport.
    public func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        try await respond(to: request, body) { try await $0.send($1, body: body) }
    }

    /// Replays the response to a request without a body, or sends it and records the response.
    ///
    /// - Throws: ``CassetteError``; while recording, errors of the other transport.
    public func download(_ request: HTTPRequest) async throws -> TransportResponse {
        try await respond(to: request, .empty) { try await $0.download($1) }
    }

    private func respond(
        to request: HTTPRequest, _ body: RequestBody,
        sending send: (any Transport, HTTPRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        if let length = body.length, length > bodyLimit { throw error(.tooLong, "the body of a request", request) }
        let bytes = try await body.collected(reporting: !isRecording)
        let request = Exchange(RecordedRequest(request, bytes: bytes), request, scrubber)
        guard isRecording else { return try replay(request) }
        let number = nextNumber()
        var response = try await send(transport, request.unencoded)
        let content = try await content(of: response, to: request)
        try keep(request.interaction(response.head, content), number)
        response.body = ResponseBody(content)
        return response
    }

    private func content(of response: TransportResponse, to request: Exchange) async throws -> [UInt8] {
        let encoding = response.head.headerFields[.contentEncoding] ?? "identity"
        guard encoding == "identity" else {
            // Secrets cannot be found in it.
            throw error(
                .encoded, "the response is encoded as \(encoding), although this was not accepted", request.head)
        }
        do {
            return try await response.body.collect(upTo: bodyLimit)
        } catch is ResponseBody.TooLong {
            throw error(.tooLong, "the body of the response", request.head)
        }
    }
}

// MARK: - The file

extension Cassette {
    private func nextNumber() -> Int {
        lock.withLock {
            defer { sent += 1 }
            return sent
        }
    }

    private func keep(_ interaction: Interaction, _ number: Int) throws {
        try lock.withLock {
            recorded[number] = interaction
            try CassetteFile.write(recorded.sorted { $0.key < $1.key }.map(\.value), to: file)
        }
    }

    private func replay(_ request: Exchange) throws -> TransportResponse {
        let found: Interaction? = lock.withLock {
            let equal = recorded.filter { $0.value.request == request.summary && !replayed.contains($0.key) }
            guard let next = equal.min(by: { $0.key < $1.key }) else { return nil }
            replayed.insert(next.key)
            return next.value
        }
        if let found { return found.response.transportResponse(to: request) }
        let all = lock.withLock { recorded }.sorted { $0.key < $1.key }.map(\.value.request)
        throw CassetteError(
            kind: .notRecorded, description: MissingRequest(request.summary, recorded: all, in: file).description)
    }

    /// The recorded requests that have not been replayed, as text like ``RecordedRequest/snapshot``.
    public var unused: [String] {
        if isRecording { return [] }
        return lock.withLock { recorded.filter { !replayed.contains($0.key) } }.sorted { $0.key < $1.key }
            .map { interaction in
                let request = interaction.value.request
                return ([request.line] + request.parameterLines.map { "  \($0)" }).joined(separator: "\n")
            }
    }

    /// Throws unless all recorded requests have been replayed.
    ///
    /// - Throws: ``CassetteError``, which lists the others.
    public func verify() throws {
        let unused = unused
        guard !unused.isEmpty else { return }
        throw CassetteError(
            kind: .unused,
            description: "not requested from the cassette \(file.lastPathComponent):\n"
                + unused.joined(separator: "\n"))
    }

    private func error(_ kind: CassetteError.Kind, _ what: String, _ request: HTTPRequest) -> CassetteError {
        let line = RequestSummary(RecordedRequest(request, bytes: []), scrubber).line
        let limit = kind == .tooLong ? " is longer than \(bodyLimit) bytes, the `bodyLimit`" : ""
        return CassetteError(kind: kind, description: "\(what)\(limit): \(line), cassette \(file.lastPathComponent)")
    }
}

extension Cassette: CustomStringConvertible, CustomReflectable {
    /// The name of the file, and whether it is recorded.
    public var description: String {
        "Cassette(\(file.lastPathComponent)\(isRecording ? ", recording" : ""))"
    }

    /// Nothing besides the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The transport of a cassette that is replayed.
private struct NoTransport: Transport {
    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        throw TransportError(.permanent, "a cassette that is replayed sends nothing")
    }
}
