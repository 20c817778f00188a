// YAML aliases, which would let a small file expand to a huge one.

extension Rule {
    static let noAliases = Rule(
        "no-aliases",
        "The spec has no YAML aliases: what rows share is a table.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: *sentence }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
