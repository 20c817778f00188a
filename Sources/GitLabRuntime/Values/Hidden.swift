// A value that no description shows.

/// A secret as a stored property: `print`, `dump`, interpolation and mirrors of what holds it show `[hidden]`.
///
/// Requests and models keep what GitLab's documentation makes secret like this, behind properties of the plain type. A
/// request of your own can do the same; the client then also blots the value out of the messages of errors about it.
///
/// Equality, hashing and coding are those of the value.
public struct Hidden<Value> {
    /// The value.
    public var value: Value

    /// Hides a value.
    public init(_ value: Value) {
        self.value = value
    }

    /// Hides a value; nil stays nil.
    public init?(_ value: Value?) {
        guard let value else { return nil }
        self.value = value
    }
}

extension Hidden: Sendable where Value: Sendable {}
extension Hidden: Equatable where Value: Equatable {}
extension Hidden: Hashable where Value: Hashable {}

extension Hidden: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `[hidden]`
    public var description: String { SecretText.blot }

    /// `[hidden]`
    public var debugDescription: String { SecretText.blot }

    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Hidden: Decodable where Value: Decodable {
    /// Reads the value. An error does not show it.
    public init(from decoder: any Decoder) throws {
        do {
            value = try decoder.singleValueContainer().decode(Value.self)
        } catch is DecodingError {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "not what it should be",
                    underlyingError: HiddenValueError()
                )
            )
        }
    }
}

extension Hidden: Encodable where Value: Encodable {
    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// Marks a decoding error as one about a secret, so that no snippet of it is shown.
struct HiddenValueError: Error {}

/// What holds a secret, whatever its type.
private protocol Secretive {
    var secret: Any { get }
}

extension Hidden: Secretive {
    fileprivate var secret: Any { value }
}

extension SecretText {
    /// The texts that are hidden in a value, at any depth: what an answer about it must not show. Found by reflection,
    /// and only looked for when something has gone wrong.
    static func secrets(in value: Any) -> [String] {
        if let secretive = value as? any Secretive { return texts(in: secretive.secret).flatMap(withPassword) }
        return Mirror(reflecting: value).children.flatMap { secrets(in: $0.value) }
    }

    /// Texts as they are, in optionals, write states, arrays and hashes; a file is too long to be repeated.
    private static func texts(in value: Any) -> [String] {
        if let text = value as? String { return [text] }
        let mirror = Mirror(reflecting: value)
        return switch mirror.displayStyle {
        case .optional, .enum, .collection, .dictionary, .tuple: mirror.children.flatMap { texts(in: $0.value) }
        default: []
        }
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
