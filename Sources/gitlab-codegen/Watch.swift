// `gitlab-codegen generate --watch`: generates again after each change of the spec.

import FileSystem
import Generator
import SpecModel
import SpecSyntax

/// Answers each change of the spec, until the process is interrupted.
struct Watch {
    let output: GeneratedOutput
    private var spec: Path { output.spec }
    private var reporting: Reporting { output.reporting }

    init(output: GeneratedOutput) {
        self.output = output
    }

    /// Generates from the spec as it is, then again after each change. An error is printed, and ends nothing.
    func run() {
        Interruption.listen()
        let watch = FolderWatch(spec)
        var generator = IncrementalGenerator()
        var listed: [FolderTree.Entry]?
        var answered: [SpecFile]?
        var isReported = true
        while !Interruption.isRequested {
            let found = content(for: watch)
            // Two changes can have one time, so that what was reported is read even if it looks the same.
            if isReported || found != listed {
                // What changes meanwhile is found after it.
                listed = found
                do {
                    let files = try SpecFolder(spec).files()
                    if files != answered {
                        answered = files
                        try answer(files, &generator)
                        sayWaiting()
                    }
                } catch {
                    report(error)
                    sayWaiting()
                }
            }
            isReported = watch.wait()
        }
    }

    /// Writes the files that differ. After an edit, the rules that take the whole spec are checked when that is done.
    private func answer(_ files: [SpecFile], _ generator: inout IncrementalGenerator) throws {
        let step = try generator.step(to: files)
        if let tree = step.tree, let changes = step.changes, try output.replace(changes, in: tree) {
            reporting.reportButUnfinished(step.lint(), files: step.files, in: spec.string)
            try output.settle(changes, in: tree)
        } else {
            let diagnostics = step.lint()
            reporting.reportButUnfinished(diagnostics, files: step.files, in: spec.string)
            guard let tree = step.tree, !diagnostics.contains(where: { $0.severity == .error }) else {
                throw Outcome.problems
            }
            try output.write(tree)
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

    private func report(_ error: any Error) {
        let outcome = error as? Outcome ?? Outcome(error, message: "error: \(error)")
        if let message = outcome.message { StandardStream.error.print(message.visibleLines) }
    }

    private func sayWaiting() {
        if !Interruption.isRequested { reporting.sayResult("watching \(spec)/ for changes; Control-C ends it") }
    }
}
