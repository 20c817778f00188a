// A default that is not a value of its type.

import SpecSyntax

extension Rule {
    static let wrongDefault = Rule(
        "wrong-default",
        "A default is a value of its type.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, default: 7, about: "Hides it from most lists." }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, default: true, about: "Hides it from most lists." }
            """#))
}
