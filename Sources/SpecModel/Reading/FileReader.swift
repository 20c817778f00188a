// Reads the top of a spec file: which declarations it holds.

import SpecSyntax

extension Declarations {
    /// Adds what a file declares.
    mutating func read(_ parsed: ParsedFile, of source: SourceText, diagnostics: DiagnosticCollector) {
        let reading = FileReading(source: source, isPartial: parsed.isPartial, diagnostics: diagnostics)
        guard let root = parsed.root else { return }
        guard let fields = Shape.file.read(root, in: reading) else { return }
        if let node = fields.node("resource"), let resource = ResourceDeclaration(node, operations: fields, in: reading)
        {
            resources.append(resource)
        } else if fields.node("resource") == nil, let operations = fields.values["operations"] {
            diagnostics.report(
                .missingResource, "operations need a resource in the same file", at: operations.key.range,
                fix: Fix("add resource: with name, type and about"))
        }
        for entry in fields.entries("attributes") {
            tables.append(
                AttributeTable(
                    name: Located(entry.key.text, at: entry.key.range),
                    rows: Attribute.rows(entry.value, in: .body, of: reading)))
        }
        hashes += reading.each(fields.entries("hashes"), areDeclarations: true) { HashDeclaration($0, in: reading) }
        models += reading.each(fields.entries("types"), areDeclarations: true) { ModelType($0, in: reading) }
        enums += reading.each(fields.entries("enums"), areDeclarations: true) { EnumType($0, in: reading) }
        if let node = fields.node("drift") { drift.read(node, in: reading) }
    }
}
