// The GitLab in memory accepts the samples of all operations, and rejects each of them without a required attribute.

import Foundation
import GitLab
import HTTPTypes
import Testing

@testable import GitLabTesting

@Suite("Samples and the GitLab in memory")
struct InMemorySampleTests {
    private static let routes = RouteTable(OperationTable.shared.operations)

    /// Samples that ask for something that a new GitLab does not have: a namespace, a group, a mark for deletion, a star.
    private static let unfounded: Set<String> = [
        "CreateProject", "DeleteProject", "ShareProject", "TransferProject", "UnshareProject", "UnstarProject",
    ]

    /// Numbers of samples are anywhere, and those of these attributes have limits.
    private static let limited: Set<String> = [
        "approvals_required", "asciidoc_max_includes", "deletion_adjourned_period", "first_day_of_week",
        "num_context_lines", "wiki_page_max_content_bytes",
    ]

    private struct Verdict {
        let status: Int
        let error: String
        let ignored: [String]
        let json: JSONValue?
    }

    private func verdict(on head: HTTPRequest, _ body: RequestBody) async throws -> Verdict {
        let server = InMemoryGitLab(assumesExistence: true)
        let response = try await server.send(head, body: body)
        let bytes = try await response.body.collect(upTo: 1 << 24)
        let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        return Verdict(
            status: response.head.status.code, error: json?["error"]?.stringValue ?? "",
            ignored: await server.ignoredAttributes.map(\.attribute), json: json)
    }

    /// The request as the client sends it.
    private func request(_ sample: OperationSample) throws -> (head: HTTPRequest, body: RequestBody) {
        let url = try #require(URL(string: "https://gitlab.test"))
        return try sample.build(GitLabClient(baseURL: url, credentials: .none, transport: InMemoryGitLab()))
    }

    @Test("Each is accepted, with all its attributes", arguments: OperationSample.all)
    func accepted(sample: OperationSample) async throws {
        let (head, body) = try request(sample)
        let verdict = try await verdict(on: head, body)
        #expect(verdict.ignored == [], "\(sample)")
        let problems = verdict.error.split(separator: ", ").filter { problem in
            !Self.limited.contains { problem == "\($0) does not have a valid value" }
        }
        #expect(problems == [], "\(sample)")
        // What is assumed to exist has changed after the moment of the sample.
        let isTooLate = verdict.status == 412 && sample.header["If-Unmodified-Since"] != nil
        let isAccepted = (200..<300).contains(verdict.status) || !verdict.error.isEmpty || isTooLate
        #expect(isAccepted || Self.unfounded.contains(sample.type), "\(sample): \(verdict.status)")
        let place = try #require(try ReceivedRequest(head)).place
        let match = try #require(Self.routes.match(head.method.rawValue, place))
        guard case .value(let type) = match.operation.response, verdict.status < 300, let json = verdict.json else {
            return
        }
        #expect(OperationTable.shared.problems(of: json, as: type) == [], "\(sample)")
    }

    @Test("Without a required attribute, each is rejected", arguments: OperationSample.all)
    func rejected(sample: OperationSample) async throws {
        let (head, body) = try request(sample)
        let place = try #require(try ReceivedRequest(head)).place
        let match = try #require(Self.routes.match(head.method.rawValue, place), "\(sample)")
        let bytes = try await body.collected()
        for attribute in match.operation.parameters(onPath: match.path)
        where attribute.isRequired && !attribute.isWholeBody {
            guard let (head, bytes) = try removing(attribute.name, from: head, bytes) else { continue }
            let verdict = try await verdict(on: head, RequestBody(bytes))
            #expect(verdict.status == 400, "\(sample) without \(attribute.name)")
            #expect(verdict.error.contains("\(attribute.name) is missing"), "\(sample): \(verdict.error)")
        }
    }

    /// Returns the request without an attribute of its query or of its JSON; nil for a multipart body.
    private func removing(
        _ name: String, from head: HTTPRequest, _ bytes: [UInt8]
    ) throws -> (HTTPRequest, [UInt8])? {
        var head = head
        let halves = (head.path ?? "").split(separator: "?", maxSplits: 1)
        if halves.count == 2 {
            let pairs = halves[1].split(separator: "&").filter { pair in
                let key = pair.prefix { $0 != "=" }.removingPercentEncoding ?? ""
                return key.prefix { $0 != "[" } != name
            }
            head.path = halves[0] + "?" + pairs.joined(separator: "&")
        }
        guard !bytes.isEmpty else { return (head, bytes) }
        guard head.headerFields[.contentType]?.hasPrefix("application/json") == true else { return nil }
        var members = try JSONDecoder().decode([String: JSONValue].self, from: Data(bytes))
        members[name] = nil
        return (head, [UInt8](try JSONEncoder().encode(members)))
    }
}
