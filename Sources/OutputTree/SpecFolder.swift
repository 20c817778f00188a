// Reading the spec from the disk, before anything is made of it.

import FileSystem
import SpecSyntax

/// The folder that holds the spec.
public struct SpecFolder: Sendable {
    public let path: Path

    public init(_ path: Path) {
        self.path = path
    }

    /// The files `*.yaml` in the folder and below it, in the order of their paths. Hidden ones are left out, as editors
    /// and systems put their own things there.
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
        let own = path.lastComponent
        let name = [".", ".."].contains(own) ? resolved.lastComponent : own
        return try found.map { file in
            SpecFile(path: "\(name)/\(file.path)", bytes: try path.appending(file.path).bytes())
        }
    }
}

/// Why there is no spec to be read.
public enum SpecFolderError: Error, Hashable, CustomStringConvertible {
    case missing(Path)
    case notAFolder(Path)
    case empty(Path)
    /// A file that looks like a part of the spec and would be overlooked.
    case misnamed(Path)

    public var description: String {
        switch self {
        case .missing(let path):
            "there is no spec folder \(path): run this where it is, or name it with --spec"
        case .notAFolder(let path):
            "\(path) is not a folder: name the folder of the spec with --spec"
        case .empty(let path):
            "the spec folder \(path) holds no .yaml file: name another folder with --spec"
        case .misnamed(let path):
            "\(path): files of the spec end in .yaml, this one would be overlooked: rename it"
        }
    }
}
