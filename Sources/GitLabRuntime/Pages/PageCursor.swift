// The cursor to resume a list.

/// A place in a list to resume from, also in another process: ``Page/cursor`` names the page after that one, and
/// ``PagedList/resumed(from:)`` begins there.
///
/// It is `Codable`, to be stored. It holds no credentials. It fits only the request that it comes from: with another
/// filter or page size, iterating throws a ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest``.
public struct PageCursor: Sendable, Hashable {
    /// The form in which cursors are stored. A later one may add to it; one that it cannot read is rejected.
    static let version = 1

    /// The operation, such as `projects.list`.
    let operation: String
    /// The fingerprint of path and query of the request.
    let list: String
    let next: NextPage
    /// The number of the page, counted.
    let number: Int
    /// The number of items before it; nil if the walk began in the middle.
    let received: Int?

    /// Returns the fingerprint of path and query of a request: 64 bits of FNV-1a, the same in every process.
    static func fingerprint(_ target: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in target.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

extension PageCursor: CustomStringConvertible {
    /// The operation and the number of the page.
    public var description: String { "PageCursor(\(operation), page \(number))" }
}

extension PageCursor: Codable {
    private enum CodingKeys: String, CodingKey {
        case version, operation, list, page, query, number, received
    }

    /// Reads a cursor.
    ///
    /// - Throws: `DecodingError` if it is invalid, or of a later version of this package.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard version == Self.version else {
            throw DecodingError.dataCorruptedError(
                forKey: .version,
                in: container,
                debugDescription:
                    "a cursor of version \(version), which is not supported: read the list from the beginning"
            )
        }
        operation = try container.decode(String.self, forKey: .operation)
        list = try container.decode(String.self, forKey: .list)
        func bounded(_ number: Int, _ key: CodingKeys) throws -> Int {
            guard let bounded = number.ifBounded, bounded >= 0 else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "it is not a page number or a number of items")
            }
            return bounded
        }
        number = try bounded(container.decode(Int.self, forKey: .number), .number)
        received = try container.decodeIfPresent(Int.self, forKey: .received).map { try bounded($0, .received) }
        if let query = try container.decodeIfPresent(String.self, forKey: .query) {
            guard let next = NextPage(query: query) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .query,
                    in: container,
                    debugDescription: "it is not a query"
                )
            }
            self.next = next
        } else {
            next = .number(try bounded(container.decode(Int.self, forKey: .page), .page))
        }
    }

    /// Writes a cursor.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.version, forKey: .version)
        try container.encode(operation, forKey: .operation)
        try container.encode(list, forKey: .list)
        try container.encode(number, forKey: .number)
        try container.encodeIfPresent(received, forKey: .received)
        switch next {
        case .number(let number): try container.encode(number, forKey: .page)
        case .query(let query): try container.encode(query, forKey: .query)
        }
    }
}
