// Where something stands in the spec. Every value keeps its range from the parser to the last diagnostic.

/// A place in a file. Lines and columns start at 1; a column counts Unicode scalars, as editors show them.
public struct SourcePosition: Sendable, Hashable, Comparable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a spec file, from its first character up to, not including, its end.
public struct SourceRange: Sendable, Hashable {
    public let path: String
    public let start: SourcePosition
    public let end: SourcePosition

    public init(path: String, start: SourcePosition, end: SourcePosition) {
        self.path = path
        self.start = start
        self.end = end
    }

    /// The range of no characters at the start of this one.
    public var startPoint: SourceRange { SourceRange(path: path, start: start, end: start) }
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
