// The generated tree compared with the folder on the disk: writing and verifying share this comparison.

import FileSystem

/// How a folder on the disk differs from the generated tree. Nothing is changed by comparing.
public struct TreeComparison: Sendable {
    /// A generated file whose content on the disk is another one.
    public struct Change: Sendable, Hashable {
        public let path: RelativePath
        /// The content on the disk.
        public let found: [UInt8]
        /// The wanted content.
        public let text: String
    }

    /// A generated file that is not among the wanted ones.
    public struct Orphan: Sendable, Hashable {
        public let path: RelativePath
        /// The content on the disk.
        public let found: [UInt8]
    }

    /// Something in the folder that is not the generator's.
    public struct Stranger: Sendable, Hashable {
        public let path: RelativePath
        public let kind: FileKind
        /// The generated file that cannot be written because this is in its place, or in that of a folder on the way.
        public let obstructs: RelativePath?
    }

    /// The folder that was compared.
    public let folder: Path
    /// Wanted, and missing.
    public internal(set) var missing: [GeneratedTree.File] = []
    /// Wanted, and different.
    public internal(set) var changed: [Change] = []
    /// Not wanted, and the generator's own by its header.
    public internal(set) var orphaned: [Orphan] = []
    /// Present, and not the generator's. Such files are named and never removed.
    public internal(set) var foreign: [Stranger] = []
    /// Wanted, and current.
    public internal(set) var unchanged: [RelativePath] = []
    /// Not the generator's and of no interest: left by the Finder of macOS in each folder that it shows.
    var finderFiles: [RelativePath] = []
    /// The content found; nil if there is no such folder.
    let listing: FolderTree?

    /// Whether the folder holds the generated tree and nothing else.
    public var isCurrent: Bool { !needsWriting && foreign.isEmpty }

    /// Whether there is something for the generator to write or remove.
    public var needsWriting: Bool { !missing.isEmpty || !changed.isEmpty || !orphaned.isEmpty }

    /// Something else in the place of a generated file.
    public var obstructions: [Stranger] { foreign.filter { $0.obstructs != nil } }

    /// Compares the tree with the content of the folder.
    ///
    /// - Parameter isShared: whether the folder holds other things besides the tree, which are ignored.
    /// - Throws: `OutputTreeError.notAFolder`; `FileSystemError` if something cannot be read.
    public init(of tree: GeneratedTree, with folder: Path, isShared: Bool = false) throws {
        self.folder = folder
        let status = try folder.status()
        if let status, status.kind != .folder { throw OutputTreeError.notAFolder(folder, status.kind) }
        let own = Set(tree.files.flatMap { [$0.path] + $0.path.ancestors })
        listing = try status.map { _ in
            try FolderTree(of: folder, leavingOut: { isShared && !own.contains($0) })
        }
        try judge(against: WantedFiles(tree))
    }

    private mutating func judge(against wanted: WantedFiles) throws {
        var met: Set<RelativePath> = []
        for entry in listing?.files ?? [] {
            if let file = wanted.files[entry.path] {
                met.insert(entry.path)
                try judge(entry, as: file, wanted.found(in: folder, entry))
            } else {
                try judgeUnwanted(entry, obstructs: wanted.obstructed(by: entry.path))
            }
        }
        for entry in listing?.folders ?? [] {
            guard let file = wanted.file(spelledLike: entry.path) else { continue }
            foreign.append(Stranger(path: entry.path, kind: .folder, obstructs: file))
            met.insert(file)
        }
        foreign.sort { $0.path < $1.path }
        missing = wanted.files.values.filter { !met.contains($0.path) }.sorted { $0.path < $1.path }
    }

    private mutating func judge(_ entry: FolderTree.Entry, as file: GeneratedTree.File, _ found: WantedFiles.Found) {
        switch found {
        case .asWanted: unchanged.append(entry.path)
        case .another(let found) where GeneratedMark.isOn(found):
            changed.append(Change(path: entry.path, found: found, text: file.text))
        case .another, .noFile:
            foreign.append(Stranger(path: entry.path, kind: entry.status.kind, obstructs: entry.path))
        }
    }

    private mutating func judgeUnwanted(_ entry: FolderTree.Entry, obstructs: RelativePath?) throws {
        let path = folder.appending(entry.path)
        if entry.status.kind == .file, try path.isMarkedAsGenerated() {
            orphaned.append(Orphan(path: entry.path, found: try path.bytes()))
        } else if obstructs == nil && entry.path.lastComponent == ".DS_Store" {
            finderFiles.append(entry.path)
        } else {
            foreign.append(Stranger(path: entry.path, kind: entry.status.kind, obstructs: obstructs))
        }
    }
}

extension Path {
    /// Whether the file at this path is the generator's own.
    func isMarkedAsGenerated() throws(FileSystemError) -> Bool {
        GeneratedMark.isOn(try bytes(limit: GeneratedMark.reach))
    }
}

/// The files that a folder has to hold, to find what is in their way.
///
/// Names that differ only in upper and lower case are one name on many disks, so one is in the way of the other.
private struct WantedFiles {
    let files: [RelativePath: GeneratedTree.File]
    private var bySpelling: [String: RelativePath] = [:]
    private var byFolderSpelling: [String: RelativePath] = [:]

    init(_ tree: GeneratedTree) {
        files = Dictionary(tree.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for file in tree.files {
            bySpelling[file.path.string.lowercased()] = file.path
            for folder in file.path.ancestors {
                byFolderSpelling[folder.string.lowercased(), default: file.path] = file.path
            }
        }
    }

    /// The kind of thing in the place of a wanted file.
    enum Found {
        case asWanted
        case another([UInt8])
        case noFile
    }

    /// Reads a file and compares it with the wanted one.
    func found(in folder: Path, _ entry: FolderTree.Entry) throws(FileSystemError) -> Found {
        guard let file = files[entry.path], entry.status.kind == .file else { return .noFile }
        let bytes = try folder.appending(entry.path).bytes()
        return bytes.spell(file.text) ? .asWanted : .another(bytes)
    }

    func file(spelledLike path: RelativePath) -> RelativePath? {
        bySpelling[path.string.lowercased()]
    }

    /// The file that has to be where something is, or where a folder is that holds it, or in a folder in its place.
    func obstructed(by path: RelativePath) -> RelativePath? {
        file(spelledLike: path)
            ?? byFolderSpelling[path.string.lowercased()]
            ?? path.ancestors.lazy.compactMap(file(spelledLike:)).first
    }
}
