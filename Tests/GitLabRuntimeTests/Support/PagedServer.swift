// A list of things on a server that pages it by number and by keyset, as GitLab does.

import Foundation
import GitLabRuntime
import HTTPTypes

/// In memory, and changeable while it is walked through.
final class PagedServer: @unchecked Sendable {
    private let lock = NSLock()
    private var ids: [Int]
    private var queries: [String] = []
    private var underWay = 0
    private var most = 0

    /// The most items that are counted, and the last one that is returned by number.
    let countsUpTo: Int
    let offsetLimit: Int
    /// Called before each response; may throw, wait, or return another response.
    private let before: @Sendable (PagedServer, String) async throws -> TransportResponse?

    init(
        _ ids: some Sequence<Int>,
        countsUpTo: Int = 10_000,
        offsetLimit: Int = 50_000,
        before: @escaping @Sendable (PagedServer, String) async throws -> TransportResponse? = { _, _ in nil }
    ) {
        self.ids = Array(ids)
        self.countsUpTo = countsUpTo
        self.offsetLimit = offsetLimit
        self.before = before
    }

    /// The requests, in order.
    var asked: [String] { lock.withLock { queries } }

    /// The most requests that were under way at the same time.
    var mostUnderWay: Int { lock.withLock { most } }

    func change(_ change: (inout [Int]) -> Void) { lock.withLock { change(&ids) } }

    var client: GitLabClient {
        GitLabClient.scripted(ScriptedTransport { [self] sent, _ in try await response(sent.query) })
    }

    static func attribute(_ name: String, in query: String) -> String? {
        query.split(separator: "&").last { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    private func response(_ query: String) async throws -> TransportResponse {
        lock.withLock {
            queries.append(query)
            underWay += 1
            most = max(most, underWay)
        }
        defer { lock.withLock { underWay -= 1 } }
        if let response = try await before(self, query) { return response }
        let isKeyset = Self.attribute("pagination", in: query) == "keyset"
        return isKeyset ? keyset(query) : offset(query)
    }

    private func offset(_ query: String) -> TransportResponse {
        let all = sorted(query)
        let page = Self.attribute("page", in: query).flatMap { Int($0) } ?? 1
        let size = Self.attribute("per_page", in: query).flatMap { Int($0) } ?? 20
        guard page * size <= offsetLimit else {
            return .json(
                #"{"error":"Offset pagination has a maximum allowed offset of \#(offsetLimit) for requests that return objects of type Thing. Remaining records can be retrieved using keyset pagination."}"#,
                status: 405
            )
        }
        let isLast = page * size >= all.count
        var fields = ["X-Page": "\(page)", "X-Per-Page": "\(size)", "X-Next-Page": isLast ? "" : "\(page + 1)"]
        if all.count <= countsUpTo {
            fields["X-Total"] = "\(all.count)"
            fields["X-Total-Pages"] = "\((all.count + size - 1) / size)"
        }
        return .json(Self.things(all.dropFirst((page - 1) * size).prefix(size)), fields)
    }

    private func keyset(_ query: String) -> TransportResponse {
        let all = sorted(query)
        let size = Self.attribute("per_page", in: query).flatMap { Int($0) } ?? 20
        let page = all.prefix(size)
        guard let last = page.last, all.count > size else { return .json(Self.things(page)) }
        let rises = Self.attribute("sort", in: query) == "asc"
        let others = query.split(separator: "&").filter { !$0.hasPrefix("id_after=") && !$0.hasPrefix("id_before=") }
        let next = (others + ["\(rises ? "id_after" : "id_before")=\(last)"]).joined(separator: "&")
        return .json(Self.things(page), ["Link": "<https://internal/api/v4/things?\(next)>; rel=\"next\""])
    }

    private func sorted(_ query: String) -> [Int] {
        let after = Self.attribute("id_after", in: query).flatMap { Int($0) } ?? .min
        let before = Self.attribute("id_before", in: query).flatMap { Int($0) } ?? .max
        let all = lock.withLock { ids }.filter { $0 > after && $0 < before }
        return Self.attribute("sort", in: query) == "asc" ? all.sorted() : all.sorted(by: >)
    }

    private static func things(_ ids: some Sequence<Int>) -> String {
        "[" + ids.map { "{\"id\":\($0)}" }.joined(separator: ",") + "]"
    }
}

extension AsyncSequence {
    /// All elements.
    func collected() async throws -> [Element] {
        var all: [Element] = []
        for try await element in self { all.append(element) }
        return all
    }
}
