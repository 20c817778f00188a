// From a tree to the bytes that the client sends for it: the one place of these tests that knows the client's types.

import Foundation
import GitLabRuntime
import HTTPTypes

/// Where parameters are sent.
enum Face: String, Sendable, CaseIterable {
    case query, form, multipart, json, path
}

/// One request as it is on the wire.
struct Wired: Sendable {
    var method: String
    var target: String
    var contentType: String?
    var body: [UInt8]

    /// The whole request in HTTP/1.1.
    var bytes: [UInt8] {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        if let contentType { head += "Content-Type: \(contentType)\r\n" }
        if !body.isEmpty || method != "GET" { head += "Content-Length: \(body.count)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }
}

/// The routes of Server/wire_routes.rb.
enum Route: String, Sendable, CaseIterable {
    /// Accepts anything and coerces nothing.
    case free = "/free"
    /// The same with an attribute in the path.
    case freeWithID = "/free/:id"
    /// Declares an attribute of each type.
    case declared = "/declared"
}

/// The reason why the client does not send a value.
struct Rejected: Error {
    let message: String
}

enum Faces {
    /// The boundary that replaces the random one, so that bytes can be recorded.
    static let boundary = "gitlab-swift-fixed-boundary"

    /// Returns the bytes that the client sends for these members.
    ///
    /// - Parameters:
    ///   - members: named values, for the query or the body; nothing for a path.
    ///   - id: the attribute of the path, if the route has one.
    static func wire(_ members: [Tree.Member], id: String = "1", as face: Face, to route: Route) throws -> Wired {
        switch (face, route) {
        case (.query, .free), (.path, .free): try wired(Sending<Get<Free>>(id: id, members: members))
        case (.query, .freeWithID), (.path, .freeWithID): try wired(Sending<Get<FreeWithID>>(id: id, members: members))
        case (.query, .declared), (.path, .declared): try wired(Sending<Get<Declared>>(id: id, members: members))
        case (.json, .free), (.multipart, .free): try wired(Sending<Put<Free>>(id: id, members: members))
        case (.json, .freeWithID), (.multipart, .freeWithID):
            try wired(Sending<Put<FreeWithID>>(id: id, members: members))
        case (.json, .declared), (.multipart, .declared): try wired(Sending<Put<Declared>>(id: id, members: members))
        case (.form, .free): try wired(Sending<PutForm<Free>>(id: id, members: members))
        case (.form, .freeWithID): try wired(Sending<PutForm<FreeWithID>>(id: id, members: members))
        case (.form, .declared): try wired(Sending<PutForm<Declared>>(id: id, members: members))
        }
    }

    private static let client = GitLabClient(baseURL: URL(string: "http://127.0.0.1")!)

    private static func wired(_ request: some GitLabRequest) throws -> Wired {
        let head: HTTPRequest
        let body: RequestBody
        do {
            let prepared = try client.httpRequest(for: request)
            (head, body) = (prepared.head, prepared.body)
        } catch let error as GitLabError where error.kind == .invalidRequest {
            throw Rejected(message: error.message)
        }
        return Wired(
            method: head.method.rawValue, target: head.path ?? "", contentType: head.headerFields[.contentType],
            body: body.bytes ?? []
        )
    }
}

extension Wired {
    /// The same with the boundary that is always the same.
    var withFixedBoundary: Wired {
        guard let contentType, let mark = contentType.range(of: "boundary=") else { return self }
        let random = Data(contentType[mark.upperBound...].utf8)
        var (fixed, rest) = (Data(), Data(body)[...])
        while let place = rest.range(of: random) {
            fixed += rest[..<place.lowerBound] + Data(Faces.boundary.utf8)
            rest = rest[place.upperBound...]
        }
        var wired = self
        wired.contentType = contentType[..<mark.upperBound] + Faces.boundary
        wired.body = Array(fixed + rest)
        return wired
    }
}

// MARK: - Requests

private protocol FixedEndpoint: Sendable {
    static var endpoint: Endpoint { get }
}

private protocol FixedPath: Sendable {
    static var route: Route { get }
}

private enum Free: FixedPath { static let route = Route.free }
private enum FreeWithID: FixedPath { static let route = Route.freeWithID }
private enum Declared: FixedPath { static let route = Route.declared }

private enum Get<Path: FixedPath>: FixedEndpoint {
    static var endpoint: Endpoint { Endpoint("wire.get", .get, Path.route.rawValue) }
}

private enum Put<Path: FixedPath>: FixedEndpoint {
    static var endpoint: Endpoint { Endpoint("wire.put", .put, Path.route.rawValue) }
}

private enum PutForm<Path: FixedPath>: FixedEndpoint {
    static var endpoint: Endpoint { Endpoint("wire.form", .put, Path.route.rawValue, readsForm: true) }
}

private struct Sending<Fixed: FixedEndpoint>: GitLabRequest {
    typealias Response = EmptyResponse
    static var endpoint: Endpoint { Fixed.endpoint }

    let id: String
    let members: [Tree.Member]

    func addPath(to path: inout PathAttributes) {
        if Self.endpoint.pathTemplate.contains(":id") { path.add("id", id) }
    }

    func addQuery(to query: inout ParameterEncoder) {
        if Self.endpoint.method == .get { add(to: &query) }
    }

    func addBody(to body: inout ParameterEncoder) {
        if Self.endpoint.method != .get { add(to: &body) }
    }

    /// Single values in their own types, as generated code adds them: they have another path through the encoder.
    private func add(to body: inout ParameterEncoder) {
        for member in members {
            switch member.value {
            case .text(let text): body.add(member.name, text)
            case .integer(let value): body.add(member.name, Int(value))
            case .bool(let value): body.add(member.name, value)
            case .instant(let milliseconds): body.add(member.name, Tree.date(milliseconds))
            case .commas(let elements):
                if let texts = Tree.texts(elements) {
                    body.addCommaSeparated(member.name, texts)
                } else {
                    body.addCommaSeparated(member.name, elements)
                }
            case .null, .double, .day, .array, .hash, .open, .file: body.add(member.name, member.value)
            }
        }
    }
}

// MARK: - Values

extension Tree: ParameterEncodable {
    var parameterValue: ParameterValue {
        switch self {
        case .null: .null
        case .bool(let value): value.parameterValue
        case .integer(let value): value.parameterValue
        case .double(let value): value.parameterValue
        case .text(let text): text.parameterValue
        case .instant(let milliseconds): Self.date(milliseconds).parameterValue
        case .day(let text): CalendarDate(text).map(\.parameterValue) ?? text.parameterValue
        case .array(let elements): elements.parameterValue
        case .commas(let elements): .commaList(elements.map(\.parameterValue))
        case .hash(let members): FixedHash(tree: members).parameterValue
        case .open(let members): Dictionary(members.map { ($0.name, $0.value) }) { $1 }.parameterValue
        case .file(let file):
            FileUpload(filename: file.name, contentType: file.contentType, bytes: file.content).parameterValue
        }
    }

    static func date(_ milliseconds: Int64) -> Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }

    /// The texts, if all of these are.
    static func texts(_ trees: [Tree]) -> [String]? {
        var texts: [String] = []
        for tree in trees {
            guard case .text(let text) = tree else { return nil }
            texts.append(text)
        }
        return texts
    }

    private struct FixedHash: ParameterHash {
        let tree: [Member]

        func add(to hash: inout ParameterEncoder) {
            for member in tree { hash.add(member.name, member.value) }
        }
    }
}
