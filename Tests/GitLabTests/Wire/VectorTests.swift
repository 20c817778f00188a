// The recorded bytes are those that the client sends, and the server reads them as intended.

import Foundation
import Testing

extension RealStack {
    @Suite("Vectors", .serialized)
    struct VectorTests {
        /// `GITLAB_SWIFT_WRITE_VECTORS=1` writes the files again; `make vectors` does that.
        static let writes = ProcessInfo.processInfo.environment["GITLAB_SWIFT_WRITE_VECTORS"] == "1"

        @Test("are written anew", .enabled(if: writes), arguments: Face.allCases)
        func write(face: Face) async throws {
            let subjects = VectorTable.all.filter { $0.face == face }
            let wired = try subjects.map {
                try Faces.wire($0.members, id: $0.id, as: face, to: $0.route).withFixedBoundary
            }
            let responses = try await RawHTTP.send(wired.map(\.bytes), to: try await Parsers.port)
            var vectors: [Vector] = []
            for (subject, (wired, response)) in zip(subjects, zip(wired, responses)) {
                try #require(response.status == 200, "\(subject.name): \(response.status) \(response.text)")
                let arrived = try OrderedJSON(response.body)
                let meant = Meaning.of(subject.members, id: subject.id, as: face, to: subject.route)
                try #require(arrived == meant, "\(subject.name) arrives as \(arrived.canonical)")
                vectors.append(
                    Vector(
                        name: subject.name, face: face, route: subject.route, id: subject.id, members: subject.members,
                        bytes: Vector.bytes(of: wired, face), arrived: arrived, rejected: nil))
            }
            try Vector.text(vectors).write(to: file(face.rawValue), atomically: true, encoding: .utf8)
        }

        @Test("of what is rejected are written anew", .enabled(if: writes))
        func writeRejected() throws {
            let examples = RejectionReason.all.flatMap(\.examples).filter { $0.isShort }
            let vectors = try examples.map { example in
                let rejected = try #require(throws: Rejected.self) {
                    try Faces.wire(example.members, id: example.id, as: example.face, to: example.route)
                }
                return Vector(
                    name: RejectionReason.reason(in: rejected.message), face: example.face, route: example.route,
                    id: example.id, members: example.members, bytes: [], arrived: nil, rejected: rejected.message)
            }
            try Vector.text(vectors).write(to: file("rejected"), atomically: true, encoding: .utf8)
        }

        private func file(_ name: String) -> URL { Vector.folder.appendingPathComponent("\(name).json") }

        @Test("are at least 400")
        func enough() throws {
            let count = try Face.allCases.map { try Vector.read($0.rawValue).count }.reduce(0, +)
            let rejected = try Vector.read("rejected").count
            print("\(count) vectors that are sent and \(rejected) that are rejected")
            #expect(count >= 400 && rejected >= 50)
        }

        @Test("are what the client sends", arguments: Face.allCases)
        func encoded(face: Face) throws {
            for vector in try Vector.read(face.rawValue) {
                let wired = try Faces.wire(vector.members, id: vector.id, as: face, to: vector.route).withFixedBoundary
                let bytes = Vector.bytes(of: wired, face)
                #expect(
                    bytes == vector.bytes,
                    "\(face.rawValue), \(vector.name): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
            }
        }

        @Test("arrive as they were meant", arguments: Face.allCases)
        func arrive(face: Face) async throws {
            let vectors = try Vector.read(face.rawValue)
            let responses = try await RawHTTP.send(vectors.map(\.wired.bytes), to: try await Parsers.port)
            for (vector, response) in zip(vectors, responses) {
                let meant = Meaning.of(vector.members, id: vector.id, as: face, to: vector.route).canonical
                let label = "\(face.rawValue), \(vector.name): \(response.status) \(response.text)"
                #expect(response.status == 200 && response.body.elementsEqual(meant.utf8), "\(label)")
                #expect(response.body.elementsEqual((vector.arrived?.canonical ?? "").utf8), "\(label)")
            }
        }

        @Test("of what is rejected are rejected, for the reason written there")
        func rejected() throws {
            for vector in try Vector.read("rejected") {
                do {
                    _ = try Faces.wire(vector.members, id: vector.id, as: vector.face, to: vector.route)
                    Issue.record("not rejected: \(vector.name)")
                } catch let rejected as Rejected {
                    #expect(rejected.message == vector.rejected)
                }
            }
        }
    }
}

extension RejectionReason.Example {
    /// Whether it can be recorded: some are megabytes.
    fileprivate var isShort: Bool { Tree.hash(members).json.text.utf8.count < 3_000 }
}
