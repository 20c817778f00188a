// The kind of thing that an ID or a path names, so that the ID of a group cannot be passed where a project is expected.

/// The kinds of things that GitLab takes by ID or by path.
public enum Reference: String, Sendable, CaseIterable {
    case project, group, namespace, user

    /// The kind that words name: that of the first that names one.
    public init?(namedBy words: some Sequence<String>) {
        for word in words {
            let singular = word.last == "s" ? String(word.dropLast()) : word
            if let reference = Reference(rawValue: singular) {
                self = reference
                return
            }
        }
        return nil
    }
}

extension TypeReference {
    /// Whether values are ids or paths, or arrays or hashes of them.
    var holdsIDOrPath: Bool {
        switch self {
        case .builtIn(let type): type == .idOrPath
        case .array(let element), .openHash(let element): element.holdsIDOrPath
        case .named: false
        }
    }
}
