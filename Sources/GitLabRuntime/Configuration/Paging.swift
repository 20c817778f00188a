// How lists are walked.

/// How lists are walked.
public struct Paging: Sendable, Hashable {
    /// Whether the next page is fetched while the items of the present one are used: one page at most, and none after
    /// the loop has been left. Default: false.
    public var prefetches: Bool

    /// Whether lists whose request has the order of keyset pages (`order_by: id` for projects) are walked by keyset.
    /// The order does not change; ``Page/total`` is nil then. Default: false.
    public var prefersKeyset: Bool

    /// Creates the settings. Omitted parameters have their defaults.
    ///
    /// - Parameters:
    ///   - prefetches: whether the next page is fetched while the items of the present one are used.
    ///   - prefersKeyset: whether lists in the order of keyset pages are walked by keyset.
    public init(prefetches: Bool = false, prefersKeyset: Bool = false) {
        self.prefetches = prefetches
        self.prefersKeyset = prefersKeyset
    }
}
