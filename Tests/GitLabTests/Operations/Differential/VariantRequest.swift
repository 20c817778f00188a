// A request whose attributes are changed before it is sent.

import Foundation
import GitLab
import HTTPTypes

/// A request, byte by byte the same for both servers.
struct VariantRequest: Sendable {
    let name: String
    let method: String
    /// The path with its query.
    let target: String
    let contentType: String?
    let body: [UInt8]

    /// The request on the wire.
    var bytes: [UInt8] {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: gitlab.test"]
        if let contentType { lines.append("Content-Type: \(contentType)") }
        if !body.isEmpty || method != "GET" { lines.append("Content-Length: \(body.count)") }
        return Array((lines + ["", ""]).joined(separator: "\r\n").utf8) + body
    }

    var head: HTTPRequest {
        var head = HTTPRequest(
            method: .init(method) ?? .get, scheme: "https", authority: "gitlab.test", path: target)
        head.headerFields[.contentType] = contentType
        return head
    }
}

extension VariantRequest: CustomStringConvertible {
    var description: String {
        let text = String(decoding: body.prefix(400), as: UTF8.self)
        return "\(name): \(method) \(target.prefix(400)) \(contentType ?? "") \(text)"
    }
}

/// How attributes are sent.
enum Carrier: String, CaseIterable {
    case query, json, form
}

/// The attributes of a request, and where they go.
struct AttributeTree {
    let method: String
    /// The path without a query.
    var path: String
    var query: [String: JSONValue]
    var body: [String: JSONValue]

    /// Returns the request with the attributes of the body sent in a way.
    ///
    /// - Parameter pairs: Pairs of a query or a form that are added to those of the attributes.
    func request(_ name: String, by carrier: Carrier, adding pairs: [String] = []) throws -> VariantRequest {
        var (query, form) = (Brackets.pairs(of: self.query), Brackets.pairs(of: body))
        switch carrier {
        case .query:
            (query, form) = (query + form + pairs, [])
        case .form: form += pairs
        case .json: query += pairs
        }
        let target = query.isEmpty ? path : path + "?" + query.joined(separator: "&")
        switch carrier {
        case .query:
            return VariantRequest(name: name, method: method, target: target, contentType: nil, body: [])
        case .form:
            return VariantRequest(
                name: name, method: method, target: target, contentType: "application/x-www-form-urlencoded",
                body: Array(form.joined(separator: "&").utf8))
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return VariantRequest(
                name: name, method: method, target: target, contentType: "application/json",
                body: [UInt8](try encoder.encode(body)))
        }
    }
}

/// Attributes as pairs of a query or a form, without a look at what a server makes of them.
enum Brackets {
    static func pairs(of attributes: [String: JSONValue]) -> [String] {
        attributes.sorted { $0.key < $1.key }.flatMap { pairs(escaped($0.key), $0.value) }
    }

    static func pairs(_ name: String, _ value: JSONValue) -> [String] {
        switch value {
        case .null: [name]
        case .bool(let flag): ["\(name)=\(flag)"]
        case .integer(let number): ["\(name)=\(number)"]
        case .double(let number): ["\(name)=\(number)"]
        case .string(let text): ["\(name)=\(escaped(text))"]
        case .array(let elements): elements.isEmpty ? ["\(name)[]="] : elements.flatMap { pairs(name + "[]", $0) }
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { pairs("\(name)[\(escaped($0.key))]", $0.value) }
        }
    }

    static func escaped(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "-._~").union(.alphanumerics).intersection(
            CharacterSet(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128)))
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
