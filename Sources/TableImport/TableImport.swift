// Merging a pasted attribute table into an operation: new rows as text edits, existing ones unchanged.

import SpecModel
import SpecSyntax
import SpecWriter

/// The additions of a table to the spec.
public struct TableImport {
    /// The edits that add the rows, and a file for the hashes that they need; empty where something in the table could
    /// not be understood.
    public private(set) var changes = SpecChanges()
    /// The names of the attributes that are added, members of hashes behind a dot.
    public private(set) var added: [String] = []
    /// How many rows are in the spec already.
    public private(set) var kept = 0

    private let operation: Operation
    private let glossary: Glossary
    private let api: API
    private let diagnostics: DiagnosticCollector
    private var layouts: [String: SpecLayout] = [:]
    private let files: [String: SpecFile]
    private var newHashes: [[String]] = []
    private var declaredNames: Set<String>

    /// Reads a table and returns its additions.
    ///
    /// - Parameters:
    ///   - text: the pasted text; its first table with the columns Attribute, Type and Required is read.
    ///   - operation: the operation of the rows.
    ///   - api: the spec.
    ///   - files: its files.
    ///   - glossary: files with the sentences of rows that say the same everywhere.
    ///   - diagnostics: receives errors with their places in the pasted text, and differences from rows of the spec:
    ///     the row stays, and the fix adds missing keys.
    public init(
        _ text: SourceText, into operation: Operation, of api: API, files: [SpecFile], glossary: [SpecFile] = [],
        diagnostics: DiagnosticCollector
    ) {
        self.operation = operation
        self.glossary = Glossary(glossary, diagnostics: diagnostics)
        self.api = api
        self.diagnostics = diagnostics
        self.files = files.indexed(by: \.path)
        declaredNames = Set(
            api.models.map(\.name.value) + api.hashes.map(\.name.value) + api.enums.map(\.name.value)
                + api.resources.flatMap { [$0.type.value] + $0.operations.map(\.request.value) })
        let pasted = DiagnosticCollector()
        let rows = AttributeRows(text, diagnostics: pasted).rows
        for diagnostic in pasted.sorted { diagnostics.report(diagnostic) }
        guard !pasted.hasErrors else { return }
        merge(rows)
    }

    private mutating func merge(_ rows: [TableRow]) {
        var fresh: [Attribute.Location: [SpecLayout.Row]] = [:]
        for row in rows {
            if let known = operation.attributes.first(where: { $0.name.value == row.name.value }) {
                kept += 1
                compare(row, with: known, among: rows)
                mergeMembers(of: row, into: known)
            } else {
                let location = location(of: row)
                fresh[location, default: []].append(render(row, in: location, of: operation.request.value, among: rows))
                added += row.paths
            }
        }
        var edits: [Fix.Edit] = []
        if let layout = layout(of: operation.name.range.path), let owner = layout.entry(at: operation.name.range) {
            for location in Attribute.Location.allCases {
                let followers = Self.order.drop { $0 != location.rawValue }.dropFirst()
                if let edit = layout.add(
                    fresh[location, default: []], below: location.rawValue, of: owner, before: Array(followers))
                {
                    edits.append(edit)
                }
            }
        }
        if !newHashes.isEmpty { edits += declareHashes() }
        changes.edits = Self.joined(changes.edits + edits)
    }

    /// The hashes that are new go into a file of their own, since a file's Swift is named after it, and the operation's may
    /// be called like its resource.
    private mutating func declareHashes() -> [Fix.Edit] {
        let root = operation.name.range.path.prefix { $0 != "/" }
        let path = "\(root)/types/\(operation.request.value.snakeCase)_attributes.yaml"
        if let layout = layout(of: path) { return layout.add(newHashes, below: "hashes").map { [$0] } ?? [] }
        changes.add(
            path, comment: "The hashes that \(operation.request.value) sends.",
            ["hashes:"] + newHashes.flatMap { $0.map { $0.isEmpty ? "" : "  " + $0 } })
        return []
    }

    /// The keys of an operation that hold rows, and those that stand behind them.
    private static let order = Attribute.Location.allCases.map(\.rawValue) + ["constraints", "suppress"]

    /// Edits at one place become one, since the order of several would be open.
    private static func joined(_ edits: [Fix.Edit]) -> [Fix.Edit] {
        edits.reduce(into: []) { joined, edit in
            if let index = joined.firstIndex(where: { $0.range == edit.range }) {
                joined[index] = Fix.Edit(edit.range, joined[index].replacement + edit.replacement)
            } else {
                joined.append(edit)
            }
        }
    }

    /// Attributes in the path template are in the path; the others are where the method sends them.
    private func location(of row: TableRow) -> Attribute.Location {
        if operation.path.placeholders.contains(where: { $0.value == row.name.value }) { return .path }
        switch operation.method {
        case .get, .head, .delete: return .query
        case .post, .put, .patch: return .body
        }
    }

    private mutating func layout(of path: String) -> SpecLayout? {
        if let layout = layouts[path] { return layout }
        let layout = files[path].map { SpecLayout($0) }
        layouts[path] = layout
        return layout
    }

    // MARK: - New rows

    private mutating func render(
        _ row: TableRow, in location: Attribute.Location, of owner: String, among rows: [TableRow]
    ) -> SpecLayout.Row {
        var hints: [String] = []
        var type = "\(row.type.type.words)"
        let enumeration = matchingEnum(row)
        if let enumeration {
            type = Self.replacingElement(of: row.type.type, by: enumeration.name.value)
            hints.append("the type is a guess from its values")
        }
        if !row.members.isEmpty {
            let name = declareHash(row, of: owner)
            if case .array = row.type.type { type = "[\(name)]" } else { type = name }
            if row.type.type == .builtIn(.json) { hints.append("it may be a list of such hashes") }
        } else if row.type.isGuess {
            hints.append("what it holds is a guess")
        }
        var keys = ["type: \(type)"]
        if type.contains("id_or_path") {
            let words = row.name.value.split(separator: "_") + operation.path.text.value.split { !$0.isLetter }
            let named = Reference(namedBy: words.map(String.init))
            keys.append("of: \((named ?? .project).rawValue)")
            if named == nil { hints.append("whether it names a project is a guess") }
        }
        let isRequired = row.isRequired || location == .path
        if isRequired { keys.append("required: true") }
        if row.isRequiredSometimes { hints.append("it is required in some cases") }
        if let value = defaultValue(row, enumeration) {
            keys.append("default: \(value)")
        } else if row.facts.defaultValue != nil || row.facts.hasUnreadDefault {
            hints.append("its default could not be read")
        }
        if row.type.isNullable || row.facts.isNullable {
            if location == .body && !isRequired {
                keys.append("nullable: true")
            } else {
                hints.append("it may be null")
            }
        }
        if row.type.isCommaSeparated { keys.append("comma_separated: true") }
        keys += Self.availability(row.facts, among: names(rows))
        if enumeration == nil, row.type.type.innermost.takesValues,
            let values = row.facts.values.first(where: { names(rows).isDisjoint(with: $0) })
        {
            hints.append("values may be \(values.joined(separator: ", "))")
        }
        if row.name.value.contains(/(^|_)(password|secret|token|private_key)$/) { hints.append("it may be a secret") }
        let context = (operation.path.text.value + " " + owner).split { !$0.isLetter }.map { $0.lowercased() }
        let known = hints.isEmpty ? glossary.entry(row.name.value, type, in: .attributes, of: context) : nil
        let words = ["say what it does"] + hints
        keys += known?.keys.filter { key in !keys.contains { $0.prefix(5) == key.prefix(5) } } ?? []
        keys.append("about: \(SpecText.quoted(known?.about ?? "TODO: \(words.joined(separator: "; "))."))")
        return (SpecText.key(row.name.value), keys.joined(separator: ", "))
    }

    private func names(_ rows: [TableRow]) -> Set<String> {
        Set(rows.map(\.name.value) + operation.attributes.map(\.name.value))
    }

    static func availability(_ facts: Harvest, among names: Set<String>) -> [String] {
        var keys: [String] = []
        if let tier = facts.tier { keys.append("tier: \(tier.rawValue)") }
        if facts.isAdminOnly { keys.append("admin: true") }
        if let since = facts.since { keys.append("since: \"\(since)\"") }
        if let deprecation = facts.deprecation { keys.append(Self.deprecation(deprecation, among: names)) }
        return keys
    }

    private static func deprecation(_ deprecation: Harvest.Deprecation, among names: Set<String>) -> String {
        var keys: [String] = []
        if let since = deprecation.since { keys.append("since: \"\(since)\"") }
        if let replacement = deprecation.replacement {
            // A single word has to be the name of a row.
            keys.append(names.contains(replacement) ? "use: \(replacement)" : "use: \"the attribute \(replacement)\"")
        }
        return keys.isEmpty ? "deprecated: {}" : "deprecated: { \(keys.joined(separator: ", ")) }"
    }

    /// The one enum of the spec that has just the values that the table lists.
    private func matchingEnum(_ row: TableRow) -> EnumType? {
        let lists = row.facts.values.map { Set($0) }
        let found = api.enums.filter { enumeration in
            switch (enumeration.rawType, row.type.type.innermost) {
            case (.string, .builtIn(.string)): lists.contains(Set(enumeration.values.map(\.name.value)))
            case (.integer, .builtIn(.integer)):
                lists.contains { list in
                    list.count >= 3
                        && list.isSubset(of: enumeration.values.compactMap { $0.number.map { "\($0.value)" } })
                }
            case (.string, _), (.integer, _): false
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    private static func replacingElement(of type: TypeReference, by name: String) -> String {
        if case .array(let element) = type { return "[\(replacingElement(of: element, by: name))]" }
        return name
    }

    /// The default, if it is a value of the type.
    private func defaultValue(_ row: TableRow, _ enumeration: EnumType?) -> String? {
        guard let value = row.facts.defaultValue else { return nil }
        if let enumeration {
            let found = enumeration.values.first {
                $0.name.value == value || $0.number.map { "\($0.value)" } == value
            }
            return found.map { SpecText.value($0.name.value) }
        }
        switch row.type.type {
        case .builtIn(.boolean): return ["true", "false"].contains(value.lowercased()) ? value.lowercased() : nil
        case .builtIn(.integer): return value.isWholeNumber ? value : nil
        case .builtIn(.number): return value.isDecimalNumber ? value : nil
        case .builtIn(.string): return SpecText.value(value)
        case .builtIn, .array, .openHash, .named: return nil
        }
    }

    /// Declares a hash for the members that a table names, and returns its name.
    private mutating func declareHash(_ row: TableRow, of owner: String) -> String {
        let words = SwiftName(from: row.name.value).text
        var name = owner + words.prefix(1).uppercased() + words.dropFirst()
        while !declaredNames.insert(name).inserted { name += "Members" }
        let members = row.members.map { render($0, in: .body, of: name, among: row.members) }
        newHashes.append(
            (newHashes.isEmpty ? [] : [""]) + [
                "\(name):", "  about: \(SpecText.quoted("TODO: say what it sets."))", "  attributes:",
            ]
                + SpecLayout.lines(members, indent: 4, valueColumn: nil))
        return name
    }

    // MARK: - Rows that are there

    /// Members that the hash of a row lacks are added to it.
    private mutating func mergeMembers(of row: TableRow, into known: Attribute) {
        guard !row.members.isEmpty, let name = known.type.value.declaredName,
            let hash = api.hashes.first(where: { $0.name.value == name })
        else { return }
        var fresh: [SpecLayout.Row] = []
        for member in row.members {
            if let known = hash.attributes.first(where: { $0.name.value == member.name.value }) {
                kept += 1
                compare(member, with: known, among: row.members)
                mergeMembers(of: member, into: known)
            } else {
                fresh.append(render(member, in: .body, of: name, among: row.members))
                added += member.paths.map { "\(row.name.value).\($0)" }
            }
        }
        if let layout = layout(of: hash.file), let owner = layout.entry(at: hash.name.range),
            let edit = layout.add(fresh, below: "attributes", of: owner, before: ["deprecated", "suppress"])
        {
            changes.edits.append(edit)
        }
    }

    /// Reports differences between a row of the spec and the table. The row stays; the fix adds missing keys.
    private mutating func compare(_ row: TableRow, with known: Attribute, among rows: [TableRow]) {
        var differences: [String] = []
        var missing: [String] = []
        if !row.type.agrees(with: known.type.value) {
            differences.append("the type \(row.type.type.words)")
        }
        if row.isRequired, !known.isRequired { differences.append("that it is required") }
        if !row.isRequired, !row.isRequiredSometimes, known.isRequired, known.location != .path {
            differences.append("that it can be left out")
        }
        let facts = row.facts
        if let tier = facts.tier, known.availability.tier?.value != tier {
            differences.append("the tier \(tier.rawValue)")
            if known.availability.tier == nil { missing.append("tier: \(tier.rawValue)") }
        }
        if facts.isAdminOnly, !known.availability.isAdminOnly {
            differences.append("that it is for administrators")
            missing.append("admin: true")
        }
        if let since = facts.since, known.availability.since?.value != since {
            differences.append("that it is there since \(since)")
            if known.availability.since == nil { missing.append("since: \"\(since)\"") }
        }
        if let deprecation = facts.deprecation, known.availability.deprecation == nil {
            differences.append("that it is deprecated")
            missing.append(Self.deprecation(deprecation, among: names(rows)))
        }
        guard !differences.isEmpty else { return }
        var fix: Fix?
        if !missing.isEmpty, let layout = layout(of: known.name.range.path),
            let entry = layout.entry(at: known.name.range), let edit = layout.add(missing, to: entry)
        {
            fix = Fix("add \(missing.joined(separator: ", ")), as --fix does", edits: [edit])
        }
        diagnostics.report(
            Diagnostic(
                "table-differs", .warning,
                "the table says of '\(row.name.value)' \(differences.joined(separator: ", ")); the spec does not",
                at: row.name.range, notes: [Diagnostic.Note("this row stays as it is", at: known.name.range)],
                fix: fix ?? Fix("change the row, if the table is right")))
    }
}

extension TypeWords {
    /// Whether a type of the spec is that of the table, or more precise.
    fileprivate func agrees(with known: TypeReference) -> Bool {
        if isGuess { return true }
        switch (type, known) {
        case (.array(let element), .array(let other)):
            var inner = self
            inner.type = element
            return inner.agrees(with: other)
        case (.builtIn(.string), .builtIn(let other)):
            switch other {
            case .string, .datetime, .date, .idOrPath, .file, .content, .json: return true
            case .boolean, .integer, .number: return false
            }
        case (.builtIn(.string), .array), (.builtIn(.string), .named), (.builtIn(.integer), .named): return true
        case (.builtIn(.integer), .builtIn(.idOrPath)), (.builtIn(.datetime), .builtIn(.date)): return true
        case (.openHash, .named), (.openHash, .openHash): return true
        case (.builtIn(.json), .named), (.builtIn(.json), .openHash), (.builtIn(.json), .array): return true
        case _: return type == known
        }
    }
}

extension TableRow {
    /// The names of the attribute and of all its members, each behind those that it belongs to.
    fileprivate var paths: [String] {
        [name.value] + members.flatMap(\.paths).map { "\(name.value).\($0)" }
    }
}

extension TypeReference {
    /// The type of the elements of elements.
    fileprivate var innermost: TypeReference {
        if case .array(let element) = self { element.innermost } else { self }
    }

    /// Whether an enum could take its place.
    fileprivate var takesValues: Bool { self == .builtIn(.string) || self == .builtIn(.integer) }
}

extension String {
    /// `create_release` for `CreateRelease`.
    fileprivate var snakeCase: String {
        replacing(/([a-z0-9])([A-Z])/) { "\($0.1)_\($0.2)" }.lowercased()
    }
}
