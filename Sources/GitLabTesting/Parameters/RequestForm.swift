// The attributes in the body of a request: JSON, a form, or a multipart form.

import GitLab

enum RequestForm {
    /// - Parameter type: The content type that was sent, with its parameters.
    static func members(of body: [UInt8], as type: String) throws -> [String: JSONValue] {
        let members = try parsed(body, as: type)
        if members.values.contains(where: { $0.hasNUL(depth: 0) }) { throw FailureResponse.unreadable }
        return members
    }

    private static func parsed(_ body: [UInt8], as type: String) throws -> [String: JSONValue] {
        let kind = type.lowercased()
        if kind.hasPrefix("application/json") { return try json(body) }
        if kind.hasPrefix("application/x-www-form-urlencoded") {
            return try QueryString(parsing: Substring(String(decoding: body, as: UTF8.self)), isForm: true).parameters
        }
        if kind.hasPrefix("multipart/form-data") {
            guard let boundary = boundary(in: type) else { throw FailureResponse.unreadable }
            return try QueryString(try parts(of: body, boundary)).parameters
        }
        throw FailureResponse(415, ["error": .string("The provided content-type '\(type)' is not supported.")])
    }

    private static func json(_ body: [UInt8]) throws -> [String: JSONValue] {
        guard let json = try? JSONValue(parsing: body) else {
            throw FailureResponse(400, ["error": .string(noJSON)])
        }
        return json.objectValue ?? [:]
    }

    /// Grape's words, in its layout.
    private static let noJSON = """

        Problem:
          message body does not match declared format
        Resolution:
          when specifying application/json as content-type, you must pass valid application/json in the request's \
        'body' \

        """

    private static func boundary(in type: String) -> [UInt8]? {
        guard let start = type.firstRange(of: "boundary=")?.upperBound else { return nil }
        let text = type[start...].prefix { $0 != ";" }.filter { $0 != "\"" }
        return text.isEmpty ? nil : Array("--\(text)".utf8)
    }

    /// The largest number of parts, which Rack limits too.
    private static let maximum = 4096

    private static func parts(of body: [UInt8], _ boundary: [UInt8]) throws -> [(name: String, value: JSONValue)] {
        var parts: [(String, JSONValue)] = []
        var rest = body[...]
        guard rest.starts(with: boundary) else { throw FailureResponse.unreadable }
        rest = rest.dropFirst(boundary.count)
        let delimiter = Array("\r\n".utf8) + boundary
        while !rest.starts(with: Array("--".utf8)) {
            guard rest.starts(with: Array("\r\n".utf8)), let end = rest.dropFirst(2).place(of: delimiter),
                parts.count < maximum
            else { throw FailureResponse.unreadable }
            parts.append(try part(rest[(rest.startIndex + 2)..<end]))
            rest = rest[(end + delimiter.count)...]
        }
        return parts
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws -> (String, JSONValue) {
        let gap = Array("\r\n\r\n".utf8)
        guard let end = bytes.place(of: gap) else { throw FailureResponse.unreadable }
        let head = String(decoding: bytes[..<end], as: UTF8.self)
        let content = bytes[(end + gap.count)...]
        guard let name = quoted("name", in: head) else { throw FailureResponse.unreadable }
        guard let file = quoted("filename", in: head) else {
            return (name, .string(String(decoding: content, as: UTF8.self)))
        }
        return (name, ["filename": .string(file), "size": .integer(Int64(content.count))])
    }

    /// The value of a parameter of the field `Content-Disposition`.
    private static func quoted(_ name: String, in head: String) -> String? {
        guard let start = head.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
        var value = ""
        var rest = head[start...]
        while let character = rest.popFirst(), character != "\"" {
            value.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
        return value
    }
}

extension JSONValue {
    /// Whether a text has a NUL character, as far as GitLab looks for one.
    fileprivate func hasNUL(depth: Int) -> Bool {
        switch self {
        case _ where depth > 2: false
        case .string(let text): text.utf8.contains(0)
        case .array(let elements): elements.contains { $0.hasNUL(depth: depth + 1) }
        case .object(let members): members.values.contains { $0.hasNUL(depth: depth + 1) }
        case .null, .bool, .integer, .double: false
        }
    }
}

extension ArraySlice<UInt8> {
    /// Where a pattern begins.
    fileprivate func place(of pattern: [UInt8]) -> Int? {
        guard let first = pattern.first else { return nil }
        var rest = self
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: pattern) { return start }
            rest = rest.dropFirst()
        }
        return nil
    }
}
