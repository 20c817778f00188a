// Suppressions of rules that are not broken.

import SpecSyntax

extension Rule {
    static let needlessSuppression = Rule(
        "needless-suppression",
        "A suppression is removed when the rule is not violated.",
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
