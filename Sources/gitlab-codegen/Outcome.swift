// The outcome of a failed run: the message and the exit code.

import ArgumentParser
import FileSystem
import Generator
import GitRevision
import OutputTree
import SpecSyntax

/// The outcome of a run that found problems or failed.
struct Outcome: Error {
    /// The exit codes besides 0.
    enum Code: Int32 {
        /// The spec has errors, or the output folder is out of date.
        case problems = 1
        /// The command was used in a wrong way, or the system reported an error.
        case failure = 2
    }

    let code: Code
    /// The message on the standard error stream; nil if it has been printed.
    let message: String?

    /// Problems that have been printed already.
    static let problems = Outcome(code: .problems, message: nil)

    init(code: Code, message: String?) {
        self.code = code
        self.message = message
    }

    /// Takes an error of the stages, or of the argument parser.
    ///
    /// - Parameter message: the argument parser's message.
    init(_ error: any Error, message: String) {
        switch error {
        case let error as OutputTreeError:
            self.init(code: Self.code(of: error), message: Self.lines("\(error)"))
        case is FileSystemError, is SpecFolderError:
            self.init(code: .failure, message: Self.lines("\(error)"))
        case let error as GitError:
            self.init(code: .failure, message: "error: \(error)")
        case let error as GeneratedTreeError:
            self.init(code: .problems, message: Self.lines("\(error)"))
        default:
            self.init(code: .failure, message: message)
        }
    }

    /// Prints the message, and ends the process.
    func end() -> Never {
        if let message { StandardStream.error.print(message.visibleLines) }
        GitLabCodegen.exit(withError: ExitCode(code.rawValue))
    }

    private static func code(of error: OutputTreeError) -> Code {
        switch error {
        case .obstructed, .leftover: .problems
        case .notAFolder, .unnamed, .holds, .stagingTaken, .mountPoint, .busy: .failure
        }
    }

    /// Each sentence with the word that editors and people look for.
    private static func lines(_ text: String) -> String {
        text.split(separator: "\n").map { "error: " + $0 }.joined(separator: "\n")
    }
}
