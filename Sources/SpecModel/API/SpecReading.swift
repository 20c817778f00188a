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
    /// The edit after which this is the spec, where the files that it does not concern were known; nil where all is new.
    public let edit: SpecEdit?

    /// Reads a spec. Every problem goes to the collector.
    ///
    /// Names between files are checked only if all files could be read.
    public init(_ files: [SpecFile], diagnostics: DiagnosticCollector) {
        self.init(files.concurrentMap { FileDeclarations($0) }, diagnostics: diagnostics)
    }

    /// Reads a spec, of which the known files are not read again, and not resolved again unless they depend on others.
    ///
    /// - Parameter known: the files of an earlier reading; of this one when it is done.
    public init(_ files: [SpecFile], known: inout KnownFiles, diagnostics: DiagnosticCollector) {
        let (read, edit) = known.declarations(of: files)
        if let edit, let earlier = known.resolved,
            let reading = SpecReading(read, after: edit, of: earlier, diagnostics: diagnostics)
        {
            self = reading
        } else {
            self.init(read, diagnostics: diagnostics)
        }
        known.resolved = isUnreported ? ResolvedFiles(api: api, drift: declarations.drift) : nil
    }

    /// Whether nothing was to be reported but what the files say by themselves.
    private let isUnreported: Bool

    private init(_ files: [FileDeclarations], diagnostics: DiagnosticCollector) {
        var declarations = Declarations()
        for file in files {
            diagnostics.report(file.reports)
            declarations.add(file)
        }
        let reported = diagnostics.count
        for file in files { declarations.addDrift(of: file, diagnostics: diagnostics) }
        self.declarations = declarations
        isComplete = !files.contains(where: \.isUnreadable)
        api =
            isComplete
            ? Resolution(declarations, diagnostics: diagnostics).resolve()
            : API(resources: [], hashes: [], models: [], enums: [])
        isUnreported = isComplete && !diagnostics.hasUnreadRows && diagnostics.count == reported
        edit = nil
    }

    /// Resolves what an edit concerns; nil if there is something to report, which may be about more than that.
    private init?(
        _ files: [FileDeclarations], after edit: SpecEdit, of known: ResolvedFiles, diagnostics: DiagnosticCollector
    ) {
        let attempt = DiagnosticCollector()
        var declarations = Declarations()
        for file in files {
            attempt.report(file.reports)
            declarations.add(file)
        }
        let reported = attempt.count
        declarations.drift = known.drift
        api = Resolution(declarations, after: edit, of: known.api, diagnostics: attempt).resolve()
        guard !files.contains(where: \.isUnreadable), !attempt.hasUnreadRows, attempt.count == reported else {
            return nil
        }
        diagnostics.report(attempt.reports)
        self.declarations = declarations
        self.edit = edit
        (isComplete, isUnreported) = (true, true)
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
