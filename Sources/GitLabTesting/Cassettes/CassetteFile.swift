// The file of a cassette: JSON in a fixed order, so that recording again changes only the lines that differ.

import Foundation
import GitLab

enum CassetteFile {
    private static let version: Int64 = 1

    /// Reads a file.
    ///
    /// - Throws: ``CassetteError``.
    static func read(_ file: URL) throws(CassetteError) -> [Interaction] {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: file))
        } catch {
            guard FileManager.default.fileExists(atPath: file.path) else {
                throw unreadable(file, "is missing. Record it with the mode `.record`")
            }
            throw unreadable(file, "cannot be read: \(error.localizedDescription)")
        }
        do {
            return try interactions(in: try JSONValue(json: bytes))
        } catch let error as JSONError {
            let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
            throw unreadable(file, "is not JSON: line \(line): \(error.reason)")
        } catch let problem as Problem {
            throw unreadable(file, "is no cassette of this version: \(problem.text)")
        } catch {
            throw unreadable(file, "cannot be read")
        }
    }

    private static func unreadable(_ file: URL, _ problem: String) -> CassetteError {
        CassetteError(kind: .unreadableFile, description: "the cassette \(file.path) \(problem)")
    }

    /// Writes a file as a whole: another process sees the old content or the new one.
    ///
    /// - Throws: ``CassetteError``.
    static func write(_ interactions: [Interaction], to file: URL) throws(CassetteError) {
        let value: JSONValue = .object([
            "version": .integer(version), "interactions": .array(interactions.map(json)),
        ])
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((value.lines(indentedBy: 0) + "\n").utf8).write(to: file, options: .atomic)
        } catch {
            throw CassetteError(
                kind: .unwritableFile,
                description: "the cassette \(file.path) cannot be written: \(error.localizedDescription)")
        }
    }
}

// MARK: - Writing

extension CassetteFile {
    private static func json(_ interaction: Interaction) -> JSONValue {
        ["request": json(interaction.request), "response": json(interaction.response)]
    }

    private static func json(_ request: RequestSummary) -> JSONValue {
        var members: [String: JSONValue] = ["method": .string(request.method), "path": .string(request.path)]
        if !request.query.isEmpty { members["query"] = .object(request.query) }
        switch request.content {
        case .none: break
        case .parameters(let value): members["body"] = value
        case .bytes(let type, let count):
            members["content"] = ["type": .string(type), "bytes": .integer(Int64(count))]
        }
        return .object(members)
    }

    private static func json(_ response: CassetteResponse) -> JSONValue {
        var members: [String: JSONValue] = ["status": .integer(Int64(response.status))]
        if !response.fields.isEmpty { members["fields"] = .object(response.fields.mapValues { .string($0) }) }
        switch response.content {
        case .none: break
        case .json(let value): members["json"] = value
        case .text(let text): members["text"] = .string(text)
        case .bytes(let bytes): members["base64"] = .string(Data(bytes).base64EncodedString())
        }
        return .object(members)
    }
}

extension JSONValue {
    /// Returns the value as JSON over several lines, members in the order of their names. It is the same on each system,
    /// which the output of `JSONEncoder` is not.
    fileprivate func lines(indentedBy depth: Int) -> String {
        let (inner, outer) = (String(repeating: "  ", count: depth + 1), String(repeating: "  ", count: depth))
        switch self {
        case .object(let members) where !members.isEmpty:
            let lines = members.sorted { $0.key < $1.key }.map { name, value in
                "\(inner)\(JSONValue.string(name).scalarLine): \(value.lines(indentedBy: depth + 1))"
            }
            return "{\n\(lines.joined(separator: ",\n"))\n\(outer)}"
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + $0.lines(indentedBy: depth + 1) }
            return "[\n\(lines.joined(separator: ",\n"))\n\(outer)]"
        case .null, .bool, .integer, .double, .string, .array, .object: return scalarLine
        }
    }

    private var scalarLine: String {
        (try? serialized()).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

// MARK: - Reading

extension CassetteFile {
    private struct Problem: Error {
        let text: String
    }

    /// A value and its place in the file.
    private struct Node {
        let value: JSONValue
        let place: String

        func optional(_ name: String) -> Node? {
            value.objectValue?[name].map { Node(value: $0, place: place.isEmpty ? name : "\(place).\(name)") }
        }

        func member(_ name: String) throws -> Node {
            guard let node = optional(name) else {
                throw Problem(text: "\(place.isEmpty ? "the file" : place) has no `\(name)`")
            }
            return node
        }

        func get<Value>(_ read: (JSONValue) -> Value?, _ type: String) throws -> Value {
            guard let result = read(value) else { throw Problem(text: "\(place) is not \(type)") }
            return result
        }

        var string: String { get throws { try get(\.stringValue, "a string") } }
        var integer: Int { get throws { try get(\.intValue, "an integer") } }
        var members: [String: JSONValue] { get throws { try get(\.objectValue, "an object") } }

        var elements: [Node] {
            get throws {
                try get(\.arrayValue, "an array").enumerated().map { Node(value: $1, place: "\(place)[\($0)]") }
            }
        }
    }

    private static func interactions(in value: JSONValue) throws -> [Interaction] {
        let root = Node(value: value, place: "")
        let version = try root.member("version").integer
        guard version == Self.version else {
            throw Problem(text: "version is \(version), and should be \(Self.version)")
        }
        return try root.member("interactions").elements.map { node in
            Interaction(
                request: try request(node.member("request")), response: try response(node.member("response")))
        }
    }

    private static func request(_ node: Node) throws -> RequestSummary {
        var content = RequestSummary.Content.none
        if let body = node.optional("body") {
            content = .parameters(body.value)
        } else if let file = node.optional("content") {
            content = .bytes(type: try file.member("type").string, count: try file.member("bytes").integer)
        }
        return RequestSummary(
            method: try node.member("method").string, path: try node.member("path").string,
            query: try node.optional("query")?.members ?? [:], content: content)
    }

    private static func response(_ node: Node) throws -> CassetteResponse {
        var fields: [String: String] = [:]
        if let list = node.optional("fields") {
            for name in try list.members.keys { fields[name] = try list.member(name).string }
        }
        let status = try node.member("status")
        guard (100...999).contains(try status.integer) else { throw Problem(text: "\(status.place) is not a status") }
        return CassetteResponse(status: try status.integer, fields: fields, content: try content(node))
    }

    private static func content(_ node: Node) throws -> CassetteResponse.Content {
        if let json = node.optional("json") { return .json(json.value) }
        if let text = node.optional("text") { return .text(try text.string) }
        guard let base64 = node.optional("base64") else { return .none }
        guard let data = Data(base64Encoded: try base64.string) else {
            throw Problem(text: "\(base64.place) is not Base64")
        }
        return .bytes([UInt8](data))
    }
}
