// The folder in which a run prepares the new tree, and in which the old one is afterwards.

import FileSystem

/// A folder of the generator's own during a run.
///
///     .GitLab.gitlab-codegen-staging/
///         about.txt     tells a person what this is, and the next run that the folder is the generator's
///         part          the file that is being written
///         tree/         the new tree while it is prepared, the old one after both were exchanged
///
/// In `tree` there are only whole files at any time, so that each can be judged by its header.
struct StagingFolder {
    let path: Path

    /// The place for a run that replaces the output folder as a whole: on the same disk, and no part of any target.
    static func beside(_ folder: Path) -> StagingFolder {
        StagingFolder(path: folder.parent.appending(".\(folder.lastComponent).gitlab-codegen-staging"))
    }

    var tree: Path { path.appending("tree") }
    private var part: Path { path.appending("part") }
    private var about: Path { path.appending("about.txt") }

    /// Makes the folder, with the note in it. Nothing may be there.
    func make() throws {
        try path.makeFolder()
        let note = """
            gitlab-codegen prepares new files here. If you see this folder, a run was stopped: the next run removes it.

            """
        try about.writeNew(Array(note.utf8))
    }

    /// Writes a file of the tree, at once or not at all. Its folder must exist.
    ///
    /// - Parameter model: the file whose permissions and owner are copied.
    func write(_ content: [UInt8], at relative: RelativePath, like model: FileStatus?) throws(FileSystemError) {
        try part.writeNew(content)
        if let model { try part.adopt(model) }
        try part.rename(to: tree.appending(relative))
    }

    /// Adds a file to the tree unchanged: the same file under a second name.
    func carry(_ file: FolderTree.Entry, from folder: Path) throws(FileSystemError) {
        try folder.appending(file.path).link(to: tree.appending(file.path))
    }

    /// Whether there is something at the path of the folder.
    func exists() throws(FileSystemError) -> Bool {
        try path.status() != nil
    }

    /// Removes the folder, if it is there, with the generator's files in it.
    ///
    /// Files in `tree` that are not the generator's move to their places in the output folder, see `RetiredTree`.
    ///
    /// - Returns: the files that went there.
    /// - Throws: `OutputTreeError` if somebody else's things are in the folder; `FileSystemError`.
    func remove(outputFolder: Path) throws -> [RelativePath] {
        guard let status = try path.status() else { return [] }
        guard status.kind == .folder else { throw OutputTreeError.stagingTaken(path) }
        let names = try path.names()
        var saved: [RelativePath] = []
        // Empty: the run was stopped before it wrote its note, or after it removed it.
        if !names.isEmpty {
            let own = [tree.lastComponent, part.lastComponent, about.lastComponent]
            guard names.contains(about.lastComponent), names.allSatisfy(own.contains) else {
                throw OutputTreeError.stagingTaken(path)
            }
            if names.contains(part.lastComponent) { try part.removeFile() }
            if let kind = try tree.status()?.kind {
                // A symbolic link would lead to files outside of the folder.
                guard kind == .folder else { throw OutputTreeError.stagingTaken(tree) }
                saved = try RetiredTree(path: tree, outputFolder: outputFolder, staging: path).remove()
            }
            try about.removeFile()
        }
        try path.removeEmptyFolder()
        return saved
    }
}
