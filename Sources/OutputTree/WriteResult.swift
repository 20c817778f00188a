// The result of writing the generated tree.

import FileSystem

/// The changes of a run in the output folder.
public struct WriteResult: Sendable {
    /// A warning of a successful run.
    public enum Note: Sendable, Hashable, CustomStringConvertible {
        /// A file was put into the output folder during the exchange, of this run or an earlier one; it is there again.
        case broughtBack(Path)
        /// The old files could not be removed from where they are now, although the new ones are in place.
        case leftBehind(Path, reason: String)

        public var description: String {
            switch self {
            case .broughtBack(let path):
                "\(path) is not a generated file; it was found in an older state of the folder and put back"
            case .leftBehind(let path, let reason):
                "the new files are in place, but \(path) is left over: \(reason)"
            }
        }
    }

    /// Files that were missing, and are there.
    public internal(set) var added: [RelativePath]
    /// Files that had another content.
    public internal(set) var changed: [RelativePath]
    /// Files that were removed because they are not among the wanted ones.
    public internal(set) var removed: [RelativePath]
    /// Files that were as they should be, and were not touched.
    public internal(set) var unchanged: [RelativePath]
    /// Things in the folder that are not the generator's, and were kept.
    public internal(set) var foreign: [TreeComparison.Stranger]
    public internal(set) var notes: [Note] = []

    /// Files that were written: missing and changed ones.
    public var written: [RelativePath] { (added + changed).sorted() }
    /// Whether there was nothing to do.
    public var wasCurrent: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

    init(_ comparison: TreeComparison) {
        added = comparison.missing.map(\.path)
        changed = comparison.changed.map(\.path).sorted()
        removed = comparison.orphaned.map(\.path)
        unchanged = comparison.unchanged
        foreign = comparison.foreign
    }
}
