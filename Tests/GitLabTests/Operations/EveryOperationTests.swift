// Every operation: each of its attributes, set once, arrives as intended.

import Foundation
import GitLab
import HTTPTypes
import TestClient
import Testing

/// A request as Rack and Grape read it, by a route that declares no attributes.
struct ReceivedOperation: Decodable {
    /// The route that took it: `GET /projects/:id`.
    let route: String
    /// The placeholders, decoded.
    let path: [String: JSONValue]
    let query: [String: JSONValue]
    /// Names in lower case.
    let headers: [String: String]
    let body: [String: JSONValue]

    /// Sends a request to the server that only returns what arrived.
    static func of(_ sample: OperationSample) async throws -> ReceivedOperation {
        let client = try await GitLabClient.of(.reading)
        var (head, body) = try sample.build(client)
        head.headerFields[HTTPField.Name("X-Echo")!] = "operation"
        let response = try await client.transport.send(head, body: body)
        let bytes = try await response.body.collect(upTo: 1 << 24)
        guard response.head.status == .ok else {
            throw Rejected(status: response.head.status.code, text: String(decoding: bytes, as: UTF8.self))
        }
        return try JSONDecoder().decode(Self.self, from: Data(bytes))
    }

    struct Rejected: Error {
        let status: Int
        let text: String
    }
}

extension RealStack {
    @Suite("Every operation")
    struct EveryOperation {
        @Test("Each attribute arrives where and as it is meant", arguments: OperationSample.all)
        func arrives(sample: OperationSample) async throws {
            let received = try await ReceivedOperation.of(sample)
            #expect(received.route == sample.route)
            expect(received.path, sample.path, "path")
            expect(received.query, sample.query, "query")
            expect(received.body, sample.body, "body")
            for (name, value) in sample.header {
                #expect(received.headers[name.lowercased()].map(JSONValue.string) == value, "\(name)")
            }
        }

        @Test("Files go into a commit and into a package from disk, and arrive whole")
        func contents() async throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let file = folder.appendingPathComponent("data.txt")
            let text = (0..<100_000).map { "line \($0)\n" }.joined()
            try Data(text.utf8).write(to: file)

            let actions = try FolderFile.all(in: folder).map { file in
                CommitAction(action: .create, filePath: "copy/" + file.path) { $0.content = file.content }
            }
            let commit = try await ReceivedOperation.of(
                OperationSample(
                    CreateCommit(42, actions: actions, branch: "main", commitMessage: "Copy"),
                    "POST /projects/:id/repository/commits"))
            #expect(
                commit.body["actions"] == [
                    [
                        "action": "create", "file_path": "copy/data.txt", "encoding": "base64",
                        "content": .string(Data(text.utf8).base64EncodedString()),
                    ]
                ])

            let package = try await ReceivedOperation.of(
                OperationSample(
                    PublishGenericPackage(
                        42, packageName: "tools", packageVersion: "1.4.0", fileName: "data.txt",
                        content: .file(at: file)),
                    "PUT /projects/:id/packages/generic/:package_name/:package_version/:file_name"))
            #expect(package.body["content"] == .string(text))
            #expect(package.path["file_name"] == "data.txt")
        }

        /// Attribute by attribute, so that a failure names the one that is wrong.
        private func expect(_ received: [String: JSONValue], _ meant: [String: JSONValue], _ place: Comment) {
            for (name, value) in meant where received[name] != value {
                Issue.record("\(place): \(name) is \(received[name].map { "\($0)" } ?? "missing"), not \(value)")
            }
            #expect(Set(received.keys).subtracting(meant.keys).isEmpty, place)
        }
    }
}
