// A row of an attribute table, and the tiers, roles, versions and limits of all kinds of rows.

import SpecSyntax

/// An attribute of a request: one row of an attribute table.
///
/// Attributes are copied a lot, so the content of their row is one reference.
public struct Attribute: Sendable {
    public enum Location: String, Sendable, CaseIterable {
        case path, query, header, body
    }

    /// The content of a row.
    final class Row: Sendable {
        let name: Located<String>
        let swiftName: SwiftName
        let type: Located<TypeReference>
        let reference: Located<Reference>?
        let about: Located<String>
        let isRequired: Bool
        let defaultValue: Located<[String]>?
        let isNullable: Bool
        let isSecret: Bool
        let isCommaSeparated: Bool
        let encodedBy: Located<String>?
        let limits: Limits
        let parents: [Located<String>]
        let parentLabel: String?
        let availability: Availability

        init(
            name: Located<String>, swiftName: SwiftName, type: Located<TypeReference>, reference: Located<Reference>?,
            about: Located<String>, isRequired: Bool, defaultValue: Located<[String]>?, isNullable: Bool,
            isSecret: Bool,
            isCommaSeparated: Bool, encodedBy: Located<String>?, limits: Limits, parents: [Located<String>] = [],
            parentLabel: String? = nil, availability: Availability
        ) {
            self.name = name
            self.swiftName = swiftName
            self.type = type
            self.reference = reference
            self.about = about
            self.isRequired = isRequired
            self.defaultValue = defaultValue
            self.isNullable = isNullable
            self.isSecret = isSecret
            self.isCommaSeparated = isCommaSeparated
            self.encodedBy = encodedBy
            self.limits = limits
            self.parents = parents
            self.parentLabel = parentLabel
            self.availability = availability
        }
    }

    let row: Row
    /// Where it is sent. Rows of shared tables get their location from the operation that names the table.
    public internal(set) var location: Location

    /// GitLab's name, as it is sent.
    public var name: Located<String> { row.name }
    public var swiftName: SwiftName { row.swiftName }
    public var type: Located<TypeReference> { row.type }
    /// The kind of thing that an ID or a path names; nil for other types.
    public var reference: Located<Reference>? { row.reference }
    public var about: Located<String> { row.about }
    public var isRequired: Bool { row.isRequired }
    /// The server's value when the attribute is not sent, as it is written in the spec.
    public var defaultValue: Located<[String]>? { row.defaultValue }
    /// Whether null can be sent, to unset the value.
    public var isNullable: Bool { row.isNullable }
    /// Whether it holds a secret, which no description may show.
    public var isSecret: Bool { row.isSecret }
    /// Whether the server splits each element on commas.
    public var isCommaSeparated: Bool { row.isCommaSeparated }
    /// The attribute that says how a content is encoded, which is sent with it; nil for a content that is the whole body.
    public var encodedBy: Located<String>? { row.encodedBy }
    /// Whether it is a content that is sent as the whole body.
    public var isWholeBody: Bool { type.value == .builtIn(.content) && encodedBy == nil }
    public var limits: Limits { row.limits }
    /// The cases of the operation's parent for which it exists; empty: for all of them.
    public var parents: [Located<String>] { row.parents }
    /// Whether it is the parent that the path begins with, and not a row of the spec.
    public var isParent: Bool { row.parentLabel != nil }
    /// The label of a parent in calls.
    public var parentLabel: String? { row.parentLabel }
    public var availability: Availability { row.availability }
}

/// The limits of a value, and its unit.
public struct Limits: Sendable {
    public let unit: Located<String>?
    public let minimum: Located<Int>?
    public let maximum: Located<Int>?
    public let maximumLength: Located<Int>?
}

/// The availability of something.
public struct Availability: Sendable {
    /// The lowest tier that has it; nil where every tier does.
    public let tier: Located<Tier>?
    /// The lowest role that may use it.
    public let role: Located<String>?
    public let isAdminOnly: Bool
    /// The version that introduced it.
    public let since: Located<String>?
    public let offering: [Located<String>]
    /// The condition under which it is available, in words.
    public let condition: Located<String>?
    public let deprecation: Deprecation?
}

extension Availability {
    /// Availability of something which the spec says nothing about.
    static let everywhere = Availability(
        tier: nil, role: nil, isAdminOnly: false, since: nil, offering: [], condition: nil, deprecation: nil)
}

public enum Tier: String, Sendable, CaseIterable {
    case premium, ultimate
}

/// A deprecation.
public struct Deprecation: Sendable {
    public let since: Located<String>?
    /// The name of the attribute that replaces it, or a few words on what to do instead.
    public let replacement: Located<String>?
    /// Whether true there means false here.
    public let isInverted: Bool
    public let range: SourceRange
}
