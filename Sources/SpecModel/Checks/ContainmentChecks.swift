// A Swift struct cannot hold itself; an array or a hash of it can.

import SpecSyntax

/// Finds types that would contain themselves.
struct ContainmentChecks {
    private let models: [String: ModelType]
    private let diagnostics: DiagnosticCollector

    init(_ models: [ModelType], diagnostics: DiagnosticCollector) {
        self.models = models.indexed(by: \.name.value)
        self.diagnostics = diagnostics
    }

    func check() {
        for model in models.values.sorted(by: { $0.name.value < $1.name.value }) {
            for field in model.fields {
                guard case .named(let name) = field.type.value, reaches(model.name.value, from: name, visited: [])
                else { continue }
                diagnostics.report(
                    .containsItself, "'\(model.name.value)' would contain itself", at: field.type.range,
                    fix: Fix("use a smaller type of the same thing here, such as BasicProject within Project"))
            }
        }
    }

    private func reaches(_ target: String, from name: String, visited: Set<String>) -> Bool {
        if name == target { return true }
        guard let model = models[name], !visited.contains(name) else { return false }
        return model.fields.contains { field in
            if case .named(let next) = field.type.value {
                reaches(target, from: next, visited: visited.union([name]))
            } else {
                false
            }
        }
    }
}
