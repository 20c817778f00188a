// Cursors: a list is resumed where it was left, in another process too, and only for the same request.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct PageCursorTests {
    private func stored(_ cursor: PageCursor) throws -> PageCursor {
        try JSONDecoder().decode(PageCursor.self, from: JSONEncoder().encode(cursor))
    }

    /// Left after each page and resumed by another client, a list returns each item once.
    @Test(arguments: [false, true])
    func eachItemOnce(byKeyset: Bool) async throws {
        let server = PagedServer(1...95)
        func list() -> PagedList<ListThings> {
            let list = server.client.things.list { $0.archived = true }
            return byKeyset ? list.keyset() : list
        }
        var ids: [Int] = []
        var pages = 0
        var cursor: PageCursor?
        repeat {
            var iterator = (try cursor.map { list().resumed(from: try stored($0)) } ?? list()).pages.makeAsyncIterator()
            let page = try #require(try await iterator.next())
            pages += 1
            #expect(page.number == pages)
            ids += page.items.map(\.id)
            cursor = page.cursor
            #expect((cursor == nil) == page.isLast && (page.end == .complete) == page.isLast)
        } while cursor != nil
        #expect(ids == Array((1...95).reversed()))
        #expect(server.asked.count == 5)
    }

    @Test func hostileNumbersAreNone() async throws {
        let server = PagedServer(1...95)
        var iterator = server.client.things.list().pages.makeAsyncIterator()
        let cursor = try #require(try await iterator.next()?.cursor)
        let text = String(decoding: try JSONEncoder().encode(cursor), as: UTF8.self)
        for (name, value) in [("number", 2), ("received", 20), ("page", 2)] where text.contains("\"\(name)\":\(value)")
        {
            for hostile in ["9223372036854775807", "-1"] {
                let changed = text.replacing("\"\(name)\":\(value)", with: "\"\(name)\":\(hostile)")
                #expect(throws: DecodingError.self, "\(changed)") {
                    try JSONDecoder().decode(PageCursor.self, from: Data(changed.utf8))
                }
            }
        }
        #expect(text.contains("\"number\":2") && text.contains("\"received\":20"), "\(text)")
    }

    @Test func aCancelledWalkIsTakenUp() async throws {
        let server = PagedServer(1...1_000)
        let list = server.client.things.list { $0.perPage = 100 }
        let walk = Task {
            var ids: [Int] = []
            var cursor: PageCursor?
            do {
                for try await page in list.pages {
                    ids += page.items.map(\.id)
                    cursor = page.cursor
                    if page.number == 4 { withUnsafeCurrentTask { $0?.cancel() } }
                }
            } catch is CancellationError {}
            return (ids, cursor)
        }
        let (first, cursor) = await (try walk.value)
        #expect(first.count == 400 && server.asked.count == 4)
        let rest = try await list.resumed(from: try stored(try #require(cursor))).collected().map(\.id)
        #expect(first + rest == Array((1...1_000).reversed()))
    }

    @Test func anotherListIsRejected() async throws {
        let server = PagedServer(1...45)
        let cursor = try #require(try await server.client.things.list().pages.first { _ in true }?.cursor)
        for other in [
            server.client.things.list { $0.archived = false }, server.client.things.list { $0.perPage = 5 },
            server.client.things.list().keyset(),
        ] {
            let error = try await gitLabError { try await other.resumed(from: cursor).collected() }
            #expect(error.kind == .invalidRequest && error.message.contains("cursor"), "\(error)")
        }
        #expect(server.asked.count == 1)
        // The same list behind another address, begun at another page.
        let elsewhere = GitLabClient.scripted(
            ScriptedTransport { _, _ in .json("[]") },
            base: "https://tunnel.example.net/gitlab"
        )
        #expect(try await elsewhere.things.list { $0.page = 7 }.resumed(from: cursor).collected().isEmpty)
    }

    @Test func itIsVersionedAndHoldsNoSecret() async throws {
        let token = "glpat-secret-0123456789"
        let link = "<https://h/api/v4/things?private_token=\(token)&id_after=3&access%5Ftoken=\(token)>; rel=\"next\""
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json(#"[{"id":3}]"#, ["Link": link]) })
        let cursor = try #require(try await client.things.list().pages.first { _ in true }?.cursor)
        let text = String(decoding: try JSONEncoder().encode(cursor), as: UTF8.self)
        #expect(!text.contains("secret") && text.contains("id_after=3") && text.contains(#""version":1"#), "\(text)")
        #expect("\(cursor)" == "PageCursor(things.list, page 2)")
        let later = text.replacingOccurrences(of: #""version":1"#, with: #""version":2"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(PageCursor.self, from: Data(later.utf8)) }
        let wild = text.replacingOccurrences(of: "id_after=3", with: "id_after=3 HTTP\\/1.1\\r\\n")
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(PageCursor.self, from: Data(wild.utf8)) }
    }
}
