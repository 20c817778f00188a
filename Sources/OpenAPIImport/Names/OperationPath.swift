// The parts of a path that names are made from.

import OpenAPI

/// The path of an operation: what contains its subject, and the nouns from there on.
struct OperationPath {
    /// A thing that contains others. Its name is the label of operations that are not about a project: `forGroup`.
    enum Container: String, CaseIterable {
        /// In the order in which they take the short names.
        case project, currentUser, instance, group, user

        fileprivate static let segments: [String: Container] = [
            "projects": .project, "groups": .group, "users": .user,
        ]
    }

    /// A part of a path that is no placeholder.
    struct Noun {
        let segment: String
        let words: [String]
        /// Whether a placeholder follows: then it is one of many.
        let isOne: Bool
    }

    private(set) var container: Container
    private(set) var nouns: [Noun]
    /// Words at the end of the name: `including inherited` of `members/all`.
    private(set) var variant: [String] = []
    /// The names of the placeholders behind the container's, in order.
    let placeholders: [String]
    /// How many parts it has behind the container's.
    let length: Int
    /// The placeholder that distinguishes it: the first of those at its end, or else the last.
    let distinction: String?
    /// Whether it has the dash that GitLab puts before the routes of its pages.
    let hasDash: Bool

    init(_ path: String) {
        hasDash = path.routeSegments.contains("-")
        var segments = path.routeSegments.filter { !SpecialWords.silent.contains($0) || $0 == path.routeSegments.last }
        // What only administrators may call is about the instance.
        if segments.first == "admin", segments.count > 1 { segments.removeFirst() }
        var container = Container.instance
        if segments.first == "user", segments.count > 1 {
            container = .currentUser
            segments.removeFirst()
        } else if segments.count > 2, let named = Container.segments[segments[0]], segments[1].isPlaceholder,
            !segments[2].isPlaceholder
        {
            container = named
            segments.removeFirst(2)
        }
        self.container = container
        placeholders = segments.filter(\.isPlaceholder).map(\.placeholderName)
        let atEnd = segments.reversed().prefix { $0.isPlaceholder }.last
        length = segments.count
        distinction = atEnd?.placeholderName ?? placeholders.last
        nouns = segments.indices.filter { !segments[$0].isPlaceholder }.map { index in
            Noun(
                segment: segments[index], words: English.words(segments[index]),
                isOne: index + 1 < segments.count && segments[index + 1].isPlaceholder)
        }
        if nouns.count > 1, let last = nouns.last, last.segment == "user", last.isOne {
            self.container = .user
            nouns.removeLast()
        }
        let ending = nouns.suffix(2).map(\.segment).joined(separator: "/")
        if let variant = SpecialWords.variants[ending] {
            self.variant = variant
            nouns.removeLast()
        }
    }
}
