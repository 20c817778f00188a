// Applying fixes to the bytes of the spec. All other bytes are unchanged.

/// A spec after the fixes of its diagnostics are applied.
public struct AppliedFixes: Sendable {
    /// The changed files, with their new content.
    public let files: [SpecFile]
    /// The diagnostics whose fixes were applied.
    public let diagnostics: [Diagnostic]

    /// Applies the fixes that come with edits, in the order of the diagnostics. A fix of which an edit overlaps one
    /// that was applied before, or lies outside of the files, is left out as a whole; another run may apply it.
    ///
    /// - Parameter additions: edits without a diagnostic; they are applied before all fixes.
    public init(of files: [SpecFile], by diagnostics: [Diagnostic], adding additions: [Fix.Edit] = []) {
        let sources = Dictionary(firstOf: files.map { ($0.path, SourceText($0)) })
        var edits: [String: [ByteEdit]] = [:]
        func isApplied(_ fix: [Fix.Edit]) -> Bool {
            var balance = 0
            let wanted = fix.compactMap { edit -> (path: String, edit: ByteEdit)? in
                guard let source = sources[edit.range.path], let start = source.offset(of: edit.range.start),
                    let end = source.offset(of: edit.range.end), start <= end
                else { return nil }
                // A comment is never taken away, whatever was meant by the text around it.
                let replacement = Array(edit.replacement.utf8)
                let (old, new) = (source.bytes[start..<end].outsideOfQuotes, replacement[...].outsideOfQuotes)
                guard !old.holdsComment else { return nil }
                balance += new.openBrackets - old.openBrackets
                return (edit.range.path, ByteEdit(range: start..<end, replacement: replacement))
            }
            // Nor one brace without the other.
            guard wanted.count == fix.count, balance == 0,
                !wanted.contains(where: { new in edits[new.path, default: []].contains { $0.overlaps(new.edit) } })
            else { return false }
            for (path, edit) in wanted { edits[path, default: []].append(edit) }
            return true
        }
        _ = isApplied(additions)
        var applied: [Diagnostic] = []
        for diagnostic in diagnostics {
            guard let fix = diagnostic.fix, !fix.edits.isEmpty, isApplied(fix.edits) else { continue }
            applied.append(diagnostic)
        }
        self.diagnostics = applied
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

extension ArraySlice<UInt8> {
    /// A part of a file without what stands in double quotes.
    fileprivate var outsideOfQuotes: [UInt8] {
        var (isQuoted, isEscaped) = (false, false)
        return filter { byte in
            if byte == UInt8(ascii: "\""), !isEscaped {
                isQuoted.toggle()
                return false
            }
            isEscaped = isQuoted && byte == UInt8(ascii: "\\") && !isEscaped
            return !isQuoted
        }
    }
}

extension [UInt8] {
    /// Whether a comment begins: a number sign behind a blank.
    fileprivate var holdsComment: Bool {
        indices.contains { index in
            self[index] == UInt8(ascii: "#") && (index == 0 || [0x20, 0x09, 0x0A, 0x0D].contains(self[index - 1]))
        }
    }

    /// How many more brackets and braces are opened than closed.
    fileprivate var openBrackets: Int {
        reduce(0) { open, byte in
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): open + 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): open - 1
            case _: open
            }
        }
    }
}
