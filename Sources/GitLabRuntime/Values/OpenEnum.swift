// Enums that stay readable when GitLab adds a value.

/// A set of values that GitLab may add to: the known ones are static members, an unknown one is kept.
///
/// A conforming type is a struct with a `rawValue` of type `String` or `Int` and nothing else.
public protocol OpenEnum: RawRepresentable, Sendable, JSONReadable, CustomStringConvertible, ParameterEncodable
where RawValue: OpenEnumRawValue {
    /// Creates a value as GitLab writes it, known or not.
    init(rawValue: RawValue)

    /// The known values, as GitLab writes them; empty if none are known.
    static var knownRawValues: [RawValue] { get }

    /// Further known values, which are deprecated.
    static var deprecatedRawValues: [RawValue] { get }
}

/// The raw values of open enums: `String` and `Int`.
public protocol OpenEnumRawValue: Sendable, JSONReadable, CustomStringConvertible, ParameterEncodable {}

extension String: OpenEnumRawValue {}
extension Int: OpenEnumRawValue {}

extension OpenEnum {
    /// The values known to this version of the package, without deprecated ones. GitLab may return others.
    public static var knownValues: [Self] { knownRawValues.map { Self(rawValue: $0) } }

    /// None.
    public static var knownRawValues: [RawValue] { [] }

    /// None.
    public static var deprecatedRawValues: [RawValue] { [] }

    /// Whether this version of the package knows the value.
    public var isKnown: Bool { Self.knownRawValues.contains(rawValue) || Self.deprecatedRawValues.contains(rawValue) }

    /// Returns whether both are written the same.
    public static func == (one: Self, other: Self) -> Bool { one.rawValue == other.rawValue }

    /// Returns whether the number of the first value is smaller, for an enum whose values have an order. An unknown
    /// value is ordered by its number.
    public static func < (one: Self, other: Self) -> Bool where RawValue == Int { one.rawValue < other.rawValue }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    /// The hash of the raw value. It is here so that it is not made for every type.
    public var hashValue: Int { rawValue.hashValue }

    /// Reads a single value, known or not.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Self {
        try reader.enumerated(Self.self)
    }

    /// Reads a single value, known or not.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
    }

    /// Writes a single value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The value as GitLab writes it; of a number that the package knows, its name.
    public var description: String { rawValue.description }

    /// The value as GitLab writes it.
    public var parameterValue: ParameterValue { rawValue.parameterValue }
}
