// The generator as one pure function: the files of a spec in, the files of the client out. The disk has no part in it.

import SpecModel
import SpecSyntax
import SwiftEmitter

/// What generating the client from a spec gave.
public struct Generation: Sendable {
    /// The client's files; nil where the spec has errors.
    public let tree: GeneratedTree?
    /// Everything that is to be said about the spec, in the order of its files and lines.
    public let diagnostics: [Diagnostic]
    private let spec: [SpecFile]

    /// Generates the client. The same spec gives the same bytes, whatever the order of its files.
    ///
    /// - Throws: `GeneratedTreeError` where two files of the client would be one on some disk, which the spec's file
    ///   names can bring about.
    public init(spec: [SpecFile]) throws(GeneratedTreeError) {
        let files = spec.sorted { $0.path < $1.path }
        let collector = DiagnosticCollector()
        let api = API(files, diagnostics: collector)
        api?.checkFileNames(diagnostics: collector)
        var tree: GeneratedTree?
        if let api, !collector.hasErrors {
            var files = GeneratedTree()
            for file in api.swiftFiles() {
                try files.add("\(GeneratedHeader.line(sources: file.sources))\n\n\(file.text)", at: file.path)
            }
            for page in api.documentationPages() {
                let header = GeneratedHeader.line(sources: page.sources, in: .markdown)
                // DocC wants the title first, so the header comes behind it.
                try files.add("\(page.title)\n\n\(header)\n\n\(page.text)", at: page.path)
            }
            tree = files
        }
        self.tree = tree
        self.spec = files
        diagnostics = collector.sorted
    }

    /// The diagnostics as text for people; empty where there are none.
    public var report: String { TextPrinter(files: spec).text(for: diagnostics) }
}
