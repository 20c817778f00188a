// YAML anchors, which nothing can refer to.

extension Rule {
    static let noAnchors = Rule(
        "no-anchors",
        "The spec has no YAML anchors.",
        failing: Example(
            .rows,
            #"""
            archived: &row { type: boolean, about: "Hides it from most lists." }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
