// One difference between the spec and a document, before it is known whether it is accepted.

import SpecModel
import SpecSyntax

/// A difference.
struct Difference {
    let kind: DriftKind
    /// The operation, `GET /projects/:id`, or the type.
    let place: String
    /// The attribute or field, `parent.member` within hashes; nil for whole operations.
    let name: String?
    /// The difference, as the end of a sentence that begins with the name.
    let words: String
    /// The place in the spec. Nil where the spec has none; the document's place is shown then.
    let range: SourceRange?
    /// The place in the document; nil where it has none.
    let documentRange: SourceRange?
}

extension KnownDrift.AcceptedDifference {
    /// The place and the name in the entry that cover a difference, by their positions; nil where it does not.
    func covers(_ difference: Difference) -> (place: Int, name: Int?)? {
        guard what.value == difference.kind,
            let place = places.firstIndex(where: { $0.value.matches(difference.place) })
        else { return nil }
        if names.isEmpty { return (place, nil) }
        guard let name = names.firstIndex(where: { $0.value.matches(difference.name ?? "") }) else { return nil }
        return (place, name)
    }
}

extension String {
    /// Whether a text is this pattern, in which `*` matches any characters.
    func matches(_ text: String) -> Bool {
        let parts = split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return self == text }
        guard text.hasPrefix(first) else { return false }
        var rest = Substring(text).dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
