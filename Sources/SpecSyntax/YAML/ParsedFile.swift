// What the syntax stage hands on: a file's tree, and whether all of the file is in it.

/// A spec file as a tree of located nodes.
public struct ParsedFile: Sendable {
    public let path: String
    /// The document's top value; nil where the file is empty or could not be read at all.
    public let root: Node?
    /// Whether rows had to be left out because they are not YAML. The collector excuses their names.
    public let isPartial: Bool
    /// Whether nothing of the file could be read. Then what other files say of its contents can not be checked.
    public let isUnreadable: Bool
}

extension ParsedFile {
    /// Reads a file, reporting everything in it that is not YAML as the spec allows it.
    ///
    /// A row that is not YAML is reported and left out, and reading goes on behind it.
    public init(_ file: SpecFile, diagnostics: DiagnosticCollector) {
        path = file.path
        var remaining = file
        var leftOut: Set<Int> = []
        while true {
            let attempt = DiagnosticCollector()
            let result = YAMLReader.read(remaining, diagnostics: attempt)
            switch result {
            case .success(let root):
                attempt.sorted.forEach(diagnostics.report)
                self.root = root
                isPartial = !leftOut.isEmpty
                isUnreadable = false
                return
            case .failure(let problem):
                let row = problem.row(in: SourceText(file))
                diagnostics.report(problem.diagnostic(in: SourceText(file), row: row))
                guard let row, leftOut.insert(row).inserted else {
                    root = nil
                    isPartial = true
                    isUnreadable = true
                    return
                }
                diagnostics.excuse(SourceText(file).key(ofLine: row))
                remaining = remaining.withoutLine(row)
            }
        }
    }
}

extension SpecFile {
    /// The file with one line made blank, so that all other lines keep their numbers.
    fileprivate func withoutLine(_ number: Int) -> SpecFile {
        var bytes = bytes
        for index in SourceText(self).byteRange(ofLine: number) where bytes[index] != 0x0A && bytes[index] != 0x0D {
            bytes[index] = 0x20
        }
        return SpecFile(path: path, bytes: bytes)
    }
}

extension SourceText {
    /// What stands before the first colon of a row.
    fileprivate func key(ofLine number: Int) -> String {
        String(line(number).prefix { $0 != ":" }.drop { $0 == " " })
    }
}
