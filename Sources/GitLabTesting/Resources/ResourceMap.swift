// Which paths of the spec are collections of things, and which are one thing: worked out from the operations.

/// A collection and its items: `/projects/:id/badges` and `/projects/:id/badges/:badge_id`.
struct CollectionShape: Sendable {
    /// The model of the items.
    var model: String
    /// Whether an operation adds items, or one changes them.
    var hasState: Bool
    /// Whether an item is made by setting it, because no operation adds one.
    var isSetByName = false
    /// The name of the placeholder of an item, `badge_id`.
    var placeholder: String?
    /// The shape of the collection whose items a list without additions of its own shows: `/projects/:/issues` for
    /// `/issues`.
    var source: String?
}

/// The collections of all operations, by the shapes of their paths.
struct ResourceMap: Sendable {
    private(set) var collections: [String: CollectionShape] = [:]
    /// The models of single things without a list that an operation changes, such as settings, by their shapes.
    private(set) var singles: [String: String] = [:]

    /// Operations whose path ends with a thing of another collection: the project that moves into a group.
    private static let passing: Set<String> = ["groups.transferProject"]

    init(_ table: OperationTable) {
        let routes = table.operations.filter { !Self.passing.contains($0.name) }
            .flatMap { operation in operation.paths.map { (operation, RoutePattern($0)) } }
        for (operation, pattern) in routes { addCollection(operation, pattern, table) }
        for (operation, pattern) in routes { addChanges(operation, pattern) }
        for (operation, pattern) in routes { addSingle(operation, pattern, among: routes) }
        for (shape, collection) in collections where !collection.hasState {
            let source = source(of: shape, collection.model, table)
            collections[shape]?.source = source
        }
        markSetByName(routes)
    }

    /// A list makes a collection, and so do operations on one thing by name. The model is the largest that any has.
    private mutating func addCollection(
        _ operation: DeclaredOperation, _ pattern: RoutePattern, _ table: OperationTable
    ) {
        guard let model = operation.model, let fields = table.models[model] else { return }
        let isList = operation.method == "GET" && operation.isList && pattern.lastLiteral != nil
        let isItem = pattern.lastPlaceholder != nil && pattern.parts.count > 1 && !operation.isList
        guard isList || isItem else { return }
        let shape = isList ? pattern.shape : pattern.parent.shape
        var collection = collections[shape] ?? CollectionShape(model: model, hasState: false)
        if fields.count > table.models[collection.model]?.count ?? 0 { collection.model = model }
        if let placeholder = pattern.lastPlaceholder { collection.placeholder = placeholder }
        collections[shape] = collection
    }

    private mutating func addChanges(_ operation: DeclaredOperation, _ pattern: RoutePattern) {
        guard operation.method != "GET" else { return }
        if pattern.lastPlaceholder != nil {
            collections[pattern.parent.shape]?.hasState = true
        } else if let shape = additions(operation, pattern) {
            collections[shape]?.hasState = true
        } else if let effect = ActionEffects.byOperation[operation.name], pattern.parent.lastPlaceholder != nil {
            if let result = effect.result { singles[pattern.parent.shape + "/" + result] = operation.model }
            // An action on an item changes it: `POST …/jobs/:job_id/retry`.
            collections[pattern.parent.parent.shape]?.hasState = true
        }
    }

    private mutating func addSingle(
        _ operation: DeclaredOperation, _ pattern: RoutePattern, among routes: [(DeclaredOperation, RoutePattern)]
    ) {
        guard operation.method == "GET", !operation.isList, let model = operation.model, pattern.lastLiteral != nil,
            routes.contains(where: { $0.0.method != "GET" && $0.1.shape == pattern.shape })
        else { return }
        singles[pattern.shape] = model
    }

    private mutating func markSetByName(_ routes: [(DeclaredOperation, RoutePattern)]) {
        let added = Set(routes.filter { $0.0.method == "POST" }.map(\.1.shape))
        for shape in collections.keys where !added.contains(shape) && !added.contains(String(shape.dropLast())) {
            let isSet = routes.contains { $0.0.method == "PUT" && $0.1.shape == shape + "/:" }
            collections[shape]?.isSetByName = isSet
        }
    }

    /// Returns the shape of the collection that an operation adds to: that of its path, or of the plural of it, as for
    /// `POST /projects/:id/pipeline`.
    func additions(_ operation: DeclaredOperation, _ pattern: RoutePattern) -> String? {
        guard operation.method == "POST", pattern.lastLiteral != nil else { return nil }
        let shape = pattern.shape
        if collections[shape] != nil { return shape }
        return operation.model != nil && collections[shape + "s"]?.model == operation.model ? shape + "s" : nil
    }

    /// Whether an operation on a collection changes or deletes the item that an attribute names.
    func isNamed(_ operation: DeclaredOperation, _ pattern: RoutePattern) -> Bool {
        guard ["PUT", "DELETE"].contains(operation.method), let collection = collections[pattern.shape],
            collection.hasState
        else { return false }
        return operation.attributes.contains { $0.name == collection.placeholder && $0.location != "path" }
    }

    /// Returns the collection whose items a list without additions of its own shows: one with the same last part, or
    /// that of `…/all`, whose items have all its fields.
    private func source(of shape: String, _ model: String, _ table: OperationTable) -> String? {
        if ["/groups/:/subgroups", "/groups/:/descendant_groups"].contains(shape) { return "/groups" }
        let parts = shape.split(separator: "/")
        guard let name = parts.last else { return nil }
        let fields = Set((table.models[model] ?? []).map(\.name))
        let sources = collections.filter { key, other in
            let isSame = key.hasSuffix("/" + name) || (name == "all" && key + "/all" == shape)
            return other.hasState && key != shape && isSame
                && fields.isSubset(of: (table.models[other.model] ?? []).map(\.name))
        }
        return sources.keys.min { ($0.count, $0) < ($1.count, $1) }
    }
}
