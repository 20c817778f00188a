// `scripts/check-examples.sh` with recorded responses, from end to end: it compiles the types of a spec and reads each
// response with the type of its operation.

import Foundation
import Testing

@Suite(.enabled(if: Python.isThere, "needs python3 with yaml")) struct RecordedExampleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let boats = """
        resource:
          name: boats
          type: Boats
          about: "Boats of a harbour."
          docs: https://docs.gitlab.com/api/boats/

        operations:
          get:
            GET: /boats/:boat_id
            about: "Returns a boat."
            docs: "#get-a-boat"
            returns: Boat
            path:
              boat_id: { type: integer, required: true, about: "Boat that was asked for." }

        """

    private static let boat = """
        types:
          Boat:
            about: "A boat of a harbour."
            docs: https://docs.gitlab.com/api/boats/
            fields:
              id:   { type: integer, always: true, about: "Number by which it is named." }
              name: { type: string, about: "Name on its bow." }

        """

    /// One that is read whole, one with a key that the type lacks, one with a number where the type has a text; and one of
    /// an operation that the spec does not have.
    private static let recorded = """
        [
          { "method": "GET", "path": "/api/v4/boats/{id}", "source": "whole", "answer": { "id": 1, "name": "Anna" } },
          { "method": "GET", "path": "/boats/:id", "source": "more", "answer": { "id": 2, "name": "Berta", "mast": "tall" } },
          { "method": "GET", "path": "/boats/:id", "source": "other", "answer": { "id": 3, "name": 4 } },
          { "method": "GET", "path": "/piers", "source": "elsewhere", "answer": [] }
        ]
        """

    private func check(_ arguments: String...) throws -> Run {
        let folder = try TemporaryFolder()
        let files = [
            "spec/boats.yaml": Self.boats, "spec/types/boat.yaml": Self.boat, "recorded/all.json": Self.recorded,
        ]
        for (name, text) in files {
            let place = folder.url.appending(path: name)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: place)
        }
        return try Codegen.run(
            Self.root.appending(path: "scripts/check-examples.sh"),
            ["--spec", "spec", "--codegen", Codegen.executable.path] + arguments + ["recorded"], in: folder.url)
    }

    @Test func eachKindOfResponseIsCounted() throws {
        let run = try check()
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(
            lines.first { $0.hasPrefix("| GET") } == "| GET /boats/: | 3 | 1 | 1 | 0 | mast | name |", "\(run.output)")
        #expect(lines.contains { $0.hasPrefix("|   other: ") && $0.contains("name") }, "\(run.output)")
        #expect(
            Array(lines.suffix(7)) == [
                "4 responses of 1 operations with a type:", "1 are read whole", "2 are read by a strict client",
                "3 are read by a client with its usual settings", "1 have unknown keys, 1 in all", "1 lose values",
                "1 are not read: the spec has no such operation",
            ], "\(run.output)")
    }
}
