// `gitlab-codegen compare`: the changes since another spec, and the required version change.

import ArgumentParser
import FileSystem
import Generator
import GitRevision
import SpecComparison
import SpecSyntax

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports what changed in the spec, and whether that is a major, minor or patch version.",
        discussion: """
            Compares the spec with what a revision of git has of it, or with another folder: what changed on the wire, in \
            the Swift that users of the client see, and in the spec itself, each with its places, why it matters as much as \
            it does, and lines for the changelog. Files are not changed.

            Only the generated client is compared, not the runtime beside it. The exit code is 0 whatever changed, unless \
            --at-most sets a limit.

            Examples:
              gitlab-codegen compare --against main
              gitlab-codegen compare --against 1.4.0 --at-most minor
              gitlab-codegen compare old/spec spec
            """
    )

    @Option(
        help: ArgumentHelp("The revision of git to compare with: a branch, a tag or a commit.", valueName: "revision"))
    var against: String?

    @Option(
        help: ArgumentHelp("The most that may have changed: patch or minor; more is exit code 1.", valueName: "verdict")
    )
    var atMost: Verdict?

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    @Argument(
        help: ArgumentHelp(
            "Instead of --against and --spec: the folders of the old and the new spec.", valueName: "folder"))
    var foldersOfSpecs: [String] = []

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
        switch (against, foldersOfSpecs.count) {
        case (nil, 0): throw ValidationError("name what to compare with: --against REVISION, or two folders")
        case (nil, 2), (_?, 0): break
        case (nil, _): throw ValidationError("two folders can be compared, not \(foldersOfSpecs.count)")
        case (_?, _): throw ValidationError("--against and two folders exclude each other: pass one of them")
        }
        if against?.isEmpty == true || against?.hasPrefix("-") == true {
            throw ValidationError("--against names no revision")
        }
    }

    func run() throws {
        let (before, after): ([SpecFile], [SpecFile])
        let oldName: String
        if let against {
            after = try SpecFolder(Path(spec)).files()
            before = try GitRevision(name: against).specFiles(in: Path(spec))
            oldName = "in \(against)"
        } else {
            (before, after) = try (
                SpecFolder(Path(foldersOfSpecs[0])).files(), SpecFolder(Path(foldersOfSpecs[1])).files()
            )
            oldName = "in \(foldersOfSpecs[0])"
        }
        let old = try Generation(spec: before)
        let new = try Generation(spec: after)
        for (generation, note) in [(old, "the spec \(oldName) has errors"), (new, "the new spec has errors")]
        where generation.tree == nil {
            StandardStream.error.print(Array(generation.report.utf8))
            throw Outcome(code: .problems, message: "error: \(note), see above")
        }
        guard let comparison = try Comparison(old, new, in: Path(Folders.usualOutput).parent.string) else {
            throw Outcome.problems
        }
        StandardStream.output.print(Array(comparison.report.visibleLines.utf8))
        if let atMost, let verdict = comparison.verdict, verdict > atMost {
            throw Outcome(
                code: .problems,
                message: "error: these changes are \(verdict.rawValue), and at most \(atMost.rawValue) is allowed")
        }
    }
}

extension Verdict: ExpressibleByArgument {}
