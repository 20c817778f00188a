// Types that nothing names.

import SpecSyntax

extension Rule {
    static let unusedType = Rule(
        "unused-type",
        "A declared type is used by an operation, a hash or another type.", severity: .warning,
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
            hashes:
              Extra:
                about: "Further wishes."
                attributes:
                  loud: { type: boolean, about: "Responses in capitals." }
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
                  extra: { type: Extra, about: "How to respond." }
            hashes:
              Extra:
                about: "Further wishes."
                attributes:
                  loud: { type: boolean, about: "Responses in capitals." }
            """#))
}

extension Lint {
    func checkUnusedTypes() {
        var used: Set<String> = []
        func use(_ type: TypeReference, in owner: String? = nil) {
            if let name = type.declaredName, name != owner { used.insert(name) }
        }
        for operation in api.resources.flatMap(\.operations) {
            switch operation.response.value {
            case .value(let type), .optionalValue(let type): use(type)
            case .nothing, .download: break
            }
            for attribute in operation.attributes { use(attribute.type.value) }
        }
        for table in declarations.tables { for row in table.rows { use(row.type.value) } }
        for hash in api.hashes { for row in hash.attributes { use(row.type.value, in: hash.name.value) } }
        for event in api.events { use(.named(event.type.value)) }
        for model in api.models { for field in model.fields { use(field.type.value, in: model.name.value) } }
        for row in api.parents.flatMap(\.cases).flatMap(\.attributes) { use(row.type.value) }
        // Deprecated types stay for code that names them.
        var declared = api.hashes.map { ($0.name, $0.deprecation) }
        declared += api.models.map { ($0.name, $0.deprecation) }
        declared += api.enums.map { ($0.name, $0.deprecation) }
        declared += api.parents.map { ($0.name, $0.deprecation) }
        for (_, deprecation) in declared { deprecation?.replacement.map { _ = used.insert($0.value) } }
        // A misspelt name is a use too.
        let names = Set(declared.map(\.0.value))
        let unknown = used.subtracting(names)
        // With so many, any of them may be meant.
        if unknown.count > Lint.mostMisspelt { return }
        for name in unknown { nearestSpelling(to: name, among: names.sorted()).map { _ = used.insert($0) } }
        for (name, deprecation) in declared where deprecation == nil && !used.contains(name.value) {
            diagnostics.report(
                .unusedType, "nothing names the type '\(name.value)'", at: name.range,
                fix: Fix("remove it, or name it as the type of an attribute, a field or a response"))
        }
    }
}
