// Preparing the folder that replaces the present one.

import FileSystem

/// The new content of the folder: new files and those that stay.
struct NextTree {
    /// A file with a new content.
    struct Written {
        let path: RelativePath
        let text: String
        /// The file that it replaces, if there is one.
        let replaces: FileStatus?
    }

    /// The files to write, sorted by path.
    let written: [Written]
    private let folder: Path
    private let folderStatus: FileStatus?
    /// The files that stay as they are: unchanged ones, and those that are not the generator's.
    private let kept: [FolderTree.Entry]
    /// The folders that are there now, by their paths.
    private let presentFolders: [RelativePath: FileStatus]
    /// The folders that the tree needs. Of those that hold nothing after the change, only those stay that held nothing
    /// before.
    private let folders: [RelativePath]

    init(_ comparison: TreeComparison) throws(FileSystemError) {
        let listing = comparison.listing
        let present = Dictionary((listing?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        folder = comparison.folder
        folderStatus = try comparison.folder.status()
        let replacing = comparison.changed.map {
            Written(path: $0.path, text: $0.text, replaces: present[$0.path]?.status)
        }
        let added = comparison.missing.map { Written(path: $0.path, text: $0.text, replaces: nil) }
        written = (replacing + added).sorted { $0.path < $1.path }

        let gone = Set(comparison.changed.map(\.path) + comparison.orphaned.map(\.path))
        kept = (listing?.files ?? []).filter { !gone.contains($0.path) }
        presentFolders = Dictionary(
            (listing?.folders ?? []).map { ($0.path, $0.status) }, uniquingKeysWith: { first, _ in first })
        let filledBefore = Set(present.keys.flatMap(\.ancestors))
        let filledAfter = Set(kept.flatMap(\.path.ancestors) + written.flatMap(\.path.ancestors))
        folders = filledAfter.union(presentFolders.keys.filter { !filledBefore.contains($0) }).sorted()
    }

    /// Writes the whole tree into the staging folder, and syncs it to the disk.
    func prepare(in staging: StagingFolder) throws(FileSystemError) {
        try staging.tree.makeFolder()
        for folder in folders { try staging.tree.appending(folder).makeFolders() }
        for file in kept { try staging.carry(file, from: folder) }
        for file in written { try staging.write(Array(file.text.utf8), at: file.path, like: file.replaces) }
        for file in written { try staging.tree.appending(file.path).flush() }
        // The innermost first: a folder that may not be written must be complete before it gets its permissions.
        for folder in folders.reversed() {
            try finish(staging.tree.appending(folder), like: presentFolders[folder])
        }
        try finish(staging.tree, like: folderStatus)
    }

    private func finish(_ folder: Path, like model: FileStatus?) throws(FileSystemError) {
        if let model { try folder.adopt(model) }
        try folder.flush()
    }
}
