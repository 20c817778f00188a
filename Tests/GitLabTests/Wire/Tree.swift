// Values to send, independent of the types that the client encodes them from.

import Foundation

/// A value as a caller intends it.
indirect enum Tree: Sendable {
    struct Member: Sendable {
        var name: String
        var value: Tree

        init(_ name: String, _ value: Tree) {
            self.name = name
            self.value = value
        }
    }

    struct File: Sendable {
        var name: String
        var contentType: String?
        var content: [UInt8]
    }

    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case text(String)
    /// Milliseconds since 1970.
    case instant(Int64)
    /// `YYYY-MM-DD`
    case day(String)
    case array([Tree])
    /// A list that the server splits on commas.
    case commas([Tree])
    /// A hash whose keys GitLab fixes.
    case hash([Member])
    /// A hash whose keys the caller chooses.
    case open([Member])
    case file(File)
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int64) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: Tree...) { self = .array(elements) }
    init(dictionaryLiteral members: (String, Tree)...) { self = .hash(members.map { Member($0, $1) }) }
    init(nilLiteral: ()) { self = .null }

    static func file(_ name: String, type: String? = nil, _ content: String = "content") -> Tree {
        .file(File(name: name, contentType: type, content: Array(content.utf8)))
    }
}

// MARK: - As JSON

extension Tree {
    /// Values without a JSON type are objects with one member that begins with a dollar sign.
    var json: OrderedJSON {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .number(String(value))
        case .double(let value):
            value.isFinite ? .number(value.description) : Self.tagged("$double", .string("\(value)"))
        case .text(let text): .string(text)
        case .instant(let milliseconds): Self.tagged("$instant", .number(String(milliseconds)))
        case .day(let text): Self.tagged("$day", .string(text))
        case .array(let elements): .array(elements.map(\.json))
        case .commas(let elements): Self.tagged("$commas", .array(elements.map(\.json)))
        case .hash(let members): Self.object(members)
        case .open(let members): Self.tagged("$open", Self.object(members))
        case .file(let file): file.json
        }
    }

    static func tagged(_ tag: String, _ value: OrderedJSON) -> OrderedJSON {
        .object([OrderedJSON.Member(name: tag, value: value)])
    }

    private static func object(_ members: [Member]) -> OrderedJSON {
        .object(members.map { OrderedJSON.Member(name: $0.name, value: $0.value.json) })
    }

    init(_ json: OrderedJSON) throws {
        switch json {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .string(let text): self = .text(text)
        case .array(let elements): self = .array(try elements.map { try Tree($0) })
        case .number(let digits):
            if let integer = Int64(digits) { self = .integer(integer) } else { self = .double(Double(digits) ?? .nan) }
        case .object(let members):
            guard let only = members.first, members.count == 1, only.name.hasPrefix("$") else {
                self = .hash(try Self.members(json))
                return
            }
            self = try Self.untagged(only)
        }
    }

    private static func untagged(_ tagged: OrderedJSON.Member) throws -> Tree {
        switch (tagged.name, tagged.value) {
        case ("$instant", .number(let digits)): .instant(Int64(digits) ?? 0)
        case ("$double", .string(let text)): .double(Double(text) ?? .nan)
        case ("$day", .string(let text)): .day(text)
        case ("$commas", .array(let elements)): .commas(try elements.map { try Tree($0) })
        case ("$open", let hash): .open(try members(hash))
        case ("$file", let file):
            .file(
                File(
                    name: file["filename"]?.string ?? "", contentType: file["content_type"]?.string,
                    content: Data(base64Encoded: file["base64"]?.string ?? "").map(Array.init) ?? []))
        default: throw OrderedJSON.Malformed(place: 0, description: "there is no tag \(tagged.name)")
        }
    }

    private static func members(_ json: OrderedJSON) throws -> [Member] {
        guard case .object(let members) = json else {
            throw OrderedJSON.Malformed(place: 0, description: "expected an object")
        }
        return try members.map { Member($0.name, try Tree($0.value)) }
    }
}

extension Tree.File {
    var json: OrderedJSON {
        var members = [OrderedJSON.Member(name: "filename", value: .string(name))]
        if let contentType { members.append(.init(name: "content_type", value: .string(contentType))) }
        members.append(.init(name: "base64", value: .string(Data(content).base64EncodedString())))
        return Tree.tagged("$file", .object(members))
    }
}
