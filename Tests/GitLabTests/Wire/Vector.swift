// The record of one value: the bytes that the client sends and the parameters that the server reads.

import Foundation

/// One line of Vectors/: a value, its bytes and what arrives.
struct Vector: Sendable {
    let name: String
    let face: Face
    let route: Route
    let id: String
    let members: [Tree.Member]
    /// The query, the path, or the body.
    let bytes: [UInt8]
    /// The parameters that the route gets; nil for a rejected value.
    let arrived: OrderedJSON?
    /// The reason why it is not sent; nil if it is sent.
    let rejected: String?

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Vectors")

    /// The part of a request that is recorded.
    static func bytes(of wired: Wired, _ face: Face) -> [UInt8] {
        switch face {
        case .path: Array(wired.target.utf8)
        case .query: Array((wired.target.split(separator: "?", maxSplits: 1).dropFirst().first ?? "").utf8)
        case .form, .multipart, .json: wired.body
        }
    }

    /// The request with exactly these bytes.
    var wired: Wired {
        let path = "/api/v4" + route.rawValue
        return switch face {
        case .path: Wired(method: "GET", target: String(decoding: bytes, as: UTF8.self), contentType: nil, body: [])
        case .query:
            Wired(
                method: "GET", target: path + "?" + String(decoding: bytes, as: UTF8.self), contentType: nil, body: [])
        case .json: Wired(method: "PUT", target: path, contentType: "application/json", body: bytes)
        case .form:
            Wired(method: "PUT", target: path, contentType: "application/x-www-form-urlencoded", body: bytes)
        case .multipart:
            Wired(
                method: "PUT", target: path, contentType: "multipart/form-data; boundary=\(Faces.boundary)", body: bytes
            )
        }
    }
}

extension Vector {
    /// The file of a face, in its order.
    static func read(_ file: String) throws -> [Vector] {
        let json = try OrderedJSON(Data(contentsOf: folder.appendingPathComponent("\(file).json")))
        guard case .array(let vectors) = json else { return [] }
        return try vectors.map { try Vector($0) }
    }

    private init(_ json: OrderedJSON) throws {
        guard let name = json["name"]?.string, let face = json["face"]?.string.flatMap(Face.init),
            let route = json["route"]?.string.flatMap(Route.init),
            case .hash(let members) = try Tree(json["tree"] ?? .null)
        else { throw OrderedJSON.Malformed(place: 0, description: "no vector: \(json.text.prefix(200))") }
        self.name = name
        self.face = face
        self.route = route
        self.members = members
        id = json["id"]?.string ?? "1"
        bytes =
            json["bytes"]?.string.map { Array($0.utf8) }
            ?? Data(base64Encoded: json["bytes_base64"]?.string ?? "").map(Array.init) ?? []
        arrived = json["arrived"]
        rejected = json["rejected"]?.string
    }

    /// An array with one vector after the other, each on a few lines.
    static func text(_ vectors: [Vector]) -> String {
        "[\n" + vectors.map(\.text).joined(separator: ",\n") + "\n]\n"
    }

    private var text: String {
        var head = "{\"name\": \(OrderedJSON.quoted(name)), \"face\": \"\(face)\", \"route\": \"\(route.rawValue)\""
        if id != "1" { head += ", \"id\": \(OrderedJSON.quoted(id))" }
        var lines = [
            head, " \"tree\": \(OrderedJSON.object(members.map { .init(name: $0.name, value: $0.value.json) }).text)",
        ]
        if let rejected {
            lines.append(" \"rejected\": \(OrderedJSON.quoted(rejected))")
        } else if String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes) {
            lines.append(" \"bytes\": \(OrderedJSON.quoted(String(decoding: bytes, as: UTF8.self)))")
        } else {
            lines.append(" \"bytes_base64\": \"\(Data(bytes).base64EncodedString())\"")
        }
        if let arrived { lines.append(" \"arrived\": \(arrived.canonical)") }
        return lines.joined(separator: ",\n") + "}"
    }
}
