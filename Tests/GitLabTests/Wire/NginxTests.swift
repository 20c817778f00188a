// The same bytes with nginx in between, which most GitLabs have before them.

import Foundation
import GitLabRuntime
import HTTPTypes
import Testing

extension RealStack {
    @Suite("Behind nginx", .serialized, .enabled(if: Nginx.problem == nil || Ruby.isRequired, "nginx is missing"))
    struct NginxTests {
        private func behindNginx(_ body: (Nginx) async throws -> Void) async throws {
            try await Nginx.running(before: try await Parsers.port, body)
        }

        @Test("Paths, queries and bodies arrive as they were meant")
        func arrive() async throws {
            try await behindNginx { nginx in
                var count = 0
                for face in Face.allCases {
                    let vectors = try Vector.read(face.rawValue)
                    let responses = try await RawHTTP.send(vectors.map(\.wired.bytes), to: nginx.port)
                    for (vector, response) in zip(vectors, responses) {
                        let isAsMeant = response.body.elementsEqual((vector.arrived?.canonical ?? "").utf8)
                        #expect(
                            response.status == 200 && isAsMeant,
                            "\(face.rawValue), \(vector.name): \(response.status) \(response.text)")
                        count += 1
                    }
                }
                print("\(count) vectors arrived as meant behind nginx")
            }
        }

        @Test("A proxy that decodes paths loses slashes, and no client can help it")
        func decodingProxy() async throws {
            try await behindNginx { nginx in
                let wired = try Faces.wire([], id: "group/project", as: .path, to: .freeWithID)
                let response = try await RawHTTP.send([wired.bytes], to: nginx.decodingPort)[0]
                #expect(response.status == 404)
            }
        }

        @Test("A URL that the client rejects for its length is a page of HTML or nothing at all there")
        func longURL() async throws {
            try await behindNginx { nginx in
                let text = String(repeating: "x", count: 8_200)
                let members = [Tree.Member("text", .text(text))]
                #expect(throws: Rejected.self) { try Faces.wire(members, as: .query, to: .declared) }
                let naive = NaiveClient.wire(members, as: .query, to: .declared)
                let response = try await RawHTTP.send([naive.bytes], to: nginx.port)[0]
                #expect(response.status == 414 && response.text.contains("<html>"))
            }
        }

        /// The parsers take `.` and `..`, so the reason to reject them is in front of the parsers.
        @Test(
            "Dots that the client rejects in a path are resolved on the way", arguments: [".", "..", "a/../b", "./a"])
        func dots(id: String) async throws {
            try await behindNginx { nginx in
                #expect(throws: Rejected.self) { try Faces.wire([], id: id, as: .path, to: .freeWithID) }
                let naive = NaiveClient.wire([], id: id, as: .path, to: .freeWithID)
                let response = try await RawHTTP.send([naive.bytes], to: nginx.decodingPort)[0]
                let meant = Meaning.of([], id: id, as: .path, to: .freeWithID).canonical
                #expect(response.text != meant)
            }
        }
    }
}
