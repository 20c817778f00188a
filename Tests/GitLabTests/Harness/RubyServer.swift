// One running test server (a script in Server/): a process of its own on a loopback port.

import Foundation

/// Ends with ``stop()``; and by itself when this process ends, because the server watches its standard input.
final class RubyServer: @unchecked Sendable {
    let url: URL
    private let process: Process
    private let input: Pipe

    /// Starts a server and waits until it listens.
    static func start(
        _ script: String = "gitlab.rb", _ arguments: [String] = [], relativeRoot: String = ""
    ) async throws -> RubyServer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gitlab-swift-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let portFile = folder.appendingPathComponent("port")
        let log = folder.appendingPathComponent("log")
        try Data().write(to: log)

        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Server/\(script)").path
        let (process, input) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["ruby", path, "--port", "0", "--port-file", portFile.path] + arguments
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()

        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(60)
        var isLate = false
        while !isLate {
            // It may have started while this process had no time to look.
            isLate = !process.isRunning || clock.now >= deadline
            if let text = try? String(contentsOf: portFile, encoding: .utf8), let port = Int(text),
                let url = URL(string: "http://127.0.0.1:\(port)\(relativeRoot)")
            {
                return RubyServer(url: url, process: process, input: input)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        if process.isRunning { process.terminate() }
        let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        throw NotStarted(description: "\(script) did not start: \(said)")
    }

    struct NotStarted: Error, CustomStringConvertible {
        let description: String
    }

    private init(url: URL, process: Process, input: Pipe) {
        self.url = url
        self.process = process
        self.input = input
    }

    func stop() async {
        try? input.fileHandleForWriting.close()
        for _ in 0..<250 where process.isRunning {
            try? await Task.sleep(for: .milliseconds(20))
        }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
}
