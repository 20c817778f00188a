// Generating again and again from a spec that is being edited: what an edit does not concern stays as it is known.

import OutputTree
import SpecModel
import SpecSyntax
import SwiftEmitter

/// Generates the client after each edit of a spec.
///
/// An edit that leaves all names as they are, such as one of a row, is answered by emitting what the edited file
/// declares, and what uses that. Any other edit is answered by emitting everything.
public struct IncrementalGenerator {
    /// The answer to a state of the spec.
    public struct Step {
        /// All files, with the examples and the operations as data; nil where the spec has errors.
        public let tree: GeneratedTree?
        /// The files that differ from those of the step before; nil where the answer is not one to an edit.
        public let changes: [GeneratedTree.Replacement]?
        /// The files of the spec.
        public let files: [SpecFile]
        fileprivate let reading: SpecReading
        fileprivate let collector: DiagnosticCollector

        /// Checks the rest of the rules, and returns all diagnostics.
        public func lint() -> [Diagnostic] {
            if reading.isComplete { Lint(reading, diagnostics: collector).check() }
            return collector.sorted
        }
    }

    private var known = KnownFiles()
    private var last: (emitter: ClientEmitter, tree: GeneratedTree)?

    public init() {}

    /// Generates the client from the spec as it is now.
    ///
    /// - Throws: `GeneratedTreeError`, as `Generation` does.
    public mutating func step(to spec: [SpecFile]) throws(GeneratedTreeError) -> Step {
        let files = spec.sorted { $0.path < $1.path }
        let collector = DiagnosticCollector()
        let reading = SpecReading(files, known: &known, diagnostics: collector)
        if reading.isComplete && reading.edit == nil { reading.api.checkFileNames(diagnostics: collector) }
        // After an error, the next edit is not one of what is known here.
        let earlier = last
        last = nil
        let changes = collector.hasErrors ? nil : try emit(reading, after: earlier)
        return Step(tree: last?.tree, changes: changes, files: files, reading: reading, collector: collector)
    }

    /// Emits what the edit concerns, or everything; then there are no changes to return.
    private mutating func emit(
        _ reading: SpecReading, after earlier: (emitter: ClientEmitter, tree: GeneratedTree)?
    ) throws(GeneratedTreeError) -> [GeneratedTree.Replacement]? {
        if let edit = reading.edit, let earlier {
            let emitter = ClientEmitter(reading.api, after: edit, of: earlier.emitter)
            var tree = earlier.tree
            if let changes = tree.replace(GeneratedFiles.allTexts(of: emitter)) {
                last = (emitter, tree)
                return changes
            }
        }
        let emitter = ClientEmitter(reading.api)
        last = (emitter, try GeneratedTree(GeneratedFiles.allTexts(of: emitter)))
        return nil
    }
}

extension GeneratedFiles {
    /// The files of the client, of its examples and of the operations as data.
    fileprivate static func allTexts(of emitter: ClientEmitter) -> [(path: String, text: String)] {
        texts(
            of: emitter.swiftFiles() + emitter.fixtureFiles() + emitter.operationDocuments(),
            emitter.documentationPages())
    }
}
