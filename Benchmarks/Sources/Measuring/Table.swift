// Tables as Markdown writes them: the output of all benchmarks, and the input of their scripts.

/// A table with a head.
public struct Table {
    private let head: [String]
    private var rows: [[String]] = []

    /// - Parameter head: the titles of the columns; the first one is the title of the table.
    public init(_ head: [String]) {
        self.head = head
    }

    /// Adds a row with as many cells as the head has.
    public mutating func add(_ row: [String]) {
        rows.append(row)
    }

    /// The table without the columns of these names.
    public func without(_ names: [String]) -> Table {
        let kept = head.indices.filter { !names.contains(head[$0]) }
        var table = Table(kept.map { head[$0] })
        for row in rows { table.add(kept.map { row[$0] }) }
        return table
    }

    /// Lines of Markdown.
    public var markdown: String {
        let rule = head.indices.map { $0 == 0 ? "---" : "---:" }
        return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// A number with so many digits behind the point.
    public static func decimal(_ value: Double, _ digits: Int) -> String {
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        guard digits > 0 else { return "\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
