// Reading the spec from the disk.

import FileSystem
import SpecSyntax
import SpecWriter

/// The folder that holds the spec.
public struct SpecFolder: Sendable {
    public let path: Path

    public init(_ path: Path) {
        self.path = path
    }

    /// The files `*.yaml` in the folder and below it, in the order of their paths. Hidden ones are left out, because
    /// editors and systems create such files.
    ///
    /// The files are named from the folder itself on, `spec/projects.yaml`, wherever the folder is: these names get
    /// into the generated files, which must be the same on every machine.
    ///
    /// - Throws: `SpecFolderError` if there is no spec in it; `FileSystemError` if something cannot be read.
    public func files() throws -> [SpecFile] {
        guard let resolved = try path.resolved() else { throw SpecFolderError.missing(path) }
        guard try resolved.status()?.kind == .folder else { throw SpecFolderError.notAFolder(path) }
        let tree = try FolderTree(of: resolved, leavingOut: { $0.lastComponent.utf8.first == UInt8(ascii: ".") })
        if let misnamed = tree.files.first(where: { $0.path.string.hasSuffix(".yml") }) {
            throw SpecFolderError.misnamed(path.appending(misnamed.path))
        }
        let found = tree.files.filter { $0.path.string.hasSuffix(".yaml") }
        if found.isEmpty { throw SpecFolderError.empty(path) }
        return try read(found, shownBelow: name(resolved))
    }

    /// The example responses, `examples/*.json` in the folder, in the order of their paths; nil where there is no such
    /// folder, which leaves out the rules on examples.
    ///
    /// - Throws: `FileSystemError` if something cannot be read.
    public func examples() throws -> [SpecFile]? {
        let folder = path.appending(Self.examplesFolder)
        guard let resolved = try path.resolved(), try folder.status()?.kind == .folder else { return nil }
        let tree = try FolderTree(of: resolved, leavingOut: { $0.lastComponent.utf8.first == UInt8(ascii: ".") })
        let found = tree.files.filter {
            $0.path.string.hasPrefix(Self.examplesFolder + "/") && $0.path.string.hasSuffix(".json")
        }
        return try read(found, shownBelow: name(resolved))
    }

    private static let examplesFolder = "examples"
    /// A larger file is rejected by its reader.
    private static let mostBytes = ParsedFile.usualSizeLimit + 1

    private func read(_ entries: [FolderTree.Entry], shownBelow name: String) throws -> [SpecFile] {
        try entries.concurrentMap { file in
            Result { () throws(FileSystemError) in
                SpecFile(
                    path: "\(name)/\(file.path)", bytes: try path.appending(file.path).bytes(limit: Self.mostBytes))
            }
        }.map { try $0.get() }
    }

    /// The folder's own name, which stands before the paths of its files.
    private func name(_ resolved: Path) -> String {
        let own = path.lastComponent
        return [".", ".."].contains(own) ? resolved.lastComponent : own
    }

    /// Puts changes into the folder.
    ///
    /// - Parameters:
    ///   - changes: new files and edits.
    ///   - diagnostics: those whose fixes are applied too.
    ///   - read: the files as they were read.
    /// - Returns: the files that were changed, those that were added, and the diagnostics whose fixes were applied.
    /// - Throws: `SpecFolderError.taken` if a new file is there already, and `changedMeanwhile`, before anything is
    ///   written; `FileSystemError`.
    public func apply(
        _ changes: SpecChanges, fixing diagnostics: [Diagnostic] = [], to read: [SpecFile]
    ) throws -> (changed: [SpecFile], added: [Path], fixed: [Diagnostic]) {
        let added = changes.newFiles.map { ($0, place(of: $0)) }
        for (_, place) in added where try place.status() != nil { throw SpecFolderError.taken(place) }
        let applied = AppliedFixes(of: read, by: diagnostics, adding: changes.edits)
        if !applied.files.isEmpty { try replace(read, with: applied.files) }
        for (file, place) in added {
            try place.parent.makeFolders()
            try place.writeNew(file.bytes)
        }
        return (applied.files, added.map(\.1), applied.diagnostics)
    }

    /// Returns the path of a file whose name begins with the folder's name and a slash.
    private func place(of file: SpecFile) -> Path {
        path.appending(String(file.path.drop { $0 != "/" }.dropFirst()))
    }

    /// The name that the names of the files begin with.
    public func name() throws -> String { try name(path.resolved() ?? path) }

    /// Replaces the files that were read by fixed ones. A file is replaced in one step, whole.
    ///
    /// - Parameters:
    ///   - fixed: the fixed files.
    ///   - read: the files as they were read.
    /// - Throws: `SpecFolderError.changedMeanwhile` if a file has changed since it was read, before any is written;
    ///   `FileSystemError`.
    public func replace(_ read: [SpecFile], with fixed: [SpecFile]) throws {
        let before = Dictionary(firstOf: read.map { ($0.path, $0.bytes) })
        try FolderLock(path, for: .writing).hold {
            let places = try fixed.map { file in
                let shown = place(of: file)
                guard let place = try shown.resolved(), try place.bytes() == before[file.path] else {
                    throw SpecFolderError.changedMeanwhile(shown)
                }
                return place
            }
            for (file, place) in zip(fixed, places) { try place.replaceFile(with: file.bytes) }
        }
    }
}

/// The reason why a spec cannot be read.
public enum SpecFolderError: Error, Hashable, CustomStringConvertible {
    case missing(Path)
    case notAFolder(Path)
    case empty(Path)
    /// A file that looks like a part of the spec and would be ignored.
    case misnamed(Path)
    /// A file to fix was changed by somebody else after it was read. None was written.
    case changedMeanwhile(Path)
    /// Something has the name of a file that was to be added. Nothing was written.
    case taken(Path)

    public var description: String {
        switch self {
        case .missing(let path):
            "there is no spec folder \(path): run this where it is, or name it with --spec"
        case .notAFolder(let path):
            "\(path) is not a folder: name the folder of the spec with --spec"
        case .empty(let path):
            "the spec folder \(path) contains no .yaml file: name another folder with --spec"
        case .misnamed(let path):
            "\(path): files of the spec end in .yaml, this one would be overlooked: rename it"
        case .taken(let path):
            "\(path) is there already: move it away, or choose another folder with --spec"
        case .changedMeanwhile(let path):
            "\(path) was changed while it was being fixed: nothing was written, run it again"
        }
    }
}
