// Where something is below a folder: the names by which a tree of files is compared with another one.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A path below some folder, `Projects/Project.swift` for example, that cannot lead out of that folder.
///
/// Two paths are equal if they are the same bytes, as they are for the file system; Swift's own strings would take two
/// spellings of an accented letter for one name. The order is that of the bytes, the same on every machine.
public struct RelativePath: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The path as text, with `/` between its components.
    public let string: String

    /// Takes a path that leads to something below a folder.
    ///
    /// Nil for an empty or absolute path, one with an empty component, `.` or `..` in it, and one with a byte zero or a
    /// backslash, which other systems read as a separator.
    public init?(_ string: String) {
        var length = 0
        var dots = 0
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "/"):
                if Self.isNoName(length: length, dots: dots) { return nil }
                (length, dots) = (-1, 0)
            case UInt8(ascii: "."): dots += 1
            case 0, UInt8(ascii: "\\"): return nil
            case _: break
            }
            length += 1
        }
        if Self.isNoName(length: length, dots: dots) { return nil }
        self.string = string
    }

    /// Whether a component with so many bytes, of which so many are dots, is empty, `.` or `..`.
    private static func isNoName(length: Int, dots: Int) -> Bool { length == dots && length <= 2 }

    /// Takes names that a folder listed, which the system has checked already.
    init(listed string: String) {
        self.string = string
    }

    public var description: String { string }

    /// The folders on the way to this path, the outermost first: `A` and `A/B` for `A/B/C.swift`.
    public var ancestors: [RelativePath] {
        var ancestors: [RelativePath] = []
        var rest = string.utf8[...]
        while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
            ancestors.append(RelativePath(listed: String(string[..<slash])))
            rest = rest[string.utf8.index(after: slash)...]
        }
        return ancestors
    }

    /// The name in the containing folder.
    public var lastComponent: String {
        guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return string }
        return String(string[string.utf8.index(after: slash)...])
    }

    public static func == (one: RelativePath, other: RelativePath) -> Bool { one.order(with: other) == 0 }

    public static func < (one: RelativePath, other: RelativePath) -> Bool { one.order(with: other) < 0 }

    /// Negative if this path comes first. The system compares the bytes, since trees of thousands of files are sorted.
    private func order(with other: RelativePath) -> Int {
        var (own, others) = (string, other.string)
        return own.withUTF8 { own in
            others.withUTF8 { others in
                let shared = min(own.count, others.count)
                guard shared > 0, let first = own.baseAddress, let second = others.baseAddress else {
                    return own.count - others.count
                }
                let order = memcmp(first, second, shared)
                return order == 0 ? own.count - others.count : Int(order)
            }
        }
    }

    public func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
