// References to a project, a group, a namespace or a user: an ID, a path, or the model itself.
//
// Each kind has a protocol of its own, so that the id of a group is not sent where GitLab expects that of a project.

/// A project, its ID, or its full path such as `group/project`.
///
/// `Int`, `Int64`, `String` and ``IDOrPath`` conform, and every type of response whose `id` is that of a project.
public protocol ProjectReference: IDOrPathConvertible {}

/// A group, its ID, or its full path such as `group/subgroup`.
///
/// `Int`, `Int64`, `String` and ``IDOrPath`` conform, and every type of response whose `id` is that of a group.
public protocol GroupReference: IDOrPathConvertible {}

/// A namespace, its ID, or its full path: where a project lives.
///
/// `Int`, `Int64`, `String` and ``IDOrPath`` conform, and every type of response whose `id` is that of a namespace. The ID
/// of a group is that of its namespace too. A user has another ID than the user's personal namespace, so a user is no
/// `NamespaceReference`; the username as a path is.
public protocol NamespaceReference: IDOrPathConvertible {}

/// A user, their ID, or their username.
///
/// `Int`, `Int64`, `String` and ``IDOrPath`` conform, and every type of response whose `id` is that of a user.
public protocol UserReference: IDOrPathConvertible {}

extension IDOrPath: ProjectReference, GroupReference, NamespaceReference, UserReference {}
extension Int: ProjectReference, GroupReference, NamespaceReference, UserReference {}
extension Int64: ProjectReference, GroupReference, NamespaceReference, UserReference {}
extension String: ProjectReference, GroupReference, NamespaceReference, UserReference {}

extension IDOrPathConvertible where Self: Identifiable<Int> {
    /// The `id`.
    public var idOrPath: IDOrPath { .id(id) }
}
