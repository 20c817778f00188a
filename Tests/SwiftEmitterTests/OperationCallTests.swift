// The routes of a spec with the calls that documents name.

import SpecModel
import SpecSyntax
import SwiftEmitter
import Testing

@Suite struct OperationCallTests {
    private func calls(_ operations: String, modules: String = "") throws -> [OperationCall] {
        let text = """
            resource: { name: rooms, type: Rooms, about: "Rooms.", docs: https://docs.gitlab.com/api/x/ }
            operations:
            \(operations)
            """
        let diagnostics = DiagnosticCollector()
        var files = [SpecFile(path: "spec/hotel/rooms.yaml", bytes: Array(text.utf8))]
        if !modules.isEmpty { files.append(SpecFile(path: "spec/modules.yaml", bytes: Array(modules.utf8))) }
        let api = try #require(API(files, diagnostics: diagnostics), "\(diagnostics.sorted)")
        return ClientEmitter(api).operationCalls()
    }

    private let id = "id: { type: integer, required: true, about: \"P.\" }"

    @Test(arguments: [
        ("list", "/rooms", "", "gitlab.rooms.list()"),
        ("get", "/rooms/:id", "", "gitlab.rooms.get(_:)"),
        ("listForHotel", "/hotels/:id/rooms", "", "gitlab.rooms.list(forHotel:)"),
        (
            "move", "/rooms/:id", "to_floor: { type: integer, required: true, about: \"F.\" }",
            "gitlab.rooms.move(_:toFloor:)"
        ),
        ("find", "/rooms", "name: { type: string, about: \"N.\" }", "gitlab.rooms.find()"),
    ])
    func aCallHasTheLabelsOfWhatItNeeds(_ name: String, _ path: String, _ rows: String, _ call: String) throws {
        let found = try calls(
            """
              \(name):
                PUT: \(path)
                about: "A."
                returns: nothing
                path: { \(path.contains(":id") ? id : "") }
                body: { \(rows) }
            """)
        #expect(found.map(\.call) == [call])
        #expect(found.map(\.method) == ["PUT"] && found.map(\.path) == [path])
        #expect(found.map(\.module) == ["GitLab"])
    }

    @Test func theFirstOfSeveralWaysStandsForAll() throws {
        let found = try calls(
            """
              edit:
                PUT: /rooms
                about: "A."
                returns: nothing
                body:
                  name: { type: string, about: "N." }
                  size: { type: integer, about: "S." }
                constraints: [{ at_least_one_of: [name, size] }]
            """)
        #expect(found.map(\.call) == ["gitlab.rooms.edit(name:)"])
    }

    @Test func itHasTierVersionAndModule() throws {
        let found = try calls(
            """
              list: { GET: /rooms, about: "A.", returns: [string], tier: premium, since: "16.2" }
              tidy: { POST: /rooms/tidy, about: "A.", returns: nothing }
            """,
            modules: "modules: { GitLabHotel: { folder: hotel, about: \"Hotels.\" } }")
        #expect(found.map(\.tier) == [.premium, nil] && found.map(\.since) == ["16.2", nil])
        #expect(found.map(\.request) == ["ListRooms", "TidyRoom"])
        #expect(found.map(\.module) == ["GitLabHotel", "GitLabHotel"])
    }

    @Test func eachParentIsARoute() throws {
        let found = try calls(
            """
              list: { GET: /:place/rooms, about: "A.", returns: [string], tier: premium, since: "16.2" }
            parents:
              Place:
                about: "A place."
                label: "at"
                cases:
                  hotel: { path: "/hotels/:id", about: "H.", attributes: { \(id) } }
                  ship:  { path: "/ships/:id", about: "S.", tier: ultimate, attributes: { \(id) } }
            """)
        #expect(found.map(\.call) == ["gitlab.rooms.list(at:)", "gitlab.rooms.list(at:)"])
        #expect(found.map(\.path) == ["/hotels/:id/rooms", "/ships/:id/rooms"])
        #expect(found.map(\.tier) == [.premium, .ultimate] && found.map(\.since) == ["16.2", "16.2"])
    }
}
