// A type of responses, in a request.

import SpecSyntax

extension Rule {
    static let modelInRequest = Rule(
        "model-in-request",
        "Requests contain hashes; types are for responses.",
        failing: Example(
            .rows,
            #"""
            parent: { type: Thing, about: "Thing that it belongs to." }
            """#),
        passing: Example(
            .rows,
            #"""
            parent: { type: integer, about: "Thing that it belongs to." }
            """#))
}
