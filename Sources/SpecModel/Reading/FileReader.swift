// Reads a spec file: which declarations it holds.

import SpecSyntax

/// The declarations of one file. Files are read independently of each other.
struct FileDeclarations: Sendable {
    /// Without the known drift.
    private(set) var declarations = Declarations()
    /// The drift is read after the documents in the files before it.
    fileprivate private(set) var drift: Node?
    fileprivate let source: SourceText
    fileprivate let isPartial: Bool
    /// Whether nothing of the file could be read.
    let isUnreadable: Bool
    /// Its diagnostics.
    let reports: DiagnosticCollector.Reports
    /// What it has in common with others, if that was asked for.
    let interface: FileInterface?
    /// Whether it holds something that the whole spec depends on.
    var concernsAll: Bool { declarations.concernsAll || drift != nil }

    init(_ file: SpecFile, withInterface: Bool = false) {
        let diagnostics = DiagnosticCollector()
        source = SourceText(file)
        let parsed = ParsedFile(source, diagnostics: diagnostics)
        isPartial = parsed.isPartial
        isUnreadable = parsed.isUnreadable
        let reading = FileReading(source: source, isPartial: isPartial, diagnostics: diagnostics)
        let fields = parsed.root.flatMap { Shape.file.read($0, in: reading) }
        if let fields {
            declarations.read(fields, in: reading)
            drift = fields.node("drift")
        }
        interface = withInterface ? fields.map(FileInterface.init) : nil
        reports = diagnostics.reports
    }
}

extension Declarations {
    /// Adds what a file declares, without its drift.
    mutating func add(_ file: FileDeclarations) {
        resources += file.declarations.resources
        tables += file.declarations.tables
        hashes += file.declarations.hashes
        models += file.declarations.models
        enums += file.declarations.enums
        parents += file.declarations.parents
        events += file.declarations.events
        modules += file.declarations.modules
    }

    /// Adds the drift of a file.
    mutating func addDrift(of file: FileDeclarations, diagnostics: DiagnosticCollector) {
        guard let node = file.drift else { return }
        drift.read(node, in: FileReading(source: file.source, isPartial: file.isPartial, diagnostics: diagnostics))
    }

    fileprivate mutating func read(_ fields: Fields, in reading: FileReading) {
        if let node = fields.node("resource"), let resource = ResourceDeclaration(node, operations: fields, in: reading)
        {
            resources.append(resource)
        } else if fields.node("resource") == nil, let operations = fields.key("operations") {
            reading.diagnostics.report(
                .missingResource, "operations need a resource in the same file", at: operations.range,
                fix: Fix("add resource: with name, type and about"))
        }
        for entry in fields.entries("tables") {
            tables.append(
                AttributeTable(
                    name: Located(entry.key.text, at: entry.key.range),
                    rows: Attribute.rows(entry.value, named: entry.key, in: .body, of: reading)))
        }
        modules += reading.each(fields.entries("modules"), areDeclarations: true) { Module($0, in: reading) }
        hashes += reading.each(fields.entries("hashes"), areDeclarations: true) { HashDeclaration($0, in: reading) }
        models += reading.each(fields.entries("types"), areDeclarations: true) { ModelType($0, in: reading) }
        enums += reading.each(fields.entries("enums"), areDeclarations: true) { EnumType($0, in: reading) }
        parents += reading.each(fields.entries("parents"), areDeclarations: true) {
            ParentDeclaration($0, in: reading)
        }
        events += reading.each(fields.entries("events")) { WebhookEventType($0, in: reading) }
    }
}
