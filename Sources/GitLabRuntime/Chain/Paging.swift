// How lists are walked.

/// How lists are walked.
public struct Paging: Sendable, Hashable {
    /// Whether the next page is fetched while the items of the present one are used: one page at most, and none after
    /// the loop has been left. Default: false.
    public var prefetches = false

    /// Whether lists whose request asks for the order in which keyset pages come (`order_by: id` for projects) are
    /// walked by keyset. The order stays the one that was asked for; ``Page/total`` is nil then. Default: false.
    public var prefersKeyset = false

    /// The defaults.
    public init() {}
}
