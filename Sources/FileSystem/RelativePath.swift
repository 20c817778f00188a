// Where something is below a folder: the names by which a tree of files is compared with another one.

/// A path below some folder, `Projects/Project.swift` for example, that cannot lead out of that folder.
///
/// Two paths are equal if they are the same bytes, as they are for the file system; Swift's own strings would take two
/// spellings of an accented letter for one name. The order is that of the bytes, the same on every machine.
public struct RelativePath: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The path as text, with `/` between its components.
    public let string: String

    /// Takes a path that leads to something below a folder.
    ///
    /// Nil for what does not: an empty or absolute path, one with an empty component, `.` or `..` in it, and one with a
    /// byte zero or a backslash, which other systems read as a separator.
    public init?(_ string: String) {
        let components = string.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for component in components {
            if component.isEmpty || component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) {
                return nil
            }
            if component.contains(0) || component.contains(UInt8(ascii: "\\")) { return nil }
        }
        self.string = string
    }

    /// Takes names that a folder listed, which the system has checked already.
    init(listed string: String) {
        self.string = string
    }

    public var description: String { string }

    /// The folders on the way to this path, the outermost first: `A` and `A/B` for `A/B/C.swift`.
    public var ancestors: [RelativePath] {
        string.utf8.indices
            .filter { string.utf8[$0] == UInt8(ascii: "/") }
            .map { RelativePath(listed: String(string[..<$0])) }
    }

    /// The name in the containing folder.
    public var lastComponent: String {
        guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return string }
        return String(string[string.utf8.index(after: slash)...])
    }

    public static func == (one: RelativePath, other: RelativePath) -> Bool {
        one.string.utf8.elementsEqual(other.string.utf8)
    }

    public static func < (one: RelativePath, other: RelativePath) -> Bool {
        one.string.utf8.lexicographicallyPrecedes(other.string.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in string.utf8 { hasher.combine(byte) }
    }
}
