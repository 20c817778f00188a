// Places in the spec. Every value keeps its range from the parser to the last diagnostic.

/// A place in a file. Lines and columns start at 1; a column counts Unicode scalars, as editors show them.
public struct SourcePosition: Sendable, Hashable, Comparable {
    private let storedLine: UInt32
    private let storedColumn: UInt32

    public var line: Int { Int(storedLine) }
    public var column: Int { Int(storedColumn) }

    public init(line: Int, column: Int) {
        storedLine = UInt32(clamping: line)
        storedColumn = UInt32(clamping: column)
    }

    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.storedLine, left.storedColumn) < (right.storedLine, right.storedColumn)
    }
}

/// The name of a spec file, shared by all places in it: ranges are copied a lot, so they hold a reference instead of a
/// text.
public final class SourceName: Sendable, Hashable {
    /// The path as it is shown to people.
    public let path: String

    public init(_ path: String) {
        self.path = path
    }

    public static func == (left: SourceName, right: SourceName) -> Bool { left === right || left.path == right.path }

    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// A stretch of a spec file, from its first character up to, not including, its end.
public struct SourceRange: Sendable, Hashable {
    public let source: SourceName
    public let start: SourcePosition
    public let end: SourcePosition

    public var path: String { source.path }

    public init(_ source: SourceName, start: SourcePosition, end: SourcePosition) {
        self.source = source
        self.start = start
        self.end = end
    }

    public init(path: String, start: SourcePosition, end: SourcePosition) {
        self.init(SourceName(path), start: start, end: end)
    }

    /// The range of no characters at the start of this one.
    public var startPoint: SourceRange { SourceRange(source, start: start, end: start) }

    /// From the start of this range to the end of another one in the same file.
    public func extended(to other: SourceRange) -> SourceRange {
        SourceRange(source, start: start, end: other.end)
    }

    /// Whether another range begins within this one.
    public func holdsStart(of other: SourceRange) -> Bool {
        source == other.source && start <= other.start && other.start < end
    }
}

/// A value together with the place it was read from.
@dynamicMemberLookup
public struct Located<Value: Sendable>: Sendable {
    public let value: Value
    public let range: SourceRange

    public init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }

    public subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member { value[keyPath: member] }
}
