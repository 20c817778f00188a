// A pasted Markdown table, cell by cell, each with its place.

import SpecSyntax

/// The first table of a text with the requested columns. The text around it is ignored.
struct MarkdownTable {
    struct Row {
        let cells: [Located<String>]
        let range: SourceRange
    }

    let header: Row
    let rows: [Row]

    /// Every table in a text.
    static func all(in text: SourceText) -> [MarkdownTable] {
        var tables: [MarkdownTable] = []
        var number = 1
        while number < text.lineCount {
            guard let header = row(number, of: text), let rule = row(number + 1, of: text), rule.isRule else {
                number += 1
                continue
            }
            number += 2
            var rows: [Row] = []
            while let row = row(number, of: text) {
                rows.append(row)
                number += 1
            }
            tables.append(MarkdownTable(header: header, rows: rows))
        }
        return tables
    }

    /// A line that is split at upright bars, except those behind a backslash.
    private static func row(_ number: Int, of text: SourceText) -> Row? {
        let line = Array(text.line(number).unicodeScalars)
        guard let first = line.firstIndex(where: { $0 != " " && $0 != "\t" }), line[first] == "|" else { return nil }
        var cells: [Located<String>] = []
        var start = first + 1
        for index in start...line.count {
            if index < line.count, line[index] != "|" || line[index - 1] == "\\" { continue }
            // Text behind the last bar is a cell unless it is empty.
            if index == line.count, line[start...].allSatisfy(\.isBlank) { break }
            var (from, to) = (start, index)
            while from < to, line[from].isBlank { from += 1 }
            while to > from, line[to - 1].isBlank { to -= 1 }
            var cell = String.UnicodeScalarView()
            cell.append(contentsOf: line[from..<to])
            cells.append(
                Located(
                    String(cell).split(separator: "\\|", omittingEmptySubsequences: false).joined(separator: "|"),
                    at: text.range(line: number, from: from, to: max(to, from))))
            start = index + 1
            if start > line.count { break }
        }
        return Row(cells: cells, range: text.range(line: number, from: first, to: line.count))
    }
}

extension MarkdownTable.Row {
    /// Whether it is the line of hyphens below the header.
    fileprivate var isRule: Bool {
        !cells.isEmpty
            && cells.allSatisfy { cell in
                !cell.value.isEmpty && cell.value.allSatisfy { $0 == "-" || $0 == ":" } && cell.value.contains("-")
            }
    }
}

extension SourceText {
    /// A stretch of a line; offsets count characters from 0.
    fileprivate func range(line: Int, from: Int, to: Int) -> SourceRange {
        SourceRange(
            name, start: SourcePosition(line: line, column: from + 1), end: SourcePosition(line: line, column: to + 1))
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { self == " " || self == "\t" || self == "\r" }
}
