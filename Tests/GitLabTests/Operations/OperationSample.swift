// A request with attributes set, and their expected values on the server. The samples of all operations are made from
// the spec, so that none can forget an attribute.

import Foundation
import GitLab
import HTTPTypes

/// A request, and the expected parameters on the server.
struct OperationSample: Sendable, CustomStringConvertible {
    /// Method and path with its placeholders: `GET /projects/:id`.
    let route: String
    let path: [String: JSONValue]
    let query: [String: JSONValue]
    /// Header fields, by the names that the spec gives them.
    let header: [String: JSONValue]
    let body: [String: JSONValue]
    /// The texts in the request that no description may show.
    let secrets: [String]
    /// All that printing, dumping and describing shows of the request.
    let shown: @Sendable () -> String
    /// The request as printing shows it.
    let printed: @Sendable () -> String
    /// The type of the request.
    let type: String
    /// The attributes in the path of the request's parent, which has one property for all of them.
    let namesOfParent: Set<String>
    /// The stored properties of the request, those for null and for deprecated attributes among them.
    let properties: Set<String>
    /// The members of hashes in the request, by type and property; true for those that are set.
    let members: [String: Bool]
    /// Builds the request as it is sent.
    let build: @Sendable (GitLabClient) throws -> (head: HTTPRequest, body: RequestBody)

    init<Request: GitLabRequest>(
        _ request: Request, _ route: String, path: [String: JSONValue] = [:], query: [String: JSONValue] = [:],
        header: [String: JSONValue] = [:], body: [String: JSONValue] = [:], secrets: [String] = []
    ) {
        self.init(of: request, route, path, query, header, body, secrets) {
            let prepared = try $0.httpRequest(for: request)
            return (prepared.head, prepared.body)
        }
    }

    init<Request: DownloadRequest>(
        _ request: Request, _ route: String, path: [String: JSONValue] = [:], query: [String: JSONValue] = [:],
        header: [String: JSONValue] = [:], body: [String: JSONValue] = [:], secrets: [String] = []
    ) {
        self.init(of: request, route, path, query, header, body, secrets) { (try $0.httpRequest(for: request), .empty) }
    }

    private init(
        of request: some EndpointRequest, _ route: String, _ path: [String: JSONValue], _ query: [String: JSONValue],
        _ header: [String: JSONValue], _ body: [String: JSONValue], _ secrets: [String],
        build: @escaping @Sendable (GitLabClient) throws -> (head: HTTPRequest, body: RequestBody)
    ) {
        self.route = route
        self.path = path
        self.query = query
        self.header = header
        self.body = body
        self.secrets = secrets
        shown = { Shown.text(of: request) }
        printed = { "\(request)" }
        type = "\(Swift.type(of: request))"
        // It is sent with a content, and has no property.
        properties = Self.properties(of: request).union(body["encoding"] == nil ? [] : ["encoding"])
        namesOfParent = Self.namesOfParent(in: request)
        members = Self.members(in: request)
        self.build = build
    }

    /// GitLab's names of the attributes that are set.
    var names: Set<String> {
        Set(path.keys).union(query.keys).union(header.keys).union(body.keys)
    }

    /// The names of the attributes that have properties of their own, and the parent's.
    var namesOfProperties: Set<String> {
        names.subtracting(namesOfParent).union(namesOfParent.isEmpty ? [] : ["(parent)"])
    }

    private static func namesOfParent(in request: Any) -> Set<String> {
        let parent = storedProperties(of: request).lazy.compactMap { $0.value as? any ParentResource }.first
        let segments = parent?.parentPath.pathTemplate.split(separator: "/") ?? []
        return Set(segments.filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) })
    }

    var description: String { "\(type) with \(names.count) attributes" }

    private static func properties(of value: Any) -> Set<String> {
        Set(storedProperties(of: value).map(\.label))
    }

    /// The stored properties of a request or a hash, those for null and for deprecated attributes among them.
    private static func storedProperties(of value: Any) -> [(label: String, value: Any)] {
        Mirror(reflecting: value).children.flatMap { child -> [(label: String, value: Any)] in
            switch child.label {
            case "nullable"?, "deprecated"?: storedProperties(of: child.value)
            case let label?: [(label, child.value)]
            case nil: []
            }
        }
    }

    /// The members of all hashes that a value holds, at any depth.
    private static func members(in value: Any) -> [String: Bool] {
        var found: [String: Bool] = [:]
        if value is any ParameterHash {
            for (label, member) in storedProperties(of: value) {
                found["\(Swift.type(of: value)).\(label)"] = !isUnset(member)
            }
        }
        for child in Mirror(reflecting: value).children {
            found.merge(members(in: child.value)) { $0 || $1 }
        }
        return found
    }

    private static func isUnset(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        return switch mirror.displayStyle {
        case .optional?: mirror.children.isEmpty
        case .enum?: "\(value)" == "absent"
        default: false
        }
    }
}

/// Samples of one resource. They are added through the protocol so that they may set deprecated attributes.
protocol OperationSampling {
    static func add(to samples: inout [OperationSample])
}

extension OperationSample {
    /// The samples of all operations.
    static let all = resources.reduce(into: []) { samples, resource in resource.add(to: &samples) }
}

/// Moments and days of the samples.
enum Moment {
    /// So many seconds after noon, in UTC, of 29 February 2024.
    static func at(_ seconds: Double) -> Date {
        Date(timeIntervalSince1970: 1_709_208_000 + seconds)
    }

    /// A day of February 2024.
    static func day(_ number: Int) -> CalendarDate {
        CalendarDate(year: 2024, month: 2, day: number)!
    }
}
