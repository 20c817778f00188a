// The options that all subcommands share: the folders of the spec and of the generated files.

import ArgumentParser
import FileSystem
import OutputTree

/// The input and output folders.
struct Folders: ParsableArguments {
    static let usualSpec = "spec"
    static let usualOutput = "Generated"

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = usualSpec

    @Option(
        help: ArgumentHelp(
            "The folder of the generated files, in which each module has a folder of its name.", valueName: "folder"))
    var output = usualOutput

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
        if output.isEmpty { throw ValidationError("--output names no folder") }
    }

    /// The folder of the generated files, after checking that it contains nothing else of value.
    func outputFolder() throws -> OutputFolder {
        try OutputFolder(
            Path(output),
            notHolding: [(Path("."), "the folder that this runs in"), (Path(spec), "the spec")])
    }

    /// The command that makes the generated files current.
    var regenerateCommand: String {
        if spec == Self.usualSpec && output == Self.usualOutput { return "make generate" }
        return "gitlab-codegen generate --spec \(Self.quoted(spec)) --output \(Self.quoted(output))"
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
