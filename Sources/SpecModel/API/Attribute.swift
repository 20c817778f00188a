// A row of an attribute table, and what rows of all kinds say about tiers, roles, versions and limits.

import SpecSyntax

/// Something a request carries: one row of an attribute table.
public struct Attribute: Sendable {
    public enum Location: String, Sendable, CaseIterable {
        case path, query, header, body
    }

    /// GitLab's name, as it goes over the wire.
    public let name: Located<String>
    public let swiftName: SwiftName
    public let type: Located<TypeReference>
    public let about: Located<String>
    public let isRequired: Bool
    /// What the server takes when the attribute is not sent, as it is written in the spec.
    public let defaultValue: Located<[String]>?
    /// Whether null can be sent, to unset the value.
    public let isNullable: Bool
    /// Whether it holds a secret, which no description may show.
    public let isSecret: Bool
    /// Whether the server splits each element on commas.
    public let isCommaSeparated: Bool
    public let limits: Limits
    public let availability: Availability
    /// Where it travels. Rows of shared tables get their location from the operation that names the table.
    public internal(set) var location: Location
}

/// What a value may be at most or at least, and in which unit it counts.
public struct Limits: Sendable {
    public let unit: Located<String>?
    public let minimum: Located<Int>?
    public let maximum: Located<Int>?
    public let maximumLength: Located<Int>?
}

/// For whom and since when something exists.
public struct Availability: Sendable {
    /// The lowest tier that has it; nil where every tier does.
    public let tier: Located<Tier>?
    /// The lowest role that may use it.
    public let role: Located<String>?
    public let isAdminOnly: Bool
    /// The version that introduced it.
    public let since: Located<String>?
    public let offering: [Located<String>]
    /// The condition under which it is there, in words.
    public let condition: Located<String>?
    public let deprecation: Deprecation?
}

public enum Tier: String, Sendable, CaseIterable {
    case premium, ultimate
}

/// That something should no longer be used.
public struct Deprecation: Sendable {
    public let since: Located<String>?
    /// The name of the attribute that replaces it, or a few words on what to do instead.
    public let replacement: Located<String>?
    /// Whether true there means false here.
    public let isInverted: Bool
    public let range: SourceRange
}
