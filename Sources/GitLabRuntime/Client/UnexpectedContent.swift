// What responses hold that this version of the package does not know, for those who want to be told.

/// Something in a response that this version of the package does not know, or cannot read.
///
/// ``GitLabClient/Configuration/unexpectedContent`` is told of it.
public struct UnexpectedContent: Sendable, Hashable {
    /// What it is.
    public enum Kind: Sendable, Hashable {
        /// A field that the type does not have. It was read over.
        case unknownField
        /// A value that is not among those of its open enum. It was kept as it came.
        case unknownValue
        /// An element that could not be read, and was left out (``GitLabClient/UnreadableElements/skip``).
        case elementLeftOut
        /// A response that could not be read. The call throws a ``GitLabError`` of kind
        /// ``GitLabError/Kind/decoding``.
        case unreadableResponse
    }

    /// What it is.
    public let kind: Kind

    /// Where in the response: `[3].owner.state`; empty for the response itself.
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
    /// What becomes of an element of an array or a map that cannot be read.
    public enum UnreadableElements: Sendable, Hashable {
        /// The response cannot be read either, and the call fails.
        case fail
        /// It is left out, the smallest one that holds what is wrong; the rest of the response is read.
        case skip
    }
}
