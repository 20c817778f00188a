// A value that no description shows.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A secret as a stored property: `print`, `dump`, interpolation and mirrors of its owner show `[redacted]`.
///
/// Requests and models store attributes that GitLab's documentation makes secret like this, behind properties of the
/// plain type. A request of your own can do the same; the client then also redacts the value in messages of errors
/// about it.
///
/// Equality, hashing and coding are those of the value.
public struct Redacted<Value> {
    /// The value.
    public var value: Value

    /// Creates a redacted value.
    public init(_ value: Value) {
        self.value = value
    }

    /// Creates a redacted value; nil stays nil.
    public init?(_ value: Value?) {
        guard let value else { return nil }
        self.value = value
    }
}

extension Redacted: Sendable where Value: Sendable {}
extension Redacted: Equatable where Value: Equatable {}
extension Redacted: Hashable where Value: Hashable {}

extension Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `[redacted]`
    public var description: String { SecretText.redaction }

    /// `[redacted]`
    public var debugDescription: String { SecretText.redaction }

    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Redacted: Decodable where Value: Decodable {
    /// Reads the value. An error does not show it.
    public init(from decoder: any Decoder) throws {
        do {
            value = try decoder.singleValueContainer().decode(Value.self)
        } catch is DecodingError {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "unexpected",
                    underlyingError: RedactedValueError()
                )
            )
        }
    }
}

extension Redacted: Encodable where Value: Encodable {
    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension Redacted: JSONReadable where Value: JSONReadable {
    /// Reads the value.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Redacted {
        Redacted(try Value.read(with: &reader))
    }
}

/// Marks a decoding error as one about a secret, so that no snippet of it is shown.
struct RedactedValueError: Error {}

/// A wrapper of a secret, whatever its type.
private protocol Secretive {
    var secret: Any { get }
}

extension Redacted: Secretive {
    fileprivate var secret: Any { value }
}

extension SecretText {
    /// Returns the secret texts in a value, at any depth. Found by reflection, and only when there is an error or a
    /// request is printed.
    static func secrets(in value: Any) -> [String] {
        var search = SecretSearch()
        search.look(at: value, isHidden: false, depth: 0)
        return search.texts.flatMap(withPassword)
    }

    /// Of a URL with a user the password too, which may be repeated without the rest.
    private static func withPassword(_ text: String) -> [String] {
        guard let separator = text.firstRange(of: "://") else { return [text] }
        let authority = text[separator.upperBound...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
            return [text]
        }
        let password = String(authority[authority.index(after: colon)..<at])
        return [text, password, PercentDecoding.text(password)].filter { !$0.isEmpty }
    }
}

/// A search for the secret texts in a value.
private struct SecretSearch {
    private(set) var texts: [String] = []
    /// How many more values are looked at: a request may hold a table of millions, and no attribute has as many parts.
    private var left = 10_000
    /// The objects that were looked at: they may refer to each other.
    private var seen: Set<ObjectIdentifier> = []

    /// Values within values; no attribute of GitLab is nested as deep.
    private static let deepest = 64

    /// The longest bytes that can be a key or a token; longer ones are those of a file.
    private static let mostBytes = 65_536

    mutating func look(at value: Any, isHidden: Bool, depth: Int) {
        guard depth < Self.deepest, left > 0 else { return }
        left -= 1
        if let secretive = value as? any Secretive {
            return look(at: secretive.secret, isHidden: true, depth: depth + 1)
        }
        // A file is too long to be repeated.
        if value is FileUpload { return }
        // Their mirror has no values.
        if let parameters = value as? Parameters {
            for pair in parameters.pairs { look(at: pair.value, isHidden: isHidden, depth: depth + 1) }
            return
        }
        if let bytes = value as? any ContiguousBytes {
            if isHidden { add(bytes) }
            return
        }
        if isHidden, let text = Self.text(of: value) { return texts.append(text) }
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .class {
            guard seen.insert(ObjectIdentifier(value as AnyObject)).inserted else { return }
        }
        var part: Mirror? = mirror
        while let mirror = part {
            for child in mirror.children {
                guard left > 0 else { return }
                look(at: child.value, isHidden: isHidden, depth: depth + 1)
            }
            part = mirror.superclassMirror
        }
    }

    /// Adds what a request may send for bytes: the text that they are, or base64.
    private mutating func add(_ bytes: any ContiguousBytes) {
        let data = bytes.withUnsafeBytes { $0.count <= Self.mostBytes ? Data($0) : Data() }
        guard !data.isEmpty else { return }
        texts.append(data.base64EncodedString())
        if let text = String(bytes: data, encoding: .utf8) { texts.append(text) }
    }

    /// Returns the text that is sent for a value without parts; nil for one with parts, and for a boolean, which is no
    /// secret.
    private static func text(of value: Any) -> String? {
        switch value {
        case let value as any StringProtocol: String(value)
        case let value as any FixedWidthInteger: value.description
        case let value as any BinaryFloatingPoint & CustomStringConvertible: value.description
        case let value as Date: Timestamp.text(value)
        case let value as CalendarDate: value.description
        case let value as URL: value.absoluteString
        case let value as UUID: value.uuidString
        case let value as IDOrPath: value.text
        default: nil
        }
    }
}
