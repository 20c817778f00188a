// YAML merge keys.

extension Rule {
    static let noMergeKeys = Rule(
        "no-merge-keys",
        "The spec has no YAML merge keys: what rows share is a table.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists.", <<: { admin: true } }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists.", admin: true }
            """#))
}
