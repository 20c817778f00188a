// Lists as arrays: all items or the first ones, without a page too many.

import Testing

@testable import GitLabRuntime

@Suite struct CollectingTests {
    private static func things(perPage: Int?) -> (PagedServer, PagedList<ListThings>) {
        let server = PagedServer(1...45)
        return (
            server,
            server.client.things.list {
                $0.sort = "asc"
                $0.perPage = perPage
            }
        )
    }

    @Test func everything() async throws {
        let (server, list) = Self.things(perPage: 20)
        #expect(try await list.all().map(\.id) == Array(1...45))
        #expect(server.asked.count == 3)
        #expect(try await list.all(limit: 1_000).count == 45)
        let nothing = PagedServer([])
        #expect(try await nothing.client.things.list().all().isEmpty && nothing.asked.count == 1)
    }

    @Test(arguments: [(1, 1), (20, 1), (21, 2), (40, 2), (41, 3), (45, 3), (46, 3)])
    func noPageIsFetchedThatIsNotNeeded(limit: Int, pages: Int) async throws {
        let (server, list) = Self.things(perPage: 20)
        #expect(try await list.all(limit: limit).map(\.id) == Array(1...min(limit, 45)))
        #expect(server.asked.count == pages)
        #expect(server.asked.allSatisfy { PagedServer.attribute("per_page", in: $0) == "20" })
        let eager = PagedServer(1...45)
        let ahead = eager.client.with { $0.pages.prefetches = true }.things.list { $0.perPage = 20 }
        _ = try await ahead.all(limit: limit)
        #expect(eager.asked.count == pages)
    }

    @Test(arguments: [0, -1, Int.min]) func aLimitWithoutItemsSendsNothing(limit: Int) async throws {
        let (server, list) = Self.things(perPage: nil)
        #expect(try await list.all(limit: limit).isEmpty && server.asked.isEmpty)
    }

    @Test func anErrorOnTheWayIsThrown() async throws {
        let server = PagedServer(1...45) { server, _ in
            server.asked.count == 2 ? .json(#"{"message":"500"}"#, status: 500) : nil
        }
        let list = server.client.things.list()
        #expect(try await gitLabError { try await list.all() }.kind == .server)
        #expect(server.asked.count == 2)
    }

    @Test func byKeysetAndForCustomLists() async throws {
        let server = PagedServer(1...45)
        #expect(
            try await server.client.things.list().keyset().all(limit: 30).map(\.id) == Array((16...45).reversed()))
        #expect(server.asked.count == 2)
        let request = try CustomRequest(.get, "/things", query: ["sort": "asc", "per_page": 10])
        let list = server.client.pages(request, of: Thing.self)
        #expect(try await list.all(limit: 11).map(\.id) == Array(1...11))
        #expect(try await list.first()?.id == 1)
        #expect(server.asked.count == 5)
    }

    @Test func theFirstItemIsFetchedAlone() async throws {
        let (server, list) = Self.things(perPage: nil)
        #expect(try await list.first()?.id == 1)
        #expect(server.asked == ["sort=asc&per_page=1"])
        #expect(try await list.keyset().first()?.id == 1)
        #expect(server.asked.last.map { $0.contains("pagination=keyset") && $0.contains("per_page=1") } == true)
        let nothing = PagedServer([])
        #expect(try await nothing.client.things.list().first() == nil && nothing.asked.count == 1)
    }

    /// The page settings of the request stay as they are: with another size, a page of that number is another one.
    @Test func theFirstItemOfARequestWithPages() async throws {
        let server = PagedServer(1...45)
        let list = server.client.things.list {
            $0.sort = "asc"
            $0.perPage = 20
            $0.page = 2
        }
        #expect(try await list.first()?.id == 21)
        let cursor = try #require(try await Self.things(perPage: nil).1.pages.collected().first?.cursor)
        let rest = server.client.things.list { $0.sort = "asc" }.resumed(from: cursor)
        #expect(try await rest.first()?.id == 21)
        #expect(server.asked.count == 2 && server.asked.allSatisfy { !$0.contains("per_page=1") })
    }

    @Test func emptyPagesAreNotTheEnd() async throws {
        let transport = ScriptedTransport { sent, _ in
            let page = PagedServer.attribute("page", in: sent.query).flatMap { Int($0) } ?? 1
            return .json(page < 3 ? "[]" : #"[{"id":7}]"#, ["X-Next-Page": page < 3 ? "\(page + 1)" : ""])
        }
        let list = GitLabClient.scripted(transport).things.list()
        #expect(try await list.first()?.id == 7)
        #expect(transport.sent.map(\.query) == ["per_page=1", "", "page=2", "page=3"])
        #expect(try await list.all(limit: 1).map(\.id) == [7])
    }
}
