// The names of the operations of one resource, so that each is another one.

import OpenAPI

/// The names of the methods of a resource.
struct MethodNames {
    /// In the order of the operations.
    private(set) var names: [String] = []
    /// The operations for which no name follows from the rules: their names are placeholders.
    private(set) var unnamed: [Int] = []

    /// - Parameters:
    ///   - taken: the names of the resource's other operations.
    ///   - others: the containers of these.
    init(
        of operations: [OperationNames], besides taken: Set<String> = [],
        _ others: Set<OperationPath.Container> = []
    ) {
        let containers = others.union(operations.map(\.container))
        let primary = OperationPath.Container.allCases.first(where: containers.contains)
        let candidates = operations.map { $0.candidates(besides: primary ?? .project) }
        var taken = taken
        var signatures: Set<String> = []
        var chosen: [Int: String] = [:]
        func isFree(_ name: String, _ index: Int) -> Bool {
            !taken.contains(name) && !signatures.contains(operations[index].signature(of: name))
        }
        func choose(_ name: String, _ index: Int) {
            chosen[index] = name
            taken.insert(name)
            signatures.insert(operations[index].signature(of: name))
        }
        for rank in 0..<(candidates.map(\.count).max() ?? 0) {
            var claims: [String: [Int]] = [:]
            for index in operations.indices where chosen[index] == nil && rank < candidates[index].count {
                claims[candidates[index][rank], default: []].append(index)
            }
            for (name, claimants) in claims.sorted(by: { $0.key < $1.key }) {
                guard let winner = Self.winner(of: claimants, operations), isFree(name, winner) else { continue }
                choose(name, winner)
            }
        }
        for index in operations.indices where chosen[index] == nil {
            if let name = candidates[index].first(where: { isFree($0, index) }) { choose(name, index) }
        }
        for index in operations.indices {
            if chosen[index] == nil { unnamed.append(index) }
            names.append(chosen[index] ?? Self.placeholder(for: operations[index].unfinished, &taken))
        }
    }

    /// The one of several that takes a name.
    private static func winner(of claimants: [Int], _ operations: [OperationNames]) -> Int? {
        let ranks = claimants.map { operations[$0].rank }
        guard let best = ranks.min(), ranks.count(where: { $0 == best }) == 1 else { return nil }
        return zip(claimants, ranks).first { $1 == best }?.0
    }

    /// A name that nothing else has, for an operation that a person has to name.
    private static func placeholder(for name: String, _ taken: inout Set<String>) -> String {
        var placeholder = name + "Unnamed"
        while !taken.insert(placeholder).inserted { placeholder += "Too" }
        return placeholder
    }
}
