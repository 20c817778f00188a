// Methods of a resource that a call cannot distinguish.

import SpecSyntax

extension Resource {
    /// Two operations with the same call, such as `listByRoom` and `list`, both of which need a room.
    func checkMethods(diagnostics: DiagnosticCollector) {
        var first: [String: SourceRange] = [:]
        for operation in operations where !operation.name.value.isEmpty {
            let method = operation.method(requiring: operation.attributes.filter(\.isRequired))
            if let other = first[method] {
                diagnostics.report(
                    .duplicateName, "'\(name.value)' has a method \(method) already", at: operation.name.range,
                    notes: [Diagnostic.Note("first here", at: other)], fix: Fix("rename one of the two operations"))
            }
            first[method] = operation.name.range
        }
    }
}

extension Operation {
    /// The name of the method with its labels: `list(forUser:)`.
    fileprivate func method(requiring attributes: [Attribute]) -> String {
        let labels = attributes.enumerated().map { index, attribute in
            (label(of: attribute, isFirst: index == 0) ?? "_") + ":"
        }
        return "\(methodName)(\(labels.joined()))"
    }
}
