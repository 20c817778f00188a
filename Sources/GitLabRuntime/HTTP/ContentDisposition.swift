// The Content-Disposition header field: the name that the server proposes for a file.

/// Reads `attachment; filename="a.tar"; filename*=UTF-8''%C3%A4.tar` (RFC 6266).
enum ContentDisposition {
    /// Returns the proposed name, made safe; nil if there is none that can be used. `filename*` says more than
    /// `filename`.
    static func fileName(in field: String) -> String? {
        let parameters = parameters(of: field)
        let extended = parameters.first { $0.name == "filename*" }.flatMap { decoded($0.value) }
        let plain = parameters.first { $0.name == "filename" }?.value
        return extended.flatMap(safe) ?? plain.flatMap(safe)
    }

    /// Returns the last part of a path as the name of a file: without folders of any system and without control
    /// characters; nil if nothing is left, or if it names a folder.
    static func safe(_ name: String) -> String? {
        let last = name.unicodeScalars.reversed().prefix { $0 != "/" && $0 != "\\" }.reversed()
        let text = String(String.UnicodeScalarView(last.filter { !isControl($0) }))
        let trimmed = text.drop(while: \.isWhitespace)
        guard !trimmed.isEmpty, trimmed != ".", trimmed != ".." else { return nil }
        return String(trimmed)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        // Format characters can turn the direction of a name, so that gnp.exe reads as exe.png.
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Returns the parameters behind the type, names in lower case.
    private static func parameters(of field: String) -> [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = []
        var rest = field.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let name = rest.prefix { !"=;".contains($0) }
            rest = rest[name.endIndex...]
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let value = value(takenFrom: &rest)
            parameters.append((name.filter { !$0.isWhitespace }.lowercased(), value))
            rest = rest.drop { $0 != ";" }
        }
        return parameters
    }

    private static func value(takenFrom rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let token = rest.prefix { $0 != ";" && !$0.isWhitespace }
            rest = rest[token.endIndex...]
            return String(token)
        }
        rest.removeFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let escaped = rest.popFirst() {
                value.append(escaped)
            } else {
                value.append(character)
            }
        }
        return value
    }

    /// Returns a value of the form `UTF-8'en'%E2%82%AC` (RFC 8187); nil for other encodings and invalid values.
    private static func decoded(_ value: String) -> String? {
        let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        var bytes: [UInt8] = []
        var rest = parts[2].utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let escaped = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(escaped)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
