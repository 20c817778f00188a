// Removing an outdated tree without removing files that are not the generator's.

import FileSystem

/// The old tree after its exchange, or a new one that was never finished.
///
/// Files that are not the generator's are in such a tree only as second names of those in the output folder.
/// The exception is a file that somebody put there while the tree was being exchanged: that one is moved to the output
/// folder.
struct RetiredTree {
    let path: Path
    /// The folder that holds the generated files now.
    let outputFolder: Path
    /// The staging folder that holds this tree, for messages.
    let staging: Path

    /// Removes the tree.
    ///
    /// - Returns: the files that were moved to the output folder.
    /// - Throws: `OutputTreeError.leftover` if such a file cannot go there; `FileSystemError`.
    func remove() throws -> [RelativePath] {
        let tree = try FolderTree(of: path)
        for folder in tree.folders where folder.status.permissions & 0o300 != 0o300 {
            try path.appending(folder.path).setPermissions(0o700)
        }
        var saved: [RelativePath] = []
        for file in tree.files {
            let place = path.appending(file.path)
            if try isDispensable(file) {
                try place.removeFile()
            } else {
                try move(file.path)
                saved.append(file.path)
            }
        }
        for folder in tree.folders.reversed() { try path.appending(folder.path).removeEmptyFolder() }
        try path.removeEmptyFolder()
        return saved
    }

    /// Whether nothing is lost with the file: it is the generator's, or is still there, under another name or twice.
    private func isDispensable(_ file: FolderTree.Entry) throws -> Bool {
        let current = try leadsElsewhere(file.path) ? nil : outputFolder.appending(file.path).status()
        if let current, current.isSameFile(as: file.status) { return true }
        guard file.status.kind == .file else { return false }
        if file.status.links > 1 { return true }
        let place = path.appending(file.path)
        if try place.isMarkedAsGenerated() { return true }
        guard let current, current.kind == .file, current.size == file.status.size else { return false }
        return try place.bytes() == outputFolder.appending(file.path).bytes()
    }

    private func move(_ file: RelativePath) throws {
        let target = outputFolder.appending(file)
        guard try target.status() == nil, try !leadsElsewhere(file) else {
            throw OutputTreeError.leftover(path.appending(file), differsFrom: target, staging: staging)
        }
        try target.parent.makeFolders()
        try path.appending(file).rename(to: target)
    }

    /// Whether something other than a folder is on the way to a file in the output folder, such as a symbolic link.
    private func leadsElsewhere(_ file: RelativePath) throws -> Bool {
        try file.ancestors.contains { folder in
            try outputFolder.appending(folder).status().map { $0.kind != .folder } ?? false
        }
    }
}
