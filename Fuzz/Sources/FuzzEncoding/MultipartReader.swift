// Rack's reading of a multipart body, as far as the encoder uses it, written from its behaviour.

@testable import GitLabRuntime

enum MultipartReader {
    struct Malformed: Error {}

    /// The pairs of name and value; a file stands as its description.
    static func pairs(_ body: [UInt8], boundary: String) throws -> [(name: String, value: Received)] {
        var rest = body[...]
        let delimiter = Array("--\(boundary)".utf8)
        guard rest.starts(with: delimiter) else { throw Malformed() }
        rest = rest.dropFirst(delimiter.count)
        var pairs: [(name: String, value: Received)] = []
        while !rest.starts(with: Array("--".utf8)) {
            try skip("\r\n", &rest)
            let head = try take(until: Array("\r\n\r\n".utf8), &rest)
            let content = try take(until: Array("\r\n".utf8) + delimiter, &rest)
            pairs.append(try pair(String(decoding: head, as: UTF8.self), Array(content)))
        }
        return pairs
    }

    private static func pair(_ head: String, _ content: [UInt8]) throws -> (name: String, value: Received) {
        var lines = head.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        guard !lines.isEmpty, lines.allSatisfy({ !$0.utf8.contains(0x0A) && !$0.utf8.contains(0x0D) }) else {
            throw Malformed()
        }
        let disposition = lines.removeFirst()
        let prefix = "Content-Disposition: form-data; name=\""
        guard disposition.hasPrefix(prefix) else { throw Malformed() }
        var rest = disposition.unicodeScalars[...].dropFirst(prefix.unicodeScalars.count)
        let name = try quoted(&rest)
        guard !rest.isEmpty else {
            guard lines.isEmpty else { throw Malformed() }
            return (name, .text(String(decoding: content, as: UTF8.self)))
        }
        let second = "; filename=\"".unicodeScalars
        guard rest.starts(with: second) else { throw Malformed() }
        rest = rest.dropFirst(second.count)
        let filename = try quoted(&rest)
        guard rest.isEmpty, lines.count == 1, lines[0].hasPrefix("Content-Type: ") else { throw Malformed() }
        let type = String(lines[0].dropFirst("Content-Type: ".count))
        return (name, .text("file \(FileUpload(filename: filename, contentType: type, bytes: content))"))
    }

    /// The text up to the closing quote, with escapes removed.
    private static func quoted(_ rest: inout String.UnicodeScalarView.SubSequence) throws -> String {
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst(), scalar != "\"" {
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard let escaped = rest.popFirst() else { throw Malformed() }
            text.append(escaped)
        }
        return String(text)
    }

    private static func skip(_ text: String, _ rest: inout ArraySlice<UInt8>) throws {
        guard rest.starts(with: Array(text.utf8)) else { throw Malformed() }
        rest = rest.dropFirst(text.utf8.count)
    }

    private static func take(until end: [UInt8], _ rest: inout ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
        guard let range = rest.firstRange(of: end) else { throw Malformed() }
        defer { rest = rest[range.upperBound...] }
        return rest[..<range.lowerBound]
    }
}
