// `gitlab-codegen explain`: from a row of the spec to its Swift, and back.

import ArgumentParser
import FileSystem
import Generator
import SpecSyntax

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what a row of the spec became, and which row a declaration came from.",
        discussion: """
            Takes a name in GitLab or in Swift, or a line of a file of the spec or of the client, and prints the row, the \
            declaration, GitLab's page about it, and how the Swift name came about.

            Examples:
              gitlab-codegen explain path_with_namespace
              gitlab-codegen explain ListProjects.orderBy
              gitlab-codegen explain "GET /projects/:id"
              gitlab-codegen explain spec/types/project.yaml:14
              gitlab-codegen explain Generated/GitLab/Models/Project.swift:30
            """
    )

    @Argument(help: ArgumentHelp("A name, or a file and a line.", valueName: "name or file:line"))
    var subject: String

    @OptionGroup var folders: Folders

    func run() throws {
        let generation = try Generation(spec: SpecFolder(Path(folders.spec)).files())
        guard let api = generation.api, let client = generation.client else {
            StandardStream.error.print(Array(generation.report.utf8))
            throw Outcome.problems
        }
        let sourceMap = SourceMap(api, client)
        let entries = found(in: sourceMap)
        guard !entries.isEmpty else { throw Outcome(code: .problems, message: unknown(sourceMap)) }
        let sources = Dictionary(firstOf: generation.files.map { ($0.path, SourceText($0)) })
        StandardStream.output.print(entries.map { words(for: $0, sources) }.joined(separator: "\n\n").visibleLines)
    }

    private func found(in sourceMap: SourceMap) -> [SourceMap.Entry] {
        guard let (path, line) = place else { return sourceMap.entries(named: subject) }
        let output = Path(folders.output).string + "/"
        if let range = path.firstRange(of: output), path.hasSuffix(".swift") {
            return sourceMap.entry(inFile: String(path[range.upperBound...]), line: line).map { [$0] } ?? []
        }
        // Spec files are known from the folder's own name on.
        let name = Path(folders.spec).lastComponent + "/"
        let start = path.firstRange(of: name)?.lowerBound ?? path.startIndex
        return sourceMap.entries(inSpecFile: String(path[start...]), line: line)
    }

    /// The file and the line, if the subject is such; a column behind them may stay.
    private var place: (path: String, line: Int)? {
        let parts = subject.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].hasSuffix(".yaml") || parts[0].hasSuffix(".swift"), let line = Int(parts[1])
        else { return nil }
        return (String(parts[0]), line)
    }

    private func words(for entry: SourceMap.Entry, _ sources: [String: SourceText]) -> String {
        let row = sources[entry.place.path]?.line(entry.place.start.line).drop { $0 == " " } ?? ""
        let position = "\(entry.place.path):\(entry.place.start.line):\(entry.place.start.column)"
        let file = Path(folders.output).appending(entry.file)
        return """
            \(entry.name): \(entry.what)
              spec   \(position): \(row)
              swift  \(file):\(entry.lines.upperBound): \(entry.declaration)
              name   \(entry.naming)
              docs   \(entry.docs ?? "none")
            """
    }

    private func unknown(_ sourceMap: SourceMap) -> String {
        if place != nil { return "error: nothing is generated from \(subject), and it is not generated" }
        let nearest = nearestSpelling(to: subject, among: Set(sourceMap.entries.map(\.name)).sorted())
        return "error: the spec has nothing of the name '\(subject)'"
            + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
}
