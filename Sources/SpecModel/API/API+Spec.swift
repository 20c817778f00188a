// From the files of a spec to the API: read all of them, resolve the names between them, check what that shows.

import SpecSyntax

extension API {
    /// Reads a spec. Every problem goes to the collector; nil where there were errors.
    ///
    /// Names between files are checked only if all files could be read whole: a file that is not YAML may hold what
    /// the others speak of.
    public init?(_ files: [SpecFile], diagnostics: DiagnosticCollector) {
        var declarations = Declarations()
        var isWhole = true
        for file in files {
            let parsed = ParsedFile(file, diagnostics: diagnostics)
            if parsed.isPartial { isWhole = false }
            declarations.read(parsed, of: file, diagnostics: diagnostics)
        }
        guard isWhole else { return nil }
        self = Resolution(declarations, diagnostics: diagnostics).resolve()
        if diagnostics.hasErrors { return nil }
    }
}
