// A deprecated row with an unknown replacement.

import SpecSyntax

extension Rule {
    static let unknownReplacement = Rule(
        "unknown-replacement",
        "The replacement of a deprecated row is a row of the same table, or a few words.",
        failing: Example(
            .rows,
            #"""
            tags: { type: [string], deprecated: { use: topcis }, about: "Words to find it by." }
            topics: { type: [string], about: "Subjects to find it by." }
            """#),
        passing: Example(
            .rows,
            #"""
            tags: { type: [string], deprecated: { use: topics }, about: "Words to find it by." }
            topics: { type: [string], about: "Subjects to find it by." }
            """#))
}
