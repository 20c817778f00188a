// The requests that the faults befall, as the generator writes them.

import GitLabRuntime

struct FaultyProject: Decodable, Sendable, Identifiable {
    let id: Int
}

struct GetFaultyProject: GitLabRequest {
    typealias Response = FaultyProject
    static let endpoint = Endpoint("projects.get", .get, "/projects/:id")
    func addPath(to path: inout PathAttributes) { path.add("id", 1) }
}

struct CreateFaultyProject: GitLabRequest {
    typealias Response = FaultyProject
    static let endpoint = Endpoint("projects.create", .post, "/projects")
    let name: String

    func addBody(to body: inout ParameterEncoder) { body.add("name", name) }
}

struct EditFaultyProject: GitLabRequest {
    typealias Response = FaultyProject
    static let endpoint = Endpoint("projects.edit", .put, "/projects/:id")
    func addPath(to path: inout PathAttributes) { path.add("id", 2) }

    func addBody(to body: inout ParameterEncoder) { body.add("description", "edited") }
}

struct DeleteFaultyProject: GitLabRequest {
    typealias Response = EmptyResponse
    static let endpoint = Endpoint("projects.delete", .delete, "/projects/:id")
    func addPath(to path: inout PathAttributes) { path.add("id", 3) }
}

struct ListFaultyProjects: OffsetPagedRequest {
    typealias Item = FaultyProject
    static let endpoint = Endpoint("projects.list", .get, "/projects")
    var page: Int?
    var perPage: Int?

    func addQuery(to query: inout ParameterEncoder) {
        query.add("page", page)
        query.add("per_page", perPage)
    }
}

struct DownloadFaultySnapshot: DownloadRequest {
    static let endpoint = Endpoint("projects.snapshot", .get, "/projects/:id/snapshot")
    func addPath(to path: inout PathAttributes) { path.add("id", 1) }
}
