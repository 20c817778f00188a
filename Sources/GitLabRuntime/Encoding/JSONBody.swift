// Parameters as a JSON body.

/// Writes parameters as a JSON object.
///
/// This says everything that parameters can hold, so it is used for every body without a file. Members stand in the
/// order of the parameters.
struct JSONBody {
    private(set) var bytes: [UInt8] = []
    private var path = AttributePath()

    static func encode(_ parameters: Parameters) throws(Refusal) -> [UInt8] {
        var body = JSONBody()
        body.bytes.reserveCapacity(64 + 32 * parameters.pairs.count)
        try body.write(parameters)
        return body.bytes
    }

    private mutating func write(_ members: Parameters) throws(Refusal) {
        bytes.append(UInt8(ascii: "{"))
        for (index, pair) in members.pairs.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(string: pair.name)
            bytes.append(UInt8(ascii: ":"))
            path.steps.append(.name(pair.name))
            try write(pair.value)
            path.steps.removeLast()
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func write(_ value: ParameterValue) throws(Refusal) {
        switch value {
        case .null:
            bytes.append(contentsOf: "null".utf8)
        case .bool, .integer, .double:
            bytes.append(contentsOf: try value.text(at: path).utf8)
        case .string(let text):
            write(string: text)
        case .instant, .day:
            write(string: try value.text(at: path))
        case .array(let elements):
            try write(elements)
        case .commaList(let elements):
            for (index, element) in elements.enumerated() {
                _ = try CommaList.elementText(element, index, at: path)
            }
            try write(elements)
        case .object(let members), .openHash(let members):
            try write(members)
        case .file:
            throw Refusal(path, "a JSON body can not carry a file")
        }
    }

    private mutating func write(_ elements: [ParameterValue]) throws(Refusal) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            path.steps.append(.index(index))
            try write(element)
            path.steps.removeLast()
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(string: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
            case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
            case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
            case 0..<0x20:
                bytes.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
                bytes.append(contentsOf: String(byte, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
