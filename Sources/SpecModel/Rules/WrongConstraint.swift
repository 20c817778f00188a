// A constraint of no known kind.

import SpecSyntax

extension Rule {
    static let wrongConstraint = Rule(
        "wrong-constraint",
        "A constraint is of one of the known kinds.",
        failing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            constraints:
              - { attribute: name }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            body:
              path: { type: string, about: "Last part of its address." }
              name: { type: string, about: "Name shown to people." }
            constraints:
              - { attribute: name, needs: path }
            """#))
}
