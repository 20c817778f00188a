// Modules that contradict each other, and declarations outside of all.

import SpecSyntax

extension Rule {
    static let wrongModule = Rule(
        "wrong-module",
        "Each module has a folder of its own, one at most is shared, and each type and resource is in the folder of one.",
        failing: Example(
            .files,
            #"""
            # spec/modules.yaml
            modules:
              Weather: { folder: weather, about: "State of the sky." }
            # spec/clouds.yaml
            resource: { name: clouds, type: Clouds, about: "Clouds over a place." }
            operations:
              get:
                GET: /clouds
                about: "Counts the clouds."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: string
            """#),
        passing: Example(
            .files,
            #"""
            # spec/modules.yaml
            modules:
              Weather: { folder: weather, about: "State of the sky." }
            # spec/weather/clouds.yaml
            resource: { name: clouds, type: Clouds, about: "Clouds over a place." }
            operations:
              get:
                GET: /clouds
                about: "Counts the clouds."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: string
            """#))
}
