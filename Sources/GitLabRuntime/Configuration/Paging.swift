// How lists are walked.

/// How lists are walked.
public struct Paging: Sendable, Hashable {
    /// Whether the next page is fetched while the items of the present one are used: one page at most, and none after
    /// the loop has been left. Default: false.
    public var prefetches: Bool

    /// Whether lists whose request has the order of keyset pages (`order_by: id` for projects) are walked by keyset.
    /// The order does not change; ``Page/total`` is nil then. Default: false.
    public var prefersKeyset: Bool

    /// The most empty pages in a row that a walk follows. One more throws a ``GitLabError`` of kind
    /// ``GitLabError/Kind/pageLoop``. Default: 100.
    public var maximumEmptyPages: Int

    /// Creates the settings. Omitted parameters have their defaults.
    ///
    /// - Parameters:
    ///   - prefetches: whether the next page is fetched while the items of the present one are used.
    ///   - prefersKeyset: whether lists in the order of keyset pages are walked by keyset.
    ///   - maximumEmptyPages: the most empty pages in a row that a walk follows.
    public init(prefetches: Bool = false, prefersKeyset: Bool = false, maximumEmptyPages: Int = 100) {
        self.prefetches = prefetches
        self.prefersKeyset = prefersKeyset
        self.maximumEmptyPages = maximumEmptyPages
    }
}
