// Reads the rows of tables: attributes, fields and enum values.

import SpecSyntax

extension Attribute {
    /// Reads a mapping of rows.
    static func rows(_ node: Node, in location: Location, of reading: FileReading) -> [Attribute] {
        guard case .mapping(let mapping) = node.content else {
            reading.diagnostics.error(
                "wrong-shape", "a table has one row a line", at: node.range,
                fix: Fix("write name: { type: …, about: \"…\" }"))
            return []
        }
        return reading.each(mapping.entries) { Attribute($0, in: location, of: reading) }
    }

    private init?(_ entry: Mapping.Entry, in location: Location, of reading: FileReading) {
        let row = Shape.attributeRow.read(entry.value, named: entry.key, in: reading)
        let name = Located(entry.key.text, at: entry.key.range)
        name.checkIsWireName(diagnostics: reading.diagnostics)
        guard let row else { return nil }
        let type = row.node("type").flatMap { TypeReference.read($0, diagnostics: reading.diagnostics) }
        let availability = Availability(row, in: reading)
        guard let type, let about = row.text("about") else { return nil }
        self.name = name
        swiftName = SwiftName(row, for: name, in: reading)
        self.type = type
        self.about = about
        isRequired = row.flag("required")
        defaultValue = row.node("default").map { node in
            if case .sequence(let elements) = node.content {
                return Located(elements.compactMap { $0.scalar?.text }, at: node.range)
            }
            return Located([node.scalar?.text ?? ""], at: node.range)
        }
        isNullable = row.flag("nullable")
        isSecret = row.flag("secret")
        isCommaSeparated = row.flag("comma_separated")
        limits = Limits(
            unit: row.text("unit"), minimum: row.number("minimum"), maximum: row.number("maximum"),
            maximumLength: row.number("max_length"))
        self.availability = availability
        self.location = location
    }
}

extension Field {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        let row = Shape.fieldRow.read(entry.value, named: entry.key, in: reading)
        let name = Located(entry.key.text, at: entry.key.range)
        name.checkIsWireName(diagnostics: reading.diagnostics)
        guard let row else { return nil }
        let type = row.node("type").flatMap { TypeReference.read($0, diagnostics: reading.diagnostics) }
        let availability = Availability(row, in: reading)
        guard let type, let about = row.text("about") else { return nil }
        self.name = name
        swiftName = SwiftName(row, for: name, in: reading)
        self.type = type
        self.about = about
        isAlwaysPresent = row.flag("always")
        isNullable = row.flag("nullable")
        isSecret = row.flag("secret")
        unit = row.text("unit")
        self.availability = availability
    }
}

extension EnumType.Value {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let row = Shape.enumValueRow.read(entry.value, named: entry.key, in: reading),
            let about = row.text("about")
        else { return nil }
        name = Located(entry.key.text, at: entry.key.range)
        swiftName = SwiftName(row, for: name, in: reading)
        number = row.number("value")
        self.about = about
        availability = Availability(row, in: reading)
    }
}

extension Availability {
    init(_ fields: Fields, in reading: FileReading) {
        tier = fields.choice("tier", as: Tier.self)
        role = fields.text("role")
        isAdminOnly = fields.flag("admin")
        since = fields.text("since")
        offering = fields.texts("offering")
        condition = fields.text("when")
        deprecation = fields.node("deprecated").flatMap { Deprecation($0, in: reading) }
    }
}

extension Deprecation {
    init?(_ node: Node, in reading: FileReading) {
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
            return
        }
        own.checkIsMemberName("a Swift name", diagnostics: reading.diagnostics)
        self.init(verbatim: own.value)
    }
}
