// The error for JSON that cannot be read.

/// An error in JSON: it is invalid, or does not have the requested type.
///
/// It shows no value of the document, which may be a secret.
public struct JSONError: Error, Sendable, Hashable {
    // Small, so that it costs nothing on the way: the words are found when they are asked for, and the place at the end.

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

    let cause: Cause

    /// The place in the bytes, from 0. For a missing field, the beginning of the object that lacks it.
    public let offset: Int

    private let location: Location?

    init(_ cause: Cause, offset: Int) {
        self.init(cause, offset: offset, location: nil)
    }

    private init(_ cause: Cause, offset: Int, location: Location?) {
        self.cause = cause
        self.offset = offset
        self.location = location
    }

    /// Returns the error with its place in the document that was read.
    ///
    /// - Parameter missing: the name of the field that is missing, if one is.
    func located(
        in bytes: UnsafeBufferPointer<UInt8>, missing: String = "", isAboutSecret: Bool = false
    ) -> JSONError {
        let path = JSONPlace.path(of: offset, in: bytes)
        let location = Location(
            path: missing.isEmpty ? path : JSONPlace.member(missing, of: path),
            byte: offset < bytes.count ? bytes[offset] : 0,
            isAboutSecret: isAboutSecret)
        return JSONError(cause, offset: offset, location: location)
    }
}

/// Where in a document an error is, and what was found there.
private final class Location: Sendable, Hashable {
    let path: String
    let byte: UInt8
    let isAboutSecret: Bool

    init(path: String, byte: UInt8, isAboutSecret: Bool) {
        self.path = path
        self.byte = byte
        self.isAboutSecret = isAboutSecret
    }

    static func == (one: Location, other: Location) -> Bool {
        one.path == other.path && one.byte == other.byte && one.isAboutSecret == other.isAboutSecret
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(byte)
        hasher.combine(isAboutSecret)
    }
}

extension JSONError: CustomStringConvertible {
    /// The kind of the error.
    public var kind: Kind {
        switch cause {
        case .ended, .unexpected, .tooDeep, .number, .controlCharacter, .escape, .surrogate, .encoding: .notJSON
        case .mismatch, .null: .wrongType
        case .fraction, .tooLarge, .noMoment, .noDate: .unusableValue
        case .missing: .missing
        }
    }

    /// The place in the document: `[3].owner.id`; empty for the document itself.
    public var path: String { location?.path ?? "" }

    /// Whether it is about a secret, so that the value must not be shown.
    var isAboutSecret: Bool { location?.isAboutSecret ?? false }

    /// The reason, in words, without the place.
    public var reason: String { cause.words(found: location?.byte ?? 0) }

    /// Place and reason in one line: `[3].owner.id: a string, where an integer is needed (byte 120)`.
    public var description: String {
        "\(path.isEmpty ? "" : "\(path): ")\(reason) (byte \(offset))"
    }
}

extension JSONError.Cause {
    /// Returns the reason in words.
    ///
    /// - Parameter byte: the byte at the offset.
    fileprivate func words(found byte: UInt8) -> String {
        switch self {
        case .ended: "the JSON ends too early"
        case .unexpected: "\(Self.name(of: byte)) is not valid JSON here"
        case .tooDeep: "it is nested more than \(JSONCursor.deepest) deep"
        case .number: "a number that is not valid JSON"
        case .controlCharacter: "a string with a control character"
        case .escape: "a string with an escape that JSON does not have"
        case .surrogate: "a string with half a surrogate pair"
        case .encoding: "a string that is not UTF-8"
        case .mismatch(let wanted): "\(Self.kind(beginningWith: byte)), where \(wanted.words) is needed"
        case .null(let wanted): "null, where \(wanted.words) is needed"
        case .fraction: "a number with a fraction, where an integer is needed"
        case .tooLarge: "a number that does not fit"
        case .noMoment: "a text that is not a date and time"
        case .noDate: "a text that is not a date of the form YYYY-MM-DD"
        case .missing: "missing"
        }
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

extension JSONError.ValueKind {
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
