// The projects in memory: finding, creating, editing and filtering them.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

struct ProjectStore: Sendable {
    /// A project as GitLab shows it, by the names of the fields.
    typealias Members = [String: JSONValue]

    /// The moment of the request.
    var now = Date()
    private var projects: [Int: Members] = [:]
    /// The largest ID that a project has had.
    private var lastID = 0
    private(set) var namespaces = ["root"]
    /// Who has starred a project, by its number.
    var stars: [Int: Set<String>] = [:]
    /// The number of the last group that a project was shared with.
    var lastShare = 0

    /// Attributes that requests have and projects do not show.
    private static let unshown: Set<String> = [
        "avatar", "container_expiration_policy_attributes", "group_with_project_templates_id", "import_url",
        "initialize_with_readme", "namespace_id", "tag_list", "template_name", "template_project_id",
        "use_custom_template",
    ]

    init(_ seeds: [SeededProject]) {
        let start = Date(timeIntervalSince1970: 1_577_836_800)  // 2020-01-01
        for (number, seed) in seeds.enumerated() {
            let parts = seed.pathWithNamespace.split(separator: "/")
            let namespace = parts.count > 1 ? parts.dropLast().joined(separator: "/") : namespaces[0]
            let path = parts.last.map(String.init) ?? "project"
            if !namespaces.contains(namespace) { namespaces.append(namespace) }
            var members = blank(in: namespace, at: start + Double(number) * 60)
            members["name"] = .string(seed.name ?? path)
            members["path"] = .string(path)
            members["description"] = seed.description.map(JSONValue.string) ?? .null
            members["visibility"] = .string(seed.visibility.rawValue)
            members["topics"] = .array(seed.topics.map(JSONValue.string))
            members["archived"] = .bool(seed.archived)
            add(members)
        }
    }

    /// Returns the project with this number or full path.
    func project(_ id: String) throws -> Members {
        let found = Int(id).map { projects[$0] } ?? projects.values.first { $0["path_with_namespace"] == .string(id) }
        guard let found else { throw FailureResponse.notFound("Project") }
        return found
    }

    mutating func create(_ request: ReceivedRequest) throws -> Members {
        let (name, path) = (try request.text("name"), try request.text("path"))
        guard let shown = name ?? path else {
            throw FailureResponse.invalid("name, path", "are missing, at least one parameter must be provided")
        }
        var namespace = namespaces[0]
        if let id = try request.integer("namespace_id") {
            guard let named = self.namespace(id) else { throw FailureResponse.notFound("Namespace") }
            namespace = named
        }
        var members = blank(in: namespace, at: now)
        members["name"] = .string(shown)
        members["path"] = .string(path ?? Self.path(from: shown))
        return try save(request, over: members)
    }

    mutating func edit(_ id: String, _ request: ReceivedRequest) throws -> Members {
        let members = try project(id)
        guard !request.parameters.isEmpty else {
            throw FailureResponse(400, ["error": "at least one parameter must be provided"])
        }
        return try save(request, over: members)
    }

    /// Applies the attributes of the request to the members and stores them, unless GitLab would reject them.
    private mutating func save(_ request: ReceivedRequest, over stored: Members) throws -> Members {
        _ = try request.text("visibility", among: ["private", "internal", "public"])
        let sent = request.parameters.filter { !Self.unshown.contains($0.key) && $0.key != "id" }
        var members = stored.merging(sent) { _, new in new }
        if let topics = try request.commaList("topics") ?? request.commaList("tag_list") {
            members["topics"] = .array(topics.map(JSONValue.string))
        }
        if case .object(let policy)? = request.parameters["container_expiration_policy_attributes"] {
            var kept: Members = [:]
            if case .object(let before)? = stored["container_expiration_policy"] { kept = before }
            members["container_expiration_policy"] = .object(kept.merging(policy) { _, new in new })
        }
        if request.parameters["path"] == .null { members["path"] = stored["path"] }

        var messages: [String: String] = [:]
        for attribute in ["name", "path"] {
            let value = members[attribute]
            if value == .null || value == "" { messages[attribute] = "can't be blank" }
            let others = projects.values.filter { $0["id"] != stored["id"] && $0["namespace"] == stored["namespace"] }
            if others.contains(where: { $0[attribute] == value }) { messages[attribute] = "has already been taken" }
        }
        guard messages.isEmpty else { throw FailureResponse.unsaved(messages) }
        return add(members)
    }

    /// All projects, in the order of their IDs.
    var all: [Members] { projects.sorted { $0.key < $1.key }.map(\.value) }

    mutating func addNamespace(_ path: String) { namespaces.append(path) }

    /// The IDs of things that are assumed to exist. There are larger ones behind them.
    static let assumable = 1...Int(Int32.max)

    /// Makes a project with an ID or a full path, unless there is one.
    mutating func assume(_ id: String) {
        guard (try? project(id)) == nil, Int(id).map({ Self.assumable.contains($0) }) ?? true else { return }
        let parts = id.split(separator: "/").map(String.init)
        let isPath = Int(id) == nil && parts.count > 1
        let namespace = isPath ? parts.dropLast().joined(separator: "/") : namespaces[0]
        if !namespaces.contains(namespace) { namespaces.append(namespace) }
        var members = blank(in: namespace, at: now)
        let path = Int(id) == nil ? parts.last ?? "project" : "project-\(id)"
        (members["name"], members["path"]) = (.string(path), .string(path))
        if let number = Int64(id) { members["id"] = .integer(number) }
        add(members)
    }

    /// Returns the defaults of a project.
    private func blank(in namespace: String, at time: Date) -> Members {
        let path = namespace.split(separator: "/").last.map(String.init) ?? namespace
        let number = Int64((namespaces.firstIndex(of: namespace) ?? 0) + 1)
        let stamp = JSONValue.string(time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        return [
            "description": nil, "visibility": "private", "topics": [], "archived": false, "default_branch": "main",
            "star_count": 0, "forks_count": 0, "empty_repo": true,
            "created_at": stamp, "updated_at": stamp, "last_activity_at": stamp,
            "namespace": [
                "id": .integer(number), "name": .string(path), "path": .string(path), "full_path": .string(namespace),
                "kind": number == 1 ? "user" : "group", "parent_id": nil,
            ],
        ]
    }

    /// Moves a project to another namespace, which has an ID or a path.
    mutating func transfer(_ id: String, _ request: ReceivedRequest) throws -> Members {
        guard let name = try request.text("namespace"),
            let namespace = Int(name).map({ self.namespace($0) }) ?? namespaces.first(where: { $0 == name })
        else { throw FailureResponse.notFound("Namespace") }
        return try move(id, to: namespace)
    }

    /// Moves a project to the namespace with a path.
    @discardableResult
    mutating func move(_ id: String, to namespace: String) throws -> Members {
        let place = blank(in: namespace, at: now)["namespace"]
        return try change(id) { $0["namespace"] = place }
    }

    /// Changes members of a project.
    @discardableResult
    mutating func change(_ id: String, _ change: (inout Members) -> Void) throws -> Members {
        var members = try project(id)
        change(&members)
        return add(members)
    }

    mutating func remove(_ id: String) throws {
        guard case .integer(let number)? = try project(id)["id"] else { return }
        projects[Int(number)] = nil
        stars[Int(number)] = nil
    }

    /// Stores a project, with a new number if it has none, and fills in the derived members.
    @discardableResult
    private mutating func add(_ given: Members) -> Members {
        var members = given
        let id = if case .integer(let id)? = given["id"] { Int(id) } else { lastID + 1 }
        lastID = max(lastID, id)
        members["id"] = .integer(Int64(id))
        if case .string(let name)? = given["name"], case .string(let path)? = given["path"],
            case .string(let namespace)? = given["namespace"]?["full_path"]
        {
            let spaced = namespace.split(separator: "/").joined(separator: " / ")
            members["path_with_namespace"] = .string("\(namespace)/\(path)")
            members["name_with_namespace"] = .string("\(spaced) / \(name)")
        }
        members["tag_list"] = members["topics"]
        projects[id] = members
        return members
    }

    /// Returns a path from a name: `My Project` becomes `my-project`.
    private static func path(from name: String) -> String {
        let kept = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
        return String(kept).split(separator: "-").joined(separator: "-")
    }
}

/// Listing.
extension ProjectStore {
    func list(_ request: ReceivedRequest) throws -> [Members] {
        let archived = try request.flag("archived")
        let visibility = try request.text("visibility", among: ["private", "internal", "public"])
        let terms = try (request.text("search") ?? "").lowercased().split(separator: " ")
        let topics = try request.commaList("topic") ?? []
        let after = try request.integer("id_after") ?? Int.min
        let before = try request.integer("id_before") ?? Int.max
        let order = try request.text("order_by") ?? "created_at"
        let ascending = try request.text("sort", among: ["asc", "desc"]) == "asc"

        let wanted = projects.filter { id, project in
            let searched = ["name", "path", "description"].compactMap { project[$0]?.text?.lowercased() }
            let carried = if case .array(let topics)? = project["topics"] { topics } else { [JSONValue]() }
            return id > after && id < before
                && (archived.map { project["archived"] == .bool($0) } ?? true)
                && (visibility.map { project["visibility"] == .string($0) } ?? true)
                && terms.allSatisfy { term in searched.contains { $0.contains(term) } }
                && topics.allSatisfy { carried.contains(.string($0)) }
        }
        let sorted = wanted.sorted { one, other in
            let (first, second) = (one.value[order]?.text ?? "", other.value[order]?.text ?? "")
            return first == second ? one.key < other.key : first < second
        }
        let listed = sorted.map(\.value)
        return ascending ? listed : listed.reversed()
    }
}

extension JSONValue {
    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
