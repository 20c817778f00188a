// The three states of an attribute in a write: left alone, unset, set.

/// The effect of a write on an attribute that can be unset: leave it alone, unset it, set it.
public enum WriteState<Value> {
    /// The attribute is not sent; GitLab leaves it as it is.
    case absent
    /// null is sent; GitLab unsets the attribute.
    case null
    /// The value is sent.
    case value(Value)

    /// Creates ``null`` for nil, the value otherwise, as assigning an optional does.
    public init(_ optional: Value?) {
        if let optional {
            self = .value(optional)
        } else {
            self = .null
        }
    }

    /// The value; nil if there is none, for ``absent`` and ``null`` alike.
    public var value: Value? {
        switch self {
        case .absent, .null: nil
        case .value(let value): value
        }
    }
}

extension WriteState: Sendable where Value: Sendable {}
extension WriteState: Equatable where Value: Equatable {}
extension WriteState: Hashable where Value: Hashable {}

/// A property of a request that can be sent as null.
///
/// It is an optional like any other. The name says what nil means when it is assigned: null is sent, and GitLab unsets the
/// attribute. An optional of another type is not sent when it is nil.
///
/// ```swift
/// let request = EditProject(42) {
///     $0.description = nil  // sends null
///     $0.name = nil  // sends nothing
/// }
/// ```
public typealias OrNull<Value> = Value?
