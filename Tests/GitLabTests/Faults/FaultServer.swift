// The server that misbehaves (Server/faults.rb), and its script.

import Foundation

/// The server's script for one request, action by action.
enum FaultAction: Sendable {
    /// The request goes to the projects API.
    case api
    case send(String)
    case wait(milliseconds: Int)
    /// Resets the connection.
    case reset
    /// Waits until the client goes.
    case hold

    fileprivate var json: OrderedJSON {
        switch self {
        case .api: .array([.string("api")])
        case .send(let text): .array([.string("send"), .string(text)])
        case .wait(let milliseconds): .array([.string("wait"), .number(String(milliseconds))])
        case .reset: .array([.string("reset")])
        case .hold: .array([.string("hold")])
        }
    }
}

/// One request that came.
struct SeenRequest: Sendable, Decodable {
    let method: String
    let target: String
    let fields: [String: String]
}

struct FaultServer: Sendable {
    let port: Int

    static var shared: FaultServer {
        get async throws { FaultServer(port: try await Servers.current.url(.faults).port ?? 0) }
    }

    /// The URL of a server that does this for its first request, its second, and so on; the last step is repeated.
    func play(_ steps: [[FaultAction]], as key: String = UUID().uuidString) async throws -> (url: URL, key: String) {
        let script = OrderedJSON.array(steps.map { .array($0.map(\.json)) }).text
        let response = try await RawHTTP.send([Self.put("/_script/\(key)", script)], to: port)[0]
        guard response.status == 200, let url = URL(string: "http://127.0.0.1:\(port)/\(key)") else {
            throw OrderedJSON.Malformed(place: 0, description: "the script was not taken: \(response.text)")
        }
        return (url, key)
    }

    /// The requests since the script was set.
    func seen(_ key: String) async throws -> [SeenRequest] {
        try JSONDecoder().decode([SeenRequest].self, from: try await get("/_seen/\(key)"))
    }

    /// Returns the requests to the second origin since the last call.
    func takeFromSecondOrigin() async throws -> [UInt8] {
        let text = try JSONDecoder().decode(String.self, from: try await get("/_second"))
        return Data(base64Encoded: text).map(Array.init) ?? []
    }

    struct Ports: Decodable {
        let second: Int
        let selfSigned: Int

        enum CodingKeys: String, CodingKey {
            case second
            case selfSigned = "self_signed"
        }
    }

    var otherPorts: Ports {
        get async throws { try JSONDecoder().decode(Ports.self, from: try await get("/_ports")) }
    }

    func get(_ path: String) async throws -> Data {
        let request = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        return Data(try await RawHTTP.send([Array(request.utf8)], to: port)[0].body)
    }

    private static func put(_ path: String, _ body: String) -> [UInt8] {
        Array(
            """
            PUT \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
            Content-Length: \(body.utf8.count)\r\n\r\n\(body)
            """.utf8)
    }
}
