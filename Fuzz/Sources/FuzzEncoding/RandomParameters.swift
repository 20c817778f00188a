// Parameters made from the bytes of the fuzzer, and what a server should hold after reading them.

@testable import GitLabRuntime

enum RandomParameters {
    static func parameters(_ reader: inout ByteReader) -> Parameters {
        members(depth: 5, &reader)
    }

    private static func members(depth: Int, _ reader: inout ByteReader) -> Parameters {
        var members = Parameters()
        for _ in 0..<reader.choice(of: 5) {
            let name = reader.text()
            // A name that comes twice is the caller's error, and the last one wins.
            guard members[name] == nil else { continue }
            members.add(name, value: value(depth: depth - 1, &reader))
        }
        return members
    }

    private static func value(depth: Int, _ reader: inout ByteReader) -> ParameterValue {
        let kinds = depth > 0 ? 10 : 6
        switch reader.choice(of: kinds) {
        case 0, 1: return .string(reader.text())
        case 2: return .integer(Int64(reader.byte()) - 128)
        case 3: return .bool(reader.byte() > 127)
        case 4: return .null
        case 5: return file(&reader)
        case 6: return .array((0..<reader.choice(of: 4)).map { _ in value(depth: depth - 1, &reader) })
        case 7: return .object(members(depth: depth, &reader))
        case 8: return .openHash(members(depth: depth, &reader))
        default: return .commaList((0..<reader.choice(of: 4)).map { _ in .string(reader.text()) })
        }
    }

    private static func file(_ reader: inout ByteReader) -> ParameterValue {
        .file(
            FileUpload(
                filename: reader.text(), contentType: reader.byte() > 200 ? reader.text() : nil,
                bytes: Array(reader.text().utf8)))
    }

    /// Returns the parameters as a server reads them if they arrive as intended.
    static func meant(_ parameters: Parameters) -> [String: Received] {
        Dictionary(parameters.pairs.map { ($0.name, meant($0.value)) }, uniquingKeysWith: { $1 })
    }

    private static func meant(_ value: ParameterValue) -> Received {
        switch value {
        case .null: .null
        case .bool(let value): .text("\(value)")
        case .integer(let value): .text("\(value)")
        case .double(let value): .text("\(value)")
        case .string(let text): .text(text)
        case .instant, .day, .base64: .null
        // The empty array is sent as the empty text, which GitLab reads as one where an array is declared.
        case .array(let elements): elements.isEmpty ? .text("") : .array(elements.map(meant))
        case .commaList(let elements):
            .text(elements.map { if case .string(let text) = $0 { text } else { "" } }.joined(separator: ","))
        case .object(let members), .openHash(let members): .hash(meant(members))
        case .file(let file): .text("file \(file)")
        }
    }
}
