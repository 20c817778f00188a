// Parameters as the members of a JSON object.

/// Writes parameters as a JSON object.
///
/// This encodes everything that parameters can hold, so it is used for every body without a file. Members have the
/// order of the parameters.
struct JSONMembers: ~Copyable {
    private var buffer = ByteBuffer()
    private var path = AttributePath()
    /// The separator before the next member.
    private var separator = UInt8(ascii: "{")

    var isEmpty: Bool { buffer.isEmpty }

    /// Returns the object. Nothing can be added to it.
    mutating func finish() -> [UInt8] {
        buffer.append(isEmpty ? "{}" : "}")
        return buffer.array
    }
}

// MARK: - Members

extension JSONMembers {
    mutating func write(_ name: String, text: String) {
        begin(name)
        write(text)
    }

    mutating func write(_ name: String, integer: Int64) {
        begin(name)
        buffer.append(decimal: integer)
    }

    mutating func write(_ name: String, bool: Bool) {
        begin(name)
        buffer.append(bool ? "true" : "false")
    }

    mutating func writeNull(_ name: String) {
        begin(name)
        buffer.append("null")
    }

    mutating func write(_ name: String, _ value: ParameterValue) throws(ValidationError) {
        begin(name)
        path.steps.append(.name(name))
        try write(value)
        path.steps.removeLast()
    }

    private mutating func begin(_ name: String) {
        buffer.append(separator)
        separator = UInt8(ascii: ",")
        write(name)
        buffer.append(UInt8(ascii: ":"))
    }
}

// MARK: - Values

extension JSONMembers {
    private mutating func write(_ value: ParameterValue) throws(ValidationError) {
        switch value {
        case .null: buffer.append("null")
        case .bool(let value): buffer.append(value ? "true" : "false")
        case .integer(let value): buffer.append(decimal: value)
        case .double: buffer.append(utf8: try value.text(at: path))
        case .string(let text): write(text)
        case .instant, .day: write(try value.text(at: path))
        case .array(let elements): try write(elements)
        case .commaList(let elements):
            for (index, element) in elements.enumerated() {
                _ = try CommaList.elementText(element, index, at: path)
            }
            try write(elements)
        case .object(let members), .openHash(let members): try write(members)
        case .file: throw ValidationError(path, "a JSON body cannot carry a file")
        }
    }

    private mutating func write(_ members: Parameters) throws(ValidationError) {
        let outer = separator
        separator = UInt8(ascii: "{")
        for pair in members.pairs { try write(pair.name, pair.value) }
        buffer.append(members.isEmpty ? "{}" : "}")
        separator = outer
    }

    private mutating func write(_ elements: [ParameterValue]) throws(ValidationError) {
        buffer.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            path.steps.append(.index(index))
            try write(element)
            path.steps.removeLast()
        }
        buffer.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ text: String) {
        buffer.append(UInt8(ascii: "\""))
        buffer.append(jsonEscaped: text)
        buffer.append(UInt8(ascii: "\""))
    }
}

extension ByteBuffer {
    /// Appends a text as it stands in a JSON string: control characters, `"` and `\` escaped, all else as it is.
    mutating func append(jsonEscaped text: String) {
        text.withBytes { bytes in
            append(upTo: 6 * bytes.count) { room in
                var end = 0
                for byte in bytes {
                    if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                        room[end] = byte
                        end += 1
                    } else {
                        end += Self.escape(byte, into: room + end)
                    }
                }
                return end
            }
        }
    }

    private static func escape(_ byte: UInt8, into room: UnsafeMutablePointer<UInt8>) -> Int {
        let letter: UInt8? =
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
            case 0x0A: UInt8(ascii: "n")
            case 0x0D: UInt8(ascii: "r")
            case 0x09: UInt8(ascii: "t")
            default: nil
            }
        room[0] = UInt8(ascii: "\\")
        if let letter {
            room[1] = letter
            return 2
        }
        let digits: StaticString = "0123456789abcdef"
        room[1] = UInt8(ascii: "u")
        room[2] = UInt8(ascii: "0")
        room[3] = UInt8(ascii: "0")
        room[4] = digits.utf8Start[Int(byte >> 4)]
        room[5] = digits.utf8Start[Int(byte & 0xF)]
        return 6
    }
}
