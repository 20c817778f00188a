// A self-test of verifying: the tree is changed in memory, and each change has to be found.

import FileSystem

/// A test of the comparison itself, against the folder as it is.
public struct SelfTest {
    /// The change of the tree in memory.
    public enum Deviation: String, Sendable, CaseIterable {
        /// A byte of a file is another one.
        case mutated
        /// A file is not wanted, so that the one on the disk is orphaned.
        case deleted
        /// A file is requested that is not on the disk.
        case added
    }

    /// A deviation, and the result of the comparison.
    public struct Result: Sendable {
        public let deviation: Deviation
        /// The file that was changed.
        public let path: String
        /// Whether the comparison named this file, for this reason, and no other.
        public let isFound: Bool
    }

    private let tree: GeneratedTree
    private let compare: (GeneratedTree) throws -> TreeComparison

    /// - Parameters:
    ///   - tree: the content of the folder, which has to be current.
    ///   - compare: the comparison to test.
    public init(of tree: GeneratedTree, by compare: @escaping (GeneratedTree) throws -> TreeComparison) {
        self.tree = tree
        self.compare = compare
    }

    /// Makes each deviation in turn.
    ///
    /// - Throws: errors of the comparison.
    public func results() throws -> [Result] {
        try Deviation.allCases.map { deviation in
            let path = target(of: deviation)
            let comparison = try compare(changed(by: deviation, at: path))
            let found: [String] =
                switch deviation {
                case .mutated: comparison.changed.map(\.path.string)
                case .deleted: comparison.orphaned.map(\.path.string)
                case .added: comparison.missing.map(\.path.string)
                }
            let count = comparison.missing.count + comparison.changed.count + comparison.orphaned.count
            return Result(
                deviation: deviation, path: path, isFound: found == [path] && count == 1 && !comparison.isCurrent)
        }
    }

    /// The file that is changed: one in the middle, so that a comparison that stops early does not find it.
    private func target(of deviation: Deviation) -> String {
        switch deviation {
        case .mutated, .deleted: tree.files.isEmpty ? "" : tree.files[tree.files.count / 2].path.string
        case .added: "SelfTest/NotThere.swift"
        }
    }

    private func changed(by deviation: Deviation, at path: String) throws(GeneratedTreeError) -> GeneratedTree {
        var files = tree.files.map { (path: $0.path.string, text: $0.text) }
        switch deviation {
        case .mutated:
            for index in files.indices where files[index].path == path {
                // The last byte before the line break: the header, by which files are known, stays.
                files[index].text = files[index].text.dropLast(2) + "~\n"
            }
        case .deleted: files.removeAll { $0.path == path }
        case .added: files.append((path, GeneratedMark.opening() + "\n"))
        }
        return try GeneratedTree(files)
    }
}
