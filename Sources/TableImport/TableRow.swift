// A row of a pasted table: an attribute in the terms of the spec.

import SpecModel
import SpecSyntax

/// An attribute as a table describes it, with the members that other rows of the table name.
struct TableRow {
    let name: Located<String>
    var type: TypeWords
    let isRequired: Bool
    /// Whether it is required in some cases, which a person has to describe.
    let isRequiredSometimes: Bool
    let facts: Harvest
    /// The cell of the type, for diagnostics.
    let typeRange: SourceRange
    var members: [TableRow] = []
}

/// The attributes that a pasted text describes.
struct AttributeRows {
    private(set) var rows: [TableRow] = []
    private let diagnostics: DiagnosticCollector

    /// Reads the first table with the columns of an attribute table. Errors are reported.
    init(_ text: SourceText, diagnostics: DiagnosticCollector) {
        self.diagnostics = diagnostics
        let tables = MarkdownTable.all(in: text)
        guard let (table, columns) = tables.lazy.compactMap({ table in Columns(table).map { (table, $0) } }).first
        else {
            let start = SourcePosition(line: 1, column: 1)
            let range = tables.first?.header.range ?? SourceRange(text.name, start: start, end: start)
            let what =
                tables.isEmpty
                ? "there is no Markdown table in the input"
                : "the table has no columns 'Attribute', 'Type' and 'Required': this may be one of a response's fields"
            diagnostics.report(
                Diagnostic(
                    "no-attribute-table", .error, what, at: range,
                    fix: Fix("paste a table with the columns Attribute, Type, Required and Description")))
            return
        }
        for row in table.rows { read(row, columns) }
        for other in tables.filter({ Columns($0) != nil }).dropFirst() {
            diagnostics.report(
                Diagnostic(
                    "another-table", .warning, "only the first attribute table is read, this one is ignored",
                    at: other.header.range, fix: Fix("import it on its own")))
        }
    }

    /// The columns.
    private struct Columns {
        let name: Int
        let type: Int
        let isRequired: Int
        let description: Int?
        let defaultValue: Int?

        init?(_ table: MarkdownTable) {
            let titles = table.header.cells.map { $0.value.plainText.replacing("`", with: "").lowercased() }
            func column(_ names: String...) -> Int? { titles.firstIndex(where: names.contains) }
            guard let name = column("attribute", "parameter", "name", "field"), let type = column("type"),
                let isRequired = column("required", "required?")
            else { return nil }
            self.name = name
            self.type = type
            self.isRequired = isRequired
            description = column("description")
            defaultValue = column("default", "default value")
        }
    }

    private mutating func read(_ row: MarkdownTable.Row, _ columns: Columns) {
        func cell(_ column: Int?) -> Located<String>? {
            column.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
        }
        guard let nameCell = cell(columns.name), let typeCell = cell(columns.type),
            let path = AttributePath(nameCell)
        else {
            diagnostics.report(
                Diagnostic(
                    "unreadable-row", .error, "this row names no attribute", at: row.range,
                    fix: Fix("write | `name` | type | yes or no | description |")))
            return
        }
        guard let words = TypeWords(typeCell.value) else {
            let meant = nearestSpelling(to: typeCell.value.plainText.lowercased(), among: TypeWords.known)
            diagnostics.report(
                Diagnostic(
                    "unknown-table-type", .error, "there is no type for the words '\(typeCell.value)'",
                    at: typeCell.range,
                    fix: Fix(
                        meant.map { "write '\($0)' into the table" }
                            ?? "use a known one in the table: \(TypeWords.known.joined(separator: ", "))")))
            return
        }
        let required = cell(columns.isRequired)?.value.plainText.lowercased() ?? ""
        let isSaid = required.contains(/^(yes|required|true|✓|y$)/)
        let isConditional = required.contains(/\b(if|unless|when|conditional|depends|only)\b|either/)
        var description = cell(columns.description)?.value ?? ""
        if let value = cell(columns.defaultValue)?.value, !value.isEmpty, value != "-" {
            description += " Default is `\(value.replacing("`", with: ""))`."
        }
        let facts = Harvest(description, badges: path.badges)
        var type = words
        path.refine(&type, facts)
        let made = TableRow(
            name: path.steps[path.steps.count - 1].name, type: type, isRequired: isSaid && !isConditional,
            isRequiredSometimes: isConditional, facts: facts, typeRange: typeCell.range)
        Self.add(made, below: path.steps.dropLast(), to: &rows)
    }

    /// Adds a row at the place of its name: `assets[links][name]` is a member of a member.
    private static func add(_ row: TableRow, below owners: ArraySlice<AttributePath.Step>, to rows: inout [TableRow]) {
        guard let owner = owners.first else {
            // A row that existed only for its members is reported here.
            if let index = rows.firstIndex(where: { $0.name.value == row.name.value }) {
                if rows[index].members.isEmpty { return }
                let members = rows[index].members
                rows[index] = row
                rows[index].members = members
            } else {
                rows.append(row)
            }
            return
        }
        if !rows.contains(where: { $0.name.value == owner.name.value }) {
            rows.append(
                TableRow(
                    name: owner.name, type: TypeWords(owner.isArray ? "array of hashes" : "hash") ?? row.type,
                    isRequired: false, isRequiredSometimes: false, facts: Harvest("", badges: ""),
                    typeRange: owner.name.range))
        }
        guard let index = rows.firstIndex(where: { $0.name.value == owner.name.value }) else { return }
        add(row, below: owners.dropFirst(), to: &rows[index].members)
    }
}

/// The cell of a name: `iids[]`, `assets[links][][name]`, `position.base_sha`, with badges beside it.
private struct AttributePath {
    struct Step {
        let name: Located<String>
        /// Whether empty brackets follow.
        let isArray: Bool
    }

    /// The names on the way, the attribute's own at the end.
    let steps: [Step]
    /// The text beside the name.
    let badges: String

    /// GitLab's names have three.
    private static let mostSteps = 16

    init?(_ cell: Located<String>) {
        let text = cell.value
        let code: Substring
        if let open = text.firstIndex(of: "`"), let close = text[text.index(after: open)...].firstIndex(of: "`") {
            code = text[text.index(after: open)..<close]
        } else {
            code = text.plainText.prefix { !$0.isWhitespace && $0 != "(" }
        }
        badges = text.replacing(code, with: "").replacing("`", with: "")
        var steps: [Step] = []
        for match in code.matches(of: /([A-Za-z_-][A-Za-z0-9_-]*)\]?(\[\])?[\[.:]*/) {
            steps.append(Step(name: Located(String(match.1), at: cell.range), isArray: match.2 != nil))
        }
        guard !steps.isEmpty, steps.count <= Self.mostSteps,
            code.wholeMatch(of: /[A-Za-z_-][A-Za-z0-9_\[\].:-]*/) != nil
        else { return nil }
        self.steps = steps
    }

    /// Brackets behind the name mean an array; the description may name its elements.
    func refine(_ type: inout TypeWords, _ facts: Harvest) {
        if steps.last?.isArray == true {
            switch type.type {
            case .array: break
            case .builtIn, .openHash, .named: type.type = .array(type.type)
            }
        }
        if facts.isCommaSeparated, type.type == .builtIn(.string) {
            type.type = .array(.builtIn(.string))
            type.isCommaSeparated = true
        }
        guard type.isGuess, type.type == .array(.builtIn(.string)) else { return }
        if facts.speaksOfHashes {
            type.type = .array(.openHash(.builtIn(.json)))
        } else if facts.speaksOfIntegers {
            type.type = .array(.builtIn(.integer))
        }
    }
}
