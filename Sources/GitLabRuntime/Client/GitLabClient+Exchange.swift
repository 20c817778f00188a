// One exchange with the server: credentials are added, the transport sends, redirects are followed.

import HTTPTypes

/// How a request is sent, and with it where redirects may lead.
enum Sending: Sendable {
    /// With a body; the answer is read as it comes.
    case request(RequestBody)
    /// Without a body; the answer may be longer than memory.
    case download
}

/// A successful response, and the request that it answers after all redirects.
struct Exchanged: Sendable {
    let response: TransportResponse
    let target: Target
}

/// A request on its way.
struct Target: Sendable {
    var head: HTTPRequest
    /// Whether a redirect has led to another origin: from then on there are no credentials, not even back home.
    var hasLeftOrigin = false
}

extension GitLabClient {
    /// Sends a request and gives back a successful answer, whole.
    func answer(to head: HTTPRequest, body: RequestBody) async throws -> Answer {
        let exchanged = try await exchange(head, .request(body))
        let bytes = try await wholeBody(of: exchanged.response, head: exchanged.target.head)
        return Answer(head: exchanged.response.head, bytes: bytes)
    }

    /// Sends a request, follows redirects, and gives back the successful response.
    func exchange(_ head: HTTPRequest, _ sending: Sending) async throws -> Exchanged {
        var target = Target(head: head)
        var redirects = 0
        while true {
            let response = try await transmit(target, sending)
            switch response.head.status.code {
            case 200..<300:
                return Exchanged(response: response, target: target)
            case 301, 302, 303, 307, 308:
                redirects += 1
                target = try redirection(from: target, response.head, sending, count: redirects)
            default:
                throw try await failure(response, target)
            }
        }
    }

    /// Adds credentials and hands the request to the transport. All requests of the client pass here, and only requests
    /// to the configured origin get credentials.
    private func transmit(_ target: Target, _ sending: Sending) async throws -> TransportResponse {
        try Task.checkCancellation()
        let head = target.head
        var authorized = head
        do {
            let root = try root.get()
            if !target.hasLeftOrigin, head.scheme == root.origin.scheme, head.authority == root.origin.authority {
                try credentials.authorize(&authorized)
            }
        } catch {
            throw GitLabError(kind: .invalidRequest, message: error.message, head: head)
        }
        do {
            switch sending {
            case .request(let body): return try await transport.send(authorized, body: body)
            case .download: return try await transport.download(authorized)
            }
        } catch {
            throw translated(error, "no answer", head: head)
        }
    }

    /// The longest answer that is held in memory.
    private static let longestAnswer = 512 * 1_024 * 1_024

    private func wholeBody(of response: TransportResponse, head: HTTPRequest) async throws -> [UInt8] {
        do {
            return try await response.body.collect(upTo: Self.longestAnswer)
        } catch {
            throw translated(error, "the answer broke off", head: head)
        }
    }

    /// The error for an answer that is no success. If its body can not be read, the status still says the most.
    private func failure(_ response: TransportResponse, _ target: Target) async throws -> GitLabError {
        let bytes: [UInt8]
        do {
            bytes = try await response.body.prefix(upTo: Self.longestErrorBody)
        } catch {
            if isCancellation(error) { throw CancellationError() }
            bytes = []
        }
        let status = response.head.status
        let said = ErrorAnswer(body: bytes, contentType: response.head.headerFields[.contentType])
        let message = said.message.isEmpty ? "\(status.code) \(StatusReason.text(for: status))" : said.message
        // The refusal of another host says nothing about the rights in GitLab.
        let speaker = target.hasLeftOrigin ? target.head.authority.map { "\($0) says: " } ?? "" : ""
        return failure(
            .forStatus(status.code),
            speaker + message,
            target.head,
            Answer(head: response.head, bytes: bytes),
            fieldMessages: said.fieldMessages
        )
    }

    /// Errors of the transport as errors of the client; cancellation stays what it is.
    func translated(_ error: any Error, _ what: String, head: HTTPRequest) -> any Error {
        if isCancellation(error) { return CancellationError() }
        if error is GitLabError { return error }
        if let error = error as? ResponseBody.TooLong {
            return GitLabError(kind: .tooLong, message: "\(error)", head: head, underlying: error)
        }
        let reason = URLSessionFailure.text(for: error) ?? "\(error)"
        let host = head.authority.map { " from \($0)" } ?? ""
        return GitLabError(
            kind: .transport,
            message: credentials.redacting("\(what)\(host): \(reason)"),
            head: head,
            underlying: error
        )
    }

    private func isCancellation(_ error: any Error) -> Bool {
        error is CancellationError || URLSessionFailure.isCancellation(error)
    }
}

extension GitLabError {
    init(kind: Kind, message: String, head: HTTPRequest, underlying: (any Error)? = nil) {
        self.init(
            kind: kind,
            message: message,
            method: head.method.rawValue,
            path: head.path.map { URLText.split($0).path },
            underlying: underlying
        )
    }
}
