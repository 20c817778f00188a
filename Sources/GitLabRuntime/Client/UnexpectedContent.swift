// Content of responses that this version of the package does not know.

/// Something in a response that this version of the package does not know, or cannot read.
///
/// ``GitLabClient/Configuration/unexpectedContent`` is called with it.
public struct UnexpectedContent: Sendable, Hashable {
    /// The kind of content.
    public enum Kind: Sendable, Hashable {
        /// A field that the type does not have. It was ignored.
        case unknownField
        /// A value that its open enum does not list. It was kept.
        case unknownValue
        /// An element that could not be read, and was left out (``GitLabClient/UnreadableElements/skip``).
        case elementLeftOut
        /// A response that could not be read. The call throws a ``GitLabError`` of kind
        /// ``GitLabError/Kind/decoding``.
        case unreadableResponse
    }

    /// The kind of content.
    public let kind: Kind

    /// The place in the response: `[3].owner.state`; empty for the response itself.
    public let place: String

    /// The unknown value, at most 100 characters of it, or why something could not be read; nil for an unknown field.
    public let detail: String?

    /// The HTTP method of the request.
    public internal(set) var method = ""

    /// The path of the request, without the query.
    public internal(set) var path = ""
}

extension UnexpectedContent: CustomStringConvertible {
    /// One line: `GET /api/v4/projects: unknown value at [3].visibility: "partners"`.
    public var description: String {
        let what =
            switch kind {
            case .unknownField: "unknown field"
            case .unknownValue: "unknown value"
            case .elementLeftOut: "left out"
            case .unreadableResponse: "unreadable response"
            }
        let at = place.isEmpty ? "" : " at \(place)"
        return "\(method) \(path): \(what)\(at)\(detail.map { ": \($0)" } ?? "")"
    }
}

extension GitLabClient {
    /// The handling of an element of an array or a map that cannot be read.
    public enum UnreadableElements: Sendable, Hashable {
        /// The response cannot be read either, and the call fails.
        case fail
        /// The smallest element that contains the error is left out; the rest of the response is read.
        case skip
    }
}
