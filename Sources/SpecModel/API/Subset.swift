// The part of the API that some operations need.

import SpecSyntax

extension API {
    /// The operations that a condition chooses, with their resources and with the types that they need. It is one module.
    public func subset(_ isChosen: (Resource, Operation) -> Bool) -> API {
        var chosen = resources.compactMap { resource -> Resource? in
            let operations = resource.operations.filter { isChosen(resource, $0) }
            return operations.isEmpty ? nil : resource.with(operations: operations)
        }
        let offered = Set(chosen.map(\.type.value))
        chosen = chosen.map { $0.parentType.map(offered.contains) == false ? $0.withoutParent() : $0 }
        let operations = chosen.flatMap(\.operations)
        let needed = types.closure(of: operations.flatMap(\.namedTypes))
        return API(
            resources: chosen, hashes: hashes.filter { needed.contains($0.name.value) },
            models: models.filter { needed.contains($0.name.value) },
            enums: enums.filter { needed.contains($0.name.value) },
            parents: parents.filter { needed.contains($0.name.value) })
    }
}

extension Resource {
    fileprivate func with(operations: [Operation]) -> Resource {
        Resource(
            name: name, type: type, about: about, docs: docs, path: path, parentType: parentType, lacks: lacks,
            operations: operations)
    }

    fileprivate func withoutParent() -> Resource {
        Resource(
            name: name, type: type, about: about, docs: docs, path: path, parentType: nil, lacks: lacks,
            operations: operations)
    }
}

extension Operation {
    /// The declared types that its rows and its response name.
    fileprivate var namedTypes: [String] {
        let inPaths = parent?.type.cases.flatMap(\.attributes) ?? []
        let rows = (attributes + inPaths).compactMap(\.type.value.declaredName)
        return switch response.value {
        case .value(let type), .optionalValue(let type): rows + [type.declaredName].compactMap(\.self)
        case .nothing, .download: rows
        }
    }
}

extension TypesByName {
    /// The names of types, with those of all types that they hold.
    fileprivate func closure(of names: [String]) -> Set<String> {
        var (open, seen) = (names, Set(names))
        while let name = open.popLast() {
            let held =
                (models[name]?.fields.compactMap(\.type.value.declaredName) ?? [])
                + (hashes[name]?.attributes.compactMap(\.type.value.declaredName) ?? [])
            open += held.filter { seen.insert($0).inserted }
        }
        return seen
    }
}
