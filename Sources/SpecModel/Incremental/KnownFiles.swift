// The files of the spec as they were read before, so that an edit is answered by reading the edited files again, and by
// resolving what depends on them.

import SpecSyntax

/// The files of the last reading with their declarations; no others are kept.
public struct KnownFiles: Sendable {
    private var read: [String: KnownFile] = [:]
    /// What they were resolved to; nil if that had to be reported about.
    var resolved: ResolvedFiles?

    public init() {}

    /// Returns the declarations of files, in their order, and the edit since the last reading; nil where that concerns
    /// everything.
    mutating func declarations(of files: [SpecFile]) -> ([FileDeclarations], SpecEdit?) {
        let known = read
        let found = files.concurrentMap { file in
            known[file.path].flatMap { $0.file == file ? $0 : nil } ?? KnownFile(file)
        }
        read = Dictionary(firstOf: found.map { ($0.file.path, $0) })
        let declarations = found.map(\.declarations)
        guard resolved != nil, known.count == found.count else { return (declarations, nil) }
        var changes: [FileChange] = []
        for file in found where known[file.file.path] !== file {
            guard let earlier = known[file.file.path], file.declaresLike(earlier) else { return (declarations, nil) }
            changes.append(FileChange(old: earlier, new: file))
        }
        return (declarations, SpecEdit(changes, among: found))
    }
}

/// A spec that was resolved without anything to report.
struct ResolvedFiles {
    let api: API
    let drift: KnownDrift
}

/// A file with what it declares and uses.
private final class KnownFile: Sendable {
    let file: SpecFile
    let declarations: FileDeclarations
    let names: [DeclaredName]
    let usedNames: Set<DeclaredName>
    let rowNames: Set<RowName>

    init(_ file: SpecFile) {
        self.file = file
        declarations = FileDeclarations(file, withInterface: true)
        names = declarations.declarations.names
        usedNames = declarations.declarations.usedNames
        rowNames = declarations.declarations.rowNames
    }

    /// Whether an edit left alone which names there are, and what concerns the whole spec.
    func declaresLike(_ earlier: KnownFile) -> Bool {
        !declarations.concernsAll && !earlier.declarations.concernsAll && names == earlier.names
    }
}

/// A file before and after an edit.
private struct FileChange {
    let old: KnownFile
    let new: KnownFile

    /// The names that mean something else now, to those that use them.
    var changedNames: [DeclaredName] {
        guard let before = old.declarations.interface, let after = new.declarations.interface else { return new.names }
        return new.names.filter { after.differs(from: before, in: $0) }
    }

    /// GitLab's names of rows that came, went, or have another name in Swift.
    var renamedRows: Set<String> { Set(old.rowNames.symmetricDifference(new.rowNames).map(\.name)) }
}

extension SpecEdit {
    fileprivate init(_ changes: [FileChange], among files: [KnownFile]) {
        var users: [DeclaredName: [KnownFile]] = [:]
        for file in files { for name in file.usedNames { users[name, default: []].append(file) } }
        var stale = Set(changes.map(\.new.file.path))
        var open = changes.flatMap(\.changedNames)
        let renamed = changes.reduce(into: Set()) { $0.formUnion($1.renamedRows) }
        for file in files where file.declarations.interface?.quotes(anyOf: renamed) == true {
            stale.insert(file.file.path)
            open += file.names.filter { file.declarations.interface?.showsSentences(of: $0) == true }
        }
        // An edited file can depend on another one.
        var passedOn: Set<String> = []
        while let name = open.popLast() {
            for user in users[name] ?? [] where passedOn.insert(user.file.path).inserted { open += user.names }
        }
        stale.formUnion(passedOn)
        self.init(staleFiles: stale, changesSwiftNames: !renamed.isEmpty)
    }
}
