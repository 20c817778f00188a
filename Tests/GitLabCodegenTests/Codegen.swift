// The built command, run as a person or a build runs it.

import Foundation

/// The result of running a program.
struct Run {
    let code: Int32
    /// Whether it ended by a signal, whose number `code` then is.
    let wasKilled: Bool
    let output: String
    let errors: String
}

enum Codegen {
    /// The executable that was built with these tests: it lies beside their bundle.
    static let executable: URL = {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let folders = (bundles + [URL(filePath: CommandLine.arguments[0])]).map { $0.deletingLastPathComponent() }
        let candidates = folders.map { $0.appending(path: "gitlab-codegen") }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? candidates[0]
    }()

    /// Runs `gitlab-codegen`.
    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> Run {
        try run(executable, arguments, in: folder, environment: environment)
    }

    /// Runs any program to its end.
    static func run(
        _ program: URL, _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> Run {
        let streams = try TemporaryFolder()
        let files = try ["output", "errors"].map { name in
            let url = streams.url.appending(path: name)
            try Data().write(to: url)
            return url
        }
        let handles = try files.map { try FileHandle(forWritingTo: $0) }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        for handle in handles { try handle.close() }
        return Run(
            code: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            output: try String(contentsOf: files[0], encoding: .utf8),
            errors: try String(contentsOf: files[1], encoding: .utf8))
    }
}

/// A folder of its own, removed with this value.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "gitlab-codegen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
