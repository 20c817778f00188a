// The verdicts of both servers on a request, and how they are compared.

import Foundation
import GitLab
import HTTPTypes

@testable import GitLabTesting

/// How a server reads a request.
struct FakeVerdict: Equatable, Sendable {
    let status: Int
    /// The text of the rejection; nil where the request is accepted.
    let error: String?
    /// The route and the attributes as they were understood.
    var route: String?
    var values: [String: JSONValue]?

    var isAccepted: Bool { error == nil }

    /// The GitLab in memory: what it responds, and what its check makes of the attributes.
    static func ofFake(_ request: VariantRequest) async throws -> FakeVerdict {
        let response = try await InMemoryGitLab(assumesExistence: true).send(
            request.head, body: RequestBody(request.body))
        let bytes = try await response.body.collect(upTo: 1 << 24)
        let status = response.head.status.code
        // Other statuses, and a message instead of an error, come from GitLab's own code after that.
        if [400, 406, 415].contains(status), (try? JSONValue(parsing: bytes))?["message"] == nil {
            return FakeVerdict(status: status, error: text(of: bytes))
        }
        guard var received = try ReceivedRequest(request.head),
            let match = routes.match(request.method, received.place)
        else { return FakeVerdict(status: status, error: "no route") }
        if !match.operation.attributes.contains(where: \.isWholeBody) { try received.read(request.body) }
        let known = match.declaredParameters.map(\.name)
        return FakeVerdict(
            status: 200, error: nil, route: "\(match.operation.method) \(match.operation.paths[match.path])",
            values: try ParameterCheck(match, received, table: .shared).check().filter { known.contains($0.key) })
    }

    private static let routes = RouteTable(OperationTable.shared.operations)

    /// Grape: what it understood, or why it rejects.
    static func ofGrape(_ response: RawResponse) throws -> FakeVerdict {
        guard response.status == 200 else {
            return FakeVerdict(status: response.status, error: text(of: response.body))
        }
        let json = try JSONValue(parsing: response.body)
        return FakeVerdict(
            status: 200, error: nil, route: json["route"]?.stringValue, values: json["params"]?.objectValue)
    }

    private static func text(of bytes: [UInt8]) -> String {
        (try? JSONValue(parsing: bytes))?["error"]?.stringValue ?? String(decoding: bytes, as: UTF8.self)
    }
}

/// The server in Ruby that declares what the table of operations declares.
struct DeclaredServer {
    private let server: RubyServer
    private let folder: URL

    static func start() async throws -> DeclaredServer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("operations.json")
        try Data(RouteDeclarations.document(of: .shared)).write(to: file)
        let server = try await RubyServer.start("declared_operations.rb", ["--operations", file.path])
        return DeclaredServer(server: server, folder: folder)
    }

    func verdicts(on requests: ArraySlice<VariantRequest>) async throws -> [FakeVerdict] {
        try await RawHTTP.send(requests.map(\.bytes), to: server.url.port ?? 0).map(FakeVerdict.ofGrape)
    }

    func stop() async {
        await server.stop()
        try? FileManager.default.removeItem(at: folder)
    }
}

/// The tally of a run.
struct FakeComparison {
    private(set) var accepted = 0
    private(set) var rejected = 0
    private(set) var explained: [FakeDifference: Int] = [:]
    private(set) var unexplained: [String] = []

    mutating func add(_ request: VariantRequest, grape: FakeVerdict, fake: FakeVerdict) {
        if grape.status == fake.status, grape.error == fake.error, grape.route == fake.route,
            Self.isSame(grape.values.map(JSONValue.object), fake.values.map(JSONValue.object))
        {
            if grape.isAccepted { accepted += 1 } else { rejected += 1 }
        } else if let difference = FakeDifference.of(request, grape: grape, fake: fake) {
            explained[difference, default: 0] += 1
        } else {
            unexplained.append("\(request)\n  Grape: \(grape.line)\n  the fake: \(fake.line)")
        }
    }

    /// Whether two values are the same. The server sends the day of a time, and a whole number that is a float.
    private static func isSame(_ grape: JSONValue?, _ fake: JSONValue?) -> Bool {
        switch (grape, fake) {
        case (.object(let one)?, .string(let text)?):
            one.count == 1 && one["$date"].map { text.hasPrefix($0.stringValue ?? "") } ?? false
        case (.object(let one)?, .object(let other)?):
            one.count == other.count && one.allSatisfy { isSame($0.value, other[$0.key]) }
        case (.array(let one)?, .array(let other)?):
            one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
        case (let one?, let other?): one == other || one.doubleValue.map { $0 == other.doubleValue } ?? false
        default: grape == fake
        }
    }

    var summary: String {
        let lines = explained.sorted { $0.key.rawValue < $1.key.rawValue }.map { "  \($0.value) \($0.key.rawValue)" }
        let total = accepted + rejected + unexplained.count + explained.values.reduce(0, +)
        return """
            \(total) requests: both accept \(accepted), both reject \(rejected), explained \
            \(explained.values.reduce(0, +)), unexplained \(unexplained.count)
            \(lines.joined(separator: "\n"))
            """
    }
}

extension FakeVerdict {
    fileprivate var line: String {
        if let error { return "\(status) \(error.prefix(300))" }
        let text = (try? JSONValue.object(values ?? [:]).serialized()).map { String(decoding: $0, as: UTF8.self) }
        return "\(status) \(route ?? "") \(text?.prefix(500) ?? "")"
    }
}
