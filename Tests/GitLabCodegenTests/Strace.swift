// Stopping a run at a system call of one's choice, with strace.

import Foundation
import Testing

/// The program strace, which can kill another one when it is about to make a system call.
enum Strace {
    static let executable: URL? = ["/usr/bin/strace", "/usr/local/bin/strace", "/bin/strace"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
        .map { URL(filePath: $0) }

    /// Whether it is there and may be used: some containers forbid tracing.
    static let works: Bool = {
        let folder = FileManager.default.temporaryDirectory
        let options = ["-f", "-qq", "-o", "/dev/null", "-e", "inject=openat:signal=KILL:when=1"]
        guard let executable,
            let run = try? Codegen.run(executable, options + ["/bin/cat", "/dev/null"], in: folder)
        else { return false }
        return run.wasKilled
    }()

    static let reasonForSkipping: Comment = """
        SKIPPED: strace is missing or may not trace here, so NOTHING IS KNOWN about runs that are killed \
        (apt-get install strace)
        """

    /// A system call of a run: the n-th one of its name.
    struct Call: Hashable, Sendable, CustomStringConvertible {
        let name: String
        let number: Int

        var description: String { "\(name) no. \(number)" }
    }

    /// Runs `gitlab-codegen generate`, and returns its system calls on files.
    ///
    static func calls(in project: SampleProject) throws -> [Call] {
        let log = project.url.appending(path: "calls.txt")
        defer { try? FileManager.default.removeItem(at: log) }
        _ = try run(["-o", log.path, "-e", "trace=%file,%desc"], in: project)
        var counts: [String: Int] = [:]
        return try String(contentsOf: log, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard let match = line.wholeMatch(of: /\d+ +(\w+)\(.*/) else { return nil }
            let name = String(match.1)
            // Calls before the program is loaded and calls for memory do not count.
            if ["execve", "mmap"].contains(name) { return nil }
            counts[name, default: 0] += 1
            return Call(name: name, number: counts[name, default: 0])
        }
    }

    /// Runs `gitlab-codegen generate` and kills it when it is about to make a call.
    static func kill(at call: Call, in project: SampleProject) throws -> Run {
        let injection = "inject=\(call.name):signal=KILL:when=\(call.number)"
        return try run(["-o", "/dev/null", "-e", injection], in: project)
    }

    /// Runs `gitlab-codegen generate` with one system call rejected.
    static func run(rejecting: String, in project: SampleProject) throws -> Run {
        try run(["-o", "/dev/null", "-e", "inject=\(rejecting):error=EINVAL"], in: project)
    }

    private static func run(_ options: [String], in project: SampleProject) throws -> Run {
        struct Missing: Error {}
        guard let executable else { throw Missing() }
        // Strace counts the calls of each thread by itself. On one core all are made by one thread, in the same order in
        // each run.
        return try Codegen.run(
            taskset,
            ["--cpu-list", core, executable.path, "-f", "-qq"] + options + [Codegen.executable.path, "generate"],
            in: project.url)
    }

    private static let taskset = URL(filePath: "/usr/bin/taskset")

    /// The first core that processes may run on here.
    private static let core: String = {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return status.firstMatch(of: /Cpus_allowed_list:\s*(\d+)/).map { String($0.1) } ?? "0"
    }()
}
