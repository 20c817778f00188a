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

    /// The files of the spec as the revision has them.
    ///
    /// - Parameter folder: where the spec is now; the repository around it is asked.
    /// - Throws: `Outcome` if git is not there or does not know the revision, or if there was no spec in it.
    func specFiles(in folder: Path) throws -> [SpecFile] {
        let shown = folder.lastComponent
        let (code, pack) = try Self.run(["git", "-C", folder.string, "archive", "--format=tar", name])
        guard code == 0 else {
            throw Outcome(
                code: .failure, message: "error: git has no '\(folder)' in the revision '\(name)', see above")
        }
        let files = try Tar.files(pack).filter { file in
            file.path.hasSuffix(".yaml") && !file.path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        if files.isEmpty { throw Outcome(code: .failure, message: "error: '\(folder)' is empty in '\(name)'") }
        return files.map { SpecFile(path: "\(shown)/\($0.path)", bytes: $0.bytes) }
    }

    /// Runs a program to its end; what it says on the standard error stream goes where ours does.
    private static func run(_ words: [String]) throws -> (code: Int32, output: [UInt8]) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Outcome(code: .failure, message: "error: no pipe can be opened") }
        defer { close(ends[0]) }
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])
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
        guard failure == 0 else {
            throw Outcome(code: .failure, message: "error: \(words[0]): \(String(cString: strerror(failure)))")
        }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(ends[0], &chunk, chunk.count)
            if count > 0 { output += chunk[..<count] } else if count == 0 || errno != EINTR { break }
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return (status & 0x7F == 0 ? status >> 8 & 0xFF : -1, output)
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
                throw Outcome(code: .failure, message: "error: git answered something that is no tar archive")
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
