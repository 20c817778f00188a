// Items that are handed on while the rest of their page still arrives.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite(.serialized) struct ArrivingPageTests {
    private struct ListNumbers: OffsetPagedRequest {
        typealias Item = Int
        typealias Response = [Int]
        static let endpoint = Endpoint("numbers.list", .get, "/numbers")
        var page: Int?
        var perPage: Int?

        func addQuery(to query: inout ParameterEncoder) { query.add("page", page) }
    }

    private func numbers(_ client: GitLabClient) -> PagedList<ListNumbers> { client.pages(ListNumbers()) }

    private static func head(_ length: Int, _ fields: [String] = []) -> SocketServer.Step {
        let all = [
            "HTTP/1.1 200 OK", "Content-Type: application/json", "Content-Length: \(length)", "Connection: close",
        ]
        return .send((all + fields).joined(separator: "\r\n") + "\r\n\r\n")
    }

    private func client(_ server: SocketServer, _ kind: TransportKind, retries: RetryPolicy = .never) -> GitLabClient {
        GitLabClient(baseURL: URL(string: "http://127.0.0.1:\(server.port)")!, transport: kind.make())
            .with { $0.retries = retries }
    }

    /// Takes items until the list ends; returns them, and the error that it ended with.
    private func walked<Request: OffsetPagedRequest>(
        _ list: PagedList<Request>
    ) async -> (items: [Request.Item], error: GitLabError?) {
        var items: [Request.Item] = []
        do {
            for try await item in list { items.append(item) }
            return (items, nil)
        } catch {
            return (items, error as? GitLabError)
        }
    }

    // MARK: - Over connections

    @Test(
        "Items are there before the rest of their page, and leaving ends the request", arguments: TransportKind.allCases
    )
    func ahead(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [Self.head(1_000), .send("[1, 2, 3"), .waitForClose] }
        defer { server.stop() }
        var iterator: PagedList<ListNumbers>.Iterator? = numbers(client(server, kind)).makeAsyncIterator()
        #expect(try await iterator?.next() == 1)
        #expect(try await iterator?.next() == 2)
        #expect(server.closedByClient == 0)
        iterator = nil
        #expect(try await eventually { server.closedByClient == 1 }, "The connection is still held.")
    }

    @Test("Cancelling ends the wait for the next item, and the request", arguments: TransportKind.allCases)
    func cancelling(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [Self.head(1_000), .send("[1, 2"), .waitForClose] }
        defer { server.stop() }
        let list = numbers(client(server, kind))
        let first = Flag()
        let task = Task {
            for try await _ in list { first.set() }
        }
        #expect(try await eventually { first.isSet })
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await eventually { server.closedByClient == 1 }, "The connection is still held.")
    }

    @Test("A page that breaks off is requested again, and no item comes twice", arguments: TransportKind.allCases)
    func brokenOff(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [Self.head(1_000), .send("[1, 2, 3"), .reset] }
        let whole = "[1, 2, 3, 4, 5]"
        let repaired = try SocketServer { _ in [Self.head(whole.utf8.count), .send(whole)] }
        defer {
            server.stop()
            repaired.stop()
        }
        // The second attempt reaches the other server.
        let transport = Alternating(ports: [server.port, repaired.port], kind.make())
        let client = GitLabClient(baseURL: URL(string: "http://127.0.0.1:1")!, transport: transport)
            .with { $0.retries = RetryPolicy(firstDelay: .milliseconds(1)) }
        let (items, error) = await walked(numbers(client))
        #expect(items == [1, 2, 3, 4, 5] && error == nil, "\(items) \(error as Any)")
        #expect(server.requests.count == 1 && repaired.requests.count == 1)
    }

    /// Sends each request to the next port.
    private final class Alternating: Transport {
        private let ports: [Int]
        private let inner: any Transport
        private let next = Locked(0)

        init(ports: [Int], _ inner: any Transport) {
            self.ports = ports
            self.inner = inner
        }

        func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
            let number = next.withLock { number in
                defer { number += 1 }
                return number
            }
            var request = request
            request.authority = "127.0.0.1:\(ports[min(number, ports.count - 1)])"
            return try await inner.send(request, body: body)
        }
    }

    // MARK: - In pieces

    /// A body of pieces, which may end with an error, or wait.
    private struct Pieces: AsyncSequence, Sendable {
        var pieces: [String]
        var error: TransportError?
        /// Called when there are no more.
        var end: @Sendable () async throws -> Void = {}

        func makeAsyncIterator() -> Iterator { Iterator(rest: pieces[...], body: self) }

        struct Iterator: AsyncIteratorProtocol {
            var rest: ArraySlice<String>
            let body: Pieces

            mutating func next() async throws -> [UInt8]? {
                if let piece = rest.popFirst() { return Array(piece.utf8) }
                if let error = body.error { throw error }
                try await body.end()
                return nil
            }
        }
    }

    private static let lost = TransportError(.interrupted, "lost")

    /// A response whose body comes in pieces.
    private static func response(
        _ pieces: [String], _ fields: [String: String] = [:], error: TransportError? = nil,
        end: @escaping @Sendable () async throws -> Void = {}
    ) -> TransportResponse {
        var response = TransportResponse.json("", fields)
        response.body = ResponseBody(Pieces(pieces: pieces, error: error, end: end))
        return response
    }

    /// A client with these responses, one for each request.
    private func client(_ responses: @escaping @Sendable (Int) -> TransportResponse) -> GitLabClient {
        GitLabClient.scripted(ScriptedTransport { _, count in responses(count) })
            .with { $0.retries = RetryPolicy(firstDelay: .zero) }
    }

    @Test("A changed page ends the list: nothing twice, and the error says where")
    func changed() async {
        for second in ["[1, 9, 3, 4]", "[1]", "[]", "[ 1, 2, 3, 4]"] {
            let client = client { count in
                count == 0 ? Self.response(["[1, 2, ", "3"], error: Self.lost) : Self.response([second])
            }
            let (items, error) = await walked(numbers(client))
            #expect(items == [1, 2], "\(second)")
            #expect(
                error?.kind == .transport && error?.message.contains("behind its item 2") == true,
                "\(second) \(error as Any)")
        }
    }

    @Test("An item that was only half there is read from the retry, and so is the next page")
    func severalBreaks() async {
        let client = client { count in
            switch count {
            case 0: Self.response(["[10, 2"], error: Self.lost)
            case 1: Self.response(["[10, 25, ", "3", "0, 4"], error: Self.lost)
            case 2: Self.response(["[1"], error: Self.lost)
            case 3: Self.response(["[10, 25, 30, 40]"], ["X-Next-Page": "2"])
            default: Self.response(["[5", "0]"])
            }
        }
        let (items, error) = await walked(numbers(client))
        #expect(items == [10, 25, 30, 40, 50] && error == nil, "\(items) \(error as Any)")
    }

    @Test("A retry that is no success leaves the items, and ends with its own error")
    func failingRetry() async {
        let client = client { count in
            count == 0 ? Self.response(["[1, 2,"], error: Self.lost) : .json(#"{"message":"403"}"#, status: 403)
        }
        let (items, error) = await walked(numbers(client))
        #expect(items == [1, 2] && error?.kind == .forbidden)
    }

    @Test("A page that is sent twice is noticed before any of its items is handed on")
    func samePage() async {
        let client = client { count in
            Self.response(["[1", ", 2", "]"], ["X-Next-Page": "\(count + 2)"])
        }
        let (items, error) = await walked(numbers(client))
        #expect(items == [1, 2] && error?.kind == .pageLoop, "\(items)")
    }

    @Test("A page that begins as the one before is no other's copy")
    func sameBeginning() async {
        let client = client { count in
            count == 0 ? Self.response(["[1,2]"], ["X-Next-Page": "2"]) : Self.response(["[1,2", ",3", "]"])
        }
        #expect(await walked(numbers(client)).items == [1, 2, 1, 2, 3])
    }

    @Test("Of a page with another number nothing is handed on")
    func otherPage() async {
        let client = client { count in
            Self.response(["[\(count),", "5", "]"], ["X-Page": count == 0 ? "1" : "7", "X-Next-Page": "2"])
        }
        let (items, error) = await walked(numbers(client))
        #expect(items == [0, 5] && error?.kind == .pageLoop)
    }

    @Test("A response that is no success hands on nothing")
    func noSuccess() async {
        let client = client { _ in
            var response = Self.response(["[1, 2, 3]"])
            response.head.status = .forbidden
            return response
        }
        let (items, error) = await walked(numbers(client))
        #expect(items.isEmpty && error?.kind == .forbidden)
    }

    @Test("A page that is too long ends behind the items that fit")
    func tooLong() async {
        let client = client { _ in Self.response(["[1, 2, ", "3, 4, ", "5, 6]"]) }.with { $0.maximumResponseSize = 14 }
        let (items, error) = await walked(numbers(client))
        #expect(items == [1, 2, 3, 4] && error?.kind == .tooLong)
    }

    @Test("The timeout between two pieces holds, and counts from the last piece")
    func timeout() async throws {
        let clock = TestClock(jumps: false)
        let client = GitLabClient.scripted(
            ScriptedTransport { _, _ in
                Self.response(["[1, 2, "]) { try await Task.sleep(for: .seconds(600)) }
            }
        ).with { $0.clock = clock }
        var iterator = numbers(client).makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        #expect(try await eventually { client.configuration.deadlines.count == 1 })
        clock.advance(by: .seconds(60))
        #expect(try await iterator.next() == 2)
        let error = try await gitLabError { try await iterator.next() }
        #expect(error.kind == .timeout && (error.underlying as? TimeoutError)?.limit == .idle)
        #expect(try await iterator.next() == nil)
    }

    @Test("A slow user of the items does not hold up the page")
    func slowUser() async throws {
        let arrived = Flag()
        let client = client { _ in Self.response(["[1, ", "2, ", "3]"]) { arrived.set() } }
        var iterator = numbers(client).makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        #expect(try await eventually { arrived.isSet })
        #expect(try await iterator.next() == 2)
    }

    @Test("Middleware that may change a response gets it whole; one that only observes leaves items early")
    func middleware() async throws {
        struct Doubling: Middleware {
            func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
                var response = try await next(request)
                let text = String(decoding: try await response.body.collect(upTo: 100), as: UTF8.self)
                response.body = ResponseBody(Array(text.replacing("1", with: "11").utf8))
                return response
            }
        }
        struct Watching: ObservingMiddleware {
            func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
                try await next(request)
            }
        }
        let plain = client { _ in Self.response(["[1, ", "2]"]) }
        #expect(await walked(numbers(plain.with { $0.middleware = [Doubling()] })).items == [11, 2])
        let endless = client { _ in Self.response(["[1, ", "2,"]) { try await Task.sleep(for: .seconds(600)) } }
        var iterator = numbers(endless.with { $0.middleware = [Watching()] }).makeAsyncIterator()
        #expect(try await iterator.next() == 1)
    }

    @Test("With prefetching, the next page is requested once this one has arrived")
    func prefetching() async throws {
        let requests = Locked(0)
        let client = client { count in
            requests.withLock { $0 += 1 }
            return Self.response(["[\(count), ", "7]"], ["X-Next-Page": count < 3 ? "\(count + 2)" : ""])
        }.with { $0.pages.prefetches = true }
        var iterator = numbers(client).makeAsyncIterator()
        #expect(try await iterator.next() == 0)
        #expect(try await eventually { requests.withLock { $0 } == 2 })
        try await Task.sleep(for: .milliseconds(10))
        #expect(requests.withLock { $0 } == 2, "more than one page ahead")
        var rest: [Int] = []
        while let item = try await iterator.next() { rest.append(item) }
        #expect(rest == [7, 1, 7, 2, 7, 3, 7] && requests.withLock { $0 } == 4)
    }

    @Test("Totals and cursors count items that were handed on early")
    func counting() async throws {
        let client = client { count in
            count == 0
                ? Self.response(["[1, 2, ", "3]"], ["X-Next-Page": "2", "X-Total": "4"])
                : Self.response(["[4", "]"], ["X-Total": "4"])
        }
        let walk = PageWalk(numbers(client))
        let queue = ItemQueue<Int>()
        let first = try #require(try await walk.next(handingOnTo: queue))
        #expect(first.items.isEmpty && first.cursor != nil && first.total == 4)
        #expect(try await queue.next() == [1, 2, 3])
        #expect(try await walk.next(handingOnTo: queue)?.end == .complete)
    }
}
