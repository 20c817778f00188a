// A successful response: its head, its whole body, and reading it.

import HTTPTypes

/// A successful response, whole.
struct ReceivedResponse: Sendable {
    let head: HTTPResponse
    let bytes: [UInt8]
    /// How often the request was sent before this response; 0 if that is not known.
    var attempts = 0
}

extension GitLabClient {
    /// Reads the body of a response.
    func read<Value: Decodable>(_ type: Value.Type, from response: ReceivedResponse, to head: HTTPRequest) throws
        -> Value
    {
        let listener = configuration.unexpectedContent
        let tolerance = Tolerance(
            leavesOut: configuration.unreadableElements == .skip, reports: listener != nil)
        func report(_ content: UnexpectedContent) {
            guard let listener else { return }
            var content = content
            content.method = head.method.rawValue
            content.path = URLText.split(head.path ?? "").path
            listener(content)
        }
        do {
            let reading = try ResponseReader.reading(type, from: response.bytes, tolerance)
            reading.unexpected.forEach(report)
            return reading.value
        } catch {
            let reason = unreadable(response, error)
            report(UnexpectedContent(kind: .unreadableResponse, place: "", detail: redacting(reason)))
            throw failure(.decoding, "the response could not be read: \(reason)", head, response, underlying: error)
        }
    }

    private func unreadable(_ response: ReceivedResponse, _ error: any Error) -> String {
        if response.bytes.isEmpty { return "it is empty" }
        if let contentType = response.head.headerFields[.contentType], !contentType.lowercased().contains("json") {
            return "it is \(contentType), not JSON"
        }
        return switch error {
        case let error as DecodingError: error.placeAndReason(in: response.bytes)
        case let error as JSONError: error.placeAndReason(in: response.bytes)
        default: "\(error)"
        }
    }

    /// Returns the error for an unsuccessful response, with the beginning of its body.
    func failure(_ response: HTTPResponse, _ body: [UInt8], _ target: Target) -> GitLabError {
        let status = response.status
        let said = ErrorResponse(body: body, contentType: response.headerFields[.contentType])
        var kind = GitLabError.Kind.forStatus(status.code)
        var message = said.line(status: status.code, reason: StatusReason.text(for: status))
        if status.code == 405, message.hasPrefix("Offset pagination has a maximum") {
            kind = .offsetLimit
            message += " Or filter the list, so that it is shorter."
        }
        // A rejection by another host says nothing about the permissions in GitLab.
        let speaker = target.hasLeftOrigin ? target.head.authority.map { "\($0) says: " } ?? "" : ""
        var error = failure(
            kind,
            speaker + message,
            target.head,
            ReceivedResponse(head: response, bytes: body),
            fieldMessages: said.fieldMessages
        )
        error.code = said.code
        error.requiredScopes = said.scopes
        return error
    }

    /// Returns an error about a response.
    func failure(
        _ kind: GitLabError.Kind,
        _ message: String,
        _ head: HTTPRequest,
        _ response: ReceivedResponse,
        fieldMessages: [String: [String]] = [:],
        underlying: (any Error)? = nil
    ) -> GitLabError {
        GitLabError(
            kind: kind,
            message: redacting(message),
            status: response.head.status.code,
            fieldMessages: fieldMessages.mapValues { $0.map(redacting) },
            requestID: response.head.headerFields[.requestID],
            method: head.method.rawValue,
            path: head.path.map { URLText.split($0).path },
            retryAfter: RetryAfter.delay(response.head, now: configuration.clock.date),
            attempts: response.attempts,
            body: Array(response.bytes.prefix(Self.longestErrorBody)),
            underlying: underlying
        )
    }

    /// The most bytes that are kept of the body of an error.
    static let longestErrorBody = 64 * 1_024
}
