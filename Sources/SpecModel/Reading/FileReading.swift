// The state of reading one file: its lines and its problems.

import SpecSyntax

/// The file being read.
struct FileReading {
    let source: SourceText
    /// Whether rows were left out because they are not YAML.
    let isPartial: Bool
    let diagnostics: DiagnosticCollector

    /// Reads entries one by one. One that cannot be read has been reported, and uses of its name are not.
    func each<Value>(
        _ entries: [Mapping.Entry], areDeclarations: Bool = false, _ read: (Mapping.Entry) -> Value?
    ) -> [Value] {
        entries.compactMap { entry in
            let value = read(entry)
            if value == nil { diagnostics.excuse(entry.key.text, isDeclaration: areDeclarations) }
            return value
        }
    }

    /// A text that has been reported as missing: empty, at its place. Nothing is generated then, but the rest of its
    /// declaration can be checked.
    func nothing(in place: SourceRange) -> Located<String> { Located("", at: place.startPoint) }
}
