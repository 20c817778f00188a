// Reading a whole body as what was asked for, and where documents and servers disagree on its outermost shape, as what
// was meant.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

enum AnswerReader {
    /// The value that a body stands for.
    ///
    /// ``EmptyAnswer`` is any body, and a `String` is the body itself, a text. An optional is nil, and any JSON null, for
    /// `null` and for a body without content. If the body can not be read as it should be, an array with one element is taken for the
    /// element, and an object for an array with it alone; the error, if that is of no use either, is the one of the first
    /// attempt.
    static func read<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        if let empty = EmptyAnswer() as? Value { return empty }
        if type is String.Type, let text = String(bytes: bytes, encoding: .utf8) as? Value { return text }
        let first = bytes.first { !isWhitespace($0) }
        if first == nil {
            if let nothing = (type as? any Nullable.Type)?.null as? Value { return nothing }
            if let nothing = JSONValue.null as? Value { return nothing }
        }
        do {
            return try AnswerDecoder.decode(type, from: bytes)
        } catch {
            switch first {
            case UInt8(ascii: "["):
                guard let elements = try? AnswerDecoder.decode([Value].self, from: bytes), elements.count == 1
                else { throw error }
                return elements[0]
            case UInt8(ascii: "{"):
                guard let list = type as? any List.Type, let value = try? list.ofOne(bytes) as? Value
                else { throw error }
                return value
            default:
                throw error
            }
        }
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
    static func ofOne(_ bytes: [UInt8]) throws -> Self
}

extension Array: List where Element: Decodable {
    fileprivate static func ofOne(_ bytes: [UInt8]) throws -> Self {
        [try AnswerDecoder.decode(Element.self, from: bytes)]
    }
}
