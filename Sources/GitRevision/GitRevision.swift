// The spec in a revision of a git repository.

import FileSystem
import SpecSyntax

/// A revision, as git accepts it: a branch, a tag, a commit.
public struct GitRevision: Sendable {
    public let name: String

    public init(name: String) {
        self.name = name
    }

    /// Returns the files of the spec in the revision.
    ///
    /// - Parameter folder: the folder of the spec, in the repository to read.
    /// - Throws: `GitError` if git is missing or does not know the revision, or if it has no spec.
    public func specFiles(in folder: Path) throws -> [SpecFile] {
        let listing = try git(["ls-tree", "-r", "-z", name], in: folder)
        guard listing.code == 0 else {
            throw GitError(
                message: "git cannot read '\(folder)' at the revision '\(name)': \(listing.errors)",
                advice: try missingAdvice(in: folder))
        }
        let blobs = listing.output.split(separator: 0).compactMap { Blob(entry: $0) }.filter(\.isOfSpec)
        if blobs.isEmpty { throw GitError(message: "git has no spec in '\(folder)' at the revision '\(name)'") }
        return try blobs.concurrentMap { blob in
            Result { try SpecFile(path: "\(folder.lastComponent)/\(blob.path)", bytes: content(of: blob, in: folder)) }
        }.map { try $0.get() }
    }

    private func content(of blob: Blob, in folder: Path) throws -> [UInt8] {
        let read = try git(["cat-file", "blob", blob.hash], in: folder)
        guard read.code == 0 else { throw GitError(message: "git cannot read '\(blob.path)': \(read.errors)") }
        return read.output
    }

    private func git(_ arguments: [String], in folder: Path) throws(GitError) -> Subprocess {
        try Subprocess(["git", "-C", folder.string] + arguments)
    }

    /// How to get the revision; nil if it exists, and there is another error.
    private func missingAdvice(in folder: Path) throws -> String? {
        let state = try git(["rev-parse", "--is-shallow-repository"], in: folder)
        guard state.code == 0,
            try git(["rev-parse", "--verify", "--quiet", name + "^{tree}"], in: folder).code != 0
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
}

/// The reason why a revision cannot be read.
public struct GitError: Error, CustomStringConvertible {
    /// One line.
    public let message: String
    /// The fix, if it is known.
    public var advice: String?

    public var description: String { message + (advice.map { "\nfix: \($0)" } ?? "") }
}

/// A file in a listing of git's.
private struct Blob: Sendable {
    let hash: String
    let path: String

    /// Takes an entry, `100644 blob 8d6a… TAB types/project.yaml`; nil for what is no regular file.
    init?(entry: ArraySlice<UInt8>) {
        let parts = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
        let facts = parts[0].split(separator: UInt8(ascii: " "))
        guard parts.count == 2, facts.count == 3, facts[0].starts(with: "100".utf8) else { return nil }
        hash = String(decoding: facts[2], as: UTF8.self)
        path = String(decoding: parts[1], as: UTF8.self)
    }

    /// Whether it is a file of the spec by its name: hidden ones are left out.
    var isOfSpec: Bool { path.hasSuffix(".yaml") && !path.split(separator: "/").contains { $0.hasPrefix(".") } }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
