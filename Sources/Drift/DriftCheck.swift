// Comparing the spec with a document, with the differences that are not accepted as diagnostics.

import OpenAPI
import SpecModel
import SpecSyntax

/// The result of comparing the spec with a document.
public struct DriftCheck {
    /// The differences that nothing in drift.yaml accepts, and the entries there that accept none.
    public let diagnostics: [Diagnostic]
    /// How many operations of the spec were found in the document.
    public let comparedOperations: Int
    /// How many differences are accepted, and by how many entries of drift.yaml.
    public let acceptedDifferences: Int
    public let usedAcceptances: Int
    /// The name of the document in the spec; nil where it has none.
    public let documentName: String?

    /// Compares a spec with a document.
    ///
    /// - Parameter tag: only the operations that the document files under this tag. Unused entries are then not
    ///   reported, because they may be for others.
    public init(_ api: API, _ known: KnownDrift, against document: OpenAPIDocument, tag: String? = nil) {
        let entry = known.documents.first {
            $0.title.value == document.title.value
                && (document.version.value == $0.version.value
                    || document.version.value.hasPrefix($0.version.value + "."))
        }
        let routes = RoutedOperations(api, document, tag: tag)
        let differences = Self.differences(api, routes, document, covers: Set(entry?.covers.map(\.value) ?? []), tag)
        var settling = Settling(known.accepted, of: entry?.name.value)
        let open = differences.filter { !settling.covers($0) }
        comparedOperations = routes.pairs.count
        documentName = entry?.name.value
        acceptedDifferences = differences.count - open.count
        usedAcceptances = settling.usedAcceptances
        diagnostics = Self.grouped(open) + (tag == nil ? settling.needless : [])
    }

    private static func differences(
        _ api: API, _ routes: RoutedOperations, _ document: OpenAPIDocument, covers: Set<String>, _ tag: String?
    ) -> [Difference] {
        let types = TypeComparison(api, document)
        var differences: [Difference] = []
        var responses = ResponseComparison(types)
        for (routed, other) in routes.pairs {
            let place = routed.route.text
            var comparison = RequestComparison(
                routed, other, elsewhere: routes.attributes(besides: routed), types: types, place: place)
            comparison.compare()
            differences += comparison.differences
            responses.meet(routed.operation, other, place: place)
        }
        responses.compare(api)
        differences += responses.differences
        differences += routes.onlySpec.map {
            Difference(
                kind: .extraOperation, place: $0.route.text, name: nil, words: "is not in the document",
                range: $0.route.path.text.range, documentRange: nil)
        }
        for other in routes.onlyDocument
        where other.tags.contains(where: { covers.contains($0.value) || $0.value == tag }) {
            differences.append(
                Difference(
                    kind: .missingOperation, place: other.place, name: nil, words: "is not in the spec", range: nil,
                    documentRange: other.method.range))
        }
        return differences
    }

    /// Returns one diagnostic for each difference; one for the same row of a shared table in several operations.
    private static func grouped(_ differences: [Difference]) -> [Diagnostic] {
        struct Subject: Hashable {
            let kind: DriftKind
            let range: SourceRange?
            let words: String
            let name: String?
            let place: String?
        }
        var order: [Subject] = []
        var groups: [Subject: [Difference]] = [:]
        for difference in differences {
            // Without a name, the place is the subject.
            let subject = Subject(
                kind: difference.kind, range: difference.range, words: difference.words, name: difference.name,
                place: difference.name == nil ? difference.place : nil)
            if groups[subject] == nil { order.append(subject) }
            groups[subject, default: []].append(difference)
        }
        return order.compactMap { subject in
            guard let all = groups[subject], let first = all.first,
                let range = first.range ?? first.documentRange
            else { return nil }
            let places = all.map(\.place)
            let name =
                first.name.map { "'\($0)' of \(places[0])\(places.count > 1 ? " and \(places.count - 1) more" : "")" }
                ?? first.place
            var notes: [Diagnostic.Note] = []
            if first.range != nil, let place = first.documentRange {
                notes.append(Diagnostic.Note("in the document", at: place))
            }
            let names = first.name.map { ", names: [\($0)]" } ?? ""
            let at = places.map { "\"\($0)\"" }.joined(separator: ", ")
            return Diagnostic(
                first.kind.rawValue, .error, "\(name) \(first.words)", at: range, notes: notes,
                fix: Fix(
                    "change the spec, or accept it in drift.yaml: "
                        + "{ what: \(first.kind.rawValue), at: [\(at)]\(names), because: \"…\" }"))
        }
    }
}

extension OpenAPIOperation {
    /// Its name in entries and messages, with a path of the spec.
    var place: String {
        let segments = path.value.split(separator: "/").map { segment in
            segment.hasPrefix("{") && segment.hasSuffix("}") ? ":" + segment.dropFirst().dropLast() : String(segment)
        }
        let own = segments.starts(with: ["api", "v4"]) ? segments.dropFirst(2) : segments[...]
        return "\(method.value) /\(own.joined(separator: "/"))"
    }
}
