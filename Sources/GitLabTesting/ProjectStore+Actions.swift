// Actions on projects in memory besides editing them: stars, sharing with groups, deleting.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Stars.
extension ProjectStore {
    /// Adds a star; returns nil if the project has it already.
    mutating func star(_ id: String, by user: String) throws -> Members? {
        let number = try number(of: id)
        guard stars[number, default: []].insert(user).inserted else { return nil }
        return try countStars(of: id, number)
    }

    /// Removes a star; returns nil if the project does not have it.
    mutating func unstar(_ id: String, by user: String) throws -> Members? {
        let number = try number(of: id)
        guard stars[number]?.remove(user) != nil else { return nil }
        return try countStars(of: id, number)
    }

    private mutating func countStars(of id: String, _ number: Int) throws -> Members {
        let count = stars[number]?.count ?? 0
        return try change(id) { $0["star_count"] = .integer(Int64(count)) }
    }

    private func number(of id: String) throws -> Int {
        guard case .integer(let number)? = try project(id)["id"] else { throw FailureResponse.notFound("Project") }
        return Int(number)
    }
}

/// Sharing with groups: the namespaces, without the user's.
extension ProjectStore {
    mutating func share(_ id: String, _ request: ReceivedRequest) throws -> Members {
        let number = try number(of: id)
        guard let group = try request.integer("group_id") else {
            throw FailureResponse.invalid("group_id", "is missing")
        }
        guard let access = try request.integer("group_access").map(Int64.init) else {
            throw FailureResponse.invalid("group_access", "is missing")
        }
        guard group > 1, namespaces.indices.contains(group - 1) else { throw FailureResponse.notFound("Group") }
        let path = namespaces[group - 1]
        let expiry = try request.text("expires_at").map(JSONValue.string) ?? .null
        let shares = try shares(of: id)
        guard !shares.contains(where: { $0["group_id"] == .integer(Int64(group)) }) else {
            throw FailureResponse(409, ["message": "already shared with this group"])
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let share: JSONValue = [
            "group_id": .integer(Int64(group)), "group_name": .string(name), "group_full_path": .string(path),
            "group_access_level": .integer(access), "expires_at": expiry,
        ]
        try change(id) { $0["shared_with_groups"] = .array(shares + [share]) }
        lastShare += 1
        return [
            "id": .integer(Int64(lastShare)), "project_id": .integer(Int64(number)), "group_id": .integer(Int64(group)),
            "group_access": .integer(access), "expires_at": expiry,
        ]
    }

    mutating func unshare(_ id: String, from group: String) throws {
        let shares = try shares(of: id)
        guard let group = Int64(group) else { throw FailureResponse.invalid("group_id", "is invalid") }
        let others = shares.filter { $0["group_id"] != .integer(group) }
        guard others.count < shares.count else { throw FailureResponse.notFound("Group Link") }
        try change(id) { $0["shared_with_groups"] = .array(others) }
    }

    private func shares(of id: String) throws -> [JSONValue] {
        if case .array(let shares)? = try project(id)["shared_with_groups"] { shares } else { [] }
    }
}

/// Deleting, which takes two requests: the first one only marks the project.
extension ProjectStore {
    mutating func delete(_ id: String, _ request: ReceivedRequest) throws {
        let members = try project(id)
        try request.demandUnmodified(members)
        let isMarked = members["marked_for_deletion_on"].map { $0 != .null } ?? false
        if try request.flag("permanently_remove") == true {
            guard isMarked else { throw Self.failure("Project must be marked for deletion first.") }
            guard try request.text("full_path").map(JSONValue.string) == members["path_with_namespace"] else {
                throw Self.failure("`full_path` is incorrect. You must enter the complete path for the project.")
            }
            try remove(id)
        } else {
            guard !isMarked else { throw Self.failure("Project has already been marked for deletion") }
            let today = now.formatted(Date.ISO8601FormatStyle().year().month().day())
            try change(id) { $0["marked_for_deletion_on"] = .string(today) }
        }
    }

    private static func failure(_ message: String) -> FailureResponse {
        FailureResponse(400, ["message": .string(message)])
    }
}

/// What other resources need of projects.
extension ProjectStore {
    /// All projects, in the order of their IDs.
    var items: [StoredItem] {
        all.map { StoredItem(number: $0["id"]?.intValue ?? 0, name: nil, members: $0) }
    }

    /// The path of a namespace; nil if there is none.
    func namespace(_ id: Int) -> String? {
        id > 0 && id <= namespaces.count ? namespaces[id - 1] : nil
    }

    /// Adds groups and those that they are in.
    mutating func addGroups(_ paths: [String]) {
        for path in paths {
            let parts = path.split(separator: "/")
            for count in parts.indices.map({ $0 + 1 }) {
                _ = namespaceID(of: parts.prefix(count).joined(separator: "/"))
            }
        }
    }

    /// Returns the ID of a namespace, which is added if it is new.
    mutating func namespaceID(of path: String) -> Int {
        if let index = namespaces.firstIndex(of: path) { return index + 1 }
        addNamespace(path)
        return namespaces.count
    }
}
