// HTTP/1.1 over a bare socket: nothing changes a request before it is sent.

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A response of a server.
struct RawResponse: Sendable {
    /// 0 if the connection ended without a response.
    var status: Int
    var fields: [String: String]
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    static let none = RawResponse(status: 0, fields: [:], body: [])
}

enum RawHTTP {
    /// Sends requests one after the other over as few connections as the server lets; those without a body several at
    /// a time (of what follows a body in the same packet, Puma loses sight).
    static func send(_ requests: [[UInt8]], to port: Int) async throws -> [RawResponse] {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try sendInTurn(requests, to: port) })
            }
        }
    }

    /// The most bytes under way at a time: they fit into the buffers of both ends.
    private static let (mostRequests, mostBytes) = (24, 48 * 1_024)

    private static func sendInTurn(_ requests: [[UInt8]], to port: Int) throws -> [RawResponse] {
        var responses: [RawResponse] = []
        var connection: RawConnection?
        while responses.count < requests.count {
            let isFresh = connection == nil
            let open = try connection ?? RawConnection(port: port)
            connection = open
            var batch: [[UInt8]] = []
            for request in requests[responses.count...].prefix(mostRequests) {
                guard batch.isEmpty || batch.reduce(request.count, { $0 + $1.count }) <= mostBytes else { break }
                batch.append(request)
                guard request.starts(with: "GET ".utf8) else { break }
            }
            open.write(batch.flatMap { $0 })
            let before = responses.count
            while responses.count < before + batch.count, let response = open.read() {
                responses.append(response)
                if response.fields["connection"] == "close" { break }
            }
            guard responses.count < before + batch.count || responses.last?.fields["connection"] == "close" else {
                continue
            }
            connection = nil
            if isFresh, responses.count == before { responses.append(.none) }
        }
        return responses
    }
}

private final class RawConnection {
    private let descriptor: Int32
    private var received: [UInt8] = []
    private var place = 0

    init(port: Int) throws {
        #if canImport(Glibc)
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let descriptor = descriptor
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        var (on, patience): (Int32, timeval) = (1, timeval(tv_sec: 10, tv_usec: 0))
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard connected == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }

    /// Writes as much as the other end takes: one that has responded already may have closed.
    func write(_ bytes: [UInt8]) {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// The next response; nil if the connection ends before it has begun.
    func read() -> RawResponse? {
        if place == received.count { (received, place) = ([], 0) }
        guard let head = readHead() else { return nil }
        let lines = head.components(separatedBy: "\r\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            fields[line[..<colon].lowercased()] = value
        }
        let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let length = fields["content-length"].flatMap { Int($0) }
        if length == nil { fields["connection"] = "close" }
        while length.map({ received.count - place < $0 }) ?? true, receive() {}
        let end = length.map { min(place + $0, received.count) } ?? received.count
        defer { place = end }
        return RawResponse(status: status, fields: fields, body: Array(received[place..<end]))
    }

    private func readHead() -> String? {
        var looked = place
        while true {
            while looked + 4 <= received.count {
                if received[looked] == 0x0D, received[looked..<(looked + 4)].elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) {
                    defer { place = looked + 4 }
                    return String(decoding: received[place..<looked], as: UTF8.self)
                }
                looked += 1
            }
            guard receive() else { return nil }
        }
    }

    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        received += buffer[..<count]
        return true
    }
}
