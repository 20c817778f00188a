// Parts of paths that say something else than their words.

/// The table of special words.
enum SpecialWords {
    /// Meaning of a part of a path, where its own words do not say.
    static let nouns = ["allowlist": ["projects"], "groups_allowlist": ["groups"]]

    /// Words after the name of an operation, for two parts of its path.
    static let variants = ["members/all": ["including", "inherited"]]

    /// Parts of paths that hold what is added and removed, not created and deleted.
    static let memberships: Set<String> = ["allowlist", "groups_allowlist", "members"]

    /// Parts of paths that say nothing.
    static let silent: Set<String> = ["-", "repository"]

    /// Parts of paths that begin with a verb, and name things.
    static let things: Set<String> = ["merge_ref", "merge_requests", "merge_trains", "push_rule", "test_report"]

    /// Participles of what a user has, and the word behind them: `listStarredBy`.
    static let byUser = ["contributed": ["contributed", "to", "by"], "starred": ["starred", "by"]]
}
