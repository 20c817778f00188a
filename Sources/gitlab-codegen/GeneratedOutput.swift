// Writing the generated files, and printing what has changed.

import FileSystem
import Generator
import OutputTree

/// The folder of the generated files, with the output of a command that writes them.
struct GeneratedOutput {
    let folder: OutputFolder
    let spec: Path
    let reporting: Reporting

    /// Writes the tree and the files beside the spec.
    func write(_ tree: GeneratedTree) throws {
        let result = try folder.write(tree)
        say(result)
        for path in try SpecReference(in: spec).write() { reporting.say("  written  \(path)") }
        sayCounts(result)
    }

    /// Replaces files, each in one step; false, and nothing is changed, if others have changed them.
    func replace(_ changes: [GeneratedTree.Replacement], in tree: GeneratedTree) throws -> Bool {
        guard try folder.replace(changes) else { return false }
        for change in changes { say("changed", change.path) }
        sayCounts(changed: changes.count, unchanged: tree.files.count - changes.count)
        return true
    }

    /// Writes what is not as it should be after an edit was answered, and waits until all has reached the disk.
    func settle(_ changes: [GeneratedTree.Replacement], in tree: GeneratedTree) throws {
        try folder.flush(changes.map(\.path))
        let result = try folder.write(tree)
        say(result)
        if !result.wasCurrent { sayCounts(result) }
    }

    private func say(_ word: String, _ file: RelativePath) {
        reporting.say("  \(word)  \(folder.path.appending(file))")
    }

    private func say(_ result: WriteResult) {
        for (word, files) in [("written", result.added), ("changed", result.changed), ("removed", result.removed)] {
            for file in files { say(word, file) }
        }
        for note in result.notes { StandardStream.error.print("note: \(note)") }
        for stranger in result.foreign {
            StandardStream.error.print(
                "note: \(folder.path.appending(stranger.path)) is not a generated file: it was kept, and has to be "
                    + "moved away to pass `gitlab-codegen verify`")
        }
    }

    private func sayCounts(_ result: WriteResult) {
        sayCounts(
            written: result.added.count, changed: result.changed.count, removed: result.removed.count,
            unchanged: result.unchanged.count)
    }

    private func sayCounts(written: Int = 0, changed: Int, removed: Int = 0, unchanged: Int) {
        reporting.sayResult(
            "\(folder.path)/: \(written) written, \(changed) changed, \(removed) removed, \(unchanged) unchanged")
    }
}
