// A request without its secrets: what snapshots show, and what cassettes compare.

import GitLab
import HTTPTypes

/// Method, path and decoded parameters of a request, without secrets.
struct RequestSummary: Sendable, Hashable {
    /// The body of a request.
    enum Content: Sendable, Hashable {
        case none
        /// JSON or a form. A file of a form is an object of its `filename` and its `size` in bytes.
        case parameters(JSONValue)
        /// Something else: its content type, without parameters, and its length.
        case bytes(type: String, count: Int)
    }

    let method: String

    /// The path below `/api/v4`, as it was sent.
    let path: String

    let query: [String: JSONValue]
    let content: Content

    init(method: String, path: String, query: [String: JSONValue], content: Content) {
        self.method = method
        self.path = path
        self.query = query
        self.content = content
    }

    init(_ request: RecordedRequest, _ scrubber: SecretScrubber) {
        method = request.method.rawValue
        path = scrubber.text(SecretNames.redacting(path: request.path))
        query = scrubber.parameters(.object(request.query)).objectValue ?? [:]
        content = Self.content(of: request, scrubber)
    }

    private static func content(of request: RecordedRequest, _ scrubber: SecretScrubber) -> Content {
        if request.bytes.isEmpty { return .none }
        if let parameters = parameters(of: request) { return .parameters(scrubber.parameters(parameters)) }
        return .bytes(type: type(request.fields[.contentType] ?? ""), count: request.bytes.count)
    }

    /// Returns the parameters of a body: JSON, or those of a form; nil for another body.
    static func parameters(of request: RecordedRequest) -> JSONValue? {
        if request.bytes.isEmpty { return nil }
        let field = request.fields[.contentType] ?? ""
        if type(field) == "application/json" { return request.body }
        return (try? RequestForm.members(of: request.bytes, as: field)).map { .object($0) }
    }

    /// Returns a content type without parameters.
    static func type(_ field: String) -> String {
        String(field.prefix { $0 != ";" && $0 != " " }).lowercased()
    }
}

// MARK: - Text

extension RequestSummary {
    /// The most lines of the parameters of a request.
    private static let mostLines = 100

    /// The most characters of a value.
    private static let longestValue = 200

    /// `POST /projects`
    var line: String { Self.cut("\(method) \(path)") }

    /// The parameters, each in a line: those of the query, then those of the body, in the order of their names.
    var parameterLines: [String] {
        var lines = Self.lines(of: .object(query), at: "").map { "query \($0)" }
        switch content {
        case .none: break
        case .parameters(let value): lines += Self.lines(of: value, at: "").map { $0.isEmpty ? "body" : "body \($0)" }
        case .bytes(let type, let count): lines.append("body = \(count) bytes\(type.isEmpty ? "" : " of \(type)")")
        }
        guard lines.count > Self.mostLines else { return lines }
        return lines.prefix(Self.mostLines) + ["… and \(lines.count - Self.mostLines) more lines"]
    }

    /// Returns `name = value` for each value, with brackets for members and elements as in a query.
    private static func lines(of value: JSONValue, at place: String) -> [String] {
        if let file = file(value), !place.isEmpty { return ["\(place) = \(file)"] }
        switch value {
        case .object(let members) where !members.isEmpty || place.isEmpty:
            return members.sorted { $0.key < $1.key }.flatMap { name, value in
                lines(of: value, at: place.isEmpty ? name : "\(place)[\(name)]")
            }
        case .array(let elements) where elements.contains { !$0.isScalar }:
            return elements.enumerated().flatMap { index, value in lines(of: value, at: "\(place)[\(index)]") }
        default: return [(place.isEmpty ? "= " : "\(place) = ") + cut(text(value))]
        }
    }

    private static func file(_ value: JSONValue) -> String? {
        guard case .object(let members) = value, members.count == 2, let size = members["size"]?.intValue,
            case .string? = members["filename"]
        else { return nil }
        return "file \(cut(text(members["filename"] ?? .null))), \(size) bytes"
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(SecretNames.redaction): SecretNames.redaction
        case .array(let elements): "[\(elements.map(text).joined(separator: ", "))]"
        default: (try? value.serialized()).map { String(decoding: $0, as: UTF8.self) } ?? "unwritable"
        }
    }

    /// Returns the text, or its beginning and its length.
    static func cut(_ text: String) -> String {
        text.count <= longestValue ? text : "\(text.prefix(longestValue))… (\(text.count) characters)"
    }
}

extension JSONValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .null, .bool, .integer, .double, .string: true
        case .array, .object: false
        }
    }
}
