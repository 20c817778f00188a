// Suppressions of rules that are not broken.

import SpecSyntax

extension Rule {
    static let needlessSuppression = Rule(
        "needless-suppression",
        "A suppression goes when the rule is kept.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, suppress: { sentence-form: "It is a name." }, about: "Hides it from most lists." }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, suppress: { sentence-form: "It is a name." }, about: "GitLab.com" }
            """#))
}
