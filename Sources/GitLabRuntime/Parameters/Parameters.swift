// Named values in the order in which they are sent.

/// Named values in the order in which they are sent: the attributes of a query, of a body, or of a hash in them.
public struct Parameters: Sendable, Hashable {
    /// One named value.
    public struct Pair: Sendable, Hashable {
        /// The name, as GitLab's documentation writes it.
        public let name: String
        /// The value.
        public let value: ParameterValue
    }

    /// The named values in order. A name should occur once: GitLab takes the last of several.
    public private(set) var pairs: [Pair] = []

    /// Creates empty parameters.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { pairs.isEmpty }

    /// The value of this name, the last if there are several; nil if there is none.
    public subscript(name: String) -> ParameterValue? {
        pairs.last { $0.name == name }?.value
    }

    /// Adds a value as it is.
    public mutating func add(_ name: String, value: ParameterValue) {
        pairs.append(Pair(name: name, value: value))
    }

    /// Sets the value of a name, where it stands or behind the others; nil removes it.
    mutating func set(_ name: String, _ value: ParameterValue?) {
        guard let value else { return pairs.removeAll { $0.name == name } }
        guard let index = pairs.lastIndex(where: { $0.name == name }) else { return add(name, value: value) }
        pairs[index] = Pair(name: name, value: value)
    }

    /// Adds a value; nil is not sent.
    public mutating func add<Value: ParameterEncodable>(_ name: String, _ value: Value?) {
        guard let value else { return }
        add(name, value: value.parameterValue)
    }
}

extension Parameters: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names of the values. The values are left out: it is not known which of them are secret.
    public var description: String { "Parameters(\(pairs.map(\.name).joined(separator: ", ")))" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing besides the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Parameters {
    var holdFile: Bool { pairs.contains { $0.value.holdsFile } }

    init(sortedByName members: [(String, ParameterValue)]) {
        pairs = members.sorted { $0.0 < $1.0 }.map { Pair(name: $0.0, value: $0.1) }
    }

    mutating func append(_ others: Parameters) {
        pairs.append(contentsOf: others.pairs)
    }
}
