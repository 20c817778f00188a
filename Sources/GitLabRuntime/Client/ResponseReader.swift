// Reading a whole body as what was asked for, and where documents and servers disagree on its outermost shape, as what
// was meant.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value that was read, and what stood there that was not expected.
struct Decoded<Value> {
    let value: Value
    var unexpected: [UnexpectedContent] = []
}

enum ResponseReader {
    /// The value that a body stands for.
    ///
    /// ``EmptyResponse`` is any body, and a `String` is the body itself, a text. An optional is nil, and any JSON null, for
    /// `null` and for a body without content. If the body cannot be read as it should be, an array with one element is taken for the
    /// element, and an object for an array with it alone; the error, if that is of no use either, is the one of the first
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
                guard let list = try? document([Value].self, from: bytes, tolerance.complete), list.value.count == 1
                else { throw error }
                return Decoded(value: list.value[0], unexpected: list.unexpected)
            case UInt8(ascii: "{"):
                guard let list = type as? any List.Type,
                    let reading = try? list.ofOne(bytes, tolerance.complete) as? Decoded<Value>
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

    /// Reads a document as nothing else than what was asked for.
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
        try ModelCoder.read(type, from: bytes, tolerance: tolerance)
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}

/// What can be nothing.
private protocol Nullable {
    static var null: Self { get }
}

extension Optional: Nullable {
    fileprivate static var null: Self { nil }
}

/// What can be read from its only element.
private protocol List {
    /// An ``Decoded`` of the list.
    static func ofOne(_ bytes: [UInt8], _ tolerance: Tolerance) throws -> Any
}

extension Array: List where Element: Decodable {
    fileprivate static func ofOne(_ bytes: [UInt8], _ tolerance: Tolerance) throws -> Any {
        let reading = try ResponseReader.document(Element.self, from: bytes, tolerance)
        return Decoded(value: [reading.value], unexpected: reading.unexpected)
    }
}
