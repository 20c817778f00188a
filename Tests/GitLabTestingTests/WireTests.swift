// The in-memory GitLab reads requests by itself: bytes in, response out, without the client.

import Foundation
import GitLab
import GitLabTesting
import HTTPTypes
import Testing

@Suite("In-memory GitLab, on the wire")
struct WireTests {
    private let server = InMemoryGitLab(projects: [
        SeededProject("group/sub/project", topics: ["a", "b"]),
        SeededProject("group/x+y;z & é", description: "another", topics: ["b"]),
        "group/third",
    ])

    @Test(
        "Queries",
        arguments: [
            ("", [3, 2, 1]),
            ("?topic[]=a&topic[]=b", [1]),
            ("?topic%5B%5D=b", [2, 1]),
            ("?topic=a,b", [1]),
            ("?topic=a;sort=asc", [1]),
            ("?search=x%2By%3Bz+%26+%C3%A9", [2]),
            ("?search=x+y", [2]),
            ("?sort=asc&sort=desc", [3, 2, 1]),
            ("?topic[=a&=b", [3, 2, 1]),
            ("?archived=0&simple", [3, 2, 1]),
            ("?not[topic][]=a&custom_attributes[location]=x%26", [3, 2, 1]),
        ]
    )
    func query(query: String, ids: [Int]) async throws {
        let (status, body, _) = try await get("/api/v4/projects\(query)")
        #expect(status == 200)
        #expect(body == .array(ids.map { .integer(Int64($0)) }))
    }

    @Test(
        "Queries that cannot be read",
        arguments: ["?search=%zz", "?search=%ff", "?a=1&a[b]=2", "?archived=maybe"]
    )
    func badQuery(query: String) async throws {
        #expect(try await get("/api/v4/projects\(query)").status == 400)
    }

    @Test(
        "Paths",
        arguments: [
            ("/api/v4/projects/group%2Fsub%2Fproject", 200),
            ("/api/v4/projects/group%2fx+y;z%20&%20%C3%A9", 200),
            ("/api/v4/projects/1/", 200),
            ("/gitlab/api/v4/projects/1", 200),
            ("/api/v4/projects/group%252Fsub%252Fproject", 404),
        ]
    )
    func path(path: String, status: Int) async throws {
        #expect(try await get(path).status == status)
    }

    @Test(
        "Paths that no operation has",
        arguments: [
            "/api/v4/projects/group/sub/project", "/api/v4/weather", "/projects", "/api/v4/projects/1/weather?a=b",
        ])
    func unsupportedPath(path: String) async throws {
        let error = await #expect(throws: UnsupportedOperation.self) { try await get(path) }
        #expect(error?.method == "GET" && error.map { path.contains($0.path) } == true)
        #expect(error?.path.contains("?") == false)
    }

    @Test("Page headers are GitLab's")
    func pageHeaders() async throws {
        let fields = try await get("/api/v4/projects?per_page=1&page=2&search=r").fields
        let expected = [
            "X-Page": "2", "X-Per-Page": "1", "X-Total": "3", "X-Total-Pages": "3", "X-Next-Page": "3",
            "X-Prev-Page": "1",
        ]
        for (name, value) in expected {
            #expect(fields[HTTPField.Name(name)!] == value)
        }
        let next = #"<https://gitlab.test/api/v4/projects?page=3&per_page=1&search=r>; rel="next""#
        #expect(fields[HTTPField.Name("Link")!]?.contains(next) == true)
        #expect(try await get("/api/v4/projects?page=3&per_page=1").fields[HTTPField.Name("X-Next-Page")!] == "")
    }

    @Test(
        "Bodies are taken as JSON only",
        arguments: [
            ("text/plain", "{}", 415),
            (nil, "{}", 415),
            ("application/json", "{", 400),
            ("application/json", "{}", 400),
            ("application/json; charset=utf-8", #"{"name":"x"}"#, 201),
        ] as [(String?, String, Int)]
    )
    func body(contentType: String?, body: String, status: Int) async throws {
        var request = HTTPRequest(method: .post, scheme: "https", authority: "gitlab.test", path: "/api/v4/projects")
        request.headerFields[.contentType] = contentType
        let response = try await server.send(request, body: RequestBody(Array(body.utf8)))
        #expect(response.head.status.code == status)
    }

    /// The ids of a list, or the id of a project, with status and header fields.
    private func get(_ path: String) async throws -> (status: Int, ids: JSONValue, fields: HTTPFields) {
        let request = HTTPRequest(method: .get, scheme: "https", authority: "gitlab.test", path: path)
        let response = try await server.send(request, body: .empty)
        let bytes = try await response.body.collect(upTo: 1 << 20)
        let json = (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) ?? .null
        let status = response.head.status.code
        guard case .array(let projects) = json else { return (status, json["id"] ?? .null, response.head.headerFields) }
        return (status, .array(projects.map { $0["id"] ?? .null }), response.head.headerFields)
    }
}
