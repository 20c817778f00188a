// A type that its user's module does not import.

import SpecSyntax

extension Rule {
    static let typeOfOtherModule = Rule(
        "type-of-other-module",
        "A module uses its own types and those of the shared module; a resource is within one of its module.",
        failing: Example(
            .files,
            #"""
            # spec/modules.yaml
            modules:
              Weather: { folder: weather, about: "State of the sky." }
              Seas: { folder: seas, about: "State of the water." }
              Common: { folder: common, shared: true, about: "Types of several modules." }
            # spec/weather/types/wind.yaml
            enums:
              Wind: { about: "How strong the wind is.", values: { calm: { about: "Smoke rises." } } }
            # spec/weather/winds.yaml
            resource: { name: winds, type: Winds, about: "Winds over a place." }
            operations:
              get:
                GET: /winds
                about: "Measures the wind."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: Wind
            # spec/seas/waves.yaml
            resource: { name: waves, type: Waves, about: "Waves of a sea." }
            operations:
              get:
                GET: /waves
                about: "Names the wind that they come from."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: Wind
            """#),
        passing: Example(
            .files,
            #"""
            # spec/modules.yaml
            modules:
              Weather: { folder: weather, about: "State of the sky." }
              Seas: { folder: seas, about: "State of the water." }
              Common: { folder: common, shared: true, about: "Types of several modules." }
            # spec/common/wind.yaml
            enums:
              Wind: { about: "How strong the wind is.", values: { calm: { about: "Smoke rises." } } }
            # spec/weather/winds.yaml
            resource: { name: winds, type: Winds, about: "Winds over a place." }
            operations:
              get:
                GET: /winds
                about: "Measures the wind."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: Wind
            # spec/seas/waves.yaml
            resource: { name: waves, type: Waves, about: "Waves of a sea." }
            operations:
              get:
                GET: /waves
                about: "Names the wind that they come from."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: Wind
            """#))
}
