// Waivers of rules that are not broken.

import SpecSyntax

extension Rule {
    static let needlessWaiver = Rule(
        "needless-waiver",
        "A waiver goes when the rule is kept.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, waive: { sentence-form: "It is a name." }, about: "Hides it from most lists." }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, waive: { sentence-form: "It is a name." }, about: "GitLab.com" }
            """#))
}
