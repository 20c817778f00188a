// `gitlab-codegen generate --watch`: generates again after each change of the spec.

import FileSystem
import Generator
import SpecModel
import SpecSyntax

/// Runs a job whenever the spec has changed, until the process is interrupted.
struct Watch {
    let spec: Path
    let reporting: Reporting

    /// Runs the job with the spec as it is, then again after each change. An error is printed, and ends nothing.
    func run(_ job: (Generation) throws -> Void) {
        Interruption.listen()
        let watch = FolderWatch(spec)
        var known = KnownFiles()
        var seen: [FolderTree.Entry]?
        while !Interruption.isRequested {
            let found = content(for: watch)
            if found == seen {
                watch.wait()
                continue
            }
            // What changes while the job runs is found after it.
            seen = found
            print { try job(Generation(spec: SpecFolder(spec).files(), known: &known)) }
        }
    }

    /// The files of the spec with when they were changed; empty where there is no such folder.
    private func content(for watch: borrowing FolderWatch) -> [FolderTree.Entry] {
        let isHidden = { (path: RelativePath) in path.lastComponent.utf8.first == UInt8(ascii: ".") }
        guard let folder = try? spec.resolved(), let tree = try? FolderTree(of: folder, leavingOut: isHidden) else {
            return []
        }
        watch.add(tree.folders.map(\.path))
        return tree.files.filter { $0.path.string.hasSuffix(".yaml") || $0.path.string.hasSuffix(".yml") }
    }

    /// Prints the errors of a job and what comes next.
    private func print(_ job: () throws -> Void) {
        do {
            try job()
        } catch let outcome as Outcome {
            if let message = outcome.message { StandardStream.error.print(message.visibleLines) }
        } catch {
            let message = Outcome(error, message: "error: \(error)").message
            if let message { StandardStream.error.print(message.visibleLines) }
        }
        if !Interruption.isRequested { reporting.sayResult("watching \(spec)/ for changes; Control-C ends it") }
    }
}
