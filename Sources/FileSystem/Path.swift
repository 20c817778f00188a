// Where something is on the disk, as the system takes it.

/// A path for the system, absolute or relative to the current folder.
public struct Path: Sendable, Hashable, CustomStringConvertible {
    /// The path as text, without a slash at its end (except for `/` itself).
    public let string: String

    /// Takes a path as a person wrote it; slashes at its end are dropped.
    public init(_ string: String) {
        var trimmed = Substring(string)
        while trimmed.utf8.count > 1, trimmed.utf8.last == UInt8(ascii: "/") {
            trimmed.removeLast()
        }
        self.string = String(trimmed)
    }

    public var description: String { string }

    /// The path of something in this folder.
    public func appending(_ name: String) -> Path {
        Path(string.utf8.last == UInt8(ascii: "/") ? string + name : string + "/" + name)
    }

    /// The path of something below this folder.
    public func appending(_ relative: RelativePath) -> Path {
        appending(relative.string)
    }

    /// The part after the last slash: the name in the containing folder. Empty for `/`.
    public var lastComponent: String {
        String(string[afterLastSlash...])
    }

    /// The containing folder: `.` for a bare name, `/` for a name directly below it.
    public var parent: Path {
        let before = string[..<afterLastSlash]
        return before.isEmpty ? Path(".") : Path(String(before))
    }

    private var afterLastSlash: String.Index {
        guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return string.startIndex }
        return string.utf8.index(after: slash)
    }
}
