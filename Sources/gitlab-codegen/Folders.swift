// The options that all subcommands share: where the spec is, and where the generated files are.

import ArgumentParser
import FileSystem
import OutputTree

/// Where to read from and where to write to.
struct Folders: ParsableArguments {
    private static let usualSpec = "spec"
    private static let usualOutput = "Generated/GitLab"

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = usualSpec

    @Option(help: ArgumentHelp("The folder of the generated files.", valueName: "folder"))
    var output = usualOutput

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
        if output.isEmpty { throw ValidationError("--output names no folder") }
    }

    /// The folder of the generated files, once it is certain that nothing else is in it that matters.
    func outputFolder() throws -> OutputFolder {
        try OutputFolder(
            Path(output),
            notHolding: [(Path("."), "the folder that this runs in"), (Path(spec), "the spec")])
    }

    /// The tree that the spec asks for. What there is to say about the spec is printed.
    ///
    /// - Throws: `Outcome.problems` if the spec has errors.
    func generate() throws -> GeneratedTree {
        try Self.generate(spec: spec)
    }

    /// The tree that the spec in a folder asks for, see `generate()`.
    static func generate(spec: String) throws -> GeneratedTree {
        let generation = try Generation(spec: SpecFolder(Path(spec)).files())
        let report = generation.report
        if !report.isEmpty {
            StandardStream.error.print(Array(report.utf8))
            sayWhereItIs(spec)
        }
        guard let tree = generation.tree else { throw Outcome.problems }
        return tree
    }

    /// The command that makes the generated files current.
    var mendingCommand: String {
        if spec == Self.usualSpec && output == Self.usualOutput { return "make generate" }
        return "gitlab-codegen generate --spec \(Self.quoted(spec)) --output \(Self.quoted(output))"
    }

    /// Diagnostics name files from the spec folder on: elsewhere than in the current folder it takes a word more to
    /// find them.
    private static func sayWhereItIs(_ spec: String) {
        let container = Path(spec).parent
        if container.string == "." { return }
        StandardStream.error.print("note: these files are in \(container)")
    }

    /// A word as a shell takes it for one.
    private static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default:
                false
            }
        }
        return plain
            ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
