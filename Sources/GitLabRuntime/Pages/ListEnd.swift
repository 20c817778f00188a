// How a list ended.

/// How a list ended, known with its last page.
public enum ListEnd: Sendable, Hashable {
    /// The list is complete: there is no next page, and GitLab's total, if there is one, agrees.
    case complete

    /// There is no next page, but GitLab's total differs from the number of items received. Items were created or
    /// deleted meanwhile: between offset pages that moves others, so that some may be missing or have come twice.
    case miscounted(received: Int, total: Int)

    /// There is a next page that cannot be followed: the next step throws the reason.
    case cutOff
}
