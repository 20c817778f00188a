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
    /// What emits the client.
    private let emitter: ClientEmitter?
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
        let files = spec.sorted { $0.path < $1.path }
        let collector = DiagnosticCollector()
        let reading = SpecReading(files, diagnostics: collector)
        let api = reading.api
        if reading.isComplete { api.checkFileNames(diagnostics: collector) }
        let lint = {
            if reading.isComplete { Lint(reading, examples: examples, diagnostics: collector).check() }
        }
        var emitted: (client: GeneratedFiles, emitter: ClientEmitter)?
        if collector.hasErrors {
            lint()
        } else {
            // What the lint reports rarely keeps the client from being generated.
            emitted = try Self.emission(of: api, beside: lint)
        }
        let result = collector.hasErrors ? nil : emitted
        (client, emitter) = (result?.client, result?.emitter)
        self.api = result == nil ? nil : api
        self.files = files + (examples ?? [])
        diagnostics = collector.sorted
    }

    /// The client of an API, such as a part of one.
    public static func client(of api: API) throws(GeneratedTreeError) -> GeneratedFiles {
        try emission(of: api).client
    }

    /// - Parameter body: what is done while the files are printed.
    private static func emission(
        of api: API, beside body: () -> Void = {}
    ) throws(GeneratedTreeError) -> (client: GeneratedFiles, emitter: ClientEmitter) {
        let emitter = ClientEmitter(api)
        let client = try GeneratedFiles(
            { emitter.swiftFiles() }, pages: emitter.documentationPages(), beside: body)
        return (client, emitter)
    }

    /// The client's files, each module in a folder of its name; nil where the spec has errors.
    public var tree: GeneratedTree? { client?.tree }

    /// The files of the client, of its examples and of the operations as data; nil where the spec has errors.
    ///
    /// - Throws: `GeneratedTreeError`, as for the client.
    public func wholeTree() throws(GeneratedTreeError) -> GeneratedTree? {
        guard var tree, let emitter else { return nil }
        try tree.add(GeneratedFiles { emitter.fixtureFiles() }.tree)
        try tree.add(GeneratedFiles { emitter.operationDocuments() }.tree)
        return tree
    }

    /// The examples of the models, for tests, each module's in a folder of its own; nil where the spec has errors.
    ///
    /// - Throws: `GeneratedTreeError`, as for the client.
    public func fixtures() throws(GeneratedTreeError) -> GeneratedFiles? {
        guard let emitter else { return nil }
        return try GeneratedFiles { emitter.fixtureFiles() }
    }

    /// The diagnostics as text for people; empty where there are none.
    public var report: String { TextPrinter(files: files).text(for: diagnostics) }
}
