// Every operation and every attribute of the table is in the spec, and says the same there.

import SpecModel
import Testing

@Suite("The spec against the table of operations") struct OperationTableTests {
    private let tabled: [TabledOperation]
    private let exceptions: Exceptions
    private let operations: [String: [SpecModel.Operation]]
    private let comparison: Comparison

    init() throws {
        let api = try API.ofThisRepository()
        tabled = try Tables.operations()
        exceptions = try Tables.exceptions()
        operations = Dictionary(grouping: api.resources.flatMap(\.operations)) {
            "\($0.method.rawValue) \($0.path.text.value)"
        }
        var comparison = Comparison(api)
        for tabledOperation in tabled {
            // A part of an operation may have a method of its own; the whole is the one with most attributes.
            if let whole = operations[tabledOperation.key]?.max(by: { $0.attributes.count < $1.attributes.count }) {
                comparison.compare(tabledOperation, whole)
            }
        }
        self.comparison = comparison
    }

    @Test("Both have the same operations")
    func operationsAreTheSame() {
        let inTable = Set(tabled.map(\.key))
        let inSpec = Set(operations.keys)
        let parts = operations.values.flatMap { all in
            all.sorted { $0.attributes.count > $1.attributes.count }.dropFirst().map(\.request.value)
        }
        let excused = Set(exceptions.operations.map(\.operation))
        let found = inTable.symmetricDifference(inSpec).union(parts)
        for operation in found.subtracting(excused).sorted() {
            let whole = operations[operation]?.max(by: { $0.attributes.count < $1.attributes.count })
            if let whole, !inTable.contains(operation) {
                Issue.record(
                    "\(operation) is not in the table; add to operations.json:\n\(comparison.entry.text(for: whole))")
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

    @Test("At most ten of a thousand attributes are exceptions, and each has a reason")
    func exceptionsAreFew() {
        let total = tabled.flatMap(\.attributes).count
        let attributes = Set(exceptions.attributes.map { "\($0.operation) \($0.attribute)" })
        #expect(total > 900)
        #expect(comparison.count >= total - attributes.count - 20)
        #expect(attributes.count <= 10, "\(attributes.count) of \(total)")
        let reasons =
            exceptions.operations.map(\.reason) + exceptions.attributes.map(\.reason) + exceptions.enums.map(\.reason)
        #expect(reasons.allSatisfy { $0.count > 10 })
    }
}
