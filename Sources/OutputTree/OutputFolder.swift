// The folder of the generated files: the only place that the generator ever changes.

import FileSystem

/// The folder that holds the generated files.
public struct OutputFolder: Sendable {
    public let path: Path

    /// Takes the folder by the path that a person gave. It need not exist.
    ///
    /// - Parameters:
    ///   - path: Where the folder is.
    ///   - notHolding: Paths that must not be in the folder, with their names: the folder is replaced as a whole, so it
    ///     cannot be that of a whole project.
    /// - Throws: `OutputTreeError` if this cannot be the output folder; `FileSystemError` if it cannot be read.
    public init(_ path: Path, notHolding others: [(path: Path, words: String)] = []) throws {
        self.path = path
        if ["", ".", ".."].contains(path.lastComponent) { throw OutputTreeError.unnamed(path) }
        guard let resolved = try path.resolved() else { return }
        for other in others {
            guard let place = try other.path.resolved() else { continue }
            if place == resolved || place.string.utf8.starts(with: (resolved.string + "/").utf8) {
                throw OutputTreeError.holds(path, reason: other.words)
            }
        }
    }

    /// Compares the folder with what it should hold. Waits for a run that is writing.
    ///
    /// - Throws: `OutputTreeError`, `FileSystemError`
    public func compare(with tree: GeneratedTree) throws -> TreeComparison {
        guard try path.parent.resolved() != nil else { return try TreeComparison(of: tree, with: path) }
        return try locked(for: .reading) { try TreeComparison(of: tree, with: path) }
    }

    /// Makes the folder hold the tree, see `TreeWriter`. Waits for another run that is writing.
    ///
    /// - Throws: `OutputTreeError`, `FileSystemError`. The folder then is as it was.
    public func write(_ tree: GeneratedTree) throws -> WriteResult {
        try path.parent.makeFolders()
        return try locked(for: .writing) { try TreeWriter(folder: path).write(tree) }
    }

    /// Replaces files one after the other, each in one step, without waiting until they have reached the disk.
    ///
    /// A run that is stopped may have replaced some of them; the next one replaces the others.
    ///
    /// - Returns: false, and nothing is changed, unless each file is there with its old text.
    /// - Throws: `OutputTreeError`, `FileSystemError`
    public func replace(_ files: [GeneratedTree.Replacement]) throws -> Bool {
        try locked(for: .writing) {
            if try StagingFolder.beside(path).exists() { return false }
            let places = files.map { path.appending($0.path) }
            for (file, place) in zip(files, places) {
                guard try place.status()?.kind == .file, try place.bytes().spell(file.old) else { return false }
            }
            for (file, place) in zip(files, places) {
                try place.replaceFile(with: Array(file.new.utf8), flushing: false)
            }
            return true
        }
    }

    /// Waits until files have reached the disk.
    ///
    /// - Throws: `FileSystemError`
    public func flush(_ files: [RelativePath]) throws {
        for file in files { try path.appending(file).flush() }
    }

    /// The folder around is locked, not the folder itself, whose place another one takes.
    private func locked<Result>(for kind: FolderLock.Kind, _ body: () throws -> Result) throws -> Result {
        do {
            return try FolderLock(path.parent, for: kind).hold(body)
        } catch let error as FileSystemError where error.meansLocked {
            throw OutputTreeError.busy(path.parent)
        }
    }
}
