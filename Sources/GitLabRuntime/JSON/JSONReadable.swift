// The protocol of types that the client's own reader reads from JSON: the models and their fields.

/// A value that is read from JSON directly, many times faster than `JSONDecoder` does it, with the same result.
///
/// ```swift
/// let projects = try [Project](json: bytes)
/// ```
///
/// The models of the client conform, open enums, ``JSONValue``, and arrays and dictionaries of them.
///
/// The reader is strict: it takes JSON as RFC 8259 defines it, in UTF-8, and checks values that it does not need too.
/// Of members with the same name the first counts. A whole number may be written as `1.0` or `1e2`.
public protocol JSONReadable: Codable, Hashable {
    /// Reads the value that comes next.
    static func read(with reader: inout JSONReader) throws(JSONError) -> Self
}

extension JSONReadable {
    /// Reads a JSON text.
    ///
    /// - Throws: ``JSONError`` if it is not JSON, or not a value of this type.
    public init(json bytes: [UInt8]) throws(JSONError) {
        self = try JSONReader.read(Self.self, from: bytes, tolerance: Tolerance()).value
    }
}

extension Bool: JSONReadable {
    /// Reads `true` or `false`.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Bool {
        try reader.cursor.boolean()
    }
}

extension Int: JSONReadable {
    /// Reads a whole number.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Int {
        try reader.integer()
    }
}

extension Int64: JSONReadable {
    /// Reads a whole number.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Int64 {
        try reader.cursor.integer()
    }
}

extension Double: JSONReadable {
    /// Reads a number.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Double {
        try reader.number()
    }
}

extension String: JSONReadable {
    /// Reads a string.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> String {
        try reader.cursor.string()
    }
}

extension Optional: JSONReadable where Wrapped: JSONReadable {
    /// Reads a value or null.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Wrapped? {
        try reader.optional(Wrapped.self)
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    /// Reads an array.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> [Element] {
        try reader.array(of: Element.self)
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    /// Reads an object with any names.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> [String: Value] {
        try reader.dictionary(of: Value.self)
    }
}
