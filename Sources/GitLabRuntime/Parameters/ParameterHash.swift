// A hash with fixed keys as the value of an attribute.

/// A hash with fixed keys, such as `container_expiration_policy_attributes`.
///
/// Equality, hashing and printing come with the conformance: two hashes of one type are equal when they would send the same.
public protocol ParameterHash: ParameterEncodable, Sendable, Hashable, CustomDebugStringConvertible {
    /// Adds the members to the hash.
    func add(to hash: inout ParameterEncoder)
}

extension ParameterHash {
    /// The members that are set, in the order in which they are added.
    public var parameterValue: ParameterValue { .object(members) }

    /// Returns whether both hashes would send the same members.
    public static func == (one: Self, other: Self) -> Bool { one.members == other.members }

    /// Hashes the members that would be sent.
    public func hash(into hasher: inout Hasher) { hasher.combine(members) }

    private var members: Parameters {
        var members = ParameterEncoder()
        add(to: &members)
        return members.collected()
    }
}
