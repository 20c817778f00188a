// Reads the rows of tables: attributes, fields and enum values.

import SpecSyntax

extension Attribute {
    /// Reads a mapping of rows.
    ///
    /// - Parameter name: the key of a shared table; others with rows have checked them.
    static func rows(
        _ node: Node, named name: Scalar? = nil, in location: Location, of reading: FileReading
    ) -> [Attribute] {
        guard case .mapping(let mapping) = node.content else {
            var fix = Fix("write name: { type: …, about: \"…\" }")
            if let name, case .sequence(let elements) = node.content {
                fix = Fix(rows: elements, below: name, of: .attributeRow, in: reading.source)
            }
            reading.diagnostics.report(.wrongShape, "a table has one row a line", at: node.range, fix: fix)
            return []
        }
        return reading.each(mapping.entries) { Attribute($0, in: location, of: reading) }
    }

    private init?(_ entry: Mapping.Entry, in location: Location, of reading: FileReading) {
        guard let row = TypedRow(entry, by: .attributeRow, in: reading) else { return nil }
        let fields = row.fields
        self.row = Row(
            name: row.name, swiftName: row.swiftName, type: row.type,
            reference: fields.choice("of", as: Reference.self), about: row.about, isRequired: fields.flag("required"),
            defaultValue: fields.node("default").map { node in
                if case .sequence(let elements) = node.content {
                    return Located(elements.compactMap { $0.scalar?.text }, at: node.range)
                }
                return Located([node.scalar?.text ?? ""], at: node.range)
            },
            isNullable: fields.flag("nullable"), isSecret: fields.flag("secret"),
            isCommaSeparated: fields.flag("comma_separated"), encodedBy: fields.text("encoded_by"),
            limits: Limits(
                unit: fields.text("unit"), minimum: fields.number("minimum"), maximum: fields.number("maximum"),
                maximumLength: fields.number("max_length")),
            parents: fields.texts("parents"),
            availability: row.availability)
        self.location = location
    }
}

extension Field {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let row = TypedRow(entry, by: .fieldRow, in: reading) else { return nil }
        self.row = Row(
            name: row.name, swiftName: row.swiftName, type: row.type, about: row.about,
            isAlwaysPresent: row.fields.flag("always"), isNullable: row.fields.flag("nullable"),
            isSecret: row.fields.flag("secret"), encodedBy: row.fields.text("encoded_by"),
            unit: row.fields.text("unit"), availability: row.availability)
    }
}

/// The common part of rows of attributes and of fields.
private struct TypedRow {
    let fields: Fields
    let name: Located<String>
    let swiftName: SwiftName
    let type: Located<TypeReference>
    let about: Located<String>
    let availability: Availability

    /// Reads all of it before giving up, so that every error in the row is reported.
    init?(_ entry: Mapping.Entry, by shape: Shape, in reading: FileReading) {
        let fields = shape.read(entry.value, named: entry.key, in: reading)
        name = Located(entry.key.text, at: entry.key.range)
        name.checkIsWireName(diagnostics: reading.diagnostics)
        guard let fields else { return nil }
        let type = fields.node("type").flatMap { TypeReference.read($0, diagnostics: reading.diagnostics) }
        availability = Availability(fields, in: reading)
        guard let type else { return nil }
        let about = fields.text("about") ?? reading.nothing(in: entry.key.range)
        self.fields = fields
        // An invalid name has been reported as that.
        swiftName =
            name.value.isWireName ? SwiftName(fields, for: name, in: reading) : SwiftName(verbatim: name.value)
        self.type = type
        self.about = about
    }
}

extension EnumType.Value {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let row = Shape.enumValueRow.read(entry.value, named: entry.key, in: reading) else { return nil }
        let about = row.text("about") ?? reading.nothing(in: entry.key.range)
        name = Located(entry.key.text, at: entry.key.range)
        swiftName = SwiftName(row, for: name, in: reading)
        number = row.number("value")
        self.about = about
        availability = Availability(row, in: reading)
    }
}

extension Availability {
    /// - Parameter resource: the resource of an operation, which says for whom its operations are.
    init(_ fields: Fields, inheriting resource: Fields? = nil, in reading: FileReading) {
        tier = fields.choice("tier", as: Tier.self) ?? resource?.choice("tier", as: Tier.self)
        role = fields.text("role") ?? resource?.text("role")
        isAdminOnly = (fields.text("admin") ?? resource?.text("admin"))?.value == "true"
        since = fields.text("since")
        offering = fields.texts("offering")
        condition = fields.text("when")
        deprecation = Deprecation(of: fields, in: reading)
    }
}

extension Deprecation {
    /// Returns the content of the key `deprecated` of a mapping; nil where it has none.
    init?(of fields: Fields, in reading: FileReading) {
        guard let node = fields.node("deprecated") else { return nil }
        guard let fields = Shape.deprecation.read(node, in: reading) else { return nil }
        since = fields.text("since")
        replacement = fields.text("use")
        isInverted = fields.flag("inverted")
        range = node.range
    }
}

extension SwiftName {
    /// The name by the rule, or the one that the row gives itself.
    init(_ row: Fields, for name: Located<String>, in reading: FileReading) {
        guard let own = row.text("as") else {
            self.init(from: name.value)
            name.checkGivesSwiftName(self, diagnostics: reading.diagnostics)
            return
        }
        own.checkIsMemberName("a Swift name", diagnostics: reading.diagnostics)
        self.init(verbatim: own.value)
    }
}
