// The Swift files of a module need names of their own, whichever folders they are in.

import SpecModel
import SpecSyntax

extension API {
    /// Reports resources, requests and files of types that would have the same Swift file name.
    public func checkFileNames(diagnostics: DiagnosticCollector) {
        for module in contents { module.checkFileNames(diagnostics: diagnostics) }
    }
}

extension ModuleContent {
    fileprivate func checkFileNames(diagnostics: DiagnosticCollector) {
        var types = models.map { ($0.file, $0.name) }
        types += hashes.map { ($0.file, $0.name) }
        types += enums.map { ($0.file, $0.name) }
        types += parents.map { ($0.file, $0.name) }
        // A family is reported once, at the first type in it.
        let families = Dictionary(types.map { ($0.0.familyName, $0.1.range) }) { first, second in
            (first.path, first.start) < (second.path, second.start) ? first : second
        }
        let declared = resources.flatMap { [$0.type] + $0.operations.map(\.request) }
        var seen: Set<String> = []
        // Another rule reports the same name twice.
        var names = declared.filter { !$0.value.isEmpty && seen.insert($0.value).inserted }
        names += events.prefix(1).map { Located("WebhookPayload", at: $0.name.range) }
        names += families.map { Located($0.key, at: $0.value) }.sorted { $0.value < $1.value }
        var first: [String: SourceRange] = [:]
        for name in names {
            if name.value.lowercased() == self.name.lowercased() {
                diagnostics.report(
                    .sameFileName, "the module has a file '\(self.name).swift' already", at: name.range,
                    fix: Fix("rename the spec file that declares it"))
            }
            // Some file systems ignore case.
            guard let other = first.updateValue(name.range, forKey: name.value.lowercased()) else { continue }
            diagnostics.report(
                .sameFileName, "there would be two files '\(name.value).swift' in one module", at: name.range,
                notes: [Diagnostic.Note("the other one", at: other)],
                fix: Fix("rename this, or the spec file that declares it"))
        }
    }
}
