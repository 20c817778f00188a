// Removing the accepted differences, and recording the entries that accept them.

import SpecModel
import SpecSyntax

/// The accepted differences of one comparison.
struct Settling {
    private let accepted: [KnownDrift.AcceptedDifference]
    private var usedPlaces: [Set<Int>]
    private var usedNames: [Set<Int>]

    /// - Parameter document: only entries for this document.
    init(_ differences: [KnownDrift.AcceptedDifference], of document: String?) {
        self.accepted = differences.filter { entry in
            guard let document else { return false }
            return entry.documents.isEmpty || entry.documents.contains { $0.value == document }
        }
        usedPlaces = self.accepted.map { _ in [] }
        usedNames = self.accepted.map { _ in [] }
    }

    var usedAcceptances: Int { usedPlaces.count { !$0.isEmpty } }

    /// Whether an accepted difference covers a difference.
    mutating func covers(_ difference: Difference) -> Bool {
        var isCovered = false
        for (index, entry) in accepted.enumerated() {
            guard let (place, name) = entry.covers(difference) else { continue }
            isCovered = true
            usedPlaces[index].insert(place)
            if let name { usedNames[index].insert(name) }
        }
        return isCovered
    }

    /// Accepted differences, places and names in them that cover nothing.
    var needless: [Diagnostic] {
        accepted.indices.flatMap { index -> [Diagnostic] in
            let entry = accepted[index]
            guard !usedPlaces[index].isEmpty else {
                return [
                    Self.diagnostic("the acceptance of '\(entry.what.value.rawValue)' covers nothing", entry.what.range)
                ]
            }
            let idle =
                entry.places.indices.filter { !usedPlaces[index].contains($0) }.map { entry.places[$0] }
                + entry.names.indices.filter { !usedNames[index].contains($0) }.map { entry.names[$0] }
            return idle.map { Self.diagnostic("'\($0.value)' covers nothing in this entry", $0.range) }
        }
    }

    private static func diagnostic(_ message: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic("needless-acceptance", .error, message, at: range, fix: Fix("remove it"))
    }
}
