// From the files of a spec to the API: read all of them, resolve the names between them, check the result.

import SpecSyntax

/// A spec that has been read, as far as that was possible.
public struct SpecReading {
    /// The API that the spec describes; with errors in the spec, the rest of it.
    public let api: API
    let declarations: Declarations
    /// The attribute tables, whose rows the operations have.
    public var tables: [AttributeTable] { declarations.tables }
    /// The known differences from GitLab's OpenAPI documents.
    public var knownDrift: KnownDrift { declarations.drift }
    /// Whether every file could be read. One that is not YAML may contain names that others use.
    public let isComplete: Bool

    /// Reads a spec. Every problem goes to the collector.
    ///
    /// Names between files are checked only if all files could be read.
    public init(_ files: [SpecFile], diagnostics: DiagnosticCollector) {
        var known = KnownFiles()
        self.init(files, known: &known, diagnostics: diagnostics)
    }

    /// Reads a spec, of which the known files are not read again.
    ///
    /// - Parameter known: the files of an earlier reading; of this one when it is done.
    public init(_ files: [SpecFile], known: inout KnownFiles, diagnostics: DiagnosticCollector) {
        var declarations = Declarations()
        var isComplete = true
        for file in known.declarations(of: files) {
            diagnostics.report(file.reports)
            if file.isUnreadable { isComplete = false }
            declarations.add(file, diagnostics: diagnostics)
        }
        self.declarations = declarations
        self.isComplete = isComplete
        api =
            isComplete
            ? Resolution(declarations, diagnostics: diagnostics).resolve()
            : API(resources: [], hashes: [], models: [], enums: [])
    }
}

extension API {
    /// Reads a spec. Every problem goes to the collector; nil where there were errors.
    public init?(_ files: [SpecFile], diagnostics: DiagnosticCollector) {
        let reading = SpecReading(files, diagnostics: diagnostics)
        if diagnostics.hasErrors { return nil }
        self = reading.api
    }
}
