// Lists: every item exactly once, the end only where the server says so, and no endless loops.

import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct PagedListTests {
    /// The error that stops a list that does not end.
    private struct Endless: Error {}

    private static func things(_ ids: some Sequence<Int>) -> String {
        "[" + ids.map { "{\"id\":\($0)}" }.joined(separator: ",") + "]"
    }

    /// The attribute of a query.
    private static func attribute(_ name: String, _ sent: ScriptedTransport.Sent) -> Int? {
        sent.query.split(separator: "&").first { $0.hasPrefix("\(name)=") }.flatMap {
            Int($0.dropFirst(name.count + 1))
        }
    }

    /// A server with 45 things and the header fields of each page.
    private func server(
        _ fields: @escaping @Sendable (_ page: Int, _ isLast: Bool) -> [String: String]
    ) -> ScriptedTransport {
        ScriptedTransport { sent, _ in
            let page = Self.attribute("page", sent) ?? 1
            let size = Self.attribute("per_page", sent) ?? 20
            let ids = (1...45).dropFirst((page - 1) * size).prefix(size)
            return .json(Self.things(ids), fields(page, page * size >= 45))
        }
    }

    private func all(_ list: PagedList<ListThings>) async throws -> [Int] {
        var ids: [Int] = []
        for try await thing in list { ids.append(thing.id) }
        return ids
    }

    private static func link(_ page: Int, size: Int = 20, host: String = "https://gitlab.example.com") -> String {
        "<\(host)/api/v4/things?page=\(page)&per_page=\(size)&archived=true>; rel=\"next\", "
            + "<\(host)/api/v4/things?page=1>; rel=\"first\""
    }

    /// Ever new links to pages without items.
    @Test func emptyPagesWithoutAnEnd() async throws {
        let transport = ScriptedTransport { _, count in
            guard count < 1_000 else { throw Endless() }
            return .json(
                count == 50 ? Self.things([1]) : "[]",
                ["Link": "<https://gitlab.example.com/api/v4/things?cursor=\(count)>; rel=\"next\""])
        }
        let client = GitLabClient.scripted(transport)
        let error = try await gitLabError { try await all(client.things.list()) }
        #expect(error.kind == .pageLoop && error.message.contains("101 empty pages in a row"), "\(error)")
        #expect(transport.sent.count == 152)
        let few = client.with { $0.pages.maximumEmptyPages = 3 }
        #expect(try await gitLabError { try await all(few.things.list()) }.kind == .pageLoop)
        #expect(try await gitLabError { try await few.things.list().first() }.kind == .pageLoop)
        #expect(try await gitLabError { try await few.things.list().all() }.kind == .pageLoop)
        for pages in [few.things.list().pages(concurrency: 4)] {
            #expect(try await gitLabError { for try await _ in pages {} }.kind == .pageLoop)
        }
    }

    /// As proxies join a field that came twice.
    @Test func fieldsThatCameTwice() async throws {
        let transport = server { page, isLast in
            ["X-Page": "\(page), \(page)", "X-Next-Page": isLast ? "" : "\(page + 1),\(page + 1)", "X-Total": "45, 46"]
        }
        let client = GitLabClient.scripted(transport)
        #expect(try await all(client.things.list()) == Array(1...45))
        #expect(try await client.things.list().page(1).total == nil)
    }

    @Test func byLinkAndNumbers() async throws {
        let transport = server { page, isLast in
            var fields = [
                "X-Page": "\(page)", "X-Per-Page": "20", "X-Total": "45", "X-Total-Pages": "3", "X-Next-Page": "",
            ]
            if !isLast { fields.merge(["X-Next-Page": "\(page + 1)", "Link": Self.link(page + 1)]) { _, new in new } }
            return fields
        }
        let list = GitLabClient.scripted(transport).things.list { $0.archived = true }
        #expect(transport.sent.isEmpty)
        #expect(try await all(list) == Array(1...45))
        #expect(
            transport.sent.map(\.path) == [
                "/api/v4/things?archived=true", "/api/v4/things?page=2&per_page=20&archived=true",
                "/api/v4/things?page=3&per_page=20&archived=true",
            ]
        )
    }

    @Test func byNumbersOnly() async throws {
        let transport = server { page, isLast in ["X-Next-Page": isLast ? "" : "\(page + 1)"] }
        let list = GitLabClient.scripted(transport).things.list {
            $0.archived = true
            $0.perPage = 10
        }
        #expect(try await all(list) == Array(1...45))
        #expect(
            transport.sent.map(\.query) == [
                "archived=true&per_page=10", "archived=true&page=2&per_page=10", "archived=true&page=3&per_page=10",
                "archived=true&page=4&per_page=10", "archived=true&page=5&per_page=10",
            ]
        )
    }

    /// Numbers that overflow end a list with an error, not the process, and not silently.
    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "two", "1e3"])
    func hostileNumbers(text: String) async throws {
        for fields in [
            ["X-Next-Page": text], ["X-Page": text, "X-Next-Page": text],
            ["X-Page": "1", "X-Total-Pages": text, "X-Total": text, "X-Per-Page": text, "X-Next-Page": text],
            ["Link": "<https://gitlab.example.com/api/v4/things?page=\(text)>; rel=\"next\""],
        ] {
            func list() -> PagedList<ListThings> {
                GitLabClient.scripted(
                    ScriptedTransport { _, count in .json(Self.things([count]), count < 3 ? fields : [:]) }
                ).things.list()
            }
            var ids: [Int] = []
            let error = await #expect(throws: GitLabError.self, "\(fields)") {
                for try await thing in list() { ids.append(thing.id) }
            }
            #expect(error?.kind == .pageLoop && ids.first == 0, "\(fields)")
            await #expect(throws: GitLabError.self, "\(fields)") {
                for try await _ in list().pages(concurrency: 3) {}
            }
        }
        let last = GitLabClient.scripted(ScriptedTransport { _, _ in .json("[]", [:]) }).things.list { $0.page = .max }
        #expect(try await all(last) == [])
    }

    @Test func byLinkOnly() async throws {
        let transport = server { page, isLast in isLast ? [:] : ["link": Self.link(page + 1)] }
        let pages = GitLabClient.scripted(transport).things.list().pages
        var numbers: [Int] = []
        var last: [Bool] = []
        for try await page in pages {
            numbers.append(page.number)
            last.append(page.isLast)
            #expect(page.total == nil && page.totalPages == nil && page.perPage == 20)
        }
        #expect(numbers == [1, 2, 3] && last == [false, false, true])
    }

    @Test func byKeyset() async throws {
        let transport = ScriptedTransport { sent, _ in
            let after = Self.attribute("id_after", sent) ?? 0
            let ids = (1...45).filter { $0 > after }.prefix(20)
            let last = ids.last ?? 45
            let link =
                "<https://gitlab.example.com/api/v4/things?id_after=\(last)&page=1&pagination=keyset>; rel=\"next\""
            return .json(Self.things(ids), last < 45 ? ["Link": link] : [:])
        }
        let client = GitLabClient.scripted(transport)
        #expect(try await all(client.things.list()) == Array(1...45))
        #expect(transport.sent.count == 3)
        var pages = client.things.list().pages.makeAsyncIterator()
        let first = try #require(try await pages.next())
        #expect(!first.isLast && first.number == 1)
        let second = try #require(try await pages.next())
        #expect(!second.isLast && second.number == 2 && second.items.first?.id == 21)
    }

    /// Behind a proxy the server names the host that it was configured with: it is never called.
    @Test(arguments: [
        "https://internal.example.org:8443", "http://gitlab.example.com", "https://evil.example.com/gitlab",
    ])
    func linksToOtherHostsOnlyLendTheirQuery(host: String) async throws {
        let transport = server { page, isLast in isLast ? [:] : ["Link": Self.link(page + 1, host: host)] }
        let client = GitLabClient.scripted(transport, base: "https://tunnel.example.net/relative")
        #expect(try await all(client.things.list()) == Array(1...45))
        #expect(transport.sent.count == 3)
        for sent in transport.sent {
            #expect(sent.head.scheme == "https" && sent.head.authority == "tunnel.example.net")
            #expect(sent.path.hasPrefix("/relative/api/v4/things"))
        }
    }

    @Test func nothingIsFetchedAheadOfNeed() async throws {
        let transport = server { page, isLast in ["X-Next-Page": isLast ? "" : "\(page + 1)"] }
        var seen = 0
        for try await _ in GitLabClient.scripted(transport).things.list() {
            seen += 1
            if seen == 20 { break }
        }
        #expect(transport.sent.count == 1)
    }

    @Test func emptyPagesDoNotEndAList() async throws {
        let transport = ScriptedTransport { _, count in
            .json(count == 1 ? "[]" : Self.things([count]), ["X-Next-Page": count < 2 ? "\(count + 2)" : ""])
        }
        #expect(try await all(GitLabClient.scripted(transport).things.list()) == [0, 2])
    }

    @Test func aListMayBeginLater() async throws {
        let transport = server { page, isLast in ["X-Page": "\(page)", "X-Next-Page": isLast ? "" : "\(page + 1)"] }
        #expect(try await all(GitLabClient.scripted(transport).things.list { $0.page = 3 }) == Array(41...45))
    }

    @Test func onePageWithItsTotals() async throws {
        let transport = server { page, isLast in
            [
                "X-Page": "\(page)", "X-Per-Page": "20", "X-Total": "45", "X-Total-Pages": "3",
                "X-Next-Page": isLast ? "" : "\(page + 1)",
            ]
        }
        let list = GitLabClient.scripted(transport).things.list()
        let second = try await list.page(2)
        #expect(second.items.map(\.id) == Array(21...40))
        #expect((second.number, second.perPage, second.nextPage, second.isLast) == (2, 20, 3, false))
        #expect(second.total == 45 && second.totalPages == 3)
        let last = try await list.page(3)
        #expect(last.items.count == 5 && last.nextPage == nil && last.isLast)
        #expect(transport.sent.map(\.query) == ["page=2", "page=3"])
    }

    @Test(arguments: [
        // The number of the page, and the fields that would have it read again.
        ["X-Next-Page": "1"],
        ["X-Page": "1", "X-Next-Page": "1"],
        ["X-Page": "1", "Link": "<https://h/api/v4/things?page=1>; rel=\"next\""],
        ["Link": "<https://h/api/v4/things?page=2>; rel=\"next\""],
        ["Link": "<https://h/api/v4/things?cursor=abc>; rel=\"next\""],
        ["Link": "<https://h/api/v4/things>; rel=\"next\""],
        ["Link": "<https://h/api/v4/things?>; rel=\"next\""],
        ["Link": "<>; rel=\"next\""],
    ])
    func pagesThatLeadNowhereAreErrors(fields: [String: String]) async throws {
        let transport = ScriptedTransport { _, count in
            guard count < 3 else { throw Endless() }
            return .json(Self.things([1]), fields)
        }
        let list = GitLabClient.scripted(transport).things.list()
        var iterator = list.makeAsyncIterator()
        var received = 0
        let error = try await gitLabError { while try await iterator.next() != nil { received += 1 } }
        #expect(error.kind == .pageLoop && error.path == "/api/v4/things", "\(error)")
        #expect(try await iterator.next() == nil)
        #expect(transport.sent.count <= 2)
        #expect(received == 1, "What came must be delivered before the error, and once.")
    }

    @Test func aPageOfItsOwnNeedsNoWayToTheNext() async throws {
        let transport = ScriptedTransport { _, _ in
            .json(Self.things([1]), ["Link": "<https://h/api/v4/things>; rel=\"next\""])
        }
        let page = try await GitLabClient.scripted(transport).things.list().page(1)
        #expect(page.items.map(\.id) == [1] && !page.isLast && page.nextPage == nil)
    }

    @Test func circlesOfSeveralPagesAreErrors() async throws {
        let transport = ScriptedTransport { _, count in
            guard count < 10 else { throw Endless() }
            return .json(Self.things([count]), ["Link": "<https://h/x?cursor=\(count % 3)>; rel=\"next\""])
        }
        var pages = GitLabClient.scripted(transport).things.list().pages.makeAsyncIterator()
        var ids: [Int] = []
        let error = try await gitLabError { while let page = try await pages.next() { ids += page.items.map(\.id) } }
        #expect(error.kind == .pageLoop)
        #expect(ids == [0, 1, 2, 3])
        #expect(transport.sent.count == 4)
    }

    @Test func anErrorEndsTheList() async throws {
        let transport = ScriptedTransport { _, count in
            count == 0 ? .json(Self.things([1]), ["X-Next-Page": "2"]) : .json(#"{"message":"500"}"#, status: 500)
        }
        var iterator = GitLabClient.scripted(transport).things.list().makeAsyncIterator()
        #expect(try await iterator.next()?.id == 1)
        let error = try await gitLabError { try await iterator.next() }
        #expect(error.kind == .server)
        #expect(try await iterator.next() == nil)
        #expect(transport.sent.count == 2)
    }

    @Test func cancellingStopsTheNextRequest() async throws {
        let transport = server { page, isLast in ["X-Next-Page": isLast ? "" : "\(page + 1)"] }
        let client = GitLabClient.scripted(transport)
        let task = Task {
            for try await thing in client.things.list() where thing.id == 20 {
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(transport.sent.count == 1)
    }
}
