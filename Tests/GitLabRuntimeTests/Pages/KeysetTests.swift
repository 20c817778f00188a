// Keyset pages: when they are chosen, the requests, and a changing list without lost items.

import Testing

@testable import GitLabRuntime

@Suite struct KeysetTests {
    @Test func askedFor() async throws {
        let server = PagedServer(1...45)
        let list = server.client.things.list { $0.archived = true }
        #expect(try await list.keyset().collected().map(\.id) == Array((1...45).reversed()))
        #expect(
            server.asked == [
                "archived=true&order_by=id&sort=desc&pagination=keyset",
                "archived=true&order_by=id&sort=desc&pagination=keyset&id_before=26",
                "archived=true&order_by=id&sort=desc&pagination=keyset&id_before=6",
            ]
        )
    }

    @Test func theOrderThatWasAskedForIsNeverChanged() async throws {
        let server = PagedServer(1...45)
        let other = server.client.things.list { $0.orderBy = .updatedAt }.keyset()
        let error = try await gitLabError { try await other.collected() }
        #expect(error.kind == .invalidRequest && error.message.contains("`order_by`"), "\(error)")
        let numbered = server.client.things.list { $0.page = 2 }.keyset()
        #expect(try await gitLabError { try await numbered.collected() }.message.contains("`page`"))
        #expect(server.asked.isEmpty)
    }

    @Test func preferredWhereTheOrderIsTheSame() async throws {
        let server = PagedServer(1...3)
        let client = server.client.with { $0.pages.prefersKeyset = true }
        _ = try await client.things.list { $0.orderBy = .id }.collected()
        _ = try await client.things.list().collected()
        _ = try await client.things.list { $0.orderBy = .updatedAt }.collected()
        _ = try await client.things.list {
            $0.orderBy = .id
            $0.page = 1
        }.collected()
        _ = try await server.client.things.list { $0.orderBy = .id }.collected()
        #expect(server.asked.map { $0.contains("pagination=keyset") } == [true, false, false, false, false])
    }

    @Test func everyItemOnceWhileOthersComeAndGo() async throws {
        let server = PagedServer((1...1_000).map { $0 * 10 }) { server, query in
            // Before each page: one item right behind the last one seen is deleted, and some are created everywhere.
            server.change { ids in
                let seen = PagedServer.attribute("id_before", in: query).flatMap { Int($0) } ?? 10_001
                ids.removeAll { $0 == seen - 10 && $0 % 40 == 0 }
                ids += [seen + 1, seen - 5]
            }
            return nil
        }
        let ids = try await server.client.things.list { $0.perPage = 50 }.keyset().collected().map(\.id)
        #expect(Set(ids).count == ids.count && ids == ids.sorted(by: >))
        let lasting = (1...1_000).map { $0 * 10 }.filter { $0 % 40 != 0 }
        #expect(Set(lasting).isSubset(of: ids))
    }

    /// Lists in the order of IDs continue by keyset behind the last page by number.
    @Test(arguments: ["asc", "desc"])
    func beyondTheOffsetLimit(sort: String) async throws {
        let server = PagedServer(1...1_000, offsetLimit: 300)
        let list = server.client.things.list {
            $0.orderBy = .id
            $0.sort = sort
            $0.perPage = 100
        }
        let ids = try await list.collected().map(\.id)
        #expect(ids == (sort == "asc" ? Array(1...1_000) : (1...1_000).reversed()))
        #expect(server.asked.count == 4 + 7)
        let last = try #require(try await list.pages.collected().last)
        #expect(last.number == 10 && last.end == .complete)
    }

    @Test func theLimitIsAnErrorInAnyOtherOrder() async throws {
        let server = PagedServer(1...1_000, offsetLimit: 300)
        var iterator = server.client.things.list { $0.perPage = 100 }.makeAsyncIterator()
        var count = 0
        let error = try await gitLabError { while try await iterator.next() != nil { count += 1 } }
        #expect(count == 300 && error.kind == .offsetLimit)
        #expect(error.message.hasSuffix("`keyset()` requests keyset pages, which are ordered by `id`."), "\(error)")
    }
}
