// Making the folder hold the generated tree, in one step.

import FileSystem

/// Writes a generated tree into its folder so that the folder holds the old tree or the new one at any time, whenever
/// the run is stopped.
///
/// The whole new folder is prepared beside the old one; then both are exchanged by one system call; then the old one is
/// removed. Files that stay as they are go along as second names of the same file, so their times do not change, and
/// what somebody writes to them meanwhile is not lost. If nothing differs, nothing is written.
///
/// Only one run may work on a folder, which `OutputFolder` ensures.
struct TreeWriter {
    let folder: Path
    /// Exchanges two folders. Tests inject failures and changes here.
    var exchange: (Path, Path) throws -> Void = { try $0.exchange(with: $1) }

    /// Makes the folder hold the tree.
    ///
    /// - Throws: `OutputTreeError`; `FileSystemError`, also where the file system cannot exchange folders. The folder
    ///   then is as it was.
    func write(_ tree: GeneratedTree) throws -> WriteResult {
        var comparison = try compare(with: tree)
        var notes: [WriteResult.Note] = []
        if try removeLeftovers(&notes) { comparison = try compare(with: tree) }

        var result = WriteResult(comparison)
        if comparison.needsWriting { try replaceFolder(comparison, &notes) }
        result.notes = notes
        return result
    }

    private func compare(with tree: GeneratedTree) throws -> TreeComparison {
        let comparison = try TreeComparison(of: tree, with: folder)
        let obstructions = comparison.obstructions
        guard obstructions.isEmpty else { throw OutputTreeError.obstructed(folder: folder, obstructions) }
        return comparison
    }

    /// Removes the remains of stopped runs, and returns whether there were any.
    private func removeLeftovers(_ notes: inout [WriteResult.Note]) throws -> Bool {
        let staging = StagingFolder.beside(folder)
        guard try staging.exists() else { return false }
        notes += try staging.remove(outputFolder: folder).map { .broughtBack(folder.appending($0)) }
        return true
    }

    private func replaceFolder(_ comparison: TreeComparison, _ notes: inout [WriteResult.Note]) throws {
        if let device = try folder.status()?.device, try folder.parent.resolved()?.status()?.device != device {
            throw OutputTreeError.mountPoint(folder)
        }
        let staging = StagingFolder.beside(folder)
        let next = try NextTree(comparison)
        try orRemove(staging) {
            try staging.make()
            try next.prepare(in: staging)
            if comparison.listing == nil {
                try staging.tree.rename(to: folder)
            } else {
                try exchangeWhole(staging.tree)
            }
        }
        try folder.parent.flush()
        dispose(of: staging, &notes)
    }

    private func exchangeWhole(_ tree: Path) throws {
        do {
            try exchange(tree, folder)
        } catch let error as FileSystemError where error.code == FileSystemError.busy {
            // A part of the same file system may be mounted there.
            throw OutputTreeError.mountPoint(folder)
        }
    }

    // MARK: The staging folder

    /// Runs the part that may fail; after an error the staging folder is removed, and the folder is as it was.
    private func orRemove(_ staging: StagingFolder, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch {
            // The first error is reported. The next run removes the rest.
            _ = try? staging.remove(outputFolder: folder)
            throw error
        }
    }

    /// Removes the staging folder with the old tree, after the new one is in place. The run does not fail if it cannot
    /// be removed.
    private func dispose(of staging: StagingFolder, _ notes: inout [WriteResult.Note]) {
        do {
            notes += try staging.remove(outputFolder: folder).map { .broughtBack(folder.appending($0)) }
        } catch {
            notes.append(.leftBehind(staging.path, reason: "\(error)"))
        }
    }
}
