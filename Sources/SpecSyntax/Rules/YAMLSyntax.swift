// Invalid YAML.

extension Rule {
    static let yamlSyntax = Rule(
        "yaml-syntax",
        "A file of the spec is YAML.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: Hides it: from most lists }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it: from most lists." }
            """#))
}
