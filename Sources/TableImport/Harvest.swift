// The facts in the sentences of a table: tiers, versions, deprecations, defaults, values.
//
//     Premium and Ultimate only. Introduced in GitLab 16.2.        tier: premium, since: "16.2"
//     Deprecated in GitLab 17.1. Use `topics` instead.             deprecated: { since: "17.1", use: topics }
//     Sorts by `asc` or `desc`. Default is `desc`.                 values asc and desc, default: desc

import SpecModel

/// Facts from a description.
struct Harvest: Equatable {
    struct Deprecation: Equatable {
        var since: String?
        /// The attribute to use instead.
        var replacement: String?
    }

    private(set) var tier: Tier?
    private(set) var isAdminOnly = false
    private(set) var since: String?
    private(set) var deprecation: Deprecation?
    private(set) var defaultValue: String?
    /// Whether there is a default that is neither code nor a number alone: `10,000`, `30-60`, `5%`, `the caller`.
    private(set) var hasUnreadDefault = false
    /// The words in code that each sentence names, two or more: the possible values.
    private(set) var values: [[String]] = []
    private(set) var isCommaSeparated = false
    /// Whether null is said to be a value.
    private(set) var isNullable = false
    /// Whether the elements or members are said to be hashes, or integers.
    private(set) var speaksOfHashes = false
    private(set) var speaksOfIntegers = false

    /// - Parameters:
    ///   - description: the cell that describes the attribute.
    ///   - badges: the text beside its name, `**(PREMIUM)**`.
    init(_ description: String, badges: String) {
        readTier(badges.plainText.replacing(/[()]/, with: " "), isBadge: true)
        let text = description.plainText
        isCommaSeparated = text.contains(/^(a )?comma[- ]separated (list|string)/.ignoresCase())
        isNullable = text.contains(/\b(or|to|use|specify|be) `null`/)
        speaksOfHashes = text.contains(/\bhash(es)?\b|\bobjects?\b/.ignoresCase())
        speaksOfIntegers = text.contains(/\bIDs\b|\bintegers\b/)
        let sentences = text.sentences
        for (index, sentence) in sentences.enumerated() {
            readTier(sentence, isBadge: false)
            readVersions(sentence, followedBy: index + 1 < sentences.count ? sentences[index + 1] : "")
            readDefault(sentence)
        }
    }

    private mutating func readTier(_ sentence: String, isBadge: Bool) {
        let ultimate = /^(?:(?:gitlab )?(?:ultimate|gold))(?: only| all| self| saas)?$/.ignoresCase()
        let premium =
            /^(?:gitlab )?(?:premium|starter|bronze|silver)(?:,? (?:and|or) (?:gitlab )?(?:ultimate|higher))?(?: only| all| self| saas)?$/
            .ignoresCase()
        let words = sentence.trimmed
        let isSaid = isBadge || words.lowercased().contains("only") || words.split(separator: " ").count <= 3
        if isSaid, words.contains(ultimate) {
            tier = .ultimate
        } else if isSaid, words.contains(premium) {
            tier = .premium
        }
        if words.contains(/(?:^|\b(?:available )?(?:to|for) )(?:an )?admin(?:istrator)?s?(?: only)?$/.ignoresCase()),
            words.lowercased().contains("only") || words.split(separator: " ").count <= 2
        {
            isAdminOnly = true
        }
    }

    private mutating func readVersions(_ sentence: String, followedBy next: String) {
        let words = sentence.lowercased()
        let version = sentence.firstMatch(of: /(?:GitLab |in |since |with )v?(\d+\.\d+)/).map { String($0.1) }
        if words.hasPrefix("introduced") || words.hasPrefix("added in") || words.hasPrefix("available in gitlab") {
            since = since ?? version
        } else if words.hasPrefix("deprecated") {
            let advice =
                [sentence, next].lazy.compactMap { text in
                    text.firstMatch(
                        of: /(?:use|favou?r of|replaced by|see) (?:the )?`([A-Za-z0-9_]+)`/.ignoresCase())
                }.first
            deprecation = Deprecation(since: version, replacement: advice.map { String($0.1) })
        }
    }

    private mutating func readDefault(_ sentence: String) {
        let said =
            /\bdefaults?(?: value)?(?: is| to|:)+ (?:`([^`]+)`(?!\S?[\w`])|(true|false|\d+)(?![\w.%°]|[-–—,\/:]\w| [\w%–—-]))/
            .ignoresCase()
        if let match = sentence.firstMatch(of: said) {
            if defaultValue == nil { defaultValue = (match.1 ?? match.2).map { String($0) } }
            return
        }
        if sentence.contains(/\bdefaults?(?: value)?(?: is| to|:)+ \S/.ignoresCase()) { hasUnreadDefault = true }
        if sentence.contains(/exclusive|combine|see also/.ignoresCase()) { return }
        let words = sentence.codeWords.filter { !["true", "false", "null"].contains($0) }
        let areValues = words.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_.+-]+/) != nil }
        if areValues, words.count >= 2, Set(words).count == words.count { values.append(words) }
    }
}
