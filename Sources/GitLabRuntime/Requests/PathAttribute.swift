// The value for one placeholder of a path template.

/// The value for one placeholder of a path template, such as `:id`.
public struct PathAttribute: Sendable, Hashable {
    /// The name of the placeholder, without the colon.
    public let name: String

    /// The value before percent-encoding.
    public let text: String

    /// A value that is an id, a path, a name: a number or a text.
    public init(_ name: String, _ value: some IDOrPathConvertible) {
        self.name = name
        text = IDOrPath(value).description
    }

    /// A value of an open enum.
    public init(_ name: String, _ value: some OpenEnum) {
        self.name = name
        text = value.description
    }

    /// A plain date, written `YYYY-MM-DD`.
    public init(_ name: String, _ value: CalendarDate) {
        self.name = name
        text = value.description
    }
}
