// Responses as GitLab's documents show them: the fixtures have their keys, types and nulls, with values of our own.
//
// GITLAB_SWIFT_EXAMPLES=FOLDER has the same checked with the files of another folder (scripts/check-examples.sh).

import Foundation
import GitLab
import HTTPTypes

/// One response, and its type.
struct Example: Sendable, CustomStringConvertible {
    let file: String
    /// Keys that the type does not have, by their place: `[].license.nickname`.
    let unread: [String: String]
    /// Fields that the documents leave out with an ellipsis, but no server does.
    let elided: [String: JSONValue]
    private let read: @Sendable ([UInt8]) async throws -> JSONValue

    init<Response: Codable & Sendable>(
        _ file: String, _ type: Response.Type, unread: [String: String] = [:], elided: [String: JSONValue] = [:]
    ) {
        self.file = file
        self.unread = unread
        self.elided = elided
        read = { bytes in
            let client = GitLabClient(
                baseURL: Example.server, transport: CannedTransport(status: .ok, bytes: bytes),
                configuration: .init(unreadableContent: .fail))
            let response = try await client.send(Reading<Response>())
            return try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(response))
        }
    }

    static let server = URL(string: "https://gitlab.test")!

    static let folder: URL = {
        if let folder = ProcessInfo.processInfo.environment["GITLAB_SWIFT_EXAMPLES"] {
            return URL(fileURLWithPath: folder)
        }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
    }()

    static func bytes(of file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(file)))
    }

    /// The response as JSON, with the elided fields.
    func json() throws -> JSONValue {
        let json = try JSONDecoder().decode(JSONValue.self, from: Data(Self.bytes(of: file)))
        guard case .object(let members) = json else { return json }
        return .object(members.merging(elided) { shown, _ in shown })
    }

    /// Reads a response with the client, and encodes the value as JSON again: moments as seconds since 2001.
    func rewritten(_ json: JSONValue) async throws -> JSONValue {
        try await read(Array(try JSONEncoder().encode(json)))
    }

    var description: String { file }
}

/// A request whose response is a value of any type.
private struct Reading<Response: Decodable & Sendable>: GitLabRequest {
    static var endpoint: Endpoint { Endpoint("example", .get, "/example") }
}

/// Responds to every request with the same bytes.
struct CannedTransport: Transport {
    let status: HTTPResponse.Status
    let bytes: [UInt8]

    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        var head = HTTPResponse(status: status)
        head.headerFields[.contentType] = "application/json"
        return TransportResponse(head: head, body: ResponseBody(bytes))
    }
}

extension Example {
    private static let always: [String: JSONValue] = [
        "name": "Birch", "path": "birch", "path_with_namespace": "fern/birch",
    ]
    private static let projectID = ["project_id": "the documents show it in fragments, no server sends it in a project"]

    /// Every response without an error.
    static let responses = [
        Example("01-get-project.json", Project.self),
        Example("02-get-project-status-checks-fragment.json", Project.self, unread: projectID, elided: always),
        Example("03-get-project-fork-fragment.json", Project.self, elided: always),
        Example("04-get-project-templates-fragment.json", Project.self, elided: always),
        Example("05-list-projects-simple.json", [Project].self),
        Example("06-list-projects-full.json", [Project].self),
        Example("07-list-user-projects.json", [Project].self),
        Example("08-list-user-contributed-projects.json", [Project].self),
        Example("09-list-project-users.json", [BasicUser].self),
        Example("10-list-project-groups.json", [PublicGroup].self),
        Example("11-list-share-locations.json", [PublicGroup].self),
        Example("12-list-invited-groups.json", [PublicGroup].self),
        Example("13-get-languages.json", [String: Double].self),
        Example("14-import-members-success.json", MembersImport.self),
        Example("15-import-members-partial-error.json", MembersImport.self),
        Example("17-archive-project.json", Project.self),
        Example("18-unarchive-project.json", Project.self),
        Example("19-transfer-project.json", Project.self),
        Example("20-list-transfer-locations.json", [PublicGroup].self),
        Example("21-upload-avatar.json", ProjectAvatar.self),
        Example("22-sast-scan.json", SASTScan.self),
        Example("23-get-storage.json", [ProjectStorage].self),
        Example("24-secret-push-protection-fragment.json", Project.self, unread: projectID, elided: always),
    ]
}
