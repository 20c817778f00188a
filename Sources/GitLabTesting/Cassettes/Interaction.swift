// A request and its response, as a cassette has them.

import GitLab
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A recorded request and its response, both without secrets.
struct Interaction: Sendable, Hashable {
    let request: RequestSummary
    let response: CassetteResponse
}

/// A request that is replayed or recorded.
struct Exchange {
    /// The request as it was sent.
    let head: HTTPRequest

    /// The request without secrets and without credentials in the query: one may be replayed without them.
    let summary: RequestSummary

    private let scrubber: SecretScrubber

    /// The names of credentials in a query.
    private static let credentials: Set<String> = ["private_token", "access_token", "job_token"]

    init(_ request: RecordedRequest, _ head: HTTPRequest, _ scrubber: SecretScrubber) {
        self.head = head
        self.scrubber = scrubber.with(credentialsOf: request)
        let whole = RequestSummary(request, self.scrubber)
        summary = RequestSummary(
            method: whole.method, path: whole.path,
            query: whole.query.filter { !Self.credentials.contains($0.key.lowercased()) }, content: whole.content)
    }

    /// The request, asking for a response that is not compressed.
    var unencoded: HTTPRequest {
        var request = head
        request.headerFields[.acceptEncoding] = "identity"
        return request
    }

    /// Scheme, host and relative root: `https://gitlab.example.com/gitlab`.
    var base: String {
        let path = head.path ?? ""
        let root = path.firstRange(of: "/api/v4").map { path[..<$0.lowerBound] } ?? ""
        return "\(head.scheme ?? "https")://\(head.authority ?? "")\(root.contains("?") ? "" : root)"
    }

    func interaction(_ head: HTTPResponse, _ content: [UInt8]) -> Interaction {
        Interaction(request: summary, response: CassetteResponse(head, content, to: self, scrubber))
    }
}

/// A recorded response.
struct CassetteResponse: Sendable, Hashable {
    enum Content: Sendable, Hashable {
        case none
        case json(JSONValue)
        case text(String)
        case bytes([UInt8])
    }

    let status: Int
    /// By name, in lower case.
    let fields: [String: String]
    let content: Content

    /// In the place of the address of the server, which may be another one when it is replayed.
    private static let base = "{base}"

    /// The fields that the client uses, but for those that differ each time.
    private static let names: Set<String> = [
        "accept-ranges", "content-disposition", "content-range", "content-type", "etag", "last-modified", "link",
        "location", "retry-after", "www-authenticate", "x-checksum-sha256", "x-next-page", "x-page", "x-per-page",
        "x-prev-page", "x-total", "x-total-pages",
    ]

    init(status: Int, fields: [String: String], content: Content) {
        self.status = status
        self.fields = fields
        self.content = content
    }

    init(_ head: HTTPResponse, _ body: [UInt8], to request: Exchange, _ scrubber: SecretScrubber) {
        status = head.status.code
        var fields: [String: String] = [:]
        for field in head.headerFields where Self.isKept(field.name, isHead: request.head.method == .head) {
            let isLink = field.name == .location || field.name.canonicalName == "link"
            let text = isLink ? Self.replacing(request.base, with: Self.base, in: field.value) : field.value
            let value = isLink ? scrubber.url(text) : scrubber.text(text)
            fields[field.name.canonicalName, default: ""] +=
                fields[field.name.canonicalName] == nil ? value : ", \(value)"
        }
        self.fields = fields
        let content = Self.content(body, type: head.headerFields[.contentType] ?? "", scrubber)
        self.content = content.mappingTexts { Self.replacing(request.base, with: Self.base, in: $0) }
    }

    /// - Parameter isHead: whether the request is `HEAD`; its response has a length without a body.
    private static func isKept(_ name: HTTPField.Name, isHead: Bool) -> Bool {
        let name = name.canonicalName
        if name == "content-length" { return isHead }
        // `X-Gitlab-Meta` names the request.
        return names.contains(name) || name.hasPrefix("x-gitlab-") && name != "x-gitlab-meta"
    }

    private static func content(_ body: [UInt8], type: String, _ scrubber: SecretScrubber) -> Content {
        if body.isEmpty { return .none }
        if RequestSummary.type(type).hasSuffix("json"), let json = try? JSONValue(parsing: body) {
            return .json(scrubber.response(json))
        }
        if !body.contains(0), let text = String(bytes: body, encoding: .utf8) { return .text(scrubber.text(text)) }
        return .bytes(scrubber.bytes(body))
    }

    /// Returns the bytes to replay.
    private func body(to request: Exchange) -> [UInt8] {
        switch content.mappingTexts({ Self.replacing(Self.base, with: request.base, in: $0) }) {
        case .none: []
        case .json(let json): (try? json.serialized()) ?? []
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes): bytes
        }
    }

    func transportResponse(to request: Exchange) -> TransportResponse {
        let body = body(to: request)
        var head = HTTPResponse(status: .init(code: status))
        for (name, value) in fields {
            guard let name = HTTPField.Name(name) else { continue }
            head.headerFields[name] = Self.replacing(Self.base, with: request.base, in: value)
        }
        if !body.isEmpty { head.headerFields[.contentLength] = "\(body.count)" }
        return TransportResponse(head: head, body: ResponseBody(body))
    }

    /// Returns the text with another address, unless the address goes on: `https://gitlab.com` is not part of
    /// `https://gitlab.company.example`.
    private static func replacing(_ address: String, with other: String, in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: address) {
            let goesOn =
                rest[range.upperBound...].first.map { $0.isLetter || $0.isNumber || "-.:".contains($0) } ?? false
            result += rest[..<range.lowerBound]
            result += goesOn && address != base ? address : other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}

extension CassetteResponse.Content {
    /// Returns the content with other strings in its JSON. Other content stays as it is.
    fileprivate func mappingTexts(_ change: (String) -> String) -> Self {
        if case .json(let value) = self { .json(value.mappingTexts(change)) } else { self }
    }
}
