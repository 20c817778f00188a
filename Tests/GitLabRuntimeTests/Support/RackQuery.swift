// Rack's rebuilding of hashes and arrays from the pairs of a query, written from its behaviour as an oracle for the
// encoder.

/// The value that a server has after reading parameters: everything is text.
indirect enum Received: Hashable, CustomStringConvertible {
    case null
    case text(String)
    case array([Received])
    case hash([String: Received])

    var description: String {
        switch self {
        case .null: "nil"
        case .text(let text): text.debugDescription
        case .array(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
        case .hash(let members):
            "{\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        }
    }
}

enum RackQuery {
    struct TypeError: Error {}

    static func parse(_ query: String) throws -> [String: Received] {
        try build(
            query.split(whereSeparator: { $0 == "&" || $0 == ";" }).map { pair in
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (decode(sides[0]), sides.count == 2 ? .text(decode(sides[1])) : .null)
            })
    }

    /// The value of the pairs together.
    static func build(_ pairs: [(name: String, value: Received)]) throws -> [String: Received] {
        var params: [String: Received] = [:]
        for pair in pairs { try normalize(&params, pair.name, pair.value) }
        return params
    }

    private static func decode(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func normalize(_ params: inout [String: Received], _ name: String, _ value: Received) throws {
        let scalars = Array(name)
        var start = 0
        while start < scalars.count, scalars[start] == "[" || scalars[start] == "]" { start += 1 }
        var end = start
        while end < scalars.count, scalars[end] != "[", scalars[end] != "]" { end += 1 }
        let key = String(scalars[start..<end])
        guard !key.isEmpty else { return }
        while end < scalars.count, scalars[end] == "]" { end += 1 }
        let after = String(scalars[end...])
        if after.isEmpty {
            params[key] = value
        } else if after == "[]" {
            params[key] = .array(try array(params[key]) + [value])
        } else if after.hasPrefix("[]") {
            let rest = String(after.dropFirst(2))
            let isPlain =
                rest.hasPrefix("[") && rest.hasSuffix("]")
                && !rest.dropFirst().dropLast().contains { "[]".contains($0) }
            let child = isPlain ? String(rest.dropFirst().dropLast()) : rest
            var elements = try array(params[key])
            if case .hash(var last)? = elements.last, !has(last, child) {
                try normalize(&last, child, value)
                elements[elements.count - 1] = .hash(last)
            } else {
                var opened: [String: Received] = [:]
                try normalize(&opened, child, value)
                elements.append(.hash(opened))
            }
            params[key] = .array(elements)
        } else {
            var members: [String: Received] = [:]
            switch params[key] {
            case nil: break
            case .hash(let existing): members = existing
            default: throw TypeError()
            }
            try normalize(&members, after, value)
            params[key] = .hash(members)
        }
    }

    private static func array(_ value: Received?) throws -> [Received] {
        switch value {
        case nil: return []
        case .array(let elements): return elements
        default: throw TypeError()
        }
    }

    private static func has(_ hash: [String: Received], _ key: String) -> Bool {
        if key.contains("[]") { return false }
        var place: Received = .hash(hash)
        for part in key.split(whereSeparator: { $0 == "[" || $0 == "]" }) {
            guard case .hash(let members) = place, let next = members[String(part)] else { return false }
            place = next
        }
        return true
    }
}
