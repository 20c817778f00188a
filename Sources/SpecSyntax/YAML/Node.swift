// The YAML of a spec file as a tree of values with their places. No value is interpreted here: a scalar is text.

/// A value of a YAML document.
public struct Node: Sendable {
    public enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping(Mapping)
    }

    public let content: Content
    public let range: SourceRange
    /// Whether the value was reported already, and cannot be used.
    public let isRejected: Bool

    public init(_ content: Content, at range: SourceRange, isRejected: Bool = false) {
        self.content = content
        self.range = range
        self.isRejected = isRejected
    }
}

/// A text as it stands in the document, after YAML's own unescaping.
public struct Scalar: Sendable {
    public let text: String
    /// Whether it was written without quotes, so that a comma or a colon would have ended it.
    public let isPlain: Bool
    public let range: SourceRange

    public init(_ text: String, isPlain: Bool, at range: SourceRange) {
        self.text = text
        self.isPlain = isPlain
        self.range = range
    }
}

/// Keys with their values, in the order of the file. Keys are texts, each stands once.
public struct Mapping: Sendable {
    public struct Entry: Sendable {
        public let key: Scalar
        public let value: Node

        public init(_ key: Scalar, _ value: Node) {
            self.key = key
            self.value = value
        }
    }

    public let entries: [Entry]
    /// Whether it was written in braces, on one line as a rule.
    public let isFlow: Bool

    public init(_ entries: [Entry], isFlow: Bool) {
        self.entries = entries
        self.isFlow = isFlow
    }

    public subscript(key: String) -> Entry? {
        for index in entries.indices where entries[index].key.text == key { return entries[index] }
        return nil
    }
}
