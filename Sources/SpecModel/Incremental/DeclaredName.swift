// The names by which files of a spec depend on each other.

import SpecSyntax

/// A name that a file of the spec declares.
enum DeclaredName: Hashable, Sendable {
    /// A type, or a request, whose name no type may have.
    case type(String)
    case table(String)
    case resource(String)
    /// The placeholder of a parent, with which paths name it.
    case placeholder(String)
}

/// The name of a row, GitLab's and Swift's.
struct RowName: Hashable, Sendable {
    let name: String
    let swiftName: SwiftName
}

extension Declarations {
    /// The names that it declares, in the order of its declarations.
    var names: [DeclaredName] {
        var names = resources.flatMap { resource in
            [.resource(resource.name.value), .type(resource.type.value)]
                + resource.operations.map { DeclaredName.type($0.operation.request.value) }
        }
        names += tables.map { .table($0.name.value) }
        names += hashes.map { .type($0.hash.name.value) }
        names += models.map { .type($0.name.value) }
        names += enums.map { .type($0.name.value) }
        names += parents.flatMap { [.type($0.parent.name.value), .placeholder($0.parent.placeholder)] }
        return names
    }

    /// The names of other declarations that it uses.
    var usedNames: Set<DeclaredName> {
        var names: Set<DeclaredName> = []
        func use(_ type: TypeReference) { if let name = type.declaredName { names.insert(.type(name)) } }
        func use(_ rows: [Attribute]) { for row in rows { use(row.type.value) } }
        func use(_ tables: [Located<String>]) { for table in tables { names.insert(.table(table.value)) } }
        for resource in resources {
            use(resource.path.rows)
            use(resource.path.tables)
            if let parent = resource.within { names.insert(.resource(parent.value)) }
            for declaration in resource.operations {
                let operation = declaration.operation
                use(operation.attributes)
                use(declaration.tables.flatMap(\.names))
                for page in operation.pages { names.insert(.table(page.value.table)) }
                if let first = operation.path.first { names.insert(.placeholder(first.value)) }
                switch operation.response.value {
                case .value(let type), .optionalValue(let type): use(type)
                case .nothing, .download: break
                }
            }
        }
        for table in tables { use(table.rows) }
        for declaration in hashes {
            use(declaration.hash.attributes)
            use(declaration.tables)
        }
        for model in models { for field in model.fields { use(field.type.value) } }
        for declaration in parents {
            for one in declaration.parent.cases { use(one.attributes) }
            declaration.tables.forEach(use)
        }
        for event in events { names.insert(.type(event.type.value)) }
        return names
    }

    /// The names of its rows, for which sentences anywhere in the spec get those of Swift.
    var rowNames: Set<RowName> {
        var names: Set<RowName> = []
        func add(_ name: String, _ swiftName: SwiftName) { names.insert(RowName(name: name, swiftName: swiftName)) }
        func add(_ rows: [Attribute]) { for row in rows { add(row.name.value, row.swiftName) } }
        for resource in resources {
            add(resource.path.rows)
            for declaration in resource.operations { add(declaration.operation.attributes) }
        }
        for table in tables { add(table.rows) }
        for declaration in hashes { add(declaration.hash.attributes) }
        for one in parents.flatMap(\.parent.cases) {
            add(one.name.value, one.swiftName)
            add(one.attributes)
        }
        for model in models { for field in model.fields { add(field.name.value, field.swiftName) } }
        for enumeration in enums { for value in enumeration.values { add(value.name.value, value.swiftName) } }
        return names
    }

    /// Whether it declares something that the whole spec depends on.
    var concernsAll: Bool { !modules.isEmpty || !events.isEmpty || !parents.isEmpty }
}
