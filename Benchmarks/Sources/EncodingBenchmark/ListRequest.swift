// The list of projects with nine parameters, by the client and by URLComponents.

import Foundation
@_spi(Encoding) import GitLab
import Measuring

enum ListRequest {
    static let request = ListProjects {
        $0.archived = false
        $0.membership = true
        $0.minAccessLevel = .developer
        $0.orderBy = .lastActivityAt
        $0.perPage = 100
        $0.search = "swift client + generator"
        $0.sort = .desc
        $0.topic = ["api", "open source"]
        $0.visibility = .internal
    }

    /// The input of URLComponents in a hand-written client: values from the same properties.
    static func queryItems(_ request: ListProjects) -> [URLQueryItem] {
        var items: [URLQueryItem] = []
        if let value = request.archived { items.append(URLQueryItem(name: "archived", value: String(value))) }
        if let value = request.membership { items.append(URLQueryItem(name: "membership", value: String(value))) }
        if let value = request.minAccessLevel {
            items.append(URLQueryItem(name: "min_access_level", value: String(value.rawValue)))
        }
        if let value = request.orderBy { items.append(URLQueryItem(name: "order_by", value: value.rawValue)) }
        if let value = request.perPage { items.append(URLQueryItem(name: "per_page", value: String(value))) }
        if let value = request.search { items.append(URLQueryItem(name: "search", value: value)) }
        if let value = request.sort { items.append(URLQueryItem(name: "sort", value: value.rawValue)) }
        if let value = request.topic {
            items.append(URLQueryItem(name: "topic", value: value.joined(separator: ",")))
        }
        if let value = request.visibility { items.append(URLQueryItem(name: "visibility", value: value.rawValue)) }
        return items
    }

    static func run() async throws {
        var encoding = Contest("The query of a list with nine parameters")
        let ready = queryItems(request)
        encoding.add("gitlab-swift") { (try? request.encodedQuery().utf8.count) ?? 0 }
        encoding.add("URLComponents") {
            var components = URLComponents()
            components.queryItems = queryItems(request)
            return components.percentEncodedQuery?.utf8.count ?? 0
        }
        encoding.add("URLComponents, the items made before") {
            var components = URLComponents()
            components.queryItems = ready
            return components.percentEncodedQuery?.utf8.count ?? 0
        }
        if CommandLine.arguments.contains("--profile-list") { try await encoding.profile(0); exit(0) }
        if CommandLine.arguments.contains("--profile-list-components") { try await encoding.profile(1); exit(0) }
        try await encoding.run()

        var whole = Contest("The whole list request, with its URL and header fields")
        guard let base = URL(string: "https://gitlab.example.com") else { return }
        let gitlab = GitLabClient(baseURL: base)
        whole.add("gitlab-swift: HTTPRequest") {
            (try? gitlab.httpRequest(for: request).head.path?.utf8.count) ?? 0
        }
        whole.add("URLComponents: URL alone") {
            var components = URLComponents()
            components.scheme = "https"
            components.host = "gitlab.example.com"
            components.path = "/api/v4/projects"
            components.queryItems = queryItems(request)
            return components.url == nil ? 0 : 1
        }
        try await whole.run()
    }
}
