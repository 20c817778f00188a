// Putting things into the GitLab in memory before a test.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A path or a value that an ``InMemoryGitLab`` cannot be seeded with.
public struct SeedError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    /// The path that was given.
    public let path: String

    /// The reason why it is rejected.
    public let problem: String

    /// The path and the problem.
    public var description: String { "\(path) cannot be seeded: \(problem)" }

    /// The same as ``description``, for `localizedDescription`.
    public var errorDescription: String? { description }
}

extension ResourceResponder {
    /// Puts the namespaces of projects among the groups. The first one is the user's.
    mutating func addGroups(of projects: ProjectStore) {
        guard let model = map.collections["/groups"]?.model else { return }
        for (index, path) in projects.namespaces.enumerated().dropFirst() {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            var members = table.example(of: .named(model))?.objectValue ?? [:]
            members.merge([
                "id": .integer(Int64(index + 1)), "full_path": .string(path), "path": .string(name),
                "name": .string(name), "parent_id": parent(of: path, in: projects),
                "full_name": .string(path.split(separator: "/").joined(separator: " / ")),
            ]) { _, new in new }
            store.add(members, name: nil, to: "/groups", shape: "/groups")
        }
    }

    private func parent(of path: String, in projects: ProjectStore) -> JSONValue {
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        return projects.namespaces.firstIndex(of: parent).map { .integer(Int64($0 + 1)) } ?? .null
    }

    /// Adds an object or an array of them to a list, or sets a single thing.
    mutating func seed(_ value: JSONValue, _ call: FakeCall, _ projects: inout ProjectStore) throws {
        let place = try place(call, parts: call.match.pattern.parts.count, &projects)
        if map.collections[place.shape] == nil, call.operation.model != nil, value.objectValue != nil {
            store[single: place.path] = value
            return
        }
        guard let model = map.collections[place.shape]?.model, place.shape != "/projects" else {
            let problem =
                place.shape == "/projects" ? "projects are passed to the initializer" : "it is not the path of a list"
            throw SeedError(path: call.request.path, problem: problem)
        }
        for element in value.arrayValue ?? [value] {
            guard var members = element.objectValue else {
                throw SeedError(path: call.request.path, problem: "this is not an object")
            }
            if members["id"] == nil {
                let given = members
                let example = table.example(of: .named(model))
                for field in ["id", "iid"] { members[field] = example?[field] }
                identify(&members, model, in: place)
                if let iid = given["iid"] { members["iid"] = iid }
            }
            if let id = members["id"]?.intValue { store.reserve(id, of: model) }
            store.add(members, name: nil, to: place.path, shape: place.shape)
        }
    }
}

extension Date {
    /// The moment as GitLab writes it.
    var text: String { formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }
}
