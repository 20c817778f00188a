// A spec as a revision of a git repository has it: `git archive` packs it, and the pack is read here.

import FileSystem
import SpecSyntax

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A revision, as git takes it: a branch, a tag, a commit.
struct GitRevision {
    let name: String

    /// No spec is larger than 1 GiB, and no complaint of git's than 64 KiB.
    private static let (longestOutput, longestErrors) = (1 << 30, 1 << 16)

    /// The files of the spec as the revision has them.
    ///
    /// - Parameter folder: where the spec is now; the repository around it is asked.
    /// - Throws: `Outcome` if git is not there or does not know the revision, or if there was no spec in it.
    func specFiles(in folder: Path) throws -> [SpecFile] {
        let shown = folder.lastComponent
        let archive = try Self.git(["archive", "--format=tar", name], in: folder)
        guard archive.code == 0 else {
            throw Outcome(
                code: .failure,
                message: "error: git cannot read '\(folder)' at the revision '\(name)': \(archive.errors)"
                    + (try missingAdvice(in: folder).map { "\nfix: \($0)" } ?? ""))
        }
        let files = try Tar.files(archive.output).filter { file in
            file.path.hasSuffix(".yaml") && !file.path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        if files.isEmpty { throw Outcome(code: .failure, message: "error: '\(folder)' is empty in '\(name)'") }
        return files.map { SpecFile(path: "\(shown)/\($0.path)", bytes: $0.bytes) }
    }

    /// How to get the revision; nil if it is here, and something else is wrong.
    private func missingAdvice(in folder: Path) throws -> String? {
        let state = try Self.git(["rev-parse", "--is-shallow-repository"], in: folder)
        guard state.code == 0,
            try Self.git(["rev-parse", "--verify", "--quiet", name + "^{tree}"], in: folder).code != 0
        else { return nil }
        if String(decoding: state.output, as: UTF8.self).hasPrefix("true") {
            let tag = mayBeTag ? ", or, if it is a tag, `git fetch --depth 1 origin tag \(name)`" : ""
            return "this clone is shallow and lacks the revision: run `git fetch --unshallow`\(tag)"
        }
        return "name a revision that is here"
            + (mayBeTag ? ", or fetch the tag: `git fetch origin tag \(name)`" : "")
    }

    /// Whether it could be the name of a tag, as a shell takes it without quotes: no `HEAD~1`, and not the hash of a
    /// commit.
    private var mayBeTag: Bool {
        name != "HEAD" && !name.utf8.allSatisfy(\.isHexadecimal)
            && name.utf8.allSatisfy { byte in
                byte.isHexadecimal || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || "._-/+".utf8.contains(byte)
            }
    }

    /// Runs git in a folder to its end.
    ///
    /// - Returns: its exit code, what it printed, and what it said on the standard error stream, 64 KiB at most and
    ///   without the line break at the end.
    private static func git(
        _ arguments: [String], in folder: Path
    ) throws -> (code: Int32, output: [UInt8], errors: String) {
        let words = ["git", "-C", folder.string] + arguments
        var (ends, errorEnds): ([Int32], [Int32]) = ([0, 0], [0, 0])
        guard pipe(&ends) == 0 else { throw Outcome(code: .failure, message: "error: no pipe can be opened") }
        defer { close(ends[0]) }
        guard pipe(&errorEnds) == 0 else {
            close(ends[1])
            throw Outcome(code: .failure, message: "error: no pipe can be opened")
        }
        defer { close(errorEnds[0]) }
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, errorEnds[1], 2)
        for end in ends + errorEnds { posix_spawn_file_actions_addclose(&actions, end) }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process = pid_t()
        #if canImport(Darwin)
        let environment = _NSGetEnviron().pointee
        #else
        let environment = environ
        #endif
        let failure = posix_spawnp(&process, words[0], &actions, nil, &arguments, environment)
        close(ends[1])
        close(errorEnds[1])
        guard failure == 0 else {
            throw Outcome(code: .failure, message: "error: \(words[0]): \(String(cString: strerror(failure)))")
        }
        let (output, errors) = content(of: ends[0], and: errorEnds[0])
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let said = String(decoding: errors, as: UTF8.self)
        return (
            status & 0x7F == 0 ? status >> 8 & 0xFF : -1, output,
            String(said.reversed().drop { $0.isNewline }.reversed())
        )
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

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}

/// The tar format, as far as git writes it.
private enum Tar {
    private static let block = 512

    /// The regular files in a pack, with their paths.
    static func files(_ pack: [UInt8]) throws -> [(path: String, bytes: [UInt8])] {
        var files: [(String, [UInt8])] = []
        var start = 0
        var longPath: String?
        while start + block <= pack.count, pack[start] != 0 {
            let header = pack[start..<start + block]
            guard let size = Int(text(header, at: 124, upTo: 12), radix: 8), start + block + size <= pack.count else {
                throw Outcome(code: .failure, message: "error: git responded something that is no tar archive")
            }
            let content = pack[start + block..<start + block + size]
            switch header[start + 156] {
            case UInt8(ascii: "x"): longPath = path(inRecords: content)
            case UInt8(ascii: "0"), 0:
                let prefix = text(header, at: 345, upTo: 155)
                let name = text(header, at: 0, upTo: 100)
                files.append((longPath ?? (prefix.isEmpty ? name : "\(prefix)/\(name)"), Array(content)))
                longPath = nil
            case _: longPath = nil
            }
            start += block + (size + block - 1) / block * block
        }
        return files
    }

    private static func text(_ header: ArraySlice<UInt8>, at offset: Int, upTo count: Int) -> String {
        let from = header.startIndex + offset
        return String(decoding: header[from..<from + count].prefix { $0 != 0 && $0 != 0x20 }, as: UTF8.self)
    }

    /// The path in an extended header, `23 path=types/…`: one too long for the plain one.
    private static func path(inRecords records: ArraySlice<UInt8>) -> String? {
        for record in String(decoding: records, as: UTF8.self).split(separator: "\n") {
            if let value = record.firstRange(of: " path=") { return String(record[value.upperBound...]) }
        }
        return nil
    }
}
