// Files of the spec that were read before, so that only the edited ones are read again.

import SpecSyntax

/// The files of the last reading with their declarations; no others are kept.
public struct KnownFiles: Sendable {
    private var read: [String: (file: SpecFile, declarations: FileDeclarations)] = [:]

    public init() {}

    /// Returns the declarations of files, in their order.
    mutating func declarations(of files: [SpecFile]) -> [FileDeclarations] {
        let known = read
        let declarations = files.concurrentMap { file in
            if let known = known[file.path], known.file == file { return known.declarations }
            return FileDeclarations(file)
        }
        read = Dictionary(
            zip(files, declarations).map { ($0.path, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
        return declarations
    }
}
