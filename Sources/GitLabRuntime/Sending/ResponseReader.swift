// Reading a whole body as the requested type, also where documents and servers disagree on its outermost shape.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value that was read, and its unexpected content.
struct Decoded<Value> {
    let value: Value
    var unexpected: [UnexpectedContent] = []
}

enum ResponseReader {
    /// Returns the value of a body.
    ///
    /// ``EmptyResponse`` is any body, and a `String` is the body itself, a text. An optional is nil, and any JSON null,
    /// for `null` and for a body without content. If the body cannot be read as the type, an array with one element is
    /// read as the element, and an object as an array with it alone; if that fails too, the error is that of the first
    /// attempt.
    ///
    /// The client's own types are read by its own reader, all others by `JSONDecoder`.
    static func reading<Value: Decodable>(
        _ type: Value.Type,
        from bytes: [UInt8],
        _ tolerance: Tolerance
    ) throws -> Decoded<Value> {
        if let empty = EmptyResponse() as? Value { return Decoded(value: empty) }
        if type is String.Type, let text = String(bytes: bytes, encoding: .utf8) as? Value {
            return Decoded(value: text)
        }
        let first = bytes.first { !isWhitespace($0) }
        if first == nil {
            if let nothing = (type as? any Nullable.Type)?.null as? Value {
                return Decoded(value: nothing)
            }
            if let nothing = JSONValue.null as? Value {
                return Decoded(value: nothing)
            }
        }
        do {
            return try document(type, from: bytes, tolerance)
        } catch {
            switch first {
            case UInt8(ascii: "["):
                guard let list = try? document([Value].self, from: bytes, tolerance.keepingElements),
                    list.value.count == 1
                else { throw error }
                return Decoded(value: list.value[0], unexpected: list.unexpected)
            case UInt8(ascii: "{"):
                guard let list = type as? any List.Type,
                    let reading = try? list.ofOne(bytes, tolerance.keepingElements) as? Decoded<Value>
                else { throw error }
                return reading
            default:
                throw error
            }
        }
    }

    static func read<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try reading(type, from: bytes, Tolerance()).value
    }

    /// Reads a document as the requested type only.
    static func document<Value: Decodable>(
        _ type: Value.Type,
        from bytes: [UInt8],
        _ tolerance: Tolerance
    ) throws -> Decoded<Value> {
        guard let readable = type as? any JSONReadable.Type,
            let reading = try ownReading(readable, from: bytes, tolerance) as? Decoded<Value>
        else { return Decoded(value: try ResponseDecoder.decode(type, from: bytes)) }
        return reading
    }

    private static func ownReading<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: [UInt8],
        _ tolerance: Tolerance
    ) throws -> Any {
        try JSONReader.read(type, from: bytes, tolerance: tolerance)
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}

/// A type that can be nil.
private protocol Nullable {
    static var null: Self { get }
}

extension Optional: Nullable {
    fileprivate static var null: Self { nil }
}

/// A type that can be read from its only element.
private protocol List {
    /// Returns a ``Decoded`` of the list.
    static func ofOne(_ bytes: [UInt8], _ tolerance: Tolerance) throws -> Any
}

extension Array: List where Element: Decodable {
    fileprivate static func ofOne(_ bytes: [UInt8], _ tolerance: Tolerance) throws -> Any {
        let reading = try ResponseReader.document(Element.self, from: bytes, tolerance)
        return Decoded(value: [reading.value], unexpected: reading.unexpected)
    }
}
