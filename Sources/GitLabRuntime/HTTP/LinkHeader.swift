// The Link header field: which URL is the next page.

/// Reads `Link: <https://…?page=2>; rel="next", <https://…?page=1>; rel="first"` (RFC 8288).
enum LinkHeader {
    /// Returns the target of the first link with this relation; nil if there is none, or if the field cannot be read up
    /// to it.
    static func target(of relation: String, in field: String) -> String? {
        var rest = Substring(field)
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
            let target = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if relations(takenFrom: &rest).contains(relation) { return String(target) }
        }
    }

    /// Returns the relations of one link, in lower case: `rel` may name several, and only the first `rel` counts.
    private static func relations(takenFrom rest: inout Substring) -> [String] {
        var relations: [String]?
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard rest.first == ";" else { return relations ?? [] }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let name = rest.prefix { !$0.isWhitespace && !"=;,".contains($0) }
            rest = rest[name.endIndex...].drop(while: \.isWhitespace)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let value = rest.first == "\"" ? quoted(takenFrom: &rest) : token(takenFrom: &rest)
            if name.lowercased() == "rel", relations == nil {
                relations = value.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
            }
        }
    }

    private static func token(takenFrom rest: inout Substring) -> String {
        let token = rest.prefix { !$0.isWhitespace && $0 != ";" && $0 != "," }
        rest = rest[token.endIndex...]
        return String(token)
    }

    private static func quoted(takenFrom rest: inout Substring) -> String {
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
}
