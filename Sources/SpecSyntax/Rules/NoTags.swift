// YAML tags.

extension Rule {
    static let noTags = Rule(
        "no-tags",
        "The spec has no YAML tags: a key says what its value is.",
        failing: Example(
            .rows,
            #"""
            archived: { type: !type boolean, about: "Hides it from most lists." }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
