// A JSON document as a tree whose members keep their order, as a server writes them in one.

/// A value of a document; other values are kept as they are written.
indirect enum JSONTree {
    case object([(name: String, value: JSONTree)])
    case array([JSONTree])
    /// A string with its quotes, a number or a literal.
    case scalar(String)

    /// The tree of a valid document, such as an example of a model.
    init(_ document: String) {
        var reader = Reader(bytes: Array(document.utf8))
        self = reader.value()
    }

    /// The document without a space, as GitLab writes it.
    var text: String {
        switch self {
        case .object(let members):
            "{" + members.map { "\"\($0.name)\":\($0.value.text)" }.joined(separator: ",") + "}"
        case .array(let elements):
            "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .scalar(let text):
            text
        }
    }
}

private struct Reader {
    let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func value() -> JSONTree {
        skipSpace()
        switch bytes[place] {
        case UInt8(ascii: "{"): return .object(members())
        case UInt8(ascii: "["): return .array(elements())
        case UInt8(ascii: "\""): return .scalar("\"" + string() + "\"")
        case _: return .scalar(word())
        }
    }

    private mutating func members() -> [(name: String, value: JSONTree)] {
        var members: [(name: String, value: JSONTree)] = []
        place += 1
        while !ends(with: "}") {
            let name = string()
            skipSpace()
            place += 1
            members.append((name, value()))
        }
        return members
    }

    private mutating func elements() -> [JSONTree] {
        var elements: [JSONTree] = []
        place += 1
        while !ends(with: "]") { elements.append(value()) }
        return elements
    }

    /// Steps over a comma, or over the end of the object or array.
    private mutating func ends(with bracket: Unicode.Scalar) -> Bool {
        skipSpace()
        if bytes[place] == UInt8(ascii: ",") { place += 1 }
        skipSpace()
        guard bytes[place] == UInt8(ascii: bracket) else { return false }
        place += 1
        return true
    }

    /// The text between the quotes, its escapes as they are.
    private mutating func string() -> String {
        place += 1
        let start = place
        while bytes[place] != UInt8(ascii: "\"") { place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1 }
        place += 1
        return String(decoding: bytes[start..<place - 1], as: UTF8.self)
    }

    private mutating func word() -> String {
        let start = place
        while place < bytes.count, !",]} \n".utf8.contains(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while place < bytes.count, " \n".utf8.contains(bytes[place]) { place += 1 }
    }
}
