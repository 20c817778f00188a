// Applying fixes to the bytes of the spec. All other bytes are unchanged.

/// A spec after the fixes of its diagnostics are applied.
public struct Repair: Sendable {
    /// The changed files, with their new content.
    public let files: [SpecFile]
    /// The diagnostics whose fixes were applied.
    public let mended: [Diagnostic]

    /// Applies the fixes that come with edits, in the order of the diagnostics. A fix of which an edit overlaps one
    /// that was applied before, or lies outside of the files, is left out as a whole; another run may apply it.
    ///
    /// - Parameter additions: edits without a diagnostic; they are applied before all fixes.
    public init(of files: [SpecFile], by diagnostics: [Diagnostic], adding additions: [Fix.Edit] = []) {
        let sources = Dictionary(firstOf: files.map { ($0.path, SourceText($0)) })
        var edits: [String: [ByteEdit]] = [:]
        func apply(_ fix: [Fix.Edit]) -> Bool {
            let wanted = fix.compactMap { edit -> (path: String, edit: ByteEdit)? in
                guard let source = sources[edit.range.path], let start = source.offset(of: edit.range.start),
                    let end = source.offset(of: edit.range.end), start <= end
                else { return nil }
                return (edit.range.path, ByteEdit(range: start..<end, replacement: Array(edit.replacement.utf8)))
            }
            guard wanted.count == fix.count,
                !wanted.contains(where: { new in edits[new.path, default: []].contains { $0.overlaps(new.edit) } })
            else { return false }
            for (path, edit) in wanted { edits[path, default: []].append(edit) }
            return true
        }
        _ = apply(additions)
        var mended: [Diagnostic] = []
        for diagnostic in diagnostics {
            guard let fix = diagnostic.fix, !fix.edits.isEmpty, apply(fix.edits) else { continue }
            mended.append(diagnostic)
        }
        self.mended = mended
        self.files = files.compactMap { file in
            edits[file.path].map { SpecFile(path: file.path, bytes: ByteEdit.apply($0, to: file.bytes)) }
        }
    }
}

/// A replacement of bytes.
private struct ByteEdit {
    let range: Range<Int>
    let replacement: [UInt8]

    /// Whether both touch the same bytes, or insert at the same place, so that their order would matter.
    func overlaps(_ other: ByteEdit) -> Bool {
        if range.isEmpty || other.range.isEmpty {
            return range.lowerBound <= other.range.upperBound && other.range.lowerBound <= range.upperBound
        }
        return range.overlaps(other.range)
    }

    static func apply(_ edits: [ByteEdit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.count })
        var position = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += bytes[position..<edit.range.lowerBound] + edit.replacement
            position = edit.range.upperBound
        }
        return result + bytes[position...]
    }
}
