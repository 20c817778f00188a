// Finding the parents that the paths of operations begin with, and those of their cases that each operation takes.

import SpecSyntax

struct ParentResolution {
    let types: [ParentType]
    private let byPlaceholder: [String: ParentType]
    private let diagnostics: DiagnosticCollector

    init(_ types: [ParentType], diagnostics: DiagnosticCollector) {
        self.types = types
        self.diagnostics = diagnostics
        byPlaceholder = types.indexed(by: \.placeholder)
    }

    /// The placeholders of all parents.
    var placeholders: [String] { byPlaceholder.keys.sorted() }

    private func type(of path: PathTemplate) -> ParentType? { path.first.flatMap { byPlaceholder[$0.value] } }

    /// The parent that the path of an operation begins with; nil where it begins with none.
    func parent(of declaration: OperationDeclaration, in resource: ResourceDeclaration) -> OperationParent? {
        let path = declaration.operation.path
        let own = declaration.keys.texts("parents")
        guard let placeholder = path.first, let type = type(of: path) else {
            reportMisplaced(path, own, of: declaration)
            return nil
        }
        if path.placeholders.dropFirst().contains(where: { $0.value == placeholder.value }) { reportTwice(placeholder) }
        for name in own { _ = checkIsCase(name, of: type) }
        let wanted = Set((own.isEmpty ? resource.keys.texts("parents") : own).map(\.value))
        let cases = type.cases.filter { wanted.contains($0.name.value) }
        return OperationParent(type, cases: cases.isEmpty ? type.cases : cases)
    }

    /// Checks the cases that a resource names for all of its operations.
    func checkCases(of resource: ResourceDeclaration) {
        let types = resource.operations.compactMap { type(of: $0.operation.path) }
        for name in resource.keys.texts("parents") {
            if types.contains(where: { $0.has(name) }) { continue }
            guard let type = types.first else {
                diagnostics.report(
                    .unknownParent, "no path of '\(resource.name.value)' begins with a parent", at: name.range,
                    fix: Fix("remove 'parents', or begin a path with a parent"))
                return
            }
            _ = checkIsCase(name, of: type)
        }
    }

    /// A parent is the beginning of a path, and only a path with one takes cases.
    private func reportMisplaced(_ path: PathTemplate, _ cases: [Located<String>], of declaration: OperationDeclaration)
    {
        let rows = declaration.operation.attributes(in: .path)
        let isRow = { (name: String) in rows.contains { $0.name.value == name } }
        for placeholder in path.placeholders where !isRow(placeholder.value) {
            guard let type = byPlaceholder[placeholder.value] else { continue }
            diagnostics.report(
                .wrongPath, "'\(type.name.value)' is what a path begins with", at: placeholder.range,
                fix: Fix("write '/:\(placeholder.value)' at the beginning, or give the placeholder another name"))
        }
        guard let first = cases.first else { return }
        diagnostics.report(
            .unknownParent, "the path of '\(declaration.operation.name.value)' begins with no parent", at: first.range,
            fix: Fix("remove 'parents', or begin the path with a parent"))
    }

    private func reportTwice(_ placeholder: Located<String>) {
        diagnostics.report(
            .wrongPath, "the path has ':\(placeholder.value)' twice", at: placeholder.range,
            fix: Fix("remove one of the two"))
    }

    /// Reports a name that is none of a parent's cases.
    private func checkIsCase(_ name: Located<String>, of type: ParentType) -> Bool {
        if type.has(name) { return true }
        diagnostics.reportMissing(
            name.value, .unknownParent, "'\(type.name.value)' has no case '\(name.value)'", at: name.range,
            fix: Fix(
                replacing: name, among: type.cases.map(\.name.value),
                otherwise: "write one of: \(type.cases.map(\.name.value).joined(separator: ", "))"))
        return false
    }

    /// Checks the cases that rows of an operation are for.
    func checkRows(of operation: Operation) {
        for row in operation.attributes where !row.parents.isEmpty {
            guard let parent = operation.parent else {
                diagnostics.report(
                    .unknownParent, "the path of '\(operation.name.value)' begins with no parent",
                    at: row.parents[0].range, fix: Fix("remove 'parents', or begin the path with a parent"))
                continue
            }
            let known = row.parents.filter { checkIsCase($0, of: parent.type) }
            guard known.count == row.parents.count, !parent.cases.contains(where: row.exists) else { continue }
            diagnostics.report(
                .unknownParent, "'\(operation.name.value)' takes none of the cases that '\(row.name.value)' is for",
                at: row.parents[0].range, fix: Fix("remove the row, or write a case that the operation takes"))
        }
    }
}

extension ParentType {
    fileprivate func has(_ name: Located<String>) -> Bool { cases.contains { $0.name.value == name.value } }
}

extension OperationParent {
    /// The attribute that the placeholder of the path stands for.
    func attribute(for placeholder: Located<String>) -> Attribute {
        Attribute(
            row: Attribute.Row(
                name: Located(placeholder.value, at: type.name.range), swiftName: SwiftName(from: placeholder.value),
                type: Located(.named(type.name.value), at: placeholder.range), reference: nil, about: type.about,
                isRequired: true, defaultValue: nil, isNullable: false, isSecret: false, isCommaSeparated: false,
                encodedBy: nil,
                limits: Limits(unit: nil, minimum: nil, maximum: nil, maximumLength: nil),
                parentLabel: type.label.value,
                availability: .everywhere),
            location: .path)
    }
}
