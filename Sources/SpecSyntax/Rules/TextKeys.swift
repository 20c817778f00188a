// Keys that are lists or mappings.

extension Rule {
    static let textKeys = Rule(
        "text-keys",
        "A key is a string.",
        failing: Example(
            .rows,
            #"""
            [archived]: { type: boolean, about: "Hides it from most lists." }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
