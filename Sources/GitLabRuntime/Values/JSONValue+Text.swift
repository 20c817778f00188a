// JSON values as text, and as values of other types.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible {
    /// The value as JSON text, compact and with the members of objects sorted by name.
    ///
    /// Infinities and NaN, which JSON does not have, are written as `null`.
    public var description: String {
        var text = ByteBuffer()
        write(to: &text)
        return text.text
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// The rest of an array or an object to write.
    private enum Rest {
        case elements(IndexingIterator<[JSONValue]>)
        case members(IndexingIterator<[(key: String, value: JSONValue)]>)
    }

    /// Writes the value with a comma behind each part of it, which a closing bracket takes away, and with a stack of its
    /// own: a value that was put together by hand may be nested as deep as it likes.
    private func write(to text: inout ByteBuffer) {
        var open: [Rest] = []
        Self.begin(self, &open, &text)
        while let rest = open.popLast() {
            switch rest {
            case .elements(var elements):
                guard let element = elements.next() else {
                    text.close(with: UInt8(ascii: "]"))
                    continue
                }
                open.append(.elements(elements))
                Self.begin(element, &open, &text)
            case .members(var members):
                guard let (name, value) = members.next() else {
                    text.close(with: UInt8(ascii: "}"))
                    continue
                }
                open.append(.members(members))
                text.append(jsonString: name)
                text.append(UInt8(ascii: ":"))
                Self.begin(value, &open, &text)
            }
        }
        text.dropComma()
    }

    /// Writes a single value with a comma behind it, or opens an array or an object.
    private static func begin(_ value: JSONValue, _ open: inout [Rest], _ text: inout ByteBuffer) {
        switch value {
        case .array(let elements):
            text.append(UInt8(ascii: "["))
            return open.append(.elements(elements.makeIterator()))
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            return open.append(.members(members.sorted { $0.key < $1.key }.makeIterator()))
        case .null: text.append("null")
        case .bool(let value): text.append(value ? "true" : "false")
        case .integer(let value): text.append(decimal: value)
        case .double(let value): text.append(utf8: value.isFinite ? value.description : "null")
        case .string(let value): text.append(jsonString: value)
        }
        text.append(UInt8(ascii: ","))
    }
}

extension ByteBuffer {
    fileprivate mutating func append(jsonString text: String) {
        append(UInt8(ascii: "\""))
        append(jsonEscaped: text)
        append(UInt8(ascii: "\""))
    }

    /// Ends an array or an object, whose last value has a comma behind it.
    fileprivate mutating func close(with bracket: UInt8) {
        dropComma()
        append(bracket)
        append(UInt8(ascii: ","))
    }

    fileprivate mutating func dropComma() {
        removeLast(ifIt: UInt8(ascii: ","))
    }
}

// MARK: - Values of other types

extension JSONValue {
    /// Returns the value as another type, read as a response of GitLab is: the models of the client are read by their
    /// own reader, other types by `JSONDecoder` with moments as GitLab writes them.
    ///
    /// - Throws: ``JSONError`` or `DecodingError` if it is not a value of that type, or nested more than 512 deep.
    public func decode<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        var text = ByteBuffer()
        write(to: &text)
        return try ResponseReader.document(type, from: text.array, Tolerance()).value
    }

    /// Creates the JSON value that another value is encoded as.
    ///
    /// Moments are written as GitLab writes them (``Timestamp``). Names stay as the type encodes them.
    ///
    /// - Throws: `EncodingError` if the value cannot be encoded; ``JSONError`` if it is nested more than 512 deep.
    public init(encoding value: some Encodable) throws {
        if let value = value as? JSONValue {
            // Reading it again throws the error.
            self = value.isNested(deeperThan: JSONCursor.deepest) ? try value.decode() : value
            return
        }
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .custom { date, encoder in
            guard let text = Timestamp.text(date) else {
                throw EncodingError.invalidValue(
                    date,
                    EncodingError.Context(
                        codingPath: encoder.codingPath, debugDescription: "a date outside the years 1 to 9999"))
            }
            var container = encoder.singleValueContainer()
            try container.encode(text)
        }
        try self.init(json: encoder.encode(value))
    }

    private func isNested(deeperThan levels: Int) -> Bool {
        switch self {
        case .null, .bool, .integer, .double, .string: false
        case .array(let elements): levels == 0 || elements.contains { $0.isNested(deeperThan: levels - 1) }
        case .object(let members): levels == 0 || members.values.contains { $0.isNested(deeperThan: levels - 1) }
        }
    }
}
