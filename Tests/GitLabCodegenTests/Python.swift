// Python, which tests of scripts need.

import Foundation

/// The first Python that reads YAML: the one that is found, or the system's, for which the package is installed.
enum Python {
    private static let executable: String? = ["python3", "/usr/bin/python3"].first { executable in
        (try? run(executable, ["-c", "import yaml"], in: FileManager.default.temporaryDirectory).code) == 0
    }

    /// Whether it is there; where it is required, a test fails without it instead of being skipped.
    static var isThere: Bool {
        executable != nil || ProcessInfo.processInfo.environment["GITLAB_SWIFT_REQUIRE_PYTHON"] == "1"
    }

    static func run(_ arguments: [String], in folder: URL) throws -> Run {
        try run(executable ?? "python3", arguments, in: folder)
    }

    private static func run(_ executable: String, _ arguments: [String], in folder: URL) throws -> Run {
        try Codegen.run(URL(filePath: "/usr/bin/env"), [executable] + arguments, in: folder)
    }
}
