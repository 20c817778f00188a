// Running another program to its end, without Foundation.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A program that has ended.
struct Subprocess {
    /// Its exit code; -1 if a signal ended it.
    let code: Int32
    let output: [UInt8]
    /// The text that it printed on the standard error stream, without the line break at the end.
    let errors: String

    /// No file of a spec is larger than 1 GiB, and no error message longer than 64 KiB.
    private static let (longestOutput, longestErrors) = (1 << 30, 1 << 16)

    /// Runs a program, found by its name, and waits for its end.
    ///
    /// - Parameter words: the name and the arguments.
    /// - Throws: `GitError` if it cannot be run.
    init(_ words: [String]) throws(GitError) {
        let output = try Pipe()
        let errors: Pipe
        do { errors = try Pipe() } catch {
            output.closeBothEnds()
            throw error
        }
        let started = Self.start(words, output, errors)
        close(output.end)
        close(errors.end)
        defer {
            close(output.start)
            close(errors.start)
        }
        guard started.failure == 0 else {
            throw GitError(message: "\(words[0]): \(String(cString: strerror(started.failure)))")
        }
        let (printed, complaints) = Self.content(of: output.start, and: errors.start)
        var status: Int32 = 0
        while waitpid(started.process, &status, 0) < 0, errno == EINTR {}
        code = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
        self.output = printed
        self.errors = String(String(decoding: complaints, as: UTF8.self).reversed().drop { $0.isNewline }.reversed())
    }

    /// A pipe that other programs do not inherit.
    private struct Pipe {
        let start: Int32
        let end: Int32

        init() throws(GitError) {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw GitError(message: "no pipe can be opened") }
            (start, end) = (ends[0], ends[1])
            // Programs that are started at the same time would keep it open.
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }

        func closeBothEnds() {
            close(start)
            close(end)
        }
    }

    /// Starts a program that prints into pipes.
    private static func start(_ words: [String], _ output: Pipe, _ errors: Pipe) -> (process: pid_t, failure: Int32) {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output.end, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.end, 2)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        #if canImport(Darwin)
        let environment = _NSGetEnviron().pointee
        #else
        let environment = environ
        #endif
        var process = pid_t()
        let failure = posix_spawnp(&process, words[0], &actions, nil, &arguments, environment)
        return (process, failure)
    }

    /// Reads two pipes to their ends at the same time, so that none fills up while the other one is waited for.
    private static func content(of first: Int32, and second: Int32) -> ([UInt8], [UInt8]) {
        var contents: [[UInt8]] = [[], []]
        let limits = [longestOutput, longestErrors]
        var pipes = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while pipes.contains(where: { $0.fd >= 0 }) {
            if poll(&pipes, nfds_t(pipes.count), -1) < 0, errno != EINTR { break }
            for index in pipes.indices where pipes[index].fd >= 0 && pipes[index].revents != 0 {
                let count = read(pipes[index].fd, &chunk, chunk.count)
                if count > 0 {
                    // The rest is read all the same, so that the program can end.
                    contents[index] += chunk[..<count].prefix(limits[index] - contents[index].count)
                } else if count == 0 || errno != EINTR {
                    // A negative number is one that poll leaves out.
                    pipes[index].fd = -1
                }
            }
        }
        return (contents[0], contents[1])
    }
}
