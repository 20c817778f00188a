// The changes of a spec by an import, before they are on the disk.

import SpecSyntax

/// New files of a spec, and edits of those that are there.
public struct SpecChanges: Sendable {
    /// Files that are not there yet, named as those of the spec are: `spec/types/boat.yaml`.
    public var newFiles: [SpecFile]
    /// Edits that leave every other byte as it is.
    public var edits: [Fix.Edit]

    public init(newFiles: [SpecFile] = [], edits: [Fix.Edit] = []) {
        self.newFiles = newFiles
        self.edits = edits
    }

    /// Adds a file, with its first lines: the schema for editors, and a comment.
    public mutating func add(_ path: String, comment: String, _ lines: [String]) {
        var text = SpecText(comment: comment, depth: path.utf8.count { $0 == UInt8(ascii: "/") } - 1)
        text.blank()
        for line in lines { text.line(0, line) }
        newFiles.append(SpecFile(path: path, bytes: Array(text.text.utf8)))
    }
}
