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
        /// A number written as text, such as `"1476"`. It was read.
        case numberInText
        /// An optional field that could not be read, and was left out: it is nil.
        case fieldLeftOut
        /// An element of an array or a map that could not be read, and was left out
        /// (``GitLabClient/UnreadableContent/skipFieldsAndElements``).
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
            case .numberInText: "number in text"
            case .fieldLeftOut, .elementLeftOut: "left out"
            case .unreadableResponse: "unreadable response"
            }
        let at = place.isEmpty ? "" : " at \(place)"
        return "\(method) \(path): \(what)\(at)\(detail.map { ": \($0)" } ?? "")".printable
    }
}

extension GitLabClient {
    /// The handling of content that cannot be read, in responses of the client's own types.
    ///
    /// Whatever is chosen, a body that is not strict JSON (RFC 8259) cannot be read, nor a value whose required fields are
    /// missing or have another type. ``Configuration/unexpectedContent`` is called with what was left out.
    public enum UnreadableContent: Sendable, Hashable {
        /// The response cannot be read either, and the call fails. A number written as text is an error too.
        case fail
        /// An optional field that cannot be read is nil; the rest of the response is read. A number written as text
        /// (`"1476"`) is read as the number.
        case skipFields
        /// As ``skipFields``; in addition the smallest element of an array or a map that contains an error is left out.
        case skipFieldsAndElements
    }
}
