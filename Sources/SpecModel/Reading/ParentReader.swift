// Reads parents: choices of paths that the paths of operations begin with.

import SpecSyntax

extension ParentDeclaration {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let fields = Shape.parent.read(entry.value, named: entry.key, in: reading) else { return nil }
        let nothing = reading.nothing(in: entry.key.range)
        let name = Located(entry.key.text, at: entry.key.range)
        name.checkIsTypeName(or: "Parent", diagnostics: reading.diagnostics)
        let label = fields.text("label") ?? nothing
        label.checkIsMemberName("a label", diagnostics: reading.diagnostics)
        let cases = reading.each(fields.entries("cases")) { Self.readCase($0, in: reading) }
        parent = ParentType(
            name: name, label: label, about: fields.text("about") ?? nothing, docs: fields.text("docs"),
            deprecation: Deprecation(of: fields, in: reading), cases: cases.map(\.0))
        tables = cases.map(\.tables)
    }

    private static func readCase(
        _ entry: Mapping.Entry, in reading: FileReading
    ) -> (ParentType.Case, tables: [Located<String>])? {
        guard let fields = Shape.parentCase.read(entry.value, named: entry.key, in: reading) else { return nil }
        let name = Located(entry.key.text, at: entry.key.range)
        name.checkIsWireName(diagnostics: reading.diagnostics)
        let path = fields.text("path")
        path?.checkIsPath(diagnostics: reading.diagnostics)
        let nothing = reading.nothing(in: entry.key.range)
        let read = ParentType.Case(
            name: name,
            swiftName: name.value.isWireName
                ? SwiftName(fields, for: name, in: reading) : SwiftName(verbatim: name.value),
            about: fields.text("about") ?? nothing, path: PathTemplate(path ?? nothing),
            attributes: fields.node("attributes").map { Attribute.rows($0, in: .path, of: reading) } ?? [],
            availability: Availability(fields, in: reading))
        return (read, fields.texts("tables"))
    }
}
