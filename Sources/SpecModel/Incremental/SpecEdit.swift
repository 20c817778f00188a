// What an edit of the spec concerns.

/// An edit that left the names in a spec as they were.
public struct SpecEdit: Sendable {
    /// The edited files, and those that depend on what changed in them.
    public let staleFiles: Set<String>
    /// Whether rows got other names in Swift, came or went.
    public let changesSwiftNames: Bool

    public func concerns(_ file: String) -> Bool { staleFiles.contains(file) }
}
