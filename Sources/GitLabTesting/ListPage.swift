// One page of a list, with GitLab's headers for the others.

import GitLab
import HTTPTypes

struct ListPage {
    /// How the pages by keyset of a list follow each other.
    enum Keyset {
        /// By the last ID, as for projects.
        case id
        /// By an opaque text.
        case cursor
    }

    let items: [ProjectStore.Members]
    let fields: HTTPFields

    init(of all: [ProjectStore.Members], for request: ReceivedRequest, keyset: Keyset) throws {
        let asked = try request.integer("per_page") ?? 20
        guard asked != 0 else { throw FailureResponse.invalid("per_page", "has a value not allowed") }
        let size = min(max(asked, 1), 100)
        if try request.text("pagination", among: ["keyset", "legacy"]) == "keyset" {
            switch keyset {
            case .id: try self.init(keyset: all, size: size, request)
            case .cursor: try self.init(cursor: all, size: size, request)
            }
        } else {
            try self.init(offset: all, size: size, request)
        }
    }

    /// By number: headers with the totals, and links to the pages around.
    private init(offset all: [ProjectStore.Members], size: Int, _ request: ReceivedRequest) throws {
        let number = max(try request.integer("page") ?? 1, 1)
        guard number <= 50_000 / size else {
            throw FailureResponse(405, ["error": "Offset pagination has a maximum allowed offset of 50000"])
        }
        let last = max((all.count + size - 1) / size, 1)
        let pages = [("prev", number - 1), ("next", number + 1), ("first", 1), ("last", last)]
        let links = pages.filter { (1...last).contains($0.1) }.map { name, page in
            Self.link(name, request, ["page": .integer(Int64(page)), "per_page": .integer(Int64(size))])
        }
        items = Array(all.dropFirst((number - 1) * size).prefix(size))
        fields = Self.fields([
            "X-Page": String(number), "X-Per-Page": String(size), "X-Total": String(all.count),
            "X-Total-Pages": String(last), "X-Prev-Page": number > 1 ? String(number - 1) : "",
            "X-Next-Page": number < last ? String(number + 1) : "", "Link": links.joined(separator: ", "),
        ])
    }

    /// By the last id seen: one link, and none on the last page.
    private init(keyset all: [ProjectStore.Members], size: Int, _ request: ReceivedRequest) throws {
        guard try request.text("order_by") == "id" else {
            throw FailureResponse(405, ["error": "Keyset pagination is not yet available for this type of request"])
        }
        items = Array(all.prefix(size))
        let cursor = try request.text("sort") == "asc" ? "id_after" : "id_before"
        let more = all.count > size ? items.last?["id"] : nil
        fields = Self.fields(more.map { ["Link": Self.link("next", request, [cursor: $0])] } ?? [:])
    }

    /// By a text that says how many items have been seen.
    private init(cursor all: [ProjectStore.Members], size: Int, _ request: ReceivedRequest) throws {
        let seen = max(try request.integer("cursor") ?? 0, 0)
        items = Array(all.dropFirst(seen).prefix(size))
        let next = seen + items.count
        fields = Self.fields(
            next < all.count ? ["Link": Self.link("next", request, ["cursor": .integer(Int64(next))])] : [:])
    }

    private static func fields(_ values: [String: String]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in values {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }

    private static func link(_ relation: String, _ request: ReceivedRequest, _ changes: [String: JSONValue]) -> String {
        let parameters = request.parameters.merging(changes) { _, change in change }
        let query = parameters.sorted { $0.key < $1.key }.flatMap { pairs($0.key, $0.value) }.joined(separator: "&")
        return "<\(request.base)/api/v4\(request.path)?\(query)>; rel=\"\(relation)\""
    }

    /// Returns a parameter as a query spells it: `name=value`, `name[]=element`, `name[member]=value`.
    private static func pairs(_ name: String, _ value: JSONValue) -> [String] {
        switch value {
        case .null: [escape(name)]
        case .bool(let flag): ["\(escape(name))=\(flag)"]
        case .integer(let number): ["\(escape(name))=\(number)"]
        case .double(let number): ["\(escape(name))=\(number)"]
        case .string(let text): ["\(escape(name))=\(escape(text))"]
        case .array(let elements): elements.flatMap { pairs("\(name)[]", $0) }
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { pairs("\(name)[\($0.key)]", $0.value) }
        }
    }

    private static func escape(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let plain = character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
            let hex = String(byte, radix: 16, uppercase: true)
            return plain ? String(character) : hex.count == 1 ? "%0\(hex)" : "%\(hex)"
        }.joined()
    }
}
