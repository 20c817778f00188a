// Takes out the differences that waivers cover, and remembers which waivers did.

import SpecModel
import SpecSyntax

/// Waivers at work.
struct Settling {
    private let waivers: [KnownDrift.Waiver]
    private var usedPlaces: [Set<Int>]
    private var usedNames: [Set<Int>]

    /// - Parameter document: only waivers that speak of this document.
    init(_ waivers: [KnownDrift.Waiver], of document: String?) {
        self.waivers = waivers.filter { waiver in
            guard let document else { return false }
            return waiver.documents.isEmpty || waiver.documents.contains { $0.value == document }
        }
        usedPlaces = self.waivers.map { _ in [] }
        usedNames = self.waivers.map { _ in [] }
    }

    var usedWaivers: Int { usedPlaces.count { !$0.isEmpty } }

    /// Whether a waiver covers a difference.
    mutating func covers(_ difference: Difference) -> Bool {
        var isCovered = false
        for (index, waiver) in waivers.enumerated() {
            guard let (place, name) = waiver.covers(difference) else { continue }
            isCovered = true
            usedPlaces[index].insert(place)
            if let name { usedNames[index].insert(name) }
        }
        return isCovered
    }

    /// Waivers, places and names in them that cover nothing.
    var needless: [Diagnostic] {
        waivers.indices.flatMap { index -> [Diagnostic] in
            let waiver = waivers[index]
            guard !usedPlaces[index].isEmpty else {
                return [
                    Self.diagnostic("the waiver of '\(waiver.what.value.rawValue)' covers nothing", waiver.what.range)
                ]
            }
            let idle =
                waiver.places.indices.filter { !usedPlaces[index].contains($0) }.map { waiver.places[$0] }
                + waiver.names.indices.filter { !usedNames[index].contains($0) }.map { waiver.names[$0] }
            return idle.map { Self.diagnostic("'\($0.value)' covers nothing in this waiver", $0.range) }
        }
    }

    private static func diagnostic(_ message: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic("needless-waiver", .error, message, at: range, fix: Fix("remove it"))
    }
}
