// A successful answer: its head, its whole body, and reading it.

import HTTPTypes

/// A successful answer, whole.
struct Answer: Sendable {
    let head: HTTPResponse
    let bytes: [UInt8]
}

extension GitLabClient {
    /// Reads the body of an answer.
    func read<Value: Decodable>(_ type: Value.Type, from answer: Answer, to head: HTTPRequest) throws -> Value {
        do {
            return try AnswerReader.read(type, from: answer.bytes)
        } catch {
            let reason = unreadable(answer, error)
            throw failure(.decoding, "the answer could not be read: \(reason)", head, answer, underlying: error)
        }
    }

    private func unreadable(_ answer: Answer, _ error: any Error) -> String {
        if answer.bytes.isEmpty { return "it is empty" }
        if let contentType = answer.head.headerFields[.contentType], !contentType.lowercased().contains("json") {
            return "it is \(contentType), not JSON"
        }
        return (error as? DecodingError)?.placeAndReason ?? "\(error)"
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
            message: credentials.redacting(message),
            status: answer.head.status.code,
            fieldMessages: fieldMessages.mapValues { $0.map(credentials.redacting) },
            requestID: answer.head.headerFields[.requestID],
            method: head.method.rawValue,
            path: head.path.map { URLText.split($0).path },
            retryAfter: answer.head.headerFields[.retryAfter].flatMap { Int($0) },
            body: Array(answer.bytes.prefix(Self.longestErrorBody)),
            underlying: underlying
        )
    }

    /// The bytes that are kept of the body of an answer that is an error.
    static let longestErrorBody = 64 * 1_024
}
