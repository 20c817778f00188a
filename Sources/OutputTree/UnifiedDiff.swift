// Showing how two texts differ, the way that git and patch understand.

/// The difference of two texts as a unified diff, with `a/` and `b/` before the path as in git's.
///
///     --- a/Generated/GitLab/Projects.swift
///     +++ b/Generated/GitLab/Projects.swift
///     @@ -12,4 +12,5 @@
///          public var archived: Bool?
///     +    public var orderBy: ProjectOrder?
public struct UnifiedDiff: Sendable {
    /// The diff, ready to be printed. Empty if both texts are the same.
    public let bytes: [UInt8]

    /// How many unchanged lines are shown around a change.
    private static let context = 3

    /// Compares two texts.
    ///
    /// - Parameters:
    ///   - path: The path that the diff names, relative to where a patch would be applied.
    ///   - old: The present bytes; nil for a file that does not exist.
    ///   - new: The bytes that should be there; nil for a file that should not exist.
    public init(of path: String, from old: [UInt8]?, to new: [UInt8]?) {
        if old == new {
            bytes = []
            return
        }
        let name = String(path.drop { $0 == "/" })
        let oldName = old == nil ? "/dev/null" : "a/" + name
        let newName = new == nil ? "/dev/null" : "b/" + name
        if old?.contains(0) ?? false || new?.contains(0) ?? false {
            bytes = Array("Binary files \(oldName) and \(newName) differ\n".utf8)
            return
        }
        // Like git: a tab ends a name that has a space in it, so that patch does not take the rest for a date.
        let end = name.utf8.contains(UInt8(ascii: " ")) ? "\t\n" : "\n"
        let comparison = ComparedLines(old: Self.lines(of: old ?? []), new: Self.lines(of: new ?? []))
        bytes = comparison.hunks(context: Self.context).reduce(
            into: Array("--- \(oldName)\(end)+++ \(newName)\(end)".utf8)
        ) { bytes, hunk in
            comparison.print(hunk, to: &bytes)
        }
    }

    /// The lines of a text, each with its line break; the last one may lack it.
    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = text[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(rest[...end])
            rest = rest[(end + 1)...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }
}

/// Two texts with the lines marked that they do not share.
private struct ComparedLines {
    /// Lines of both texts that stand for each other, changes with unchanged lines around them.
    struct Hunk {
        var old: Range<Int>
        var new: Range<Int>
    }

    let old: [ArraySlice<UInt8>]
    let new: [ArraySlice<UInt8>]
    private let difference: LineDifference

    init(old: [ArraySlice<UInt8>], new: [ArraySlice<UInt8>]) {
        self.old = old
        self.new = new
        difference = LineDifference(old, new)
    }

    /// The changes, those together that have not more than twice the context between them.
    func hunks(context: Int) -> [Hunk] {
        var hunks: [Hunk] = []
        for change in changes() {
            if let last = hunks.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
                hunks[hunks.count - 1].old = last.old.lowerBound..<change.old.upperBound
                hunks[hunks.count - 1].new = last.new.lowerBound..<change.new.upperBound
            } else {
                hunks.append(change)
            }
        }
        return hunks.map { hunk in
            let before = min(context, hunk.old.lowerBound)
            let after = min(context, old.count - hunk.old.upperBound)
            return Hunk(
                old: hunk.old.lowerBound - before..<hunk.old.upperBound + after,
                new: hunk.new.lowerBound - before..<hunk.new.upperBound + after)
        }
    }

    /// Runs of lines that are removed and inserted at one place.
    private func changes() -> [Hunk] {
        var changes: [Hunk] = []
        var place = (old: 0, new: 0)
        while place.old < old.count || place.new < new.count {
            let start = place
            while place.old < old.count, difference.removed[place.old] { place.old += 1 }
            while place.new < new.count, difference.inserted[place.new] { place.new += 1 }
            if place == start {
                place.old += 1
                place.new += 1
            } else {
                changes.append(Hunk(old: start.old..<place.old, new: start.new..<place.new))
            }
        }
        return changes
    }

    func print(_ hunk: Hunk, to bytes: inout [UInt8]) {
        bytes += "@@ -\(Self.numbers(hunk.old)) +\(Self.numbers(hunk.new)) @@\n".utf8
        var place = (old: hunk.old.lowerBound, new: hunk.new.lowerBound)
        while place.old < hunk.old.upperBound || place.new < hunk.new.upperBound {
            if place.old < hunk.old.upperBound, difference.removed[place.old] {
                Self.print(old[place.old], after: "-", to: &bytes)
                place.old += 1
            } else if place.new < hunk.new.upperBound, difference.inserted[place.new] {
                Self.print(new[place.new], after: "+", to: &bytes)
                place.new += 1
            } else {
                Self.print(old[place.old], after: " ", to: &bytes)
                place.old += 1
                place.new += 1
            }
        }
    }

    private static func print(_ line: ArraySlice<UInt8>, after mark: Unicode.Scalar, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: mark))
        bytes += line
        if line.last != UInt8(ascii: "\n") { bytes += "\n\\ No newline at end of file\n".utf8 }
    }

    /// The first line and the number of lines; of none, the line before them.
    private static func numbers(_ lines: Range<Int>) -> String {
        switch lines.count {
        case 0: "\(lines.lowerBound),0"
        case 1: "\(lines.lowerBound + 1)"
        default: "\(lines.lowerBound + 1),\(lines.count)"
        }
    }
}
