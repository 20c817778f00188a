// An example of every model, for tests of programs that use the client. They are a module of their own, so that a client
// carries none of them:
//
//     extension License {
//         /// An example with every field, as a value.
//         public static var example: License { ModelExample.read(exampleJSON) }
//
//         /// An example with every field, as GitLab would send it.
//         public static var exampleJSON: String {
//             """
//             {
//               "key": "key",
//               "html_url": "https://gitlab.example.com/tools/compiler"
//             }
//             """
//         }
//     }

import SpecModel
import SpecSyntax

extension ClientEmitter {
    /// The examples of all models, one file for each file of the spec that declares some, sorted by path.
    public func fixtureFiles() -> [SwiftFile] {
        var values = ExampleValues(api)
        return modules.flatMap { $0.fixtureFiles(&values) }.sorted { $0.path < $1.path }
    }
}

extension ModuleEmitter {
    fileprivate func fixtureFiles(_ values: inout ExampleValues) -> [SwiftFile] {
        let families = Dictionary(grouping: content.models) { vocabulary.family(of: $0.file) }.filter { _, models in
            models.contains { isWanted($0.file) }
        }
        // One after the other, since what one holds is an example of its own.
        let examples = families.values.joined().map { ($0.name.value, values.value(of: $0)) }
        let known = Dictionary(firstOf: examples)
        let files = families.map { family, models in
            SwiftFile(
                path: fixturePath("\(family)+Example.swift"), sources: Set(models.map(\.file)).sorted(),
                imports: ["import \(name)", "import GitLabRuntime"].sorted(),
                declarations: models.map { Self.fixture(of: $0, known[$0.name.value]) })
        }
        return files + [index] + [eventFixture].compactMap(\.self)
    }

    /// All models with their examples, for the tests that read each of them.
    private var index: SwiftFile {
        let names = content.models.filter { $0.deprecation == nil }.map(\.name.value).sorted()
        return SwiftFile(
            path: fixturePath("AllExamples.swift"), sources: [],
            imports: ["import \(name)", "import GitLabRuntime"].sorted(),
            declarations: [
                .property(
                    Property(
                        doc: DocComment("Every model of \(name) with its example."), access: .package,
                        name: "all\(name)Examples", type: "[(model: any GitLabModel.Type, json: String)]",
                        body: Self.list(names.map { "(\($0).self, \($0).exampleJSON)" })))
            ])
    }

    /// A literal with one element a line.
    static func list(_ elements: [String]) -> [String] {
        if elements.isEmpty { return ["[]"] }
        return ["["] + elements.map { "    \($0)" + (elements.count > 1 ? "," : "") } + ["]"]
    }

    private static func fixture(of model: ModelType, _ example: ExampleJSON?) -> Declaration {
        let name = model.name.value
        let deprecation = model.deprecation == nil ? [] : ["@available(*, deprecated)"]
        return .extending(
            Extension(
                name: name,
                members: [
                    .property(
                        Property(
                            doc: DocComment("An example with every field, as a value."), attributes: deprecation,
                            isStatic: true, name: "example", type: name, body: ["ModelExample.read(exampleJSON)"])),
                    .property(
                        Property(
                            doc: DocComment("An example with every field, as GitLab would send it."),
                            attributes: deprecation, isStatic: true, name: "exampleJSON", type: "String",
                            body: ["\"\"\""] + (example?.lines ?? []) + ["\"\"\""])),
                ]))
    }
}
