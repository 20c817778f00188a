// The value that a server should have after reading a tree, built without any encoder.

import Foundation

/// The types that Server/wire_routes.rb declares.
indirect enum WireType: Sendable {
    case text, flag, number, ratio, moment, day, level, role
    case array(WireType)
    case commas(WireType)
    case open
    case hash([(name: String, type: WireType)])
    case rows([(name: String, type: WireType)])
    case file
    /// A file, or blank.
    case avatar

    static let row: [(name: String, type: WireType)] = [
        ("key", .text), ("text", .text), ("number", .number), ("flag", .flag), ("texts", .array(.text)),
        ("inner", .hash([("text", .text), ("number", .number)])),
    ]

    static let attributes: [(name: String, type: WireType)] = [
        ("text", .text), ("other_text", .text), ("flag", .flag), ("number", .number), ("ratio", .ratio),
        ("moment", .moment), ("day", .day), ("level", .level), ("role", .role), ("texts", .array(.text)),
        ("numbers", .array(.number)), ("list", .commas(.text)), ("number_list", .commas(.number)), ("open", .open),
        ("avatar", .avatar), ("file", .file), ("other_file", .file), ("settings", .hash(row + [("file", .file)])),
        ("rows", .rows(row + [("rows", .rows([("key", .text), ("text", .text)]))])),
    ]

    static func of(_ name: String, in types: [(name: String, type: WireType)]) -> WireType? {
        types.first { $0.name == name }?.type
    }
}

enum Meaning {
    /// Returns the parameters that the route should get.
    static func of(_ members: [Tree.Member], id: String, as face: Face, to route: Route) -> OrderedJSON {
        let types = route == .declared ? WireType.attributes : []
        var meant = members.map { member in
            let type = WireType.of(member.name, in: types)
            return OrderedJSON.Member(name: member.name, value: ofAttribute(member.value, type, face))
        }
        if route == .freeWithID { meant.append(.init(name: "id", value: .string(id))) }
        return .object(meant)
    }

    /// An attribute of its own: of all that are arrays to GitLab, only these are empty when they are null.
    private static func ofAttribute(_ tree: Tree, _ type: WireType?, _ face: Face) -> OrderedJSON {
        switch (tree, type) {
        case (.null, .array), (.null, .commas): .array([])
        default: of(tree, type, face)
        }
    }

    private static func of(_ tree: Tree, _ type: WireType?, _ face: Face) -> OrderedJSON {
        let isTyped = type != nil || face == .json
        switch tree {
        case .null: return .null
        case .bool(let value): return isTyped ? .bool(value) : .string(value ? "true" : "false")
        case .integer(let value): return isTyped ? .number(String(value)) : .string(String(value))
        case .double(let value):
            return isTyped ? .number(String(format: "%.17g", value)) : .string(value.description)
        case .text(let text): return .string(text)
        case .instant(let milliseconds): return Tree.tagged("$instant", .number(String(milliseconds)))
        case .day(let text): return Tree.tagged("$day", .string(text))
        case .array(let elements): return array(elements, type, face)
        case .commas(let elements): return .array(elements.map { listed($0) })
        case .hash(let members): return hash(members, type, face)
        case .open(let members): return hash(members, nil, face)
        case .file(var file):
            file.contentType = file.contentType ?? "application/octet-stream"
            return file.json
        }
    }

    private static func array(_ elements: [Tree], _ type: WireType?, _ face: Face) -> OrderedJSON {
        switch type {
        case .rows(let row):
            // For an array of hashes the empty text makes no array, which GitLab treats like an empty one.
            if elements.isEmpty, face != .json { return .null }
            return .array(elements.map { of($0, .hash(row), face) })
        case .array(let element): return .array(elements.map { of($0, element, face) })
        case nil, .text, .flag, .number, .ratio, .moment, .day, .level, .role, .commas, .open, .hash, .file, .avatar:
            return .array(elements.map { of($0, nil, face) })
        }
    }

    private static func hash(_ members: [Tree.Member], _ type: WireType?, _ face: Face) -> OrderedJSON {
        var types: [(name: String, type: WireType)] = []
        if case .hash(let declared) = type { types = declared }
        return .object(
            members.map { member in
                let type = WireType.of(member.name, in: types)
                return OrderedJSON.Member(name: member.name, value: of(member.value, type, face))
            })
    }

    /// GitLab trims the text between commas.
    private static func listed(_ tree: Tree) -> OrderedJSON {
        guard case .text(let text) = tree else { return of(tree, .number, .json) }
        let spaces: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D]
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { !spaces.contains($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !spaces.contains($0) } ?? bytes.startIndex
        return .string(start <= end && start < bytes.count ? String(decoding: bytes[start...end], as: UTF8.self) : "")
    }
}
