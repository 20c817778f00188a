// How GitLab's API names a project, a group or a namespace: by number or by full path.

/// The id of a project, group or namespace, or its full path.
///
/// GitLab takes both in the same place. A path is given as it reads (`gitlab-org/gitlab`): encoding it for the URL is
/// done when the request is built. `Int`, `Int64` and `String`, variables and literals, are accepted where an
/// `IDOrPath` is wanted (``IDOrPathConvertible``).
public enum IDOrPath: Sendable, Hashable {
    /// The numeric id.
    case id(Int)
    /// The full path, such as `gitlab-org/gitlab`.
    case path(String)

    /// The same value as an `IDOrPath`.
    public init(_ value: some IDOrPathConvertible) {
        self = value.idOrPath
    }
}

extension IDOrPath: CustomStringConvertible {
    /// The number or the path, as it stands in a path before percent-encoding.
    public var description: String {
        switch self {
        case .id(let number): String(number)
        case .path(let path): path
        }
    }
}

extension IDOrPath: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// A numeric id.
    public init(integerLiteral value: Int) {
        self = .id(value)
    }

    /// A full path.
    public init(stringLiteral value: String) {
        self = .path(value)
    }
}

/// What can name a project, group or namespace: `Int`, `Int64`, `String`, ``IDOrPath``.
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
        switch self {
        case .id(let number): .integer(Int64(number))
        case .path(let path): .string(path)
        }
    }
}
