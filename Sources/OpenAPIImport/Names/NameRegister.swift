// The names that an import has used, so that none is used twice.

import SpecModel

/// Names of Swift types, which also become names of files: two of them have to differ in more than case.
struct NameRegister {
    private var taken: Set<String>

    init(_ others: some Sequence<String>) {
        taken = Set(ReservedTypeNames.all.map { $0.lowercased() }).union(others.map { $0.lowercased() })
    }

    /// The first of some names that is free, else the last with a number.
    mutating func claim(_ candidates: [String]) -> String {
        for candidate in candidates where !candidate.isEmpty && taken.insert(candidate.lowercased()).inserted {
            return candidate
        }
        let last = candidates.last ?? "Type"
        for number in 2... where taken.insert("\(last)\(number)".lowercased()).inserted { return "\(last)\(number)" }
        return last
    }
}
