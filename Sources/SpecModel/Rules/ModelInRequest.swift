// A type of responses, in a request.

import SpecSyntax

extension Rule {
    static let modelInRequest = Rule(
        "model-in-request",
        "Requests contain hashes; types are for responses.",
        failing: Example(
            .rows,
            #"""
            parent: { type: Thing, about: "What it belongs to." }
            """#),
        passing: Example(
            .rows,
            #"""
            parent: { type: integer, about: "What it belongs to." }
            """#))
}
