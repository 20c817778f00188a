// Why the output folder could not be compared or written.

import FileSystem

/// The error for an output folder that cannot be used. Nothing was changed in it.
public enum OutputTreeError: Error, Hashable, CustomStringConvertible {
    /// Something other than a folder is where the output folder belongs.
    case notAFolder(Path, FileKind)
    /// The path of the output folder is not a folder that could be replaced as a whole.
    case unnamed(Path)
    /// The output folder contains something that must not be replaced with it: `reason` says what.
    case holds(Path, reason: String)
    /// Things that are not the generator's are in the places of generated files.
    case obstructed(folder: Path, [TreeComparison.Stranger])
    /// The content at the place of the staging folder was not made by the generator.
    case stagingTaken(Path)
    /// A file of a run that was stopped, not the generator's, differs from the one that is in the folder now.
    case leftover(Path, differsFrom: Path, staging: Path)
    /// The output folder is a mount point, which cannot be exchanged with another folder.
    case mountPoint(Path)
    /// Another run is at work.
    case busy(Path)

    public var description: String {
        switch self {
        case .notAFolder(let path, let kind):
            "\(path) is \(kind.words), where the folder of the generated files belongs: move it away, or name another "
                + "folder with --output"
        case .unnamed(let path):
            "--output \(path): name the folder itself, without . or .. at the end, since it is replaced as a whole"
        case .holds(let path, let reason):
            "--output \(path): this folder contains \(reason), and the output folder is replaced as a whole: name a "
                + "folder that is for generated files only"
        case .obstructed(let folder, let strangers):
            strangers.map { Self.sentence(on: $0, in: folder) }.joined(separator: "\n")
        case .stagingTaken(let path):
            "\(path) is in the way: it has the name under which the new files are prepared, and was not written by "
                + "gitlab-codegen: move it away"
        case .leftover(let old, let current, let staging):
            "\(old), kept from a run that was stopped, is not the generator's and differs from \(current): keep the "
                + "one you want there, then remove \(staging)"
        case .mountPoint(let path):
            "--output \(path): another file system is mounted there, and the output folder is replaced as a whole: name "
                + "a folder in it"
        case .busy(let path):
            "another run of gitlab-codegen is writing to \(path)"
        }
    }

    private static func sentence(on stranger: TreeComparison.Stranger, in folder: Path) -> String {
        let path = folder.appending(stranger.path)
        let wanted = stranger.obstructs.map { folder.appending($0).string } ?? "a generated file"
        let place =
            stranger.obstructs == stranger.path
            ? "where a generated file of this name belongs" : "in the way of the generated file \(wanted)"
        return switch stranger.kind {
        case .file:
            "\(path) was not written by gitlab-codegen (it lacks the header line) and is \(place): move it away, or empty "
                + "it to have it replaced"
        case .folder, .symbolicLink, .special:
            "\(path) is \(stranger.kind.words) \(place): move it away"
        }
    }
}

extension FileKind {
    /// The name of a kind, for a sentence.
    public var words: String {
        switch self {
        case .file: "a file"
        case .folder: "a folder"
        case .symbolicLink: "a symbolic link"
        case .special: "a pipe, socket or device"
        }
    }
}
