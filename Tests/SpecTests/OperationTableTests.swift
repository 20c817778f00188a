// Every operation and every attribute of the table is in the spec, and says the same there.

import SpecModel
import Testing

/// An operation on one of its routes.
private struct Routed {
    let request: String
    let route: SpecModel.Operation.Route

    var count: Int { route.attributes.count }
}

@Suite("The spec against the table of operations") struct OperationTableTests {
    private let tabled: [TabledOperation]
    private let exceptions: Exceptions
    /// An operation with several routes is there at each of them.
    private let operations: [String: [Routed]]
    private let comparison: Comparison

    init() throws {
        let api = try API.ofThisRepository()
        tabled = try Tables.operations()
        exceptions = try Tables.exceptions()
        let routed = api.resources.flatMap(\.operations).flatMap { operation in
            operation.routes.map { Routed(request: operation.request.value, route: $0) }
        }
        operations = Dictionary(grouping: routed, by: \.route.text)
        var comparison = Comparison(api)
        for tabledOperation in tabled {
            // A part of an operation may have a method of its own; the whole is the one with most attributes.
            if let whole = operations[tabledOperation.key]?.max(by: { $0.count < $1.count }) {
                comparison.compare(tabledOperation, whole.route)
            }
        }
        self.comparison = comparison
    }

    @Test("Both have the same operations")
    func operationsAreTheSame() {
        let inTable = Set(tabled.map(\.key))
        let inSpec = Set(operations.keys)
        let parts = operations.values.flatMap { all in
            all.sorted { $0.count > $1.count }.dropFirst().map(\.request)
        }
        let excused = Set(exceptions.operations.map(\.operation))
        let found = inTable.symmetricDifference(inSpec).union(parts)
        for operation in found.subtracting(excused).sorted() {
            let whole = operations[operation]?.max(by: { $0.count < $1.count })
            if let whole, !inTable.contains(operation) {
                Issue.record(
                    "\(operation) is not in the table; add to operations.json:\n\(comparison.entry.text(for: whole.route))"
                )
            } else {
                Issue.record("\(operation) is \(inTable.contains(operation) ? "not in the spec" : "not in the table")")
            }
        }
        for operation in excused.subtracting(found).sorted() {
            Issue.record("the exception for \(operation) excuses nothing")
        }
        #expect(tabled.count == inTable.count)
    }

    @Test("Location, type, requiredness, values and default of every attribute are the same")
    func attributesAreTheSame() {
        func key(_ operation: String, _ attribute: String, _ aspect: String) -> String {
            "\(operation): \(aspect) of \(attribute)"
        }
        let excused = Set(exceptions.attributes.map { key($0.operation, $0.attribute, $0.aspect) })
        let found = Set(comparison.differences.map { key($0.operation, $0.attribute, $0.aspect) })
        for difference in comparison.differences.sorted(by: { "\($0)" < "\($1)" })
        where !excused.contains(key(difference.operation, difference.attribute, difference.aspect)) {
            Issue.record("\(difference)")
        }
        for exception in excused.subtracting(found).sorted() {
            Issue.record("the exception for \(exception) excuses nothing")
        }
    }

    @Test("An enum that holds more than is listed at an attribute says why")
    func sharedEnums() {
        var excused: Set<EnumUse> = []
        for exception in exceptions.enums {
            excused.formUnion((exception.wider ?? []).map { EnumUse(name: exception.name, value: $0) })
            if exception.unlisted == true { excused.insert(EnumUse(name: exception.name, value: nil)) }
        }
        for (use, places) in comparison.enumUses.sorted(by: { "\($0.key)" < "\($1.key)" })
        where !excused.contains(use) {
            let what = use.value.map { "holds \($0), which is not listed" } ?? "is used where no values are listed"
            Issue.record("\(use.name) \(what) at \(places.joined(separator: ", "))")
        }
        for use in excused.subtracting(comparison.enumUses.keys) {
            Issue.record("the exception for \(use.name) \(use.value ?? "without listed values") excuses nothing")
        }
    }

    @Test("At most ten of thousands of attributes are exceptions, and each has a reason")
    func exceptionsAreFew() {
        let total = tabled.flatMap(\.attributes).count
        let attributes = Set(exceptions.attributes.map { "\($0.operation) \($0.attribute)" })
        #expect(total > 4000)
        #expect(comparison.count >= total - attributes.count - 20)
        #expect(attributes.count <= 10, "\(attributes.count) of \(total)")
        let reasons =
            exceptions.operations.map(\.reason) + exceptions.attributes.map(\.reason) + exceptions.enums.map(\.reason)
        #expect(reasons.allSatisfy { $0.count > 10 })
    }
}
