// Parameters as the members of a JSON object.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes parameters as a JSON object.
///
/// This encodes everything that parameters can hold, so it is used for every body without a file. Members have the
/// order of the parameters.
struct JSONMembers: ~Copyable {
    private var buffer = ByteBuffer()
    /// Pieces before the buffer, if there are files.
    private var pieces: [RequestBody.Piece] = []
    private var path = AttributePath()

    /// Returns the parameters as an object.
    static func encode(_ parameters: Parameters) throws(ValidationError) -> RequestBody {
        var members = JSONMembers()
        try members.write(parameters)
        guard !members.pieces.isEmpty else { return RequestBody(members.buffer.array) }
        return RequestBody(pieces: members.pieces + [.bytes(members.buffer.array)])
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
        case .base64(let url): try write(base64: url)
        case .file: throw ValidationError(path, "a JSON body cannot contain a file")
        }
    }

    private mutating func write(_ members: Parameters) throws(ValidationError) {
        var separator = UInt8(ascii: "{")
        for pair in members.pairs {
            buffer.append(separator)
            separator = UInt8(ascii: ",")
            write(pair.name)
            buffer.append(UInt8(ascii: ":"))
            path.steps.append(.name(pair.name))
            try write(pair.value)
            path.steps.removeLast()
        }
        buffer.append(members.isEmpty ? "{}" : "}")
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

    private mutating func write(base64 url: URL) throws(ValidationError) {
        do {
            _ = try ReadableFile(url)
        } catch {
            throw ValidationError(path, error.description)
        }
        buffer.append(UInt8(ascii: "\""))
        pieces += [.bytes(buffer.array), .base64(url)]
        buffer = ByteBuffer()
        buffer.append(UInt8(ascii: "\""))
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
