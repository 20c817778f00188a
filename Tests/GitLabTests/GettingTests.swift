// One project, by every kind of reference.

import Foundation
import GitLab
import Testing

extension RealStack {
    @Suite("Getting a project")
    struct Getting {
        @Test("by number: literal, id of a project, Int and Int64", arguments: [Servers.Kind.reading, .underRoot])
        func byNumber(server: Servers.Kind) async throws {
            let projects = try await GitLabClient.of(server).projects
            let project = try await projects.get(7)
            let int = 7
            let int64: Int64 = 7
            #expect(project.id == 7)
            #expect(project.pathWithNamespace == "group/sub/project")
            #expect(try await projects.get(project.id).id == 7)
            #expect(try await projects.get(int).id == 7)
            #expect(try await projects.get(int64).id == 7)
        }

        @Test("by its full path, literal and variable", arguments: [Servers.Kind.reading, .underRoot])
        func byPath(server: Servers.Kind) async throws {
            let projects = try await GitLabClient.of(server).projects
            let path = ["group", "sub", "project"].joined(separator: "/")
            #expect(try await projects.get("group/sub/project").id == 7)
            #expect(try await projects.get(path).id == 7)
        }

        @Test("The path travels as one segment")
        func oneSegment() async throws {
            let echo = try await Echo.of(GetProject("group/sub.x/pro ject+é?#"))
            #expect(echo.params["id"] == "group/sub.x/pro ject+é?#")
            #expect(echo.target == "/api/v4/projects/group%2Fsub%2Ex%2Fpro%20ject%2B%C3%A9%3F%23")
        }

        @Test("by a path that it had before it was moved", arguments: [Servers.Kind.reading, .underRoot])
        func moved(server: Servers.Kind) async throws {
            let gitlab = try await GitLabClient.of(server)
            let project = try await gitlab.projects.get("old/project") { $0.statistics = true }
            #expect(project.id == 7)
            #expect(project.statistics?.commitCount == 7)
        }

        @Test("Its fields are read")
        func fields() async throws {
            let project = try await GitLabClient.of(.reading).projects.get(50) { $0.withCustomAttributes = true }
            #expect(project.name == "Project 50")
            #expect(project.nameWithNamespace == "group / sub / Project 50")
            #expect(project.description == "The project with number 50")
            #expect(project.visibility == .internal)
            #expect(project.archived == true)
            #expect(project.topics == ["swift", "even"])
            #expect(project.createdAt == Date(timeIntervalSince1970: 1_578_016_800))
            #expect(project.namespace?.fullPath == "group/sub")
            #expect(project.customAttributes?.map(\.value) == ["Antarctica", "a&b;c+d"])
            #expect(project.statistics == nil)
        }
    }
}
