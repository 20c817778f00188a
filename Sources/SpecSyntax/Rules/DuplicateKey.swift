// A key twice in one mapping; YAML would accept it, and lose one of the two.

extension Rule {
    static let duplicateKey = Rule(
        "duplicate-key",
        "A key appears once in its mapping: a row in its table, a value in its enum.",
        failing: Example(
            .values,
            #"""
            private: { about: "Members only." }
            private: { about: "Nobody else." }
            """#),
        passing: Example(
            .values,
            #"""
            private: { about: "Members only." }
            internal: { about: "Whoever is signed in." }
            """#))
}
