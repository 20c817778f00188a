// A request as the in-memory server reads it: the place that is requested, and the parameters.

import GitLab
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

struct ReceivedRequest {
    let method: HTTPRequest.Method

    /// Scheme, host and relative root: `https://gitlab.example.com/gitlab`.
    let base: String

    /// The parts of the path after `/api/v4`, unescaped: `["projects", "group/project"]`.
    let place: [String]

    /// The path after `/api/v4` as it was sent.
    let path: String

    /// Query and body together; the body wins.
    private(set) var parameters: [String: JSONValue]

    let token: String?

    /// The moment after which what the request deletes must not have changed.
    let unmodifiedSince: Date?

    private let contentType: String?

    /// Returns nil for a path that is not below `/api/v4`.
    init?(_ request: HTTPRequest) throws {
        let halves = (request.path ?? "/").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: "/")
        guard let api = parts.firstIndex(of: "api"), parts.dropFirst(api + 1).first == "v4" else {
            return nil
        }
        method = request.method
        let root = parts[..<api].map { "/\($0)" }.joined()
        base = "\(request.scheme ?? "https")://\(request.authority ?? "gitlab.test")\(root)"
        path = parts.dropFirst(api + 2).map { "/\($0)" }.joined()
        place = try parts.dropFirst(api + 2).map { try QueryString.unescape($0, plusIsSpace: false) }
        unmodifiedSince = request.headerFields[.ifUnmodifiedSince].flatMap(Self.moment(ofField:))
        contentType = request.headerFields[.contentType]
        let query = halves.count == 2 ? try QueryString(parsing: halves[1]).parameters : [:]
        token =
            ["PRIVATE-TOKEN", "JOB-TOKEN"].compactMap { HTTPField.Name($0).flatMap { request.headerFields[$0] } }.first
            ?? request.headerFields[.authorization].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
            ?? ["private_token", "access_token", "job_token"].compactMap { query[$0]?.stringValue }.first
        parameters = query
        // In a query, it is the format of the response, whatever the operation makes of it.
        if let format = parameters["format"]?.stringValue, format != "json" {
            throw FailureResponse(406, ["error": .string("The requested format '\(format)' is not supported.")])
        }
    }

    /// A request for a path below `/api/v4`.
    static func get(_ path: String) throws -> ReceivedRequest? {
        try ReceivedRequest(
            HTTPRequest(method: .get, scheme: "https", authority: "gitlab.test", path: "/api/v4" + path))
    }

    /// Gives the attributes the types of the fields of a model.
    mutating func type(_ making: ItemMaking) { parameters = making.typed(parameters) }

    /// Replaces attributes by what they are in the types that their operation declares.
    mutating func convert(to values: [String: JSONValue]) {
        for name in parameters.keys { parameters[name] = values[name] }
    }

    /// Removes attributes, such as those that GitLab ignores.
    mutating func remove(_ names: [String]) {
        for name in names { parameters[name] = nil }
    }

    /// Adds the attributes of the body, which is JSON, a form or a multipart form.
    mutating func read(_ body: [UInt8]) throws {
        guard !body.isEmpty, method != .get else { return }
        let type = contentType ?? ""
        parameters.merge(try RequestForm.members(of: body, as: type)) { _, sent in sent }
    }
}

/// Readings of parameters by their declared type. A text is converted to the type where possible, as the server does.
extension ReceivedRequest {
    func text(_ name: String) throws -> String? {
        switch parameters[name] {
        case nil, .null?: nil
        case .string(let text)?: text
        case .integer(let number)?: String(number)
        case .double(let number)?: String(number)
        case .bool(let flag)?: String(flag)
        case .array?, .object?: throw FailureResponse.invalid(name, "is invalid")
        }
    }

    func text(_ name: String, among values: [String]) throws -> String? {
        guard let text = try text(name) else { return nil }
        guard values.contains(text) else { throw FailureResponse.invalid(name, "does not have a valid value") }
        return text
    }

    func flag(_ name: String) throws -> Bool? {
        guard let text = try text(name)?.lowercased(), !text.isEmpty else { return nil }
        if ["true", "t", "1", "yes", "y", "on"].contains(text) { return true }
        if ["false", "f", "0", "no", "n", "off"].contains(text) { return false }
        throw FailureResponse.invalid(name, "is invalid")
    }

    func integer(_ name: String) throws -> Int? {
        guard let text = try text(name), !text.isEmpty else { return nil }
        guard let number = Int(text) else { throw FailureResponse.invalid(name, "is invalid") }
        return number
    }

    /// Returns a list from an array or a text; its elements are split at commas.
    func commaList(_ name: String) throws -> [String]? {
        let elements: [JSONValue]
        switch parameters[name] {
        case nil: return nil
        case .array(let array)?: elements = array
        case .null?: elements = []
        case let single?: elements = [single]
        }
        return try elements.flatMap { element -> [String] in
            guard case .string(let text) = element else { throw FailureResponse.invalid(name, "is invalid") }
            return text.split(separator: ",").map { String($0).trimmingSpaces }
        }
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmingSpaces: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
