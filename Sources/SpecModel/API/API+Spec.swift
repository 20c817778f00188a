// From the files of a spec to the API: read all of them, resolve the names between them, check what that shows.

import SpecSyntax

extension API {
    /// Reads a spec. Every problem goes to the collector; nil where there were errors.
    ///
    /// Names between files are checked only if all files could be read: one that is not YAML at all may hold what the
    /// others speak of.
    public init?(_ files: [SpecFile], diagnostics: DiagnosticCollector) {
        var declarations = Declarations()
        var allAreRead = true
        for file in files {
            let parsed = ParsedFile(file, diagnostics: diagnostics)
            if parsed.isUnreadable { allAreRead = false }
            declarations.read(parsed, of: file, diagnostics: diagnostics)
        }
        guard allAreRead else { return nil }
        let api = Resolution(declarations, diagnostics: diagnostics).resolve()
        if diagnostics.hasErrors { return nil }
        self = api
    }
}
