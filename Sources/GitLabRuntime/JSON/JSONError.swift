// The error for JSON that cannot be read, in words and with its place.

/// An error in JSON: it is invalid, or does not have the requested type.
///
/// It shows no value of the document, which may be a secret.
public struct JSONError: Error, Sendable, Hashable {
    /// The kind of the error.
    public enum Kind: Sendable, Hashable {
        /// The bytes are not JSON as RFC 8259 defines it, or arrays and objects are nested more than 512 deep.
        case notJSON
        /// A value of another type than the requested one; null too, where a value is needed.
        case wrongType
        /// A number with a fraction or too large for its type, or a text that is not a date.
        case unusableValue
        /// A field that every response has is missing.
        case missing
    }

    /// The kind of the error.
    public let kind: Kind

    /// The place in the document: `[3].owner.id`; empty for the document itself.
    public let path: String

    /// The place in the bytes, from 0. For a missing field, the beginning of the object that lacks it.
    public let offset: Int

    /// The reason, in words, without the place.
    public let reason: String

    /// Whether it is about a secret, so that the value must not be shown.
    let isAboutSecret: Bool
}

extension JSONError: CustomStringConvertible {
    /// Place and reason in one line: `[3].owner.id: a string, where an integer is needed (byte 120)`.
    public var description: String {
        "\(path.isEmpty ? "" : "\(path): ")\(reason) (byte \(offset))"
    }
}

extension JSONError {
    /// - Parameter missing: the name of the field that is missing, if one is.
    init(
        _ fault: JSONFault,
        in bytes: UnsafeBufferPointer<UInt8>,
        missing: String = "",
        isAboutSecret: Bool = false
    ) {
        self.isAboutSecret = isAboutSecret
        let found = fault.offset < bytes.count ? bytes[fault.offset] : 0
        let path = JSONPlace.path(of: fault.offset, in: bytes)
        offset = fault.offset
        switch fault.reason {
        case .ended: (kind, reason) = (.notJSON, "the JSON ends too early")
        case .unexpected: (kind, reason) = (.notJSON, "\(Self.name(of: found)) is not valid JSON here")
        case .tooDeep: (kind, reason) = (.notJSON, "it is nested more than \(JSONCursor.deepest) deep")
        case .number: (kind, reason) = (.notJSON, "a number that is not valid JSON")
        case .controlCharacter: (kind, reason) = (.notJSON, "a string with a control character")
        case .escape: (kind, reason) = (.notJSON, "a string with an escape that JSON does not have")
        case .surrogate: (kind, reason) = (.notJSON, "a string with half a surrogate pair")
        case .encoding: (kind, reason) = (.notJSON, "a string that is not UTF-8")
        case .mismatch(let wanted):
            (kind, reason) = (.wrongType, "\(Self.kind(beginningWith: found)), where \(wanted.words) is needed")
        case .null(let wanted): (kind, reason) = (.wrongType, "null, where \(wanted.words) is needed")
        case .fraction: (kind, reason) = (.unusableValue, "a number with a fraction, where an integer is needed")
        case .tooLarge: (kind, reason) = (.unusableValue, "a number that does not fit")
        case .noMoment: (kind, reason) = (.unusableValue, "a text that is not a date and time")
        case .noDate: (kind, reason) = (.unusableValue, "a text that is not a date of the form YYYY-MM-DD")
        case .missing: (kind, reason) = (.missing, "missing")
        case .thrown: (kind, reason) = (.unusableValue, "a value that its type refuses")
        }
        self.path = missing.isEmpty ? path : JSONPlace.member(missing, of: path)
    }

    private static func name(of byte: UInt8) -> String {
        (0x21...0x7E).contains(byte) ? "`\(Unicode.Scalar(byte))`" : "the byte \(byte)"
    }

    private static func kind(beginningWith byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "a string"
        case UInt8(ascii: "{"): "an object"
        case UInt8(ascii: "["): "an array"
        case UInt8(ascii: "t"), UInt8(ascii: "f"): "a boolean"
        case UInt8(ascii: "n"): "null"
        default: "a number"
        }
    }
}

extension JSONFault.Kind {
    fileprivate var words: String {
        switch self {
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        case .moment: "a date and time"
        case .date: "a date"
        }
    }
}
