// Generated modules: their files and their declarations.

import OutputTree
import SwiftEmitter

/// The files of the client's modules, or of those with the examples, and the public declarations in them.
public struct GeneratedFiles: Sendable {
    /// The declarations of a Swift file.
    public struct Declarations: Sendable {
        /// Where the file is below the output folder.
        public let path: String
        /// In the order of the file.
        public let symbols: [Symbol]
    }

    public private(set) var tree: GeneratedTree
    /// The Swift files with what they declare, in the order of their paths.
    public let declarations: [Declarations]

    /// The files of one module, by their paths below its folder.
    public func tree(of module: String) throws(GeneratedTreeError) -> GeneratedTree {
        let files = tree.files.filter { $0.path.string.hasPrefix(module + "/") }
        return try GeneratedTree(files.map { (String($0.path.string.dropFirst(module.utf8.count + 1)), $0.text) })
    }

    /// Prints files of Swift and pages of documentation, each with its header.
    init(_ files: [SwiftFile], pages: [DocumentationPage] = []) throws(GeneratedTreeError) {
        let printed = files.concurrentMap(PrintedFile.init)
        tree = try GeneratedTree(printed.map { ($0.path, $0.text) })
        declarations = printed.map { Declarations(path: $0.path, symbols: $0.symbols) }
        for page in pages {
            let header = GeneratedHeader.line(sources: page.sources, in: .markdown)
            // DocC requires the title first, so the header follows it.
            try tree.add("\(page.title)\n\n\(header)\n\n\(page.text)", at: page.path)
        }
    }
}

/// A file of Swift below its header.
private struct PrintedFile: Sendable {
    let path: String
    let text: String
    let symbols: [Symbol]

    init(_ file: SwiftFile) {
        let (text, symbols) = file.printed()
        let header = "\(GeneratedHeader.line(sources: file.sources))\n\n"
        path = file.path
        self.text = header + text
        self.symbols = symbols.map { $0.moved(down: 2) }
    }
}
