// The generator as one pure function: the files of a spec in, the files of the client out. It does not use the disk.

import OutputTree
import SpecModel
import SpecSyntax
import SwiftEmitter

/// The result of generating the client from a spec.
public struct Generation: Sendable {
    /// The client, nil where the spec has errors.
    public let client: GeneratedFiles?
    /// The API that the spec describes; nil where it has errors.
    public let api: API?
    /// The diagnostics of the spec, in the order of its files and lines.
    public let diagnostics: [Diagnostic]
    /// The files of the diagnostics.
    public let files: [SpecFile]

    /// Generates the client. The same spec gives the same bytes, whatever the order of its files.
    ///
    /// - Throws: `GeneratedTreeError` where two files of the client would be one on some disk, which the spec's file
    ///   names can cause.
    ///
    /// - Parameter examples: example responses that the spec is compared with; nil to leave out the rules on examples.
    public init(spec: [SpecFile], examples: [SpecFile]? = nil) throws(GeneratedTreeError) {
        var known = KnownFiles()
        try self.init(spec: spec, examples: examples, known: &known)
    }

    /// Generates the client, as above, from a spec of which the known files are not read again.
    ///
    /// - Parameter known: the files of an earlier reading; of this one when it is done.
    public init(
        spec: [SpecFile], examples: [SpecFile]? = nil, known: inout KnownFiles
    ) throws(GeneratedTreeError) {
        let files = spec.sorted { $0.path < $1.path }
        let collector = DiagnosticCollector()
        let reading = SpecReading(files, known: &known, diagnostics: collector)
        let api = reading.api
        if reading.isComplete {
            api.checkFileNames(diagnostics: collector)
            Lint(reading, examples: examples, diagnostics: collector).check()
        }
        client = collector.hasErrors ? nil : try Self.client(of: api)
        self.api = client == nil ? nil : api
        self.files = files + (examples ?? [])
        diagnostics = collector.sorted
    }

    /// The client of an API, such as a part of one.
    public static func client(of api: API) throws(GeneratedTreeError) -> GeneratedFiles {
        try GeneratedFiles({ api.swiftFiles() }, pages: api.documentationPages())
    }

    /// The client's files, each module in a folder of its name; nil where the spec has errors.
    public var tree: GeneratedTree? { client?.tree }

    /// The files of the client, of its examples and of the operations as data; nil where the spec has errors.
    ///
    /// - Throws: `GeneratedTreeError`, as for the client.
    public func wholeTree() throws(GeneratedTreeError) -> GeneratedTree? {
        guard var tree, let api, let fixtures = try fixtures()?.tree else { return nil }
        try tree.add(fixtures)
        try tree.add(GeneratedFiles { api.operationDocuments() }.tree)
        return tree
    }

    /// The examples of the models, for tests, each module's in a folder of its own; nil where the spec has errors.
    ///
    /// - Throws: `GeneratedTreeError`, as for the client.
    public func fixtures() throws(GeneratedTreeError) -> GeneratedFiles? {
        guard let api else { return nil }
        return try GeneratedFiles { api.fixtureFiles() }
    }

    /// The diagnostics as text for people; empty where there are none.
    public var report: String { TextPrinter(files: files).text(for: diagnostics) }
}
