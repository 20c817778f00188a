// Responses of everything but the projects themselves: from what is kept, or from the examples of the spec.

import GitLab
import HTTPTypes

/// A response before it is written.
struct FakeResponse {
    var status: Int
    var body: JSONValue?
    var fields = HTTPFields()
    /// A text, instead of JSON.
    var text: String?
    /// The bytes of a file, instead of JSON.
    var file: [UInt8]?
}

/// Responds to operations by their paths: lists, items, actions on items, single things.
struct ResourceResponder: Sendable {
    let table: OperationTable
    let map: ResourceMap
    /// Whether what a request names and nobody has added is made from its example, instead of 404.
    let assumesExistence: Bool
    var store = ResourceStore()

    init(table: OperationTable, map: ResourceMap, assumesExistence: Bool) {
        self.table = table
        self.map = map
        self.assumesExistence = assumesExistence
    }

    mutating func respond(to call: FakeCall, _ projects: inout ProjectStore) throws -> FakeResponse {
        var response = try imitate(call, &projects)
        if response.status == 202, response.body == nil, response.file == nil {
            response.body = ["message": "202 Accepted"]
        }
        return response
    }

    private mutating func imitate(_ call: FakeCall, _ projects: inout ProjectStore) throws -> FakeResponse {
        switch Imitation(call.match, map: map) {
        case .list: return try list(call, &projects)
        case .addition(let shape): return try add(call, to: shape, &projects)
        case .item: return try item(call, &projects)
        case .named: return try named(call, &projects)
        case .action(let effect): return try act(effect, call, &projects)
        case .single: return try single(call, &projects)
        case .example: return try example(call, &projects)
        }
    }
}

/// A request with its operation.
struct FakeCall {
    let match: RouteMatch
    let request: ReceivedRequest
    /// The moment of the request, as GitLab writes it.
    let now: String

    var operation: DeclaredOperation { match.operation }
    var sent: [String: JSONValue] { request.parameters }
    /// The last part of the path.
    var name: String { request.place.last ?? "" }

    func making(_ model: String, _ table: OperationTable) -> ItemMaking {
        ItemMaking(table: table, model: model, now: now)
    }
}

// MARK: - Places

extension ResourceResponder {
    /// Where the things are that a path names.
    struct Place {
        /// The path with the numbers of the store.
        var path = ""
        var shape = ""
        /// The things on the way, by what they are: `project`, `issue`.
        var parents: [(kind: String, members: [String: JSONValue])] = []
    }

    /// Walks through the first parts of a path. Throws GitLab's 404 where one of the things is missing.
    mutating func place(_ call: FakeCall, parts: Int, _ projects: inout ProjectStore) throws -> Place {
        var place = Place()
        for (part, text) in zip(call.match.pattern.parts, call.request.place).prefix(parts) {
            guard case .placeholder(let placeholder) = part else {
                place.path += "/" + text
                place.shape += "/" + text
                continue
            }
            try step(into: text, placeholder, &place, call, &projects)
            place.shape += "/:"
        }
        return place
    }

    private mutating func step(
        into text: String, _ placeholder: String, _ place: inout Place, _ call: FakeCall, _ projects: inout ProjectStore
    ) throws {
        let kind = place.shape.split(separator: "/").last.map { String($0).singular } ?? ""
        if place.shape == "/projects" {
            if assumesExistence { projects.assume(text) }
            let project = try projects.project(text)
            place.parents.append((kind, project))
            place.path += "/" + (project["id"]?.scalarText ?? text)
        } else if map.collections[place.shape]?.hasState == true {
            let item = try item(text, placeholder, in: place, call)
            place.parents.append((kind, item.members))
            place.path += "/\(item.number)"
        } else {
            place.path += "/" + text
        }
    }

    /// Returns the item that a part of a path names, which is made from its example if existence is assumed.
    private mutating func item(
        _ text: String, _ placeholder: String, in place: Place, _ call: FakeCall
    ) throws -> StoredItem {
        if let found = store.item(text, placeholder: placeholder, in: place.path) { return found }
        guard assumesExistence, let model = map.collections[place.shape]?.model,
            Int(text).map({ ProjectStore.assumable.contains($0) }) ?? true
        else { throw FailureResponse.notFound(missing(place.shape)) }
        var members = call.making(model, table).make([:], declared: [])
        identify(&members, model, in: place)
        let field = placeholder.hasSuffix("iid") ? "iid" : "id"
        if let number = Int(text), members[field]?.intValue != nil {
            members[field] = .integer(Int64(number))
            if field == "id" { store.reserve(number, of: model) }
        }
        return store.add(members, name: text, to: place.path, shape: place.shape)
    }

    /// What GitLab calls an item of a collection: `Merge Request`.
    func missing(_ shape: String) -> String {
        let word = shape.split(separator: "/").last.map { String($0).singular } ?? ""
        return word.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}

extension String {
    /// `branches` is `branch`, `policies` is `policy`, `issues` is `issue`.
    var singular: String {
        if hasSuffix("ies") { return dropLast(3) + "y" }
        if ["ches", "shes", "sses", "xes"].contains(where: hasSuffix) { return String(dropLast(2)) }
        return hasSuffix("s") && !hasSuffix("ss") ? String(dropLast()) : self
    }
}

// MARK: - Lists

extension ResourceResponder {
    private mutating func list(_ call: FakeCall, _ projects: inout ProjectStore) throws -> FakeResponse {
        let place = try place(call, parts: call.match.pattern.parts.count, &projects)
        let shape = call.match.pattern.shape
        let own = store.items(in: place.path)
        guard let collection = map.collections[shape], collection.hasState || collection.source != nil || !own.isEmpty
        else { return try example(call, &projects) }
        var items = own
        if let source = collection.source {
            items += source == "/projects" ? projects.items : store.items(ofShape: source, below: nil)
            items = items.filter { isBelow(place, $0, of: source, call, projects) }
        }
        let model = call.operation.model ?? collection.model
        let filter = ItemFilter(table: table, match: call.match)
        let shown = filter.items(items, for: call.sent).map { view(of: $0.members, as: model) }
        guard !call.operation.pages.isEmpty else {
            return FakeResponse(status: call.operation.status, body: .array(shown.map(JSONValue.object)))
        }
        let page = try ListPage(of: shown, for: call.request, keyset: .cursor)
        return FakeResponse(
            status: call.operation.status, body: .array(page.items.map(JSONValue.object)), fields: page.fields)
    }

    /// Whether a list of a group shows a group below it, or a thing of a project: where the project is in the group or a
    /// subgroup. The list of projects leaves out those of subgroups, unless it is asked for them.
    private func isBelow(
        _ place: Place, _ item: StoredItem, of source: String, _ call: FakeCall, _ projects: ProjectStore
    ) -> Bool {
        guard let group = place.parents.first, group.kind == "group" else { return true }
        guard let path = group.members["full_path"]?.stringValue else { return true }
        if source == "/groups" {
            let full = item.members["full_path"]?.stringValue ?? ""
            let isChild = item.members["parent_id"] == group.members["id"]
            return call.name == "subgroups" ? isChild : full.hasPrefix(path + "/")
        }
        if source == "/projects", call.sent["include_subgroups"]?.flag != true {
            return item.members["namespace"]?["full_path"]?.stringValue == path
        }
        let project =
            source == "/projects"
            ? item.members : item.members["project_id"]?.scalarText.flatMap { try? projects.project($0) }
        return project?["path_with_namespace"]?.stringValue?.hasPrefix(path + "/") ?? true
    }

    /// Returns an item as another model shows it: the fields that this model has, the others from its example.
    func view(of members: [String: JSONValue], as model: String) -> [String: JSONValue] {
        guard let fields = table.models[model] else { return members }
        let example = table.example(of: .named(model))?.objectValue ?? [:]
        return fields.reduce(into: [:]) { $0[$1.name] = members[$1.name] ?? example[$1.name] }
    }

    /// Returns the body of a response about an item; nil where there is none.
    func body(of members: [String: JSONValue], for operation: DeclaredOperation) -> JSONValue? {
        guard case .value(let type) = operation.response else { return nil }
        guard let model = operation.model, table.models[model] != nil else { return table.anExample(of: type) }
        let object = JSONValue.object(view(of: members, as: model))
        return operation.isList ? [object] : object
    }
}

extension ResourceResponder {
    /// Moves a project into a group, and responds with the group.
    mutating func transferProject(_ call: FakeCall, _ projects: inout ProjectStore) throws -> FakeResponse {
        let group = try place(call, parts: 2, &projects).parents.last?.members ?? [:]
        if assumesExistence { projects.assume(call.name) }
        try projects.move(call.name, to: group["full_path"]?.stringValue ?? "")
        return FakeResponse(status: call.operation.status, body: body(of: group, for: call.operation))
    }
}

// MARK: - Additions

extension ResourceResponder {
    private mutating func add(
        _ call: FakeCall, to shape: String, _ projects: inout ProjectStore
    ) throws -> FakeResponse {
        var place = try place(call, parts: call.match.pattern.parts.count, &projects)
        if place.shape != shape { (place.path, place.shape) = (place.path + "s", shape) }
        guard let collection = map.collections[shape] else { return try example(call, &projects) }
        let name = collection.placeholder.flatMap { call.sent[$0]?.scalarText }
        for conflict in Conflict.all[shape] ?? [] {
            try conflict.check(call.sent, among: store.items(in: place.path))
        }
        if let placeholder = collection.placeholder, let name, !placeholder.hasSuffix("id"),
            store.item(name, placeholder: placeholder, in: place.path) != nil
        {
            throw FailureResponse.unsaved([placeholder: "has already been taken"])
        }
        if shape == "/groups", store.item(Self.fullPath(of: call, projects), placeholder: "full_path", in: shape) != nil
        {
            throw FailureResponse(400, ["message": #"Failed to save group {:path=>["has already been taken"]}"#])
        }
        let members = insert(call, named: name, in: place, collection.model, &projects)
        return FakeResponse(status: call.operation.status, body: body(of: members, for: call.operation))
    }

    /// Makes an item and keeps it.
    private mutating func insert(
        _ call: FakeCall, named name: String?, in place: Place, _ model: String, _ projects: inout ProjectStore
    ) -> [String: JSONValue] {
        let declared = call.operation.parameters(onPath: call.match.path)
        var members = call.making(model, table).make(call.sent, declared: declared)
        identify(&members, model, in: place)
        if let name { describe(&members, named: name, call) }
        if members["slug"] != nil, call.sent["slug"] == nil, let title = call.sent["title"]?.stringValue {
            members["slug"] = .string(title.split(separator: " ").joined(separator: "-"))
        }
        if place.shape == "/groups" { Self.place(&members, call, &projects) }
        DerivedMembers.add(to: &members, call, in: place)
        locate(&members, in: place, call.request.base)
        return store.add(members, name: name, to: place.path, shape: place.shape).members
    }

    /// Gives the next ID and IID, and those of the things that the item hangs below.
    mutating func identify(_ members: inout [String: JSONValue], _ model: String, in place: Place) {
        if case .integer? = members["id"] { members["id"] = .integer(Int64(store.nextID(of: model))) }
        if case .string? = members["id"] {
            let digits = String(store.nextID(of: model), radix: 16)
            members["id"] = .string(String(repeating: "0", count: 40 - digits.count) + digits)
        }
        if case .integer? = members["iid"] { members["iid"] = .integer(Int64(store.nextIID(in: place.path))) }
        for (kind, parent) in place.parents {
            for field in ["id", "iid"] where members["\(kind)_\(field)"] != nil {
                members["\(kind)_\(field)"] = parent[field] ?? members["\(kind)_\(field)"]
            }
        }
    }

    /// Puts the name that was sent where the model has its name: a branch is created with `branch`, and has a `name`.
    private func describe(_ members: inout [String: JSONValue], named name: String, _ call: FakeCall) {
        for field in ["name", "file_path", "key"] where members[field] != nil && call.sent[field] == nil {
            if members[field]?.stringValue != nil { members[field] = .string(name) }
        }
        if call.sent["user_id"]?.scalarText == name, let id = Int64(name) { members["id"] = .integer(id) }
    }

    /// The full path of a group that a request adds.
    private static func fullPath(of call: FakeCall, _ projects: ProjectStore) -> String {
        let parent = call.sent["parent_id"]?.scalarText.flatMap(Int.init).flatMap(projects.namespace)
        return [parent, call.sent["path"]?.scalarText ?? "group"].compactMap(\.self).joined(separator: "/")
    }

    /// Gives a group its full path, and its ID among the namespaces.
    private static func place(
        _ members: inout [String: JSONValue], _ call: FakeCall, _ projects: inout ProjectStore
    ) {
        let full = fullPath(of: call, projects)
        members["full_path"] = .string(full)
        members["full_name"] = .string(full.split(separator: "/").joined(separator: " / "))
        members["id"] = .integer(Int64(projects.namespaceID(of: full)))
    }

    private func locate(_ members: inout [String: JSONValue], in place: Place, _ base: String) {
        guard members["web_url"] != nil, let word = place.shape.split(separator: "/").last else { return }
        let owner = place.parents.compactMap { $0.members["path_with_namespace"]?.stringValue }.last
        let number = members["iid"]?.scalarText ?? members["full_path"]?.scalarText ?? members["id"]?.scalarText ?? ""
        members["web_url"] = .string(base + (owner.map { "/\($0)/-" } ?? "") + "/\(word)/\(number)")
    }
}

// MARK: - Items and actions

extension ResourceResponder {
    private mutating func item(_ call: FakeCall, _ projects: inout ProjectStore) throws -> FakeResponse {
        let parts = call.match.pattern.parts.count
        let place = try place(call, parts: parts - 1, &projects)
        guard let collection = map.collections[place.shape] else { return try example(call, &projects) }
        guard let found = try find(call, in: place, collection, &projects) else {
            // What is added by its name, such as a file, or set, such as a custom attribute.
            guard ["POST", "PUT"].contains(call.operation.method) else { return try example(call, &projects) }
            let members = insert(call, named: call.name, in: place, collection.model, &projects)
            return FakeResponse(status: call.operation.status, body: body(of: members, for: call.operation))
        }
        let members = try apply(call, to: found, in: place, collection.model)
        return FakeResponse(status: call.operation.status, body: body(of: members, for: call.operation))
    }

    /// Changes or deletes the item that an attribute names.
    private mutating func named(_ call: FakeCall, _ projects: inout ProjectStore) throws -> FakeResponse {
        let place = try place(call, parts: call.match.pattern.parts.count, &projects)
        guard let collection = map.collections[place.shape], let placeholder = collection.placeholder,
            let name = (call.sent[placeholder] ?? call.sent["label_id"])?.scalarText
        else { return try example(call, &projects) }
        let found = try item(name, placeholder, in: place, call)
        let members = try apply(call, to: found, in: place, collection.model)
        return FakeResponse(status: call.operation.status, body: body(of: members, for: call.operation))
    }

    /// Changes or deletes an item, as the method says, and returns its members.
    private mutating func apply(
        _ call: FakeCall, to found: StoredItem, in place: Place, _ model: String
    ) throws -> [String: JSONValue] {
        var item = found
        switch call.operation.method {
        case "DELETE":
            try call.request.demandUnmodified(item.members)
            store.remove(item, from: place.path)
        case "PUT", "PATCH", "POST":
            call.making(model, table).change(&item.members, call.sent)
            DerivedMembers.add(to: &item.members, call, in: place)
            if item.name != nil, let name = call.sent["new_name"]?.scalarText { item.name = name }
            store.replace(item, in: place.path)
        default: break
        }
        return item.members
    }

    /// Returns the item at the end of a path; nil where it is to be made, or where an example stands for it.
    private mutating func find(
        _ call: FakeCall, in place: Place, _ collection: CollectionShape, _ projects: inout ProjectStore
    ) throws -> StoredItem? {
        let placeholder = call.match.pattern.lastPlaceholder
        if let found = store.item(call.name, placeholder: placeholder, in: place.path) { return found }
        if let source = collection.source, source != "/projects",
            let found = store.items(ofShape: source).first(where: { $0.members["id"]?.scalarText == call.name })
        {
            return found
        }
        let isAdded = call.operation.method == "POST"
        if isAdded || (call.operation.method == "PUT" && collection.isSetByName) { return nil }
        if !collection.hasState { return nil }
        return try item(call.name, placeholder ?? "id", in: place, call)
    }

    private mutating func act(
        _ effect: ActionEffect, _ call: FakeCall, _ projects: inout ProjectStore
    ) throws -> FakeResponse {
        let parts = call.match.pattern.parts.count
        let place = try place(call, parts: parts - 2, &projects)
        guard let collection = map.collections[place.shape] else { return try example(call, &projects) }
        let placeholder = call.match.pattern.parent.lastPlaceholder ?? "id"
        var item = try item(call.request.place[parts - 2], placeholder, in: place, call)
        if let state = effect.from, let found = item.members["state"]?.stringValue, found != state {
            throw FailureResponse(405, ["message": "405 Method Not Allowed"])
        }
        if let result = effect.result, let model = call.operation.model {
            let path = "\(place.path)/\(item.number)/\(result)"
            var members = store[single: path]?.objectValue ?? view(of: item.members, as: model)
            call.making(model, table).act(effect, on: &members, number: item.number)
            store[single: path] = .object(members)
            return FakeResponse(status: call.operation.status, body: .object(members))
        }
        call.making(collection.model, table).act(effect, on: &item.members, number: item.number)
        store.replace(item, in: place.path)
        return FakeResponse(status: call.operation.status, body: body(of: item.members, for: call.operation))
    }
}

// MARK: - Single things and examples

extension ResourceResponder {
    private mutating func single(_ call: FakeCall, _ projects: inout ProjectStore) throws -> FakeResponse {
        let place = try place(call, parts: call.match.pattern.parts.count, &projects)
        guard let model = map.singles[place.shape] else { return try example(call, &projects) }
        if store[single: place.path] == .null, ["GET", "DELETE"].contains(call.operation.method) {
            throw FailureResponse.notFound(missing(place.shape))
        }
        let example = table.example(of: .named(model))?.objectValue ?? [:]
        var members = store[single: place.path]?.objectValue ?? example
        if call.operation.method != "GET" {
            call.making(model, table).change(&members, call.sent)
            store[single: place.path] = call.operation.method == "DELETE" ? .null : .object(members)
        }
        return FakeResponse(status: call.operation.status, body: body(of: members, for: call.operation))
    }

    /// Responds with the example of the type; the things on the way have to exist.
    private mutating func example(_ call: FakeCall, _ projects: inout ProjectStore) throws -> FakeResponse {
        let parts = call.match.pattern.parts
        let isItem = call.match.pattern.lastPlaceholder != nil
        _ = try place(call, parts: isItem ? parts.count - 1 : parts.count, &projects)
        switch call.operation.response {
        case .nothing: return FakeResponse(status: call.operation.status)
        case .download: return FakeResponse(status: 200, file: Array("example\n".utf8))
        case .value(let type): return FakeResponse(status: call.operation.status, body: table.anExample(of: type))
        }
    }
}
