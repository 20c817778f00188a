// The next page of a list, as the response with this one names it.

import HTTPTypes

/// The request for the next page.
enum NextPage: Sendable, Hashable {
    /// With this query, taken from the link to the next page.
    case query(String)
    /// With this page number.
    case number(Int)

    /// Creates the next page from a stored query; nil if it is invalid.
    init?(query: String) {
        guard !query.isEmpty, query.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            return nil
        }
        self = .query(URLText.encodingUnusual(in: query))
    }

    /// Returns nil on the last page.
    ///
    /// Only the query of a link is used, with the URL that was called. Its host is that of the server's configuration,
    /// which behind proxies and tunnels often does not reach it; so no host but the configured one ever gets a request.
    ///
    /// - Throws: if there is a link without a query, which cannot lead to another page.
    init?(_ fields: HTTPFields) throws(ValidationError) {
        if let link = fields[.link], let target = LinkHeader.target(of: "next", in: link) {
            let reference = target.prefix { $0 != "#" }
            guard let query = URLText.split(reference).query, !query.isEmpty,
                query.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { throw ValidationError("the link to the next page has no query that could be followed") }
            // GitLab repeats a token that was in the query; the client adds it again.
            self = .query(QueryText.removing(names: Credentials.queryNames, from: URLText.encodingUnusual(in: query)))
        } else if let text = fields[.nextPage], !text.isEmpty {
            guard let number = fields.integer(.nextPage) else {
                throw ValidationError(
                    "the server names `\(text.prefix(40))` as the next page, which is not a page number")
            }
            self = .number(number)
        } else {
            return nil
        }
    }

    /// The number of the page, if it has one.
    var number: Int? {
        switch self {
        case .number(let number): number
        case .query(let query): Self.number(in: query)
        }
    }

    private static func number(in query: String) -> Int? {
        for pair in query.split(separator: "&") where pair.hasPrefix("page=") {
            return Int(pair.dropFirst("page=".count)).flatMap(\.ifBounded)
        }
        return nil
    }
}
