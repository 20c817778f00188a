// Resolving names: operations get the rows of the tables they name, and every name has to exist.

import SpecSyntax

/// The resolving of names between declarations.
struct Resolution {
    private let declarations: Declarations
    private let diagnostics: DiagnosticCollector
    private let resources: [String: ResourceDeclaration]
    private let tables: [String: AttributeTable]
    private let types: DeclaredTypes
    private let modules: Modules
    /// The edit since an earlier state, in which nothing was to be reported; nil where there is none.
    private let edit: SpecEdit?
    private let known: API?

    init(
        _ declarations: Declarations, after edit: SpecEdit? = nil, of known: API? = nil,
        diagnostics: DiagnosticCollector
    ) {
        self.declarations = declarations
        self.edit = edit
        self.known = known
        self.diagnostics = diagnostics
        resources = declarations.resources.indexed(by: \.name.value)
        tables = declarations.tables.indexed(by: \.name.value)
        types = DeclaredTypes(declarations)
        modules = Modules(declarations.modules)
    }

    func resolve() -> API {
        // The names are those of the earlier state.
        if edit == nil { checkNamesStandOnce() }
        let parents = ParentResolution(declarations.parents.map(resolve), diagnostics: diagnostics)
        let resources = declarations.resources.enumerated().map { index, resource in
            isStale(resource.name) ? resolve(resource, parents) : known?.resources[index] ?? resolve(resource, parents)
        }
        let hashes = declarations.hashes.enumerated().map { index, hash in
            isStale(hash.hash.name) ? resolve(hash) : known?.hashes[index] ?? resolve(hash)
        }
        let api = API(
            resources: resources, hashes: hashes, models: declarations.models, enums: declarations.enums,
            parents: parents.types, events: declarations.events, modules: modules)
        check(api)
        return api
    }

    private func isStale(_ name: Located<String>) -> Bool { edit?.concerns(name.range.path) ?? true }

    private func resolve(_ resource: ResourceDeclaration, _ parents: ParentResolution) -> Resource {
        parents.checkCases(of: resource)
        let path = inheritedPath(of: resource)
        return Resource(
            name: resource.name, type: resource.type, about: resource.about, docs: resource.docs,
            path: path, parentType: parent(of: resource)?.type.value, lacks: resource.lacks,
            operations: resource.operations.map { resolve($0, inheriting: path, from: resource, parents) })
    }

    /// Checks what is stale.
    private func check(_ api: API) {
        let part = edit == nil ? api : api.part(where: isStale)
        let checks = TypeChecks(types: types, diagnostics: diagnostics)
        for operation in part.resources.flatMap(\.operations) { checks.check(operation) }
        for resource in part.resources { resource.checkMethods(diagnostics: diagnostics) }
        for parent in part.parents {
            checks.check(parent)
            ParentChecks(parent: parent, diagnostics: diagnostics).check()
        }
        for hash in part.hashes { checks.check(hash) }
        for model in part.models { checks.check(model) }
        let waiters = WaiterChecks(types: api.types, diagnostics: diagnostics)
        for resource in part.resources { waiters.check(resource) }
        for enumeration in part.enums { checks.check(enumeration) }
        ContainmentChecks(api.models, api.hashes, diagnostics: diagnostics).check(part.models, part.hashes)
        EventChecks(models: api.types.models, types: types, diagnostics: diagnostics).check(part.events)
        ModuleChecks(api, diagnostics: diagnostics).check(part)
    }

    /// The resource within which this one is offered too.
    private func parent(of resource: ResourceDeclaration) -> ResourceDeclaration? {
        guard let name = resource.within else { return nil }
        guard name.value != resource.name.value, let parent = resources[name.value] else {
            let others = resources.keys.filter { $0 != resource.name.value }
            let nearest = nearestSpelling(to: name.value, among: others.sorted())
            diagnostics.report(
                .unknownResource, "there is no other resource '\(name.value)'", at: name.range,
                fix: nearest.map { Fix("write '\($0)'", edits: [Fix.Edit(name.range, $0)]) }
                    ?? Fix("name another resource of the spec, or remove the key"))
            return nil
        }
        let (own, other) = (module(of: resource), module(of: parent))
        if own != other {
            diagnostics.report(
                .typeOfOtherModule, "'\(name.value)' belongs to another module", at: name.range,
                notes: [Diagnostic.Note("declared here", at: parent.name.range)],
                fix: Fix("move the file into the folder of '\(name.value)', or remove 'within'"))
        }
        let names = parent.operations.map(\.operation.name)
        if let taken = names.first(where: { $0.value == resource.name.value }) {
            diagnostics.report(
                .duplicateName, "'\(name.value)' has an operation of this name", at: resource.name.range,
                notes: [Diagnostic.Note("here", at: taken.range)], fix: Fix("rename one of the two"))
        }
        return parent
    }

    private func module(of resource: ResourceDeclaration) -> String? {
        modules.module(ofFile: resource.name.range.path)?.name.value
    }

    private func checkNamesStandOnce() {
        let requests = declarations.resources.flatMap(\.operations).map(\.operation.request)
        var types = declarations.hashes.map(\.hash.name)
        types += declarations.models.map(\.name)
        types += declarations.enums.map(\.name)
        types += declarations.parents.map(\.parent.name)
        let modules = declarations.modules.map(\.name)
        let declared = declarations.resources.map(\.type) + requests + types
        checkStandsOnce(declared, what: "type")
        // A type of a module's name hides the module.
        let names = Set(declarations.modules.map(\.name.value))
        checkStandsOnce(modules + declared.filter { names.contains($0.value) }, what: "module")
        checkStandsOnce(declarations.resources.map(\.name), what: "resource")
        checkStandsOnce(declarations.tables.map(\.name), what: "attribute table")
        checkStandsOnce(declarations.events.map(\.name), what: "event")
    }

    private func checkStandsOnce(_ names: [Located<String>], what: String) {
        var first: [String: SourceRange] = [:]
        for name in names where !name.value.isEmpty {
            if let other = first[name.value] {
                diagnostics.report(
                    .duplicateName, "there is already a \(what) '\(name.value)'", at: name.range,
                    notes: [Diagnostic.Note("first here", at: other)], fix: Fix("rename one of the two"))
            } else {
                first[name.value] = name.range
            }
        }
    }

    /// The operation with the rows of its tables, its inherited rows and those of its pages, checked as a whole.
    private func resolve(
        _ declaration: OperationDeclaration, inheriting path: [Attribute], from resource: ResourceDeclaration,
        _ parents: ParentResolution
    ) -> Operation {
        var operation = declaration.operation
        operation.parent = parents.parent(of: declaration, in: resource)
        let parent = operation.path.first.flatMap { operation.parent?.attribute(for: $0) }.map { [$0] } ?? []
        operation.attributes = declaration.tables.flatMap { location, names in
            let rows = operation.attributes(in: location) + names.flatMap { self.rows(of: $0, in: location) }
            return switch location {
            case .path:
                operation.path.ordered(
                    parent + rows + path.filter { operation.path.inherits($0, besides: parent + rows) })
            case .query: withPaging(rows, of: operation)
            case .header, .body: rows
            }
        }
        let tables =
            declaration.tables.flatMap(\.names) + resource.path.tables
            + operation.pages.map { Located($0.value.table, at: $0.range) }
        diagnostics.report {
            OperationChecks(operation: operation, parents: parents.placeholders, diagnostics: diagnostics).check()
            parents.checkRows(of: operation)
        } withUse: {
            use(of: tables, by: "operation", operation.name, at: $0)
        }
        return operation
    }

    /// The rows that operations of a resource inherit. Each is for some path.
    private func inheritedPath(of resource: ResourceDeclaration) -> [Attribute] {
        let own = resource.path.rows.map { (place: $0.name, rows: [$0]) }
        let shared = resource.path.tables.map { (place: $0, rows: rows(of: $0, in: .path)) }
        let paths = resource.operations.map(\.operation.path)
        for (place, rows) in own + shared where !rows.isEmpty && !paths.contains(where: { $0.text.value.isEmpty }) {
            if rows.contains(where: { row in paths.contains { $0.names(row) } }) { continue }
            diagnostics.report(
                .missingPlaceholder,
                "no path of '\(resource.name.value)' has ':\(rows[0].name.value)'", at: place.range,
                fix: Fix("remove '\(place.value)', or write ':\(rows[0].name.value)' into the path that needs it"))
        }
        let path = (own + shared).flatMap(\.rows)
        path.checkStandOnce(in: "'\(resource.name.value)'", diagnostics: diagnostics)
        return path
    }

    /// The rows of a query with those for pages, which are last. An operation's own row takes the place of the one that
    /// its pages bring.
    private func withPaging(_ rows: [Attribute], of operation: Operation) -> [Attribute] {
        guard case .value(.array) = operation.response.value else { return rows }
        var others = rows
        var paging: [Attribute] = []
        for row in operation.pages.flatMap({ self.rows(ofPages: $0) }) {
            let own = others.firstIndex { $0.name.value == row.name.value }
            paging.append(own.map { others.remove(at: $0) } ?? row)
        }
        return others + paging
    }

    private func rows(ofPages mode: Located<Operation.PageMode>) -> [Attribute] {
        let table = mode.value.table
        if tables[table] != nil { return rows(of: Located(table, at: mode.range), in: .query) }
        diagnostics.reportMissing(
            table, .unknownTable,
            "pages: [\(mode.value.rawValue)] take their attributes from the table '\(table)', which is not declared",
            at: mode.range, fix: Fix("declare it under 'tables', in any file of the spec"))
        return []
    }

    private func resolve(_ declaration: ParentDeclaration) -> ParentType {
        var parent = declaration.parent
        for (index, tables) in declaration.tables.enumerated() {
            let rows = parent.cases[index].attributes + tables.flatMap { self.rows(of: $0, in: .path) }
            parent.cases[index].attributes = parent.cases[index].path.ordered(rows)
        }
        return parent
    }

    private func resolve(_ declaration: HashDeclaration) -> HashType {
        var hash = declaration.hash
        hash.attributes = declaration.tables.flatMap { rows(of: $0, in: .body) } + hash.attributes
        diagnostics.report {
            hash.attributes.checkStandOnce(in: "'\(hash.name.value)'", diagnostics: diagnostics)
        } withUse: {
            use(of: declaration.tables, by: "hash", hash.name, at: $0)
        }
        return hash
    }

    /// The user of the shared row of a diagnostic; nil where it is about something else, or wrong everywhere.
    private func use(
        of names: some Sequence<Located<String>>, by kind: String, _ user: Located<String>, at diagnostic: Diagnostic
    ) -> Diagnostic.Note? {
        guard diagnostic.rule != Rule.reservedName.id else { return nil }
        let table = names.first { name in
            tables[name.value]?.rows.contains { row in
                row.name.range == diagnostic.range
                    || row.availability.deprecation?.replacement?.range == diagnostic.range
            } == true
        }
        return table.map {
            Diagnostic.Note("the \(kind) '\(user.value)' uses the table '\($0.value)' here", at: $0.range)
        }
    }

    private func rows(of name: Located<String>, in location: Attribute.Location) -> [Attribute] {
        guard let table = tables[name.value] else {
            diagnostics.reportMissing(
                name.value, .unknownTable, "there is no attribute table '\(name.value)'", at: name.range,
                fix: Fix(
                    replacing: name, among: tables.keys.sorted(),
                    otherwise: "declare it under 'tables', in any file of the spec"))
            return []
        }
        return table.rows.map { row in
            var row = row
            row.location = location
            return row
        }
    }
}

extension Operation.PageMode {
    /// The table with the attributes that ask for such pages.
    var table: String { "\(rawValue)_paging" }
}

extension PathTemplate {
    /// Whether a row says what one of its placeholders is.
    func names(_ row: Attribute) -> Bool { placeholders.contains { $0.value == row.name.value } }

    /// Whether a row of the resource is for this path: it has the placeholder, and no row of its own for it.
    fileprivate func inherits(_ row: Attribute, besides rows: [Attribute]) -> Bool {
        names(row) && !rows.contains { $0.name.value == row.name.value }
    }

    /// Rows in the order in which the path names them, so that methods take them in that order too.
    fileprivate func ordered(_ rows: [Attribute]) -> [Attribute] {
        let places = Dictionary(firstOf: placeholders.enumerated().map { ($0.element.value, $0.offset) })
        return rows.enumerated().sorted { left, right in
            let (first, second) = (places[left.element.name.value] ?? .max, places[right.element.name.value] ?? .max)
            return (first, left.offset) < (second, right.offset)
        }.map(\.element)
    }
}
