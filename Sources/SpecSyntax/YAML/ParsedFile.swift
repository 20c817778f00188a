// The result of the syntax stage: a file's tree, and whether it is complete.

/// A spec file as a tree of located nodes.
public struct ParsedFile: Sendable {
    public let source: SourceName
    /// The document's top value; nil where the file is empty or could not be read at all.
    public let root: Node?
    /// Whether rows had to be left out because they are not YAML. The collector excuses their names.
    public let isPartial: Bool
    /// Whether nothing of the file could be read. Then references from other files cannot be checked.
    public let isUnreadable: Bool
}

extension ParsedFile {
    /// No file that a person writes is larger: 4 MiB.
    public static let usualSizeLimit = 4 << 20
    /// The most bytes to read for one file, which is read again for each row that is left out.
    private static let retryBudget = 32 << 20

    /// Reads a file, reporting everything in it that is not YAML as the spec allows it.
    ///
    /// A row that is not YAML is reported and left out, and reading continues behind it.
    public init(_ file: SpecFile, diagnostics: DiagnosticCollector) {
        self.init(SourceText(file), diagnostics: diagnostics)
    }

    /// Reads a file that has been split into lines already.
    ///
    /// - Parameter sizeLimit: how many bytes it may have; documents that programs write are larger than files of a spec.
    public init(
        _ text: SourceText, sizeLimit: Int = ParsedFile.usualSizeLimit, diagnostics: DiagnosticCollector
    ) {
        source = text.name
        guard text.bytes.count <= sizeLimit else {
            let start = SourcePosition(line: 1, column: 1)
            diagnostics.report(
                .yamlSyntax, "the file has more than \(sizeLimit >> 20) MB",
                at: SourceRange(text.name, start: start, end: start), fix: Fix("split it into several files"))
            (root, isPartial, isUnreadable) = (nil, true, true)
            return
        }
        var bytes = text.bytes
        var leftOut: Set<Int> = []
        while true {
            let attempt = DiagnosticCollector()
            switch YAMLReader.read(bytes[text.markLength...], named: text.name, diagnostics: attempt) {
            case .success(let root):
                attempt.sorted.forEach { diagnostics.report($0) }
                self.root = root
                isPartial = !leftOut.isEmpty
                isUnreadable = false
                return
            case .failure(let failure):
                let problem = failure.placed(in: text)
                let row = problem.row(in: text)
                diagnostics.report(problem.diagnostic(in: text, row: row))
                guard let row, leftOut.insert(row).inserted, leftOut.count * bytes.count < Self.retryBudget else {
                    (root, isPartial, isUnreadable) = (nil, true, true)
                    return
                }
                diagnostics.excuse(text.key(ofLine: row), isDeclaration: true)
                // The line becomes blank, so that all others keep their numbers.
                for index in text.byteRange(ofLine: row) where bytes[index] != 0x0A && bytes[index] != 0x0D {
                    bytes[index] = 0x20
                }
            }
        }
    }
}

extension SourceText {
    /// The part before the first colon of a row.
    fileprivate func key(ofLine number: Int) -> String {
        String(line(number).prefix { $0 != ":" }.drop { $0 == " " })
    }
}
