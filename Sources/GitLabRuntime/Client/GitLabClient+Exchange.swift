// One exchange with the server: redirects are followed here, then credentials are added, then the transport sends.

import HTTPTypes

extension GitLabClient {
    /// Sends a request, follows redirects, and gives back a successful answer.
    func answer(to head: HTTPRequest, body: RequestBody) async throws -> Answer {
        var target = head
        var redirects = 0
        while true {
            let response = try await transmit(target, body)
            let status = response.head.status.code
            switch status {
            case 200..<300:
                return Answer(head: response.head, bytes: try await wholeBody(of: response, head: target))
            case 301, 302, 303, 307, 308:
                redirects += 1
                target = try redirection(from: target, response.head, count: redirects)
            default:
                throw try await failure(response, head: target)
            }
        }
    }

    /// Adds credentials and hands the request to the transport. All requests of the client pass here, and only requests
    /// to the configured origin get credentials.
    private func transmit(_ head: HTTPRequest, _ body: RequestBody) async throws -> TransportResponse {
        try Task.checkCancellation()
        var authorized = head
        do {
            let root = try root.get()
            if head.scheme == root.origin.scheme, head.authority == root.origin.authority {
                try credentials.authorize(&authorized)
            }
        } catch {
            throw GitLabError(kind: .invalidRequest, message: error.message, head: head)
        }
        do {
            return try await transport.send(authorized, body: body)
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
    private func failure(_ response: TransportResponse, head: HTTPRequest) async throws -> GitLabError {
        let bytes: [UInt8]
        do {
            bytes = try await response.body.prefix(upTo: Self.longestErrorBody)
        } catch {
            if isCancellation(error) { throw CancellationError() }
            bytes = []
        }
        let status = response.head.status
        let said = ErrorAnswer(body: bytes, contentType: response.head.headerFields[.contentType])
        return failure(
            .forStatus(status.code),
            said.message.isEmpty ? "\(status.code) \(StatusReason.text(for: status))" : said.message,
            head,
            Answer(head: response.head, bytes: bytes),
            fieldMessages: said.fieldMessages
        )
    }

    /// Errors of the transport as errors of the client; cancellation stays what it is.
    private func translated(_ error: any Error, _ what: String, head: HTTPRequest) -> any Error {
        if isCancellation(error) { return CancellationError() }
        if error is GitLabError { return error }
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

// MARK: - Redirects

extension GitLabClient {
    /// The most redirects that are followed for one request.
    private static let mostRedirects = 5

    /// The request to send next. Only reading requests are repeated, and only at the configured origin: a redirect is
    /// not the user's word that another host may have the request, let alone the token.
    private func redirection(from head: HTTPRequest, _ response: HTTPResponse, count: Int) throws -> HTTPRequest {
        func refused(_ message: String) -> GitLabError {
            failure(.redirect, message, head, Answer(head: response, bytes: []))
        }
        let base = URLText("\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")")
        guard let location = response.headerFields[.location], let base,
            let target = URLText(location, relativeTo: base)
        else { throw refused("the server redirects, but does not say where to") }
        guard let there = Origin(scheme: target.scheme, authority: target.authority),
            there == Origin(scheme: base.scheme, authority: base.authority)
        else {
            let host = target.authority.split(separator: "@").last.map(String.init) ?? ""
            throw refused("the server redirects to \(target.scheme)://\(host), which the client does not follow")
        }
        guard head.method == .get || head.method == .head else {
            throw refused(
                "the server redirects this \(head.method.rawValue) to \(target.path); only reading is repeated there"
            )
        }
        guard count <= Self.mostRedirects else {
            throw refused("the server redirected more than \(Self.mostRedirects) times, last to \(target.path)")
        }
        var next = head
        next.path = target.target
        return next
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
