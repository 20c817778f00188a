// A request as it would be sent, for inspection.

import HTTPTypes

/// A request as it would be sent: its head and its body, without credentials.
///
/// ```swift
/// print(try gitlab.httpRequest(for: CreateProject(name: "demo")))
/// // POST https://gitlab.example.com/api/v4/projects
/// // Accept: application/json
/// // User-Agent: gitlab-swift
/// // Content-Type: application/json
/// //
/// // {"name":"demo"}
/// ```
///
/// The description redacts secret attributes, as errors do. Of a ``CustomRequest``, whose secret attributes are not
/// known, it shows only the names. ``head`` and ``body`` hold everything that is sent.
public struct PreparedRequest<Request: EndpointRequest>: Sendable {
    /// Method, URL and header fields, without those of the credentials.
    public let head: HTTPRequest

    /// The body; ``RequestBody/text`` shows it.
    public let body: RequestBody

    /// The request that it was made from.
    public let request: Request
}

extension PreparedRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Method, URL, header fields and body, with `[redacted]` in place of secrets. A multipart body is shown as a line
    /// for each attribute, with the name and length of a file. A long body is cut.
    public var description: String { Outline.of(head, body, request) }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing besides the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A request whose attributes may all be secret. Its description shows none of their values.
protocol SecretiveRequest: EndpointRequest {}

/// The description, without generic code.
private enum Outline {
    /// The longest body that is shown, in characters.
    private static let longestBody = 16_384

    static func of(_ head: HTTPRequest, _ body: RequestBody, _ request: any EndpointRequest) -> String {
        // Also within a request of a user's own.
        let isSecretive =
            request is any SecretiveRequest
            || Mirror(reflecting: request).children.contains { $0.value is any SecretiveRequest }
        guard !isSecretive else { return names(head, body, request) }
        var lines = ["\(head.method.rawValue) \(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")"]
        lines += head.headerFields.map { "\($0.name): \($0.value)" }
        if !body.isEmpty { lines += ["", text(of: body, head, request)] }
        var secrets = Set(SecretText.secrets(in: request))
        for secret in secrets {
            var escaped = ByteBuffer()
            escaped.append(jsonEscaped: secret)
            secrets.insert(escaped.text)
        }
        // Redacted before it is cut, so that no part of a secret is left.
        let text = SecretText.redacting(lines.joined(separator: "\n"), Array(secrets))
        guard text.utf8.count > longestBody,
            let end = text.index(text.startIndex, offsetBy: longestBody, limitedBy: text.endIndex), end < text.endIndex
        else { return text }
        return text[..<end] + "…"
    }

    private static func text(of body: RequestBody, _ head: HTTPRequest, _ request: any EndpointRequest) -> String {
        guard head.headerFields[.contentType]?.hasPrefix("multipart/") == true else { return body.text }
        var lines = PairLines()
        do throws(ValidationError) {
            for pair in request.bodyParameters.pairs { try BracketWriter.write(pair.name, pair.value, to: &lines) }
        } catch {
            return body.description
        }
        return lines.lines.joined(separator: "\n")
    }

    /// Returns the request without any value.
    private static func names(_ head: HTTPRequest, _ body: RequestBody, _ request: any EndpointRequest) -> String {
        func list(_ kind: String, _ parameters: Parameters) -> [String] {
            parameters.isEmpty ? [] : ["\(kind): " + parameters.pairs.map(\.name).joined(separator: ", ")]
        }
        let lines =
            [
                "\(head.method.rawValue) \(request.documentedEndpoint.pathTemplate) at \(head.scheme ?? "")://\(head.authority ?? "")"
            ]
            + list("query", request.queryParameters) + list("fields", request.headerParameters)
            + list("body", request.bodyParameters) + (body.isEmpty ? [] : ["\(body)"])
        return lines.joined(separator: "\n")
    }
}

/// Parameters as lines, one for each part of a multipart body.
private struct PairLines: PairOutput {
    private(set) var lines: [String] = []

    var place: String { "a description" }
    static var openBracket: StaticString { "[" }
    static var closeBracket: StaticString { "]" }

    static func objection(toName name: String) -> String? { nil }

    static func append(name: String, to key: inout [UInt8]) { key.append(contentsOf: name.utf8) }

    mutating func writeNull(key: [UInt8], at path: AttributePath) throws(ValidationError) { add(key, "null") }

    mutating func write(_ text: String, key: [UInt8], at path: AttributePath) throws(ValidationError) { add(key, text) }

    mutating func write(_ file: FileUpload, key: [UInt8], at path: AttributePath) throws(ValidationError) {
        var place = file.description
        if case .file(let url) = file.content, let length = (try? ReadableFile(url))?.length {
            place = "\(file.filename) (\(file.contentType ?? "application/octet-stream"), \(length) bytes)"
        }
        add(key, place)
    }

    private mutating func add(_ key: [UInt8], _ text: String) {
        lines.append("\(String(decoding: key, as: UTF8.self)): \(text)")
    }
}
