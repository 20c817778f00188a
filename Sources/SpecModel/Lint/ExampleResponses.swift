// GitLab's responses, compared with the types of the spec. JSON is YAML, so that they are read with their places.

import SpecSyntax

/// The fields of each type in the example responses.
struct ExampleResponses {
    private let models: [String: ModelType]
    private var seenTypes: Set<String> = []
    /// The fields that were found, by type.
    private var seenFields: [String: Set<String>] = [:]
    private var unknown: [(key: Located<String>, type: ModelType)] = []

    /// Reads files named after the type of their content: a value of it, or an array of such values.
    init(_ files: [SpecFile], of api: API, diagnostics: DiagnosticCollector) {
        models = api.types.models
        for file in files {
            let parsed = ParsedFile(file, diagnostics: diagnostics)
            guard let root = parsed.root else { continue }
            let name = file.path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
            guard models[String(name)] != nil else {
                diagnostics.report(
                    .unknownType, "there is no type '\(name)' for this example",
                    at: root.range.startPoint,
                    fix: nearestSpelling(to: String(name), among: models.keys.sorted()).map {
                        Fix("name the file \($0).json")
                    } ?? Fix("name the file after a type of the spec"))
                continue
            }
            meet(root, as: .array(.named(String(name))))
        }
    }

    /// Notes the fields of a value. A single value counts as an array of one.
    private mutating func meet(_ node: Node, as type: TypeReference) {
        switch (type, node.content) {
        case (.array(let element), .sequence(let nodes)):
            for node in nodes { meet(node, as: element) }
        case (.array(let element), .mapping):
            meet(node, as: element)
        case (.openHash(let value), .mapping(let mapping)):
            for entry in mapping.entries { meet(entry.value, as: value) }
        case (.named(let name), .mapping(let mapping)):
            guard let model = models[name] else { return }
            seenTypes.insert(name)
            for entry in mapping.entries {
                guard let field = model.fields.first(where: { $0.name.value == entry.key.text }) else {
                    unknown.append((Located(entry.key.text, at: entry.key.range), model))
                    continue
                }
                seenFields[name, default: []].insert(entry.key.text)
                meet(entry.value, as: field.type.value)
            }
        case (.builtIn, _), (.array, .scalar), (.openHash, _), (.named, _): break
        }
    }

    /// Reports types and fields without an example, and keys of examples that the spec does not know.
    func check(_ diagnostics: DiagnosticCollector) {
        for model in models.values.sorted(by: { $0.name.value < $1.name.value }) where model.deprecation == nil {
            guard seenTypes.contains(model.name.value) else {
                diagnostics.report(
                    .typeWithoutExample, "there is no example response of '\(model.name.value)'", at: model.name.range,
                    fix: Fix("add spec/examples/\(model.name.value).json"))
                continue
            }
            let seen = seenFields[model.name.value] ?? []
            for field in model.fields where !seen.contains(field.name.value) {
                diagnostics.report(
                    .fieldWithoutExample,
                    "no example of '\(model.name.value)' contains '\(field.name.value)'", at: field.name.range,
                    fix: Fix("check whether GitLab still returns it, then add it to an example or remove the row"))
            }
        }
        for (key, model) in unknown {
            diagnostics.report(
                .unknownInExample, "'\(model.name.value)' has no field '\(key.value)'", at: key.range,
                notes: [Diagnostic.Note("the type", at: model.name.range)], fix: Fix("add its row to the type"))
        }
    }
}
