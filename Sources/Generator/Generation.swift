// The generator as one pure function: the files of a spec in, the files of the client out. The disk has no part in it.

import OutputTree
import SpecModel
import SpecSyntax
import SwiftEmitter

/// What generating the client from a spec gave.
public struct Generation: Sendable {
    /// The client's files; nil where the spec has errors.
    public let tree: GeneratedTree?
    /// What the spec describes; nil where it has errors.
    public let api: API?
    /// Everything that is to be said about the spec, in the order of its files and lines.
    public let diagnostics: [Diagnostic]
    /// The files that the diagnostics speak of.
    public let files: [SpecFile]

    /// Generates the client. The same spec gives the same bytes, whatever the order of its files.
    ///
    /// - Throws: `GeneratedTreeError` where two files of the client would be one on some disk, which the spec's file
    ///   names can bring about.
    ///
    /// - Parameter examples: example responses that the spec is held against; nil to leave out the rules on examples.
    public init(spec: [SpecFile], examples: [SpecFile]? = nil) throws(GeneratedTreeError) {
        let files = spec.sorted { $0.path < $1.path }
        let collector = DiagnosticCollector()
        let reading = SpecReading(files, diagnostics: collector)
        let api = reading.api
        if reading.isComplete {
            api.checkFileNames(diagnostics: collector)
            Lint(reading, examples: examples, diagnostics: collector).check()
        }
        var tree: GeneratedTree?
        if !collector.hasErrors {
            var fresh = try GeneratedTree(api.swiftFiles())
            for page in api.documentationPages() {
                let header = GeneratedHeader.line(sources: page.sources, in: .markdown)
                // DocC wants the title first, so the header comes behind it.
                try fresh.add("\(page.title)\n\n\(header)\n\n\(page.text)", at: page.path)
            }
            tree = fresh
        }
        self.tree = tree
        self.api = tree == nil ? nil : api
        self.files = files + (examples ?? [])
        diagnostics = collector.sorted
    }

    /// The examples of the models, for tests; nil where the spec has errors.
    ///
    /// - Throws: `GeneratedTreeError`, as for the client.
    public func fixtures() throws(GeneratedTreeError) -> GeneratedTree? {
        guard let api else { return nil }
        return try GeneratedTree(api.fixtureFiles())
    }

    /// The diagnostics as text for people; empty where there are none.
    public var report: String { TextPrinter(files: files).text(for: diagnostics) }
}

extension GeneratedTree {
    /// Prints files of Swift, each below its header.
    fileprivate init(_ files: [SwiftFile]) throws(GeneratedTreeError) {
        try self.init(
            files.concurrentMap { (path: $0.path, text: "\(GeneratedHeader.line(sources: $0.sources))\n\n\($0.text)") })
    }
}
