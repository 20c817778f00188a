// The requests of a client without validation: the spelling that everyone writes first.

import Foundation

enum NaiveClient {
    static func wire(_ members: [Tree.Member], id: String = "1", as face: Face, to route: Route) -> Wired {
        let path = "/api/v4" + route.rawValue.replacing(":id", with: escaped(id))
        let pairs = members.flatMap { Self.pairs($0.name, $0.value) }
        switch face {
        case .path:
            return Wired(method: "GET", target: path, contentType: nil, body: [])
        case .query:
            let query = pairs.map { pair in
                pair.text.map { "\(escaped(pair.key))=\(escaped($0))" } ?? escaped(pair.key)
            }
            return Wired(
                method: "GET", target: path + "?" + query.joined(separator: "&"), contentType: nil, body: [])
        case .form:
            let form = pairs.map { pair in
                pair.text.map { "\(escaped(pair.key))=\(escaped($0))" } ?? escaped(pair.key)
            }
            return Wired(
                method: "PUT", target: path, contentType: "application/x-www-form-urlencoded",
                body: Array(form.joined(separator: "&").utf8))
        case .json:
            let body =
                "{" + members.map { "\(OrderedJSON.quoted($0.name)):\(json($0.value))" }.joined(separator: ",") + "}"
            return Wired(method: "PUT", target: path, contentType: "application/json", body: Array(body.utf8))
        case .multipart:
            var body: [UInt8] = []
            for pair in pairs { body += part(pair) }
            body += Array("--\(Faces.boundary)--\r\n".utf8)
            return Wired(
                method: "PUT", target: path, contentType: "multipart/form-data; boundary=\(Faces.boundary)", body: body)
        }
    }

    private struct Pair {
        let key: String
        /// nil: null.
        var text: String?
        var file: Tree.File?
    }

    private static func pairs(_ key: String, _ tree: Tree) -> [Pair] {
        switch tree {
        case .hash(let members), .open(let members):
            guard !members.isEmpty else { return [Pair(key: key, text: "")] }
            return members.flatMap { pairs("\(key)[\($0.name)]", $0.value) }
        case .array(let elements):
            guard !elements.isEmpty else { return [Pair(key: key, text: "")] }
            return elements.flatMap { pairs("\(key)[]", $0) }
        case .commas(let elements): return [Pair(key: key, text: elements.map(scalar).joined(separator: ","))]
        case .null: return [Pair(key: key)]
        case .file(let file): return [Pair(key: key, text: String(decoding: file.content, as: UTF8.self), file: file)]
        case .bool, .integer, .double, .text, .instant, .day: return [Pair(key: key, text: scalar(tree))]
        }
    }

    private static func scalar(_ tree: Tree) -> String {
        switch tree {
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .double(let value): value.description
        case .text(let text), .day(let text): text
        case .instant(let milliseconds):
            Date(timeIntervalSince1970: Double(milliseconds) / 1_000).formatted(.iso8601)
        case .null, .array, .commas, .hash, .open, .file: ""
        }
    }

    private static func json(_ tree: Tree) -> String {
        switch tree {
        case .null, .bool, .integer: tree.json.text
        case .double(let value): value.description
        case .text, .day, .instant: OrderedJSON.quoted(scalar(tree))
        case .array(let elements), .commas(let elements): "[" + elements.map(json).joined(separator: ",") + "]"
        case .hash(let members), .open(let members):
            "{" + members.map { "\(OrderedJSON.quoted($0.name)):\(json($0.value))" }.joined(separator: ",") + "}"
        case .file(let file): OrderedJSON.quoted(Data(file.content).base64EncodedString())
        }
    }

    private static func part(_ pair: Pair) -> [UInt8] {
        var head = "--\(Faces.boundary)\r\nContent-Disposition: form-data; name=\"\(pair.key)\""
        if let file = pair.file {
            head += "; filename=\"\(file.name)\"\r\nContent-Type: \(file.contentType ?? "application/octet-stream")"
        }
        return Array("\(head)\r\n\r\n".utf8) + (pair.file?.content ?? Array((pair.text ?? "").utf8)) + [0x0D, 0x0A]
    }

    private static func escaped(_ text: String) -> String {
        let safe = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: safe) ?? ""
    }
}
