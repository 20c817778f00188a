// The cost of reading a response: a page of 100 projects of full width, and one of them.

import Documents
import Foundation
import GitLab
import Measuring
import PlainModels

@main
enum DecodingBenchmark {
    static func main() async throws {
        try await comparePages()
        try await compareOne()
    }

    private static func comparePages() async throws {
        let bytes = VariedProjects.page(100)
        let text = Data(bytes)
        let gitlab = try client(responding: bytes)
        let decoder = jsonDecoder()
        let dom = DOM(bytes)

        let read = try await gitlab.projects.list().page(1).items
        try demandEqual(read, try decoder.decode([Synthesized.Project].self, from: text))

        var contest = Contest("Decoding a page of 100 projects, \(bytes.count / 1_000) KB", bytes: bytes.count)
        contest.add("gitlab-swift: the reader") { try [Project](json: bytes).count }
        contest.addAsynchronous("gitlab-swift: a whole call, the response in memory") {
            try await gitlab.projects.list().page(1).items.count
        }
        contest.add("JSONDecoder, Codable as the compiler makes it") {
            try decoder.decode([Synthesized.Project].self, from: text).count
        }
        contest.add("JSONDecoder, init(from:) written by hand") {
            try decoder.decode([HandWritten.Project].self, from: text).count
        }
        contest.add("JSONSerialization, which makes no model") {
            (try JSONSerialization.jsonObject(with: text) as? [Any])?.count ?? 0
        }
        contest.add("simdjson (C++), which makes no model: DOM, all strings copied") { try dom.read() }
        try await contest.run(rounds: 25, repetitions: 2)
    }

    private static func compareOne() async throws {
        let bytes = VariedProjects.one()
        let text = Data(bytes)
        let gitlab = try client(responding: bytes)
        let decoder = jsonDecoder()
        let dom = DOM(bytes)

        let read = try await gitlab.send(GetProject(42))
        try demandEqual([read], [try decoder.decode(Synthesized.Project.self, from: text)])

        var contest = Contest("Decoding one project, \(bytes.count) bytes", bytes: bytes.count)
        contest.add("gitlab-swift: the reader") { try Project(json: bytes).id }
        contest.addAsynchronous("gitlab-swift: a whole call, the response in memory") {
            try await gitlab.send(GetProject(42)).id
        }
        contest.add("JSONDecoder, Codable as the compiler makes it") {
            try decoder.decode(Synthesized.Project.self, from: text).id
        }
        contest.add("JSONDecoder, init(from:) written by hand") {
            try decoder.decode(HandWritten.Project.self, from: text).id
        }
        contest.add("JSONSerialization, which makes no model") {
            (try JSONSerialization.jsonObject(with: text) as? [String: Any])?.count ?? 0
        }
        contest.add("simdjson (C++), which makes no model: DOM, all strings copied") { try dom.read() }
        try await contest.run(rounds: 41, repetitions: 100)
    }

    private static func client(responding bytes: [UInt8]) throws -> GitLabClient {
        guard let url = URL(string: "https://gitlab.example.com") else { throw URLError(.badURL) }
        return GitLabClient(baseURL: url, transport: StubTransport(bytes: bytes))
    }

    /// With the client's own parser of dates, which is many times as fast as Foundation's: the comparison is about
    /// JSON.
    private static func jsonDecoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let date = Timestamp.date(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no moment")
            }
            return date
        }
        return decoder
    }

    /// Encoded again, both have to be equal, so that both read the same.
    private static func demandEqual(_ some: [Project], _ others: [Synthesized.Project]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        for (one, other) in zip(some, others) where try encoder.encode(one) != encoder.encode(other) {
            throw OtherValues(project: one.id)
        }
        guard some.count == others.count, !some.isEmpty else { throw OtherValues(project: nil) }
    }

    struct OtherValues: Error {
        /// The first difference; run scripts/make-plain-models.py if the spec has changed.
        let project: Int?
    }
}
