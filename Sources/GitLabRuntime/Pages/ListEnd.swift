// What a walk through a list came to.

/// What a walk through a list came to, when its last page has come.
public enum ListEnd: Sendable, Hashable {
    /// All of it: GitLab says that there is no next page, and its count, if it counts, is what came.
    case complete

    /// GitLab says that there is no next page, but counts another number of items than came. Items were created or
    /// deleted during the walk: between offset pages that moves others, so that some may be missing or have come twice.
    case miscounted(received: Int, total: Int)

    /// There is a next page, but no way to it: the next step of the walk throws why.
    case cutOff
}
