// Specs of several modules: where their files go, and what they import.

import Generator
import SpecSyntax
import Testing

@Suite struct ModuleTests {
    private static let modules = """
        modules:
          Weather: { folder: weather, about: "State of the sky." }
          Seas: { folder: seas, about: "State of the water." }
          Common: { folder: common, shared: true, about: "Types of both." }
        """

    private static func resource(_ name: String, returning type: String, more: String = "") -> String {
        """
        resource: { name: \(name.lowercased()), type: \(name), about: "Facts of a place."\(more) }
        operations:
          get:
            GET: /\(name.lowercased())
            about: "Measures it."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: \(type)
        """
    }

    private static func model(_ name: String, field: String) -> String {
        """
        types:
          \(name):
            about: "A thing of some kind."
            docs: https://docs.gitlab.com/api/projects/
            fields:
              part: { type: \(field), about: "Part that it holds of \(field.filter(\.isLetter))." }
        """
    }

    private func generation(_ files: [String: String]) throws -> Generation {
        try Generation(
            spec: files.map { SpecFile(path: "spec/\($0.key)", bytes: Array(("\($0.value)\n").utf8)) })
    }

    @Test func eachHasAFolderAndImportsTheSharedOne() throws {
        let generation = try generation([
            "modules.yaml": Self.modules, "weather/winds.yaml": Self.resource("Winds", returning: "Gust"),
            "seas/waves.yaml": Self.resource("Waves", returning: "[Gust]"),
            "common/types/gust.yaml": Self.model("Gust", field: "datetime"),
        ])
        let tree = try #require(try generation.wholeTree(), "\(generation.report)")
        #expect(
            tree.files.map(\.path.string) == [
                "Common/Common.docc/Common.md", "Common/Common.swift", "Common/Models/Gust.swift",
                "CommonFixtures/AllExamples.swift", "CommonFixtures/Gust+Example.swift",
                "GitLabOperations/Common+Gust.swift", "GitLabOperations/OperationDocuments.swift",
                "GitLabOperations/Seas+Waves.swift", "GitLabOperations/Weather+Winds.swift",
                "Seas/Seas.docc/Seas.md", "Seas/Seas.docc/Waves.md", "Seas/Seas.swift", "Seas/Waves/GetWave.swift",
                "Seas/Waves/Waves.swift", "SeasFixtures/AllExamples.swift",
                "Weather/Weather.docc/Weather.md", "Weather/Weather.docc/Winds.md", "Weather/Weather.swift",
                "Weather/Winds/GetWind.swift", "Weather/Winds/Winds.swift", "WeatherFixtures/AllExamples.swift",
            ])
        #expect(tree["Common/Common.swift"]?.contains("@_exported import GitLabRuntime\n") == true)
        #expect(tree["Seas/Seas.swift"]?.contains("@_exported import Common\n") == true)
        #expect(tree["Seas/Waves/Waves.swift"]?.contains("\nimport Common\n") == true)
        #expect(tree["Common/Models/Gust.swift"]?.contains("\nimport GitLabRuntime\n") == true)
        #expect(tree["CommonFixtures/Gust+Example.swift"]?.contains("\nimport Common\n") == true)
    }

    @Test func aSpecWithoutModulesIsTheModuleGitLab() throws {
        let generation = try generation(["waves.yaml": Self.resource("Waves", returning: "string")])
        #expect(
            generation.tree?.files.map(\.path.string) == [
                "GitLab/GitLab.docc/GitLab.md", "GitLab/GitLab.docc/Waves.md", "GitLab/GitLab.swift",
                "GitLab/Waves/GetWave.swift", "GitLab/Waves/Waves.swift",
            ])
    }

    @Test func theSharedModuleSeesNoOther() throws {
        let generation = try generation([
            "modules.yaml": Self.modules, "weather/winds.yaml": Self.resource("Winds", returning: "Gust"),
            "weather/types/force.yaml": Self.model("Force", field: "integer"),
            "common/types/gust.yaml": Self.model("Gust", field: "[Force]"),
        ])
        #expect(
            generation.diagnostics.map(\.message) == ["'Force' belongs to Weather, which Common does not import"])
        #expect(generation.tree == nil)
    }

    /// The row stands in a table of a third folder: the note says whose use of it is wrong.
    @Test func aSharedRowNamesItsUser() throws {
        let waves = Self.resource("Waves", returning: "string") + "\n    query_tables: [forces]"
        let generation = try generation([
            "modules.yaml": Self.modules, "seas/waves.yaml": waves,
            "weather/winds.yaml": Self.resource("Winds", returning: "Force"),
            "weather/types/force.yaml": """
            enums:
              Force: { about: "How strong it is.", values: { calm: { about: "Smoke rises." } } }
            """,
            "tables/forces.yaml": """
            tables:
              forces:
                force: { type: Force, about: "Only those of this force." }
            """,
        ])
        let diagnostic = try #require(generation.diagnostics.first)
        #expect(generation.diagnostics.count == 1, "\(generation.report)")
        #expect(diagnostic.rule == "type-of-other-module" && diagnostic.range.path == "spec/tables/forces.yaml")
        #expect(diagnostic.notes.map(\.message) == ["'get' uses it here"])
    }

    @Test func aResourceIsWithinOneOfItsModule() throws {
        let generation = try generation([
            "modules.yaml": Self.modules, "weather/winds.yaml": Self.resource("Winds", returning: "string"),
            "seas/waves.yaml": Self.resource("Waves", returning: "string", more: ", within: winds"),
        ])
        #expect(generation.diagnostics.map(\.message) == ["'winds' belongs to another module"])
    }

    @Test func theEventsAreThoseOfOneModule() throws {
        func event(_ name: String, _ type: String) -> String {
            """
            events:
              \(name):
                about: "Something falls on a place."
                docs: https://docs.gitlab.com/user/project/integrations/webhook_events/#things
                header: Thing Hook
                object_kind: [\(name)]
                type: \(type)
            types:
              \(type):
                about: "Something over a place."
                fields: { object_kind: { type: string, about: "How much of it there is." } }
            """
        }
        let whole = try generation([
            "modules.yaml": Self.modules, "weather/rain.yaml": event("rain", "Rain"),
            "weather/snow.yaml": event("snow", "Snow"),
        ])
        let payload = try #require(whole.tree?["Weather/WebhookPayload.swift"], "\(whole.report)")
        #expect(payload.contains("    case rain(Rain)\n") && payload.contains("    case snow(Snow)\n"))
        let fixtures = try #require(try whole.fixtures()?.tree["WeatherFixtures/WebhookPayload+Examples.swift"])
        #expect(fixtures.contains(#"("Thing Hook", Rain.exampleJSON),"#))

        let split = try generation([
            "modules.yaml": Self.modules, "weather/rain.yaml": event("rain", "Rain"),
            "seas/foam.yaml": event("foam", "Foam"),
        ])
        #expect(split.diagnostics.map(\.message) == ["the events are those of Seas"], "\(split.report)")
    }

    @Test func modulesThatContradictEachOther() throws {
        let generation = try generation([
            "modules.yaml": """
            modules:
              Weather: { folder: weather, shared: true, about: "State of the sky." }
              Seas: { folder: weather, shared: true, about: "State of the water." }
              tides: { folder: tides, about: "When it comes and goes." }
              Winds: { folder: winds, about: "Movement of the air." }
            """,
            "weather/winds.yaml": Self.resource("Winds", returning: "string"),
            "waves.yaml": Self.resource("Waves", returning: "string"),
        ])
        #expect(
            Set(generation.diagnostics.map(\.message)) == [
                "the folder 'weather' is that of another module",
                "one module is shared by the others, and 'Weather' is",
                "'tides' is not a name for a Swift module", "there is already a module 'Winds'",
                "'Waves' is declared in no folder of a module",
            ], "\(generation.report)")
    }
}
