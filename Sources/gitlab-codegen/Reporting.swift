// The options for printing diagnostics and applying fixes, and reading the spec with them.

import ArgumentParser
import FileSystem
import Generator
import OutputTree
import SpecModel
import SpecSyntax

/// How to report diagnostics of the spec.
struct Reporting: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, github
        case codeQuality = "code-quality"
    }

    @Option(
        help: ArgumentHelp(
            "How to print diagnostics: text for people on the standard error stream, or on the standard output json, "
                + "github (annotations of Actions) or code-quality (GitLab's report).",
            valueName: "format"))
    var format = Format.text

    @Flag(help: "Apply unambiguous fixes to the spec. Every other byte stays as it is.")
    var fix = false

    /// Text, and no fixes: a build changes no sources.
    static let forBuilds = printing(.text)

    /// Diagnostics in a format, and no fixes.
    static func printing(_ format: Format) -> Reporting {
        var reporting = Reporting()
        reporting.format = format
        reporting.fix = false
        return reporting
    }

    /// How often fixes are applied, since one can reveal errors that another one fixes, and thousands of errors have theirs
    /// in turn.
    private static let rounds = 100

    /// Reads a spec and generates from it. Fixes are applied if requested; nothing is printed about the rest.
    ///
    /// - Throws: `SpecFolderError`, `FileSystemError`, `GeneratedTreeError`
    func generation(of folder: SpecFolder, withExamples: Bool = false) throws -> Generation {
        var generation = try Generation(
            spec: folder.files(), examples: withExamples ? folder.examples() : nil)
        guard fix else { return generation }
        for _ in 0..<Self.rounds {
            let applied = AppliedFixes(of: generation.files, by: generation.diagnostics)
            if applied.diagnostics.isEmpty { break }
            try folder.replace(generation.files, with: applied.files)
            for diagnostic in applied.diagnostics { say("fixed \(Self.line(diagnostic))") }
            generation = try Generation(spec: folder.files(), examples: withExamples ? folder.examples() : nil)
        }
        return generation
    }

    /// Prints diagnostics in the chosen format. Formats for programs are printed even without diagnostics.
    ///
    /// - Parameter folder: the spec folder as the user named it.
    func report(_ diagnostics: [Diagnostic], of generation: Generation, in folder: String) {
        report(diagnostics, files: generation.files, in: folder)
    }

    /// Prints diagnostics of these files.
    func report(_ diagnostics: [Diagnostic], files: [SpecFile], in folder: String) {
        switch format {
        case .text:
            guard !diagnostics.isEmpty else { return }
            let stream = StandardStream.error
            let printer = TextPrinter(files: files, hasColor: stream.hasColor)
            stream.print(Array(printer.text(for: diagnostics).utf8))
            sayWhereItIs(folder)
        case .json: StandardStream.output.print(Array(JSONPrinter().text(for: diagnostics).utf8))
        case .github: StandardStream.output.print(Array(GitHubPrinter().text(for: diagnostics).utf8))
        case .codeQuality: StandardStream.output.print(Array(CodeQualityPrinter().text(for: diagnostics).utf8))
        }
    }

    /// Prints the diagnostics of a spec for another command. Unfinished sentences are only counted: an import leaves
    /// thousands of them, and `lint` lists them.
    func reportButUnfinished(_ generation: Generation, in folder: String) {
        reportButUnfinished(generation.diagnostics, files: generation.files, in: folder)
    }

    /// Prints diagnostics of these files, as above.
    func reportButUnfinished(_ diagnostics: [Diagnostic], files: [SpecFile], in folder: String) {
        let others = diagnostics.filter { $0.rule != Rule.unfinishedSentence.id }
        report(others, files: files, in: folder)
        let count = diagnostics.count - others.count
        if count > 0 {
            StandardStream.error.print("note: \(count) sentences are unfinished: `gitlab-codegen lint` lists them")
        }
    }

    /// Prints a message for a person: on the standard output, unless that is for a program.
    func say(_ line: String) {
        switch format {
        case .text: StandardStream.output.print(line.visibleLines)
        case .json, .github, .codeQuality: StandardStream.error.print(line.visibleLines)
        }
    }

    /// Prints how a command ended, in one line for a person. A program reads the exit code and the diagnostics.
    func sayResult(_ line: String) {
        if format == .text { StandardStream.output.print(line.visibleLines) }
    }

    /// Diagnostics name files from the spec folder on: outside the current folder, a note says where they are.
    private func sayWhereItIs(_ spec: String) {
        let container = Path(spec).parent
        if container.string == "." { return }
        StandardStream.error.print("note: these files are in \(container)")
    }

    private static func line(_ diagnostic: Diagnostic) -> String {
        let place = "\(diagnostic.range.path):\(diagnostic.range.start.line):\(diagnostic.range.start.column)"
        return "\(place): \(diagnostic.message) [\(diagnostic.rule)]: \(diagnostic.fix?.advice ?? "")"
    }
}

extension Generation {
    /// Returns the tree, for a command that cannot continue without it.
    ///
    /// - Throws: `Outcome.problems`, which have been printed.
    func requiredTree() throws -> GeneratedTree {
        guard let tree = try wholeTree() else { throw Outcome.problems }
        return tree
    }
}
