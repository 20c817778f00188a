// Reads types: declared ones, and the expressions by which rows name them.

import SpecSyntax

extension HashDeclaration {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let fields = Shape.hash.read(entry.value, named: entry.key, in: reading) else { return nil }
        let about = fields.text("about") ?? reading.nothing(in: entry.key.range)
        let name = Located(entry.key.text, at: entry.key.range)
        name.checkIsTypeName(or: "Attributes", diagnostics: reading.diagnostics)
        let rows = fields.node("attributes").map { Attribute.rows($0, in: .body, of: reading) } ?? []
        hash = HashType(
            name: name, about: about, deprecation: Deprecation(of: fields, in: reading), attributes: rows)
        tables = fields.texts("tables")
    }
}

extension ModelType {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let fields = Shape.model.read(entry.value, named: entry.key, in: reading) else { return nil }
        let rows = reading.each(fields.entries("fields")) { Field($0, in: reading) }
        let about = fields.text("about") ?? reading.nothing(in: entry.key.range)
        name = Located(entry.key.text, at: entry.key.range)
        name.checkIsTypeName(or: "Details", diagnostics: reading.diagnostics)
        self.about = about
        docs = fields.text("docs")
        deprecation = Deprecation(of: fields, in: reading)
        identifies = fields.texts("identifies").compactMap { text in
            Reference(rawValue: text.value).map { Located($0, at: text.range) }
        }
        self.fields = rows
    }
}

extension EnumType {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let fields = Shape.enumeration.read(entry.value, named: entry.key, in: reading) else { return nil }
        let values = reading.each(fields.entries("values")) { Value($0, in: reading) }
        let about = fields.text("about") ?? reading.nothing(in: entry.key.range)
        name = Located(entry.key.text, at: entry.key.range)
        name.checkIsTypeName(or: "Kind", diagnostics: reading.diagnostics)
        self.about = about
        docs = fields.text("docs")
        deprecation = Deprecation(of: fields, in: reading)
        isOrdered = fields.flag("ordered")
        rawType = fields.choice("type", as: RawType.self)?.value ?? .string
        self.values = values
    }
}

extension TypeReference {
    /// Reads `boolean`, `[string]`, `{string: string}` or `Project`. The place is that of the innermost name.
    static func read(_ node: Node, diagnostics: DiagnosticCollector) -> Located<TypeReference>? {
        switch node.content {
        case .scalar(let scalar):
            return reference(Located(scalar.text, at: scalar.range), diagnostics: diagnostics).map {
                Located($0, at: scalar.range)
            }
        case .sequence(let elements):
            if elements.count == 1 {
                return read(elements[0], diagnostics: diagnostics).map { Located(.array($0.value), at: $0.range) }
            }
            diagnostics.report(
                .wrongType, "an array has one element type", at: node.range,
                fix: Fix("write [string], for example"))
            return nil
        case .mapping(let mapping):
            if mapping.entries.count == 1, mapping.entries[0].key.text == "string" {
                return read(mapping.entries[0].value, diagnostics: diagnostics).map {
                    Located(.openHash($0.value), at: $0.range)
                }
            }
            diagnostics.report(
                .wrongType, "an open hash maps strings to one type", at: node.range,
                fix: Fix("write {string: string}, or declare a hash with fixed keys under 'hashes'"))
            return nil
        }
    }

    private static func reference(_ name: Located<String>, diagnostics: DiagnosticCollector) -> TypeReference? {
        if let builtIn = BuiltInType(rawValue: name.value) { return .builtIn(builtIn) }
        if name.value.first?.isUppercase == true { return .named(name.value) }
        if name.value.first == "[" || name.value.first == "{" {
            diagnostics.report(
                .quotedType, "a type in quotes is a string", at: name.range,
                fix: Fix("remove the quotes", edits: [Fix.Edit(name.range, name.value)]))
            return nil
        }
        let known = BuiltInType.allCases.map(\.rawValue)
        diagnostics.report(
            .unknownType, "there is no type '\(name.value)'", at: name.range,
            fix: Fix(
                replacing: name, among: known,
                otherwise: "write one of \(known.joined(separator: ", ")), or a declared type"))
        return nil
    }
}
