// Where rows go in a file of the spec: edits that add lines and leave every other byte as it is.

import SpecSyntax

/// The lines and the tree of a spec file, for adding to it.
public struct SpecLayout {
    private let source: SourceText
    private let root: Mapping?

    public init(_ file: SpecFile) {
        source = SourceText(file)
        // Errors of the file have been reported when the spec was read.
        let parsed = ParsedFile(source, diagnostics: DiagnosticCollector())
        root = parsed.root?.mapping
    }

    /// The entry whose key stands at a place.
    public func entry(at place: SourceRange) -> Mapping.Entry? { root.flatMap { Self.entry(at: place, in: $0) } }

    private static func entry(at place: SourceRange, in mapping: Mapping) -> Mapping.Entry? {
        for entry in mapping.entries {
            if entry.key.range == place { return entry }
            if let inner = entry.value.mapping.flatMap({ Self.entry(at: place, in: $0) }) { return inner }
        }
        return nil
    }

    /// A row: its name, and the text in its braces.
    public typealias Row = (name: String, value: String)

    /// Adds rows to a mapping below a key of a declaration; the key is added if it is not there.
    ///
    /// - Parameter followers: keys of the declaration that follow this one.
    public func add(_ rows: [Row], below key: String, of owner: Mapping.Entry, before followers: [String]) -> Fix.Edit?
    {
        guard let declaration = owner.value.mapping, let last = declaration.entries.last, !rows.isEmpty else {
            return nil
        }
        if let table = declaration[key] {
            guard let mapping = table.value.mapping, let lastRow = mapping.entries.last else { return nil }
            if mapping.isFlow { return insert(", " + Self.flow(rows), behind: lastRow.value) }
            let column = mapping.entries[0].value.range.start.column
            let lines = Self.lines(rows, indent: lastRow.key.range.start.column - 1, valueColumn: column)
            return insert(lines, behindLine: lastRow.value.lastLine)
        }
        if declaration.isFlow { return insert(", \(key): { \(Self.flow(rows)) }", behind: last.value) }
        let indent = last.key.range.start.column - 1
        let head = String(repeating: " ", count: indent) + "\(key):"
        let lines = [head] + Self.lines(rows, indent: indent + 2, valueColumn: nil)
        if let next = declaration.entries.first(where: { followers.contains($0.key.text) }) {
            return insert(lines, behindLine: next.key.range.start.line - 1)
        }
        return insert(lines, behindLine: last.value.lastLine)
    }

    /// Adds declarations below a key of the file.
    public func add(_ declarations: [[String]], below key: String) -> Fix.Edit? {
        let lines = declarations.flatMap { $0.map { $0.isEmpty ? "" : "  " + $0 } }
        if let table = root?[key], let last = table.value.mapping?.entries.last {
            return insert([""] + lines, behindLine: last.value.lastLine)
        }
        return insert(["", "\(key):"] + lines, behindLine: lastLineWithText)
    }

    /// Adds keys to a row, before its sentence.
    public func add(_ keys: [String], to row: Mapping.Entry) -> Fix.Edit? {
        guard let mapping = row.value.mapping, mapping.isFlow, let about = mapping["about"] else { return nil }
        return Fix.Edit(about.key.range.startPoint, keys.map { $0 + ", " }.joined())
    }

    private var lastLineWithText: Int {
        (1...max(1, source.lineCount)).last { !source.line($0).allSatisfy(\.isWhitespace) } ?? 0
    }

    private func insert(_ text: String, behind node: Node) -> Fix.Edit {
        Fix.Edit(SourceRange(source.name, start: node.range.end, end: node.range.end), text)
    }

    private func insert(_ lines: [String], behindLine number: Int) -> Fix.Edit {
        let text = lines.map { $0 + "\n" }.joined()
        if number < source.lineCount {
            let start = SourcePosition(line: number + 1, column: 1)
            return Fix.Edit(SourceRange(source.name, start: start, end: start), text)
        }
        // The last line has no line break.
        let end = SourcePosition(line: number, column: source.line(number).unicodeScalars.count + 1)
        return Fix.Edit(SourceRange(source.name, start: end, end: end), "\n" + text)
    }

    /// Rows as lines, with their values below each other.
    public static func lines(_ rows: [Row], indent: Int, valueColumn: Int?) -> [String] {
        let blank = String(repeating: " ", count: indent)
        let widest = rows.map(\.name.count).max() ?? 0
        let column = valueColumn ?? indent + widest + 3
        return rows.map { row in
            let head = "\(blank)\(row.name):"
            return head + String(repeating: " ", count: max(1, column - 1 - head.count)) + "{ \(row.value) }"
        }
    }

    private static func flow(_ rows: [Row]) -> String {
        rows.map { "\($0.name): { \($0.value) }" }.joined(separator: ", ")
    }
}

extension Node {
    fileprivate var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// The last line that belongs to it.
    fileprivate var lastLine: Int {
        switch content {
        case .scalar: return range.end.line
        case .sequence(let elements):
            // The end of a block is where the next thing begins.
            guard range.end.column == 1 || elements.isEmpty, let last = elements.last else { return range.end.line }
            return last.lastLine
        case .mapping(let mapping):
            guard !mapping.isFlow, let last = mapping.entries.last else { return range.end.line }
            return last.value.lastLine
        }
    }
}
