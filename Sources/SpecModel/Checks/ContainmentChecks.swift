// A Swift struct cannot hold itself; an array or a hash of it can.

import SpecSyntax

/// Finds types that would contain themselves.
struct ContainmentChecks {
    /// The types that each type contains directly.
    private let parts: [String: [Located<String>]]
    private let diagnostics: DiagnosticCollector

    init(_ models: [ModelType], _ hashes: [HashType], diagnostics: DiagnosticCollector) {
        let types =
            models.map { ($0.name.value, $0.fields.compactMap { $0.type.part }) }
            + hashes.map { ($0.name.value, $0.attributes.compactMap { $0.type.part }) }
        parts = Dictionary(types, uniquingKeysWith: { first, _ in first })
        self.diagnostics = diagnostics
    }

    func check(_ models: [ModelType], _ hashes: [HashType]) {
        for name in (models.map(\.name.value) + hashes.map(\.name.value)).sorted() {
            for part in parts[name] ?? [] where holds(part.value, name) {
                diagnostics.report(
                    .containsItself, "'\(name)' would contain itself", at: part.range,
                    fix: Fix("use a smaller type of the same thing here, such as BasicProject within Project"))
            }
        }
    }

    /// Whether a type is another, or holds it, however deep.
    private func holds(_ type: String, _ target: String) -> Bool {
        var (open, seen) = ([type], Set([type]))
        while let next = open.popLast() {
            if next == target { return true }
            open += (parts[next] ?? []).map(\.value).filter { seen.insert($0).inserted }
        }
        return false
    }
}

extension Located<TypeReference> {
    /// The declared type that is held as it is, not in an array or a hash.
    fileprivate var part: Located<String>? {
        guard case .named(let name) = value else { return nil }
        return Located<String>(name, at: range)
    }
}
