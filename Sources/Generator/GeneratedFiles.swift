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
    private let files: @Sendable () -> [SwiftFile]

    /// The Swift files with what they declare, in the order of their paths. They are printed again for that.
    public var declarations: [Declarations] {
        files().concurrentMap { file in
            // The header has two lines.
            Declarations(path: file.path, symbols: file.symbols.map { $0.moved(down: 2) })
        }
    }

    /// The files of one module, by their paths below its folder.
    public func tree(of module: String) throws(GeneratedTreeError) -> GeneratedTree {
        let files = tree.files.filter { $0.path.string.hasPrefix(module + "/") }
        return try GeneratedTree(files.map { (String($0.path.string.dropFirst(module.utf8.count + 1)), $0.text) })
    }

    /// Prints files of Swift and pages of documentation, each with its header.
    ///
    /// - Parameters:
    ///   - files: makes the files, again for their declarations: most runs want the text alone.
    ///   - body: what is done while the files are printed.
    init(
        _ files: @escaping @Sendable () -> [SwiftFile], pages: [DocumentationPage] = [], beside body: () -> Void = {}
    ) throws(GeneratedTreeError) {
        self.files = files
        tree = try GeneratedTree(Self.texts(of: files(), pages, beside: body))
    }

    /// The texts of files and pages, each with its header.
    static func texts(
        of files: [SwiftFile], _ pages: [DocumentationPage], beside body: () -> Void = {}
    ) -> [(path: String, text: String)] {
        let texts = files.concurrentMap(beside: body) { file in
            (path: file.path, text: "\(GeneratedHeader.line(sources: file.sources))\n\n\(file.text)")
        }
        return texts
            + pages.map { page in
                let header = GeneratedHeader.line(sources: page.sources, in: .markdown)
                // DocC requires the title first, so the header follows it.
                return (path: page.path, text: "\(page.title)\n\n\(header)\n\n\(page.text)")
            }
    }
}
