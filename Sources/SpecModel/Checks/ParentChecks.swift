// Checks within a parent: the paths of its cases, their rows, and the Swift functions that they become.

import SpecSyntax

struct ParentChecks {
    let parent: ParentType
    let diagnostics: DiagnosticCollector

    func check() {
        for one in parent.cases {
            one.attributes.checkStandOnce(in: "'\(one.name.value)'", diagnostics: diagnostics)
            PlaceholderChecks(
                path: one.path, rows: one.attributes, place: "'attributes:'", advice: "remove the row",
                diagnostics: diagnostics
            ).check()
            one.attributes.checkSwiftNames(diagnostics: diagnostics)
            checkIsFree(one)
            checkSecrets(of: one)
        }
        checkCalls()
    }

    private func checkIsFree(_ one: ParentType.Case) {
        guard one.swiftName.isReserved || Self.members.contains(one.swiftName.text) else { return }
        diagnostics.report(
            .reservedName, "a Swift member cannot be called '\(one.swiftName)'", at: one.name.range,
            fix: Fix("add 'as: \(one.swiftName.free)', or a better name"))
    }

    /// The description of a parent shows its values.
    private func checkSecrets(of one: ParentType.Case) {
        for row in one.attributes where row.isSecret {
            diagnostics.report(
                .wrongValue, "what names a parent cannot be secret", at: row.name.range, fix: Fix("remove 'secret'"))
        }
    }

    /// The members of the protocol of parents, and of what it refines.
    private static let members: Set = ["description", "parentPath", "parentPaths"]

    /// Two cases with the same call: `issue(_:issueIID:)`.
    private func checkCalls() {
        var first: [String: Located<String>] = [:]
        for one in parent.cases {
            guard let other = first.updateValue(one.name, forKey: one.call) else { continue }
            diagnostics.report(
                .sameSwiftName, "'\(one.name.value)' and '\(other.value)' both become '\(one.call)' in Swift",
                at: one.name.range, notes: [Diagnostic.Note("the other one", at: other.range)],
                fix: Fix("add 'as: \(one.swiftName)2' to one of them, or a better name"))
        }
    }
}

extension ParentType.Case {
    /// The name of its function with the labels: `issue(_:issueIID:)`.
    public var call: String {
        let labels = attributes.enumerated().map { index, row in index == 0 ? "_:" : "\(row.swiftName):" }
        return "\(swiftName)(\(labels.joined()))"
    }
}
