// One change between two specs, with its places.

import SpecSyntax

/// A difference between two specs, or between their clients.
public struct Change: Sendable {
    public let rule: ChangeRule
    /// The changed thing, as people know it: `topics`, `GET /projects`, `ListProjects.init(_:)`.
    public let subject: String
    /// Its owners: request builders, types, enums. A row of a shared table belongs to several.
    public internal(set) var owners: [String]
    /// The change, in words that follow the subject.
    public let words: String
    /// The old place; nil for additions.
    public let before: SourceRange?
    /// The new place; nil for removals.
    public let after: SourceRange?

    init(
        _ rule: ChangeRule, _ subject: String, of owners: [String] = [], _ words: String, before: SourceRange? = nil,
        after: SourceRange? = nil
    ) {
        self.rule = rule
        self.subject = subject
        self.owners = owners
        self.words = words
        self.before = before
        self.after = after
    }

    /// The change in a sentence without a full stop.
    public var message: String {
        let place = owners.isEmpty ? "" : " of \(owners.shortList)"
        return "\(subject)\(place) \(words)"
    }
}

extension [String] {
    /// `A`, `A and B`, `A, B and C`.
    var wholeList: String {
        guard let last, count > 1 else { return joined() }
        return dropLast().joined(separator: ", ") + " and " + last
    }

    /// `A`, `A and B`, `A, B and 3 more`.
    var shortList: String {
        count <= 3 ? wholeList : "\(self[0]), \(self[1]) and \(count - 2) more"
    }
}

/// A collector of changes. The same row in several operations is one change.
struct ChangeCollector {
    private(set) var changes: [Change] = []
    private var indices: [Key: Int] = [:]

    private struct Key: Hashable {
        let rule: ChangeRule
        let subject: String
        let words: String
        let before: SourceRange?
        let after: SourceRange?
    }

    mutating func add(_ change: Change) {
        let key = Key(
            rule: change.rule, subject: change.subject, words: change.words, before: change.before, after: change.after)
        if let index = indices[key] {
            for owner in change.owners where !changes[index].owners.contains(owner) {
                changes[index].owners.append(owner)
            }
        } else {
            indices[key] = changes.count
            changes.append(change)
        }
    }
}
