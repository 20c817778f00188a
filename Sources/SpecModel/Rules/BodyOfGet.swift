// Attributes in the body of a request that has none.

import SpecSyntax

extension Rule {
    static let bodyOfGet = Rule(
        "body-of-get",
        "A GET or HEAD request has no attributes in its body.",
        failing: Example(
            .operation,
            #"""
            GET: /things
            about: "Lists what is there."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: [Thing]
            body:
              name: { type: string, about: "Name shown to people." }
            """#),
        passing: Example(
            .operation,
            #"""
            GET: /things
            about: "Lists what is there."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: [Thing]
            query:
              name: { type: string, about: "Name shown to people." }
            """#))
}
