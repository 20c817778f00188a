// An output folder in a folder of its own, with generated files by path and content.

import FileSystem
import Foundation
import OutputTree
import TestFolders

/// The text of a generated file with this content.
func sample(_ content: String) -> String {
    GeneratedMark.opening() + "\n" + content + "\n"
}

/// The generated tree with these contents by path.
func sampleTree(_ contents: [String: String]) throws -> GeneratedTree {
    try GeneratedTree(contents.map { (path: $0.key, text: sample($0.value)) })
}

struct SampleOutput {
    /// The folder around the output folder.
    let home: TemporaryFolder
    let folder: OutputFolder
    var path: Path { folder.path }

    init() throws {
        home = try TemporaryFolder()
        folder = try OutputFolder(home.path.appending("GitLab"))
    }

    func compare(_ contents: [String: String]) throws -> TreeComparison {
        try folder.compare(with: sampleTree(contents))
    }

    /// The texts of all files below the output folder by path; of what is no file, its kind.
    func contents() throws -> [String: String] {
        guard try path.status() != nil else { return [:] }
        return try FolderTree(of: path).files.reduce(into: [:]) { contents, file in
            contents[file.path.string] =
                file.status.kind == .file ? try text(path.appending(file.path)) : "\(file.status.kind)"
        }
    }

    /// The status of the folder around and of everything in it.
    func statuses() throws -> [String: FileStatus] {
        let tree = try FolderTree(of: home.path)
        var statuses = Dictionary(uniqueKeysWithValues: (tree.files + tree.folders).map { ($0.path.string, $0.status) })
        statuses["."] = try home.path.status()
        return statuses
    }
}

extension OutputFolder {
    @discardableResult
    func write(_ contents: [String: String]) throws -> WriteResult {
        try write(sampleTree(contents))
    }
}

/// The texts of generated files by path, as they are found on the disk.
func samples(_ contents: [String: String]) -> [String: String] {
    contents.mapValues(sample)
}
