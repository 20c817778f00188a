// JSON as it is written: members keep their order, strings their very characters, numbers their spelling.

/// A JSON value that is compared with another one character by character.
///
/// Swift takes `é` and `e` with a combining accent for the same text, and a dictionary has no order; a server does not
/// and a wire has one. So texts are compared by their bytes, and members stay where they stand.
indirect enum OrderedJSON: Sendable {
    struct Member: Sendable {
        let name: String
        let value: OrderedJSON
    }

    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([OrderedJSON])
    case object([Member])

    subscript(name: String) -> OrderedJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// Members in the order of the bytes of their names, no spaces: the same text for the same value.
    var canonical: String { written { $0.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } } }

    /// Members as they stand.
    var text: String { written { $0 } }

    private func written(_ order: ([Member]) -> [Member]) -> String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let digits): digits
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[" + elements.map { $0.written(order) }.joined(separator: ",") + "]"
        case .object(let members):
            "{" + order(members).map { Self.quoted($0.name) + ":" + $0.value.written(order) }.joined(separator: ",")
                + "}"
        }
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                quoted.unicodeScalars.append("\\")
                quoted.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension OrderedJSON: Equatable {
    static func == (one: OrderedJSON, other: OrderedJSON) -> Bool {
        one.canonical.utf8.elementsEqual(other.canonical.utf8)
    }
}

extension OrderedJSON {
    struct Malformed: Error, CustomStringConvertible {
        let place: Int
        let description: String
    }

    init(_ text: some Sequence<UInt8>) throws {
        var reader = Reader(bytes: Array(text))
        self = try reader.value()
        reader.skipSpace()
        guard reader.place == reader.bytes.count else { throw reader.malformed("nothing more") }
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        func malformed(_ wanted: String) -> Malformed {
            let near = String(decoding: bytes[place...].prefix(60), as: UTF8.self)
            return Malformed(place: place, description: "expected \(wanted) at byte \(place): \(near)")
        }

        mutating func skipSpace() {
            while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
            place += 1
            return true
        }

        mutating func value() throws -> OrderedJSON {
            if take("{") { return .object(try list(until: "}") { try $0.member() }) }
            if take("[") { return .array(try list(until: "]") { try $0.value() }) }
            if take("\"") { return .string(try restOfString()) }
            let end = bytes[place...].firstIndex { ",]} \n\r\t".utf8.contains($0) } ?? bytes.count
            let word = String(decoding: bytes[place..<end], as: UTF8.self)
            guard word == "null" || word == "true" || word == "false" || Double(word) != nil else {
                throw malformed("a value")
            }
            place = end
            return word == "null" ? .null : word == "true" || word == "false" ? .bool(word == "true") : .number(word)
        }

        mutating func list<Part>(
            until close: Unicode.Scalar, _ part: (inout Reader) throws -> Part
        ) throws -> [Part] {
            var parts: [Part] = []
            if take(close) { return parts }
            repeat { parts.append(try part(&self)) } while take(",")
            guard take(close) else { throw malformed("a comma or \(close)") }
            return parts
        }

        mutating func member() throws -> Member {
            guard take("\"") else { throw malformed("a name") }
            let name = try restOfString()
            guard take(":") else { throw malformed("a colon") }
            return Member(name: name, value: try value())
        }

        mutating func restOfString() throws -> String {
            var text: [UInt8] = []
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
                case UInt8(ascii: "\\"): text += try escaped()
                default: text.append(byte)
                }
            }
            throw malformed("the end of a string")
        }

        /// Surrogate pairs are left out: nothing here writes them.
        mutating func escaped() throws -> [UInt8] {
            guard place < bytes.count else { throw malformed("an escape") }
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "n"): return [0x0A]
            case UInt8(ascii: "r"): return [0x0D]
            case UInt8(ascii: "t"): return [0x09]
            case UInt8(ascii: "u"):
                let digits = String(decoding: bytes[place...].prefix(4), as: UTF8.self)
                guard digits.utf8.count == 4, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code)
                else { throw malformed("four hexadecimal digits") }
                place += 4
                return Array(String(Character(scalar)).utf8)
            default: return [byte]
            }
        }
    }
}
