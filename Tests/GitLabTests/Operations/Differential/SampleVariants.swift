// Variants of a sample: each attribute missing, empty, of another type, outside its values, sent in another way.

import Foundation
import GitLab
import HTTPTypes
import TestSeeds

@testable import GitLabTesting

/// Makes the variants of one sample.
struct SampleVariants {
    private let sample: OperationSample
    private let match: RouteMatch
    private let original: VariantRequest
    private let tree: AttributeTree
    private let table = OperationTable.shared
    /// The body is sent as it is, or has files.
    private let isOpaque: Bool

    init?(_ sample: OperationSample, _ client: GitLabClient, _ routes: RouteTable) async throws {
        let (head, body) = try sample.build(client)
        guard let received = try ReceivedRequest(head),
            let match = routes.match(head.method.rawValue, received.place)
        else { return nil }
        let target = head.path ?? ""
        original = VariantRequest(
            name: "\(sample.type) as it is", method: head.method.rawValue, target: target,
            contentType: head.headerFields[.contentType], body: try await body.collected())
        isOpaque = !original.body.isEmpty && original.contentType?.hasPrefix("application/json") != true
        let files = match.operation.attributes.filter { $0.type == .builtIn("file") || $0.isWholeBody }.map(\.name)
        tree = AttributeTree(
            method: head.method.rawValue, path: String(target.prefix { $0 != "?" }), query: sample.query,
            body: sample.body.filter { !files.contains($0.key) }.mapValues(\.withoutFiles))
        self.sample = sample
        self.match = match
    }

    /// The way in which the client sends the attributes of the body.
    private var usual: Carrier { tree.method == "GET" || tree.method == "DELETE" ? .query : .json }

    /// The sample as the client sends it, and in the other ways.
    func whole() throws -> [VariantRequest] {
        var requests = [original]
        guard tree.method != "GET", !match.operation.attributes.contains(where: \.isWholeBody) else { return requests }
        for carrier in Carrier.allCases {
            if isOpaque, carrier == .json { continue }
            var moved = tree
            if carrier != .query { (moved.body, moved.query) = (tree.body.merging(tree.query) { $1 }, [:]) }
            requests.append(try moved.request("\(sample.type) by \(carrier)", by: carrier))
        }
        return requests
    }

    /// Requests that are wrong as a whole: attributes that nobody knows, that exclude each other, or a body that is
    /// none.
    func odd() throws -> [VariantRequest] {
        var requests: [VariantRequest] = []
        var unknown = tree
        if usual == .json { unknown.body["unknown_attribute"] = ["a": 1] } else { unknown.query["unknown"] = "x" }
        requests.append(try unknown.request("\(sample.type) with an unknown attribute", by: usual))
        for group in match.operation.exclusive + match.operation.atLeastOneOf {
            var without = trimmed
            for name in group { without.set(name, nil) }
            requests.append(try without.request("\(sample.type) without \(group)", by: usual))
            for name in group.prefix(2) { without.set(name, value(of: name), isInBody: usual == .json) }
            requests.append(try without.request("\(sample.type) with two of \(group)", by: usual))
        }
        if usual == .json, !isOpaque {
            for (type, text) in Self.bodies {
                requests.append(
                    VariantRequest(
                        name: "\(sample.type) with the body \(text)", method: tree.method, target: original.target,
                        contentType: type, body: Array(text.utf8)))
            }
        }
        return try requests + places()
    }

    private static let bodies: [(String?, String)] = [
        ("application/json", "{"), ("application/json", "[1]"), ("application/json", "\"x\""),
        ("application/json", ""), ("application/json", " "), ("application/json; charset=utf-8", "{}"),
        ("text/plain", "{}"), (nil, "{}"), ("application/x-www-form-urlencoded", "a%ff=1"),
        ("application/x-www-form-urlencoded", "name=a;b"), ("application/json", "{\"name\": \"a\\u0000\"}"),
    ]

    /// Other values in the path.
    private func places() throws -> [VariantRequest] {
        let parts = tree.path.split(separator: "/").map(String.init)
        return try match.pattern.parts.enumerated().flatMap { index, part -> [VariantRequest] in
            guard case .placeholder(let name) = part else { return [] }
            return try ["abc", "1.5", "-3", "%20", "a%2Fb.json", "99999999999999999999"].map { text in
                var moved = trimmed
                var steps = parts
                steps[index + 2] = text
                moved.path = "/" + steps.joined(separator: "/")
                return try moved.request("\(sample.type) at \(name) \(text)", by: usual)
            }
        }
    }

    /// The sample with its required attributes alone, where it has many.
    private var trimmed: AttributeTree {
        guard tree.query.count + tree.body.count > 12 else { return tree }
        let needed = Set(match.declaredParameters.filter(\.isRequired).map(\.name))
            .union(match.operation.atLeastOneOf.compactMap(\.first))
        var trimmed = tree
        trimmed.query = tree.query.filter { needed.contains($0.key) }
        trimmed.body = tree.body.filter { needed.contains($0.key) }
        return trimmed
    }

    private func value(of name: String) -> JSONValue {
        if let value = tree.query[name] ?? tree.body[name] { return value }
        let attribute = match.declaredParameters.first { $0.name == name }
        return attribute.map { table.anExample(of: $0.type) } ?? "x"
    }

    /// Variants of all attributes.
    ///
    /// - Parameter isChosen: Whether to make one that is not at a limit.
    func attributes(where isChosen: () -> Bool) throws -> [VariantRequest] {
        try match.declaredParameters.filter { $0.location != "path" }.flatMap { attribute in
            let isInBody = attribute.location == "body"
            let usual = isInBody ? self.usual : .query
            let changes = AttributeVariants(attribute, table, sent: value(of: attribute.name)).all
            return try changes.filter { isChosen() || $0.isAtLimit }.flatMap { change in
                var changed = trimmed
                changed.set(attribute.name, change.value, isInBody: isInBody)
                let name = "\(sample.type) with \(attribute.name) \(change.name)"
                let pairs = change.pairs
                guard pairs.isEmpty || usual != .json else {
                    return [try changed.request(name + " by form", by: .form, adding: pairs)]
                }
                let other: [Carrier] = isInBody && tree.method != "GET" && usual != .form ? [.form] : []
                return try ([usual] + other).map { carrier in
                    try changed.request("\(name) by \(carrier)", by: carrier, adding: pairs)
                }
            }
        }
    }
}

extension AttributeTree {
    /// Replaces or, with nil, removes an attribute.
    mutating func set(_ name: String, _ value: JSONValue?, isInBody: Bool = true) {
        query[name] = nil
        body[name] = nil
        if isInBody { body[name] = value } else { query[name] = value }
    }
}

extension JSONValue {
    /// The value without the files of a hash, which only a multipart form can have.
    fileprivate var withoutFiles: JSONValue {
        objectValue.map { .object($0.filter { $0.value["sha256"] == nil }) } ?? self
    }
}
