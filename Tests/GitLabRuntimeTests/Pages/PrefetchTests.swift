// Pages ahead of need: one by prefetching, several where the number of pages is known, none without need.

import Testing

@testable import GitLabRuntime

@Suite struct PrefetchTests {
    @Test func onePageAheadAndNoMore() async throws {
        let server = PagedServer(1...100)
        let client = server.client.with { $0.pages.prefetches = true }
        var pages: PageSequence<ListThings>.Iterator? = client.things.list().pages.makeAsyncIterator()
        #expect(server.asked.isEmpty)
        for number in 1...3 {
            #expect(try await pages?.next()?.number == number)
            #expect(try await eventually { server.asked.count == number + 1 })
            try await Task.sleep(for: .milliseconds(10))
            #expect(server.asked.count == number + 1)
        }
        pages = nil
        #expect(try await client.things.list().collected().map(\.id) == Array((1...100).reversed()))
        #expect(server.asked.count == 4 + 5 && server.mostUnderWay == 1)
    }

    @Test func aPageThatNobodyWantsIsGivenUp() async throws {
        let given = Flag()
        let server = PagedServer(1...100) { _, query in
            guard query.contains("page=2") else { return nil }
            do { try await Task.sleep(for: .seconds(600)) } catch {
                given.set()
                throw error
            }
            return nil
        }
        let client = server.client.with { $0.pages.prefetches = true }
        for try await _ in client.things.list() {
            #expect(try await eventually { server.asked.count == 2 })
            break
        }
        #expect(try await eventually { given.isSet })
    }

    @Test func errorsComeInTheirPlace() async throws {
        let server = PagedServer(1...100) { _, query in
            query.contains("page=3") ? .json(#"{"message":"403"}"#, status: 403) : nil
        }
        let client = server.client.with { $0.pages.prefetches = true }
        var iterator = client.things.list().makeAsyncIterator()
        var count = 0
        let error = try await gitLabError { while try await iterator.next() != nil { count += 1 } }
        #expect(count == 40 && error.kind == .forbidden)
        #expect(try await iterator.next() == nil && server.asked.count == 3)
    }

    @Test(arguments: [1, 2, 4, 16])
    func severalAtOnceInOrder(concurrency: Int) async throws {
        let server = PagedServer(1...1_000) { _, _ in
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...5)))
            return nil
        }
        let pages = try await server.client.things.list().pages(concurrency: concurrency).collected()
        #expect(pages.flatMap(\.items).map(\.id) == Array((1...1_000).reversed()))
        #expect(pages.map(\.number) == Array(1...50))
        #expect(pages.map(\.end) == Array(repeating: nil, count: 49) + [.complete])
        #expect(server.asked.count == 50 && server.mostUnderWay <= concurrency)
        if concurrency == 4 { #expect(server.mostUnderWay > 1) }
        let resumed = server.client.things.list().resumed(from: try #require(pages[19].cursor))
        #expect(try await resumed.pages(concurrency: concurrency).collected().count == 30)
    }

    @Test func oneAfterAnotherWhereNobodyCounts() async throws {
        let server = PagedServer(1...1_000, countsUpTo: 100)
        let ids = try await server.client.things.list().pages(concurrency: 8).collected().flatMap(\.items).map(\.id)
        #expect(ids == Array((1...1_000).reversed()) && server.mostUnderWay == 1)
    }

    /// Items that are created while the list is read make it longer, and push those behind them to the next page.
    @Test(arguments: [1, 4])
    func aListThatGrows(concurrency: Int) async throws {
        let server = PagedServer(1...100) { server, query in
            if query.hasSuffix("page=3") { server.change { $0 = Array(1...100) + (1_001...1_050) } }
            return nil
        }
        let pages = try await server.client.things.list().pages(concurrency: concurrency).collected()
        #expect(pages.count == 8 && pages.last?.total == 150)
        #expect(pages.last?.end == .complete && pages.dropLast().allSatisfy { $0.end == nil })
    }

    /// The server's total differs from its items.
    @Test func theEndSaysIfTheCountIsAnother() async throws {
        let server = PagedServer(1...30) { _, query in
            query.hasSuffix("page=2") ? .json(#"[{"id":1}]"#, ["X-Total": "30", "X-Next-Page": ""]) : nil
        }
        let pages = try await server.client.things.list().pages.collected()
        #expect(pages.map(\.end) == [nil, .miscounted(received: 21, total: 30)])
        // A walk that began in the middle does not know.
        let rest = try await server.client.things.list { $0.page = 2 }.pages.collected()
        #expect(rest.map(\.end) == [.complete])
        let broken = PagedServer(1...3) { _, _ in .json("[]", ["Link": "<>; rel=\"next\""]) }
        var walk = broken.client.things.list().pages.makeAsyncIterator()
        #expect(try await walk.next()?.end == .cutOff)
        #expect(try await gitLabError { try await walk.next() }.kind == .pageLoop)
    }

    @Test func anErrorEndsThemAll() async throws {
        let server = PagedServer(1...1_000) { _, query in
            query.hasSuffix("page=5") ? .json(#"{"message":"403"}"#, status: 403) : nil
        }
        var pages = server.client.things.list().pages(concurrency: 4).makeAsyncIterator()
        var count = 0
        let error = try await gitLabError { while try await pages.next() != nil { count += 1 } }
        #expect(count == 4 && error.kind == .forbidden)
        #expect(try await pages.next() == nil && server.asked.count <= 8)
    }

    @Test func pagesThatAreNotTheOnesAskedFor() async throws {
        // A cache in between that ignores the query.
        let server = PagedServer(1...100) { _, query in
            query.contains("page=") ? .json(#"[{"id":1}]"#, ["X-Next-Page": "9"]) : nil
        }
        var iterator = server.client.things.list().makeAsyncIterator()
        var ids: [Int] = []
        let error = try await gitLabError { while let thing = try await iterator.next() { ids.append(thing.id) } }
        #expect(error.kind == .pageLoop && ids.filter { $0 == 1 }.count <= 1)
        let numbered = PagedServer(1...100) { _, query in
            query.contains("page=") ? .json(#"[{"id":\#(Int.random(in: 0...1_000_000))}]"#, ["X-Page": "1"]) : nil
        }
        let other = try await gitLabError { try await numbered.client.things.list().collected() }
        #expect(other.message == "the server sent page 1 instead of page 2")
    }
}
