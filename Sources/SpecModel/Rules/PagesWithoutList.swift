// Pages of something that is not a list.

import SpecSyntax

extension Rule {
    static let pagesWithoutList = Rule(
        "pages-without-list",
        "Only lists have `pages`.",
        failing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            pages: [keyset]
            """#),
        passing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            """#))
}
