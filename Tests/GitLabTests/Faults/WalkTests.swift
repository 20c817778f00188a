// Long lists on a server that sometimes fails: each item arrives once, and memory stays flat.

import Foundation
import GitLabRuntime
import Testing

/// A list in the order of the ids, in which it comes by keyset too.
private struct WalkThroughProjects: KeysetPagedRequest {
    typealias Item = FaultyProject
    static let endpoint = Endpoint("projects.list", .get, "/projects")
    static let keyset = KeysetOrder("id", after: "id_after", before: "id_before")
    var page: Int?
    var perPage: Int?

    func addQuery(to query: inout ParameterEncoder) {
        query.add("order_by", "id")
        query.add("sort", "asc")
        query.add("page", page)
        query.add("per_page", perPage)
    }
}

private struct WalkFacts: Decodable {
    let count: Int
    let requests: Int
    let created: [Int]
    let deleted: [Int]
}

/// Which ids came, and whether one came twice.
private struct Arrivals {
    private var seen: [Bool]
    private(set) var count = 0
    private(set) var repeated: [Int] = []

    init(upTo most: Int) { seen = Array(repeating: false, count: most + 1_000) }

    mutating func add(_ id: Int) {
        if seen[id] { repeated.append(id) }
        seen[id] = true
        count += 1
    }

    func missing(from ids: ClosedRange<Int>, except gone: Set<Int>) -> [Int] {
        ids.filter { !seen[$0] && !gone.contains($0) }
    }
}

extension RealStack {
    @Suite("Walks", .serialized)
    struct WalkTests {
        static let isLong = ProcessInfo.processInfo.environment["GITLAB_SWIFT_SOAK"] == "1"
        static let perPage = isLong ? 100 : 20

        /// A client of a list of so many projects, of whose requests 5 % fail.
        private static func walk(
            _ count: Int, churn: Bool, _ transport: FaultTransport
        ) async throws -> (gitlab: GitLabClient, facts: () async throws -> WalkFacts) {
            let server = try await FaultServer.shared
            let key =
                "\(count)-5-\(churn ? 1 : 0)-\(RandomTreeTests.seed)-\(UUID().uuidString.replacing("-", with: ""))"
            let gitlab = Fault.client(
                URL(string: "http://127.0.0.1:\(server.port)/_walk/\(key)")!, transport.make(), RecordingClock()
            ).with { $0.retries.attempts = 10 }
            return (
                gitlab, { try JSONDecoder().decode(WalkFacts.self, from: try await server.get("/_walk/\(key)/facts")) }
            )
        }

        @Test("by keyset, also while items come and go", arguments: FaultTransport.allCases, [false, true])
        func byKeyset(transport: FaultTransport, churn: Bool) async throws {
            let count = Self.isLong ? 100_000 : 5_000
            let (gitlab, facts) = try await Self.walk(count, churn: churn, transport)
            var arrivals = Arrivals(upTo: count)
            let memory = MemoryGauge()
            for try await project in gitlab.pages(WalkThroughProjects(perPage: Self.perPage)).keyset() {
                arrivals.add(project.id)
            }
            let grown = await memory.stop()
            let what = try await facts()
            #expect(arrivals.repeated.isEmpty)
            #expect(arrivals.missing(from: 1...count, except: Set(what.deleted)).isEmpty)
            #expect(what.requests > count / Self.perPage, "no request failed")
            #expect(churn == !what.deleted.isEmpty)
            print(
                """
                \(transport.rawValue): \(arrivals.count) of \(count) projects by keyset in \(what.requests) requests, \
                \(what.deleted.count) deleted and \(what.created.count) created meanwhile, memory grew by \
                \(grown.map { "\($0 / 1_048_576) MB" } ?? "?")
                """)
            if let grown { #expect(grown < 64 << 20) }
        }

        @Test("by pages, up to the offset limit and no further", arguments: FaultTransport.allCases)
        func byOffset(transport: FaultTransport) async throws {
            let count = Self.isLong ? 50_000 : 5_000
            let (gitlab, _) = try await Self.walk(count, churn: false, transport)
            var arrivals = Arrivals(upTo: count)
            for try await project in gitlab.pages(ListFaultyProjects(perPage: Self.perPage)) {
                arrivals.add(project.id)
            }
            #expect(arrivals.repeated.isEmpty && arrivals.missing(from: 1...count, except: []).isEmpty)

            guard Self.isLong else { return }
            let (beyond, _) = try await Self.walk(50_200, churn: false, transport)
            var last = 0
            let error = try await #require(throws: GitLabError.self) {
                for try await project in beyond.pages(ListFaultyProjects(perPage: 100)) { last = project.id }
            }
            #expect(error.kind == .offsetLimit && last == 50_000, "\(error)")
        }

        @Test("cancelled half-way and taken up again", arguments: FaultTransport.allCases, [false, true])
        func resumed(transport: FaultTransport, byKeyset: Bool) async throws {
            let count = Self.isLong ? (byKeyset ? 100_000 : 50_000) : 2_000
            let (gitlab, facts) = try await Self.walk(count, churn: byKeyset, transport)
            var list = gitlab.pages(WalkThroughProjects(perPage: Self.perPage))
            if byKeyset { list = list.keyset() }

            let (first, stored) = try await Self.walkHalf(of: count, list)
            let before = try await facts().requests
            var arrivals = first
            #expect(arrivals.count >= count / 2 && arrivals.count < count)

            let cursor = try JSONDecoder().decode(PageCursor.self, from: stored)
            #expect(try await facts().requests == before, "nothing is asked for after a cancellation")
            for try await project in list.resumed(from: cursor) { arrivals.add(project.id) }
            let what = try await facts()
            #expect(arrivals.repeated.isEmpty)
            #expect(arrivals.missing(from: 1...count, except: Set(what.deleted)).isEmpty)
        }

        /// Walks in a task that is cancelled, and returns the items received and the cursor, as it would be stored.
        private static func walkHalf(
            of count: Int, _ list: PagedList<WalkThroughProjects>
        ) async throws -> (Arrivals, Data) {
            let walking = Task {
                var arrivals = Arrivals(upTo: count)
                var stored = Data()
                do {
                    for try await page in list.pages {
                        for project in page.items { arrivals.add(project.id) }
                        if let cursor = page.cursor { stored = try JSONEncoder().encode(cursor) }
                        if arrivals.count >= count / 2 { withUnsafeCurrentTask { $0?.cancel() } }
                    }
                    Issue.record("the walk went on")
                } catch is CancellationError {}
                return (arrivals, stored)
            }
            return try await walking.value
        }
    }
}
