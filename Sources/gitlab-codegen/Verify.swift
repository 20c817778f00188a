// `gitlab-codegen verify`: checks whether the generated files are current, and changes nothing.

import ArgumentParser
import FileSystem
import Generator
import OutputTree

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks that the generated files are up to date.",
        discussion: """
            Lists every file that is missing, changed, no longer generated, or not a generated one, shows the \
            difference, and ends with exit code 1 if there is any. Nothing is changed, but the spec with --fix.

            With --self-test, a byte is changed, a file deleted and a file added as well, in memory, and it fails unless each \
            of the three is found.

            Example, what CI runs:
              gitlab-codegen verify --self-test
            """
    )

    @Flag(help: "Also test that a changed, a deleted and an added file would be found.")
    var selfTest = false

    @OptionGroup var folders: Folders
    @OptionGroup var reporting: Reporting

    func run() throws {
        let output = try folders.outputFolder()
        let generation = try reporting.generation(of: SpecFolder(Path(folders.spec)))
        guard let tree = try generation.wholeTree() else {
            reporting.reportButUnfinished(generation, in: folders.spec)
            throw Outcome.problems
        }
        let comparison = try output.compare(with: tree)
        let reference = try SpecReference(in: Path(folders.spec)).compare()
        let drifts = [comparison, reference].filter { !$0.isCurrent }.map {
            VerificationReport(of: $0, regenerateCommand: folders.regenerateCommand)
        }
        switch reporting.format {
        case .text:
            reporting.reportButUnfinished(generation, in: folders.spec)
            for drift in drifts { StandardStream.output.print(drift.bytes) }
        case .json, .github, .codeQuality:
            let all = generation.diagnostics + drifts.flatMap(\.diagnostics)
            reporting.report(all, of: generation, in: folders.spec)
        }
        if !drifts.isEmpty { throw Outcome.problems }
        let count = comparison.unchanged.count
        reporting.sayResult("\(comparison.folder)/ is current: \(count) file\(count == 1 ? "" : "s")")
        if selfTest { try test(output, against: tree) }
    }

    /// Tests the comparison, with trees that differ from the disk in one file each.
    private func test(_ output: OutputFolder, against tree: GeneratedTree) throws {
        let results = try SelfTest(of: tree) { try output.compare(with: $0) }.results()
        for result in results {
            reporting.say(
                "self-test: \(result.path), \(result.deviation.rawValue): \(result.isFound ? "found" : "NOT FOUND")")
        }
        if results.contains(where: { !$0.isFound }) {
            throw Outcome(code: .problems, message: "error: verify does not find what it has to find")
        }
    }
}
