// The facts in the cells of a table: types, names, and facts from descriptions. The sentences are made up; their forms
// are those of GitLab's pages.

import SpecModel
import Testing

@testable import TableImport

@Suite struct HarvestTests {
    private func harvest(_ description: String, badges: String = "") -> Harvest { Harvest(description, badges: badges) }

    @Test(arguments: [
        ("Fills the pond. Premium and Ultimate only.", Tier.premium),
        ("Fills the pond. GitLab Premium and Ultimate only.", .premium), ("Fills the pond. Ultimate only.", .ultimate),
        ("Fills the pond (Premium only)", .premium), ("Fills the pond. _(Premium and Ultimate only)_", .premium),
        ("Fills the pond. Only frogs see it.", nil), ("[Premium](https://x.example/p) customers can fill two.", nil),
    ])
    func tiers(_ text: String, _ tier: Tier?) {
        #expect(harvest(text).tier == tier)
    }

    @Test(arguments: [
        ("**(PREMIUM)**", Tier.premium), ("**(STARTER)**", .premium), ("**(ULTIMATE SELF)**", .ultimate),
        ("**(PREMIUM ALL)**", .premium), ("(optional)", nil), ("", nil),
    ])
    func badges(_ text: String, _ tier: Tier?) {
        #expect(harvest("Fills the pond.", badges: text).tier == tier)
    }

    @Test(arguments: [
        ("Introduced in GitLab 16.2.", "16.2"), ("Fills. Introduced in GitLab 9.5", "9.5"),
        ("Fills. _([Introduced](https://x.example/1) in GitLab 12.10)_", "12.10"),
        ("Fills. Introduced in [GitLab 13.0](https://x.example/2)", "13.0"),
        ("Fills _(Introduced in 17.4)_.", "17.4"),
        ("The `water` attribute was introduced in GitLab 12.7.", nil), ("Fills since 16.2.", nil),
    ])
    func versions(_ text: String, _ since: String?) {
        #expect(harvest(text).since == since)
    }

    @Test(arguments: [
        ("Deprecated in GitLab 17.1.", Harvest.Deprecation(since: "17.1")),
        (
            "[Deprecated](https://x.example) in GitLab 16.9. Use `water` instead.",
            .init(since: "16.9", replacement: "water")
        ),
        ("Fills. (Deprecated in favor of `water`)", .init(replacement: "water")),
        ("Fills the pond (deprecated)", .init()), ("(Deprecated) Fills the pond.", .init()),
        ("Fills. Deprecated: use `water`.", .init(replacement: "water")),
        ("`None` (Deprecated) empties the pond.", nil), ("Replaces the deprecated one.", nil),
    ])
    func deprecations(_ text: String, _ deprecation: Harvest.Deprecation?) {
        #expect(harvest(text).deprecation == deprecation)
    }

    @Test(arguments: [
        ("Default is `false`.", "false"), ("Defaults to `deep`.", "deep"), ("Default value: `40`.", "40"),
        ("Defaults to true.", "true"), ("Fills (default: `a`)", "a"), ("Defaults to 100.", "100"),
        ("Default is `40` (Frog).", "40"), ("Defaults to 30 days ago.", nil), ("Defaults to the usual depth.", nil),
        ("The default pond.", nil),
    ])
    func defaults(_ text: String, _ value: String?) {
        #expect(harvest(text).defaultValue == value)
    }

    @Test(arguments: [
        ("Possible values: `deep` and `shallow`.", [["deep", "shallow"]]),
        ("Sorts by `depth` or `width`. Default is `depth`.", [["depth", "width"]]),
        ("If `true`, fills it up to `rim`.", []), ("Mutually exclusive with `a` and `b`.", []),
        ("A hash such as `{depth: integer}` or `{width: integer}`.", []),
    ])
    func values(_ text: String, _ values: [[String]]) {
        #expect(harvest(text).values == values)
    }

    @Test func administratorsAndNull() {
        #expect(harvest("Fills. Administrators only.").isAdminOnly)
        #expect(harvest("Fills (admins only)").isAdminOnly)
        #expect(!harvest("Fills what administrators only see.").isAdminOnly)
        #expect(harvest("Fills, or `null` to drain it.").isNullable)
        #expect(!harvest("Fills. `null` ponds stay.").isNullable)
    }

    @Test(arguments: [
        ("boolean", "boolean"), ("Boolean", "boolean"), ("integer/string", "id_or_path"),
        ("integer or string", "id_or_path"), ("string", "string"), ("datetime (ISO 8601)", "datetime"),
        ("date (ISO 8601)", "date"), ("float", "number"), ("`Array[String]`", "[string]"),
        ("array of integers", "[integer]"), ("integer array", "[integer]"), ("string[]", "[string]"),
        ("array of strings", "[string]"), ("array of string", "[string]"), ("file", "file"), ("JSON", "json"),
        ("array of hashes", "[{string: json}]"), ("Hash", "{string: json}"), ("array", "[string]"),
        ("[datetime](https://x.example)", "datetime"), ("boolean/string", "boolean"),
    ])
    func types(_ cell: String, _ type: String) {
        #expect(TypeWords(cell)?.type.words == type)
    }

    @Test func typesThatSayMore() {
        #expect(TypeWords("integer or null")?.isNullable == true && TypeWords("integer")?.isNullable == false)
        #expect(TypeWords("comma-separated list")?.isCommaSeparated == true)
        #expect(TypeWords("array")?.isGuess == true && TypeWords("array of strings")?.isGuess == false)
        #expect(TypeWords("hash")?.isGuess == true && TypeWords("array of hashes")?.isGuess == true)
        for unknown in ["", "intger", "frog", "array of frogs", "string or frog"] {
            #expect(TypeWords(unknown) == nil, "\(unknown)")
        }
    }
}
