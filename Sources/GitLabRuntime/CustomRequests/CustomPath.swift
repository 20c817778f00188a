// Checking path templates that users write, so that no value reaches a path unencoded.

enum CustomPath {
    /// Throws for an invalid template, and for values that do not match its placeholders.
    static func check(_ template: String, names: [String]) throws(ValidationError) {
        guard template.utf8.first == UInt8(ascii: "/"), !template.hasPrefix("//") else {
            throw ValidationError("a path begins with one slash and stands below /api/v4, like /projects/:id")
        }
        if template == "/api" || template.hasPrefix("/api/v") {
            throw ValidationError("a path stands below /api/v4: leave that out")
        }
        if template.contains("?") || template.contains("#") {
            throw ValidationError("a path has no query and no fragment: give the attributes as `query`")
        }
        if template.contains("%") {
            throw ValidationError(
                "a path is not percent-encoded by hand: write a placeholder like :id, and its value in `path`")
        }
        guard template.utf8.allSatisfy(isAllowed) else {
            throw ValidationError(
                "a path contains only letters, digits and -._~!$&'()*+,;=@ between slashes, and placeholders")
        }
        let segments = template.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for segment in segments where segment.isEmpty || segment == "." || segment == ".." {
            throw ValidationError("a path has no empty segments, no `.` and no `..`")
        }
        let placeholders = try placeholders(of: template)
        for name in names where !placeholders.contains(name) {
            throw ValidationError("the path has no placeholder `:\(name)`")
        }
        for name in placeholders where !names.contains(name) {
            throw ValidationError("the placeholder `:\(name)` has no value in `path`")
        }
        guard Set(names).count == names.count else { throw ValidationError("`path` has two values of one name") }
    }

    /// Throws for a model of another kind than the path begins with: the ID of a group is that of some project, too.
    static func check(
        _ values: KeyValuePairs<String, any IDOrPathConvertible>, of template: String
    ) throws(ValidationError) {
        guard let named = nameOfID(in: template), let value = values.first(where: { $0.key == named })?.value else {
            return
        }
        let kinds: [(collection: String, word: String, isMet: Bool)] = [
            ("projects", "project", value is any ProjectReference), ("groups", "group", value is any GroupReference),
            ("users", "user", value is any UserReference), ("namespaces", "namespace", value is any NamespaceReference),
        ]
        guard kinds.contains(where: \.isMet),
            let kind = kinds.first(where: { template.hasPrefix("/\($0.collection)/") }), !kind.isMet
        else { return }
        throw ValidationError(
            "`\(named)` names a \(kind.word), but the value is a \(type(of: value)): write the \(kind.word)'s ID or full path"
        )
    }

    /// Returns the placeholder for a project, a group, a user or a namespace that a template begins with; nil if there
    /// is none.
    static func nameOfID(in template: String) -> Substring? {
        let segments = template.split(separator: "/", maxSplits: 2)
        guard segments.count > 1, segments[1].first == ":",
            ["projects", "groups", "users", "namespaces"].contains(segments[0])
        else { return nil }
        return segments[1].dropFirst()
    }

    private static func placeholders(of template: String) throws(ValidationError) -> [String] {
        var names: [String] = []
        var rest = template.utf8[...]
        while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            rest = rest[rest.index(after: colon)...]
            let name = String(decoding: rest.prefix(while: PathTemplate.isNamePart), as: UTF8.self)
            guard !name.isEmpty else {
                throw ValidationError("a colon in a path begins a placeholder, such as :issue_iid")
            }
            names.append(name)
        }
        return names
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "/:-._~!$&'()*+,;=@".utf8.contains(byte)
        }
    }
}
