// A successful answer: its head, its whole body, and reading it.

import HTTPTypes

/// A successful answer, whole.
struct Answer: Sendable {
    let head: HTTPResponse
    let bytes: [UInt8]
    /// How often the request was sent until this came; 0 if that is not known.
    var attempts = 0
}

extension GitLabClient {
    /// Reads the body of an answer.
    func read<Value: Decodable>(_ type: Value.Type, from answer: Answer, to head: HTTPRequest) throws -> Value {
        let listener = configuration.unexpectedContent
        let tolerance = Tolerance(
            leavesOut: configuration.unreadableElements == .leaveOut, reports: listener != nil)
        func report(_ content: UnexpectedContent) {
            guard let listener else { return }
            var content = content
            content.method = head.method.rawValue
            content.path = URLText.split(head.path ?? "").path
            listener(content)
        }
        do {
            let reading = try AnswerReader.reading(type, from: answer.bytes, tolerance)
            reading.unexpected.forEach(report)
            return reading.value
        } catch {
            let reason = unreadable(answer, error)
            report(UnexpectedContent(kind: .unreadableAnswer, place: "", detail: redacting(reason)))
            throw failure(.decoding, "the answer could not be read: \(reason)", head, answer, underlying: error)
        }
    }

    private func unreadable(_ answer: Answer, _ error: any Error) -> String {
        if answer.bytes.isEmpty { return "it is empty" }
        if let contentType = answer.head.headerFields[.contentType], !contentType.lowercased().contains("json") {
            return "it is \(contentType), not JSON"
        }
        return switch error {
        case let error as DecodingError: error.placeAndReason(in: answer.bytes)
        case let error as JSONReadingError: error.placeAndReason(in: answer.bytes)
        default: "\(error)"
        }
    }

    /// The error for an answer that is no success, with the beginning of its body.
    func failure(_ response: HTTPResponse, _ body: [UInt8], _ target: Target) -> GitLabError {
        let status = response.status
        let said = ErrorAnswer(body: body, contentType: response.headerFields[.contentType])
        var kind = GitLabError.Kind.forStatus(status.code)
        var message = said.line(status: status.code, reason: StatusReason.text(for: status))
        if status.code == 405, message.hasPrefix("Offset pagination has a maximum") {
            kind = .offsetLimit
            message += " Or filter the list, so that it is shorter."
        }
        // The refusal of another host says nothing about the rights in GitLab.
        let speaker = target.hasLeftOrigin ? target.head.authority.map { "\($0) says: " } ?? "" : ""
        var error = failure(
            kind,
            speaker + message,
            target.head,
            Answer(head: response, bytes: body),
            fieldMessages: said.fieldMessages
        )
        error.code = said.code
        error.requiredScopes = said.scopes
        return error
    }

    /// An error about an answer.
    func failure(
        _ kind: GitLabError.Kind,
        _ message: String,
        _ head: HTTPRequest,
        _ answer: Answer,
        fieldMessages: [String: [String]] = [:],
        underlying: (any Error)? = nil
    ) -> GitLabError {
        GitLabError(
            kind: kind,
            message: redacting(message),
            status: answer.head.status.code,
            fieldMessages: fieldMessages.mapValues { $0.map(redacting) },
            requestID: answer.head.headerFields[.requestID],
            method: head.method.rawValue,
            path: head.path.map { URLText.split($0).path },
            retryAfter: RetryAfter.delay(answer.head, now: configuration.time.date),
            attempts: answer.attempts,
            body: Array(answer.bytes.prefix(Self.longestErrorBody)),
            underlying: underlying
        )
    }

    /// The bytes that are kept of the body of an answer that is an error.
    static let longestErrorBody = 64 * 1_024
}
