// The values for the placeholders of a path template.

/// The values for the placeholders of a path, such as `:id`.
public struct PathAttributes: ~Copyable {
    private(set) var attributes = PathAttributeList()

    /// Adds the path that the whole path begins with, with its attributes. It has to be added first.
    @inline(never)
    public mutating func add(_ parent: ParentPath) {
        attributes.append(PathAttribute(name: "", text: parent.pathTemplate))
        for attribute in parent.attributes { attributes.append(attribute) }
    }

    /// Adds an id or a full path, which may also be percent-encoded or an address on the client's GitLab (``IDOrPath``).
    @inline(never)
    public mutating func add(_ name: String, _ value: IDOrPath) {
        attributes.append(PathAttribute(name: name, text: value.text, isIDOrPath: true))
    }

    /// Adds a number.
    @inline(never)
    public mutating func add(_ name: String, _ value: Int) {
        attributes.append(PathAttribute(name: name, text: String(value)))
    }

    /// Adds a text: a name, a path.
    @inline(never)
    public mutating func add(_ name: String, _ value: String) {
        attributes.append(PathAttribute(name: name, text: value))
    }

    /// Adds a value of an open enum.
    @inline(never)
    public mutating func add(_ name: String, _ value: some OpenEnum) {
        attributes.append(PathAttribute(name: name, text: value.description))
    }

    /// Adds a plain date, written `YYYY-MM-DD`.
    @inline(never)
    public mutating func add(_ name: String, _ value: CalendarDate) {
        attributes.append(PathAttribute(name: name, text: value.description))
    }
}

/// The value for one placeholder of a path template, such as `:id`.
struct PathAttribute: Sendable, Hashable {
    /// The name of the placeholder, without the colon; empty for the path template of a parent.
    let name: String

    /// The value before percent-encoding.
    let text: String

    /// Whether it names a project, a group or a user, and is read as ``NamespacePath`` does it.
    var isIDOrPath = false
}

/// The attributes of a path. The first one, mostly the only one, needs no memory of its own.
struct PathAttributeList: Sendable, Hashable {
    private var head: PathAttribute?
    private var others: [PathAttribute] = []

    mutating func append(_ attribute: PathAttribute) {
        if head == nil { head = attribute } else { others.append(attribute) }
    }
}

extension PathAttributeList: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { head == nil ? 0 : 1 + others.count }

    subscript(index: Int) -> PathAttribute {
        if index == 0, let head { return head }
        return others[index - 1]
    }
}
