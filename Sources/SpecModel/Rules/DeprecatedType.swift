// Rows that still name a deprecated type.

import SpecSyntax

extension Rule {
    static let deprecatedType = Rule(
        "deprecated-type",
        "A row names the type that replaces a deprecated one.", severity: .warning,
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
                query:
                  depth: { type: Reach, about: "How far to look." }
            enums:
              Depth:
                about: "A distance."
                values:
                  near: { about: "Only around here." }
              Reach:
                about: "A distance, under its former name."
                deprecated: { use: Depth }
                values:
                  near: { about: "Only around here." }
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
                query:
                  depth: { type: Depth, about: "How far to look." }
            enums:
              Depth:
                about: "A distance."
                values:
                  near: { about: "Only around here." }
              Reach:
                about: "A distance, under its former name."
                deprecated: { use: Depth }
                values:
                  near: { about: "Only around here." }
            """#))
}

extension Lint {
    func checkDeprecatedTypes() {
        let declared =
            api.hashes.map { ($0.name, $0.deprecation) } + api.models.map { ($0.name, $0.deprecation) }
            + api.enums.map { ($0.name, $0.deprecation) }
        let deprecated = Dictionary(
            firstOf: declared.compactMap { name, deprecation in deprecation.map { (name.value, (name, $0)) } })
        guard !deprecated.isEmpty else { return }
        func check(_ type: Located<TypeReference>) {
            guard let name = type.value.declaredName, let (declared, deprecation) = deprecated[name] else { return }
            let replacement = deprecation.replacement?.value
            diagnostics.report(
                .deprecatedType, "the type '\(name)' is deprecated", at: type.range,
                notes: [Diagnostic.Note("declared here", at: declared.range)],
                fix: replacement.map { word in
                    word.contains(" ")
                        ? Fix("use \(word)") : Fix("write '\(word)'", edits: [Fix.Edit(type.range, word)])
                })
        }
        for operation in api.resources.flatMap(\.operations) {
            switch operation.response.value {
            case .value(let type), .optionalValue(let type): check(Located(type, at: operation.response.range))
            case .nothing, .download: break
            }
            for attribute in operation.attributes { check(attribute.type) }
        }
        for hash in api.hashes where hash.deprecation == nil { for row in hash.attributes { check(row.type) } }
        for model in api.models where model.deprecation == nil { for field in model.fields { check(field.type) } }
    }
}
