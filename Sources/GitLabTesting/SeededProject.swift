// A project that an in-memory GitLab holds from the start.

import GitLab

/// A project to start an ``InMemoryGitLab`` with. A string literal is enough where only the path matters:
/// `InMemoryGitLab(projects: ["tools/compiler", "docs/handbook"])`.
public struct SeededProject: Sendable, ExpressibleByStringLiteral {
    /// The full path, as in `group/subgroup/project`. Without a slash, the project belongs to the user `root`.
    public var pathWithNamespace: String

    /// The name; by default the last part of the path.
    public var name: String?

    /// Short text shown under the name; nil is null.
    public var description: String?

    /// Who can see the project. The in-memory GitLab filters by it, and shows every project to everyone.
    public var visibility: VisibilityLevel

    /// Topics, in order.
    public var topics: [String]

    /// Whether the project is archived.
    public var archived: Bool

    /// Creates a project with this full path, and with GitLab's defaults for a new project.
    public init(
        _ pathWithNamespace: String,
        name: String? = nil,
        description: String? = nil,
        visibility: VisibilityLevel = .private,
        topics: [String] = [],
        archived: Bool = false
    ) {
        self.pathWithNamespace = pathWithNamespace
        self.name = name
        self.description = description
        self.visibility = visibility
        self.topics = topics
        self.archived = archived
    }

    /// Creates a project with this full path.
    public init(stringLiteral path: String) {
        self.init(path)
    }
}
