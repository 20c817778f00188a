// How GitLab's API names a project, a group or a namespace: by number or by full path.

/// The id of a project, group or namespace, or its full path.
///
/// GitLab takes both in the same place. Write a path as it is (`gitlab-org/gitlab`): the request encodes it for the
/// URL. Where it is part of a URL, these are read as the path that they hold:
///
/// * `gitlab-org%2Fgitlab`, a path that was percent-encoded already;
/// * `https://gitlab.com/gitlab-org/gitlab/-/issues` and `git@gitlab.com:gitlab-org/gitlab.git`, the address of a page or a
///   repository, if it is on the GitLab that the client calls.
///
/// Anything else that no path of GitLab can be (one with `%` or `:`, an address on another host) makes the request throw a
/// ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` that names the attribute; nothing is sent. `Int`, `Int64` and `String`, variables and literals, are accepted where an
/// `IDOrPath` is wanted (``IDOrPathConvertible``).
public struct IDOrPath: Sendable, Hashable {
    /// The number or the path, as it stands in a path before percent-encoding.
    let text: String

    /// Whether it is a number.
    let isNumber: Bool

    /// Returns a numeric id.
    public static func id(_ number: Int) -> IDOrPath { IDOrPath(text: String(number), isNumber: true) }

    /// Returns a full path, such as `gitlab-org/gitlab`.
    public static func path(_ path: String) -> IDOrPath { IDOrPath(text: path, isNumber: false) }

    /// Creates the same value as an `IDOrPath`.
    public init(_ value: some IDOrPathConvertible) {
        self = value.idOrPath
    }

    private init(text: String, isNumber: Bool) {
        self.text = text
        self.isNumber = isNumber
    }

    /// The number; nil for a path.
    public var id: Int? { isNumber ? Int(text) : nil }

    /// The full path; nil for a number.
    public var path: String? { isNumber ? nil : text }
}

extension IDOrPath: CustomStringConvertible {
    /// The number or the path, as it stands in a path before percent-encoding.
    public var description: String { text }
}

extension IDOrPath: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// Creates a numeric id.
    public init(integerLiteral value: Int) {
        self = .id(value)
    }

    /// Creates a full path.
    public init(stringLiteral value: String) {
        self = .path(value)
    }
}

/// A type with an ID or a path: `Int`, `Int64`, `String`, ``IDOrPath``, and projects, groups, namespaces and users.
///
/// Where only one of these makes sense, ``ProjectReference``, ``GroupReference``, ``NamespaceReference`` or
/// ``UserReference`` is wanted.
public protocol IDOrPathConvertible {
    /// The id or path.
    var idOrPath: IDOrPath { get }
}

extension IDOrPath: IDOrPathConvertible {
    /// The value itself.
    public var idOrPath: IDOrPath { self }
}

extension Int: IDOrPathConvertible {
    /// The number as an id.
    public var idOrPath: IDOrPath { .id(self) }
}

extension Int64: IDOrPathConvertible {
    /// The number as an id. Where `Int` has 32 bits and is too small for it, its digits: they mean the same to GitLab.
    public var idOrPath: IDOrPath {
        guard let number = Int(exactly: self) else { return .path(String(self)) }
        return .id(number)
    }
}

extension String: IDOrPathConvertible {
    /// The text as a full path.
    public var idOrPath: IDOrPath { .path(self) }
}

extension IDOrPath: ParameterEncodable {
    /// A number or a text.
    public var parameterValue: ParameterValue {
        if let id { .integer(Int64(id)) } else { .string(text) }
    }
}
