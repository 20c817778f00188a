// An HTTP server on loopback whose responses take time: a slow connection, or a slow application.

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A server on a free loopback port, with a thread for each connection and connections that are kept.
public final class LoopbackServer: Sendable {
    /// A response to a GET.
    public struct Response: Sendable {
        public var status = 200
        public var fields: [String: String] = [:]
        public var body: [UInt8]
        /// The time before it begins, in milliseconds.
        public var delay = 0
        /// The bytes of the body that are sent in a second; nil: as fast as they are taken.
        public var bytesPerSecond: Int?

        public init(_ body: [UInt8]) { self.body = body }
    }

    public let port: Int
    private let listener: Int32
    private let respond: @Sendable (_ target: String) -> Response

    /// - Parameter respond: returns the response for path and query of a request.
    public init(_ respond: @escaping @Sendable (_ target: String) -> Response) throws {
        self.respond = respond
        #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
        #else
        let stream = SOCK_STREAM
        #endif
        let listener = socket(AF_INET, stream, 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                var on: Int32 = 1
                setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
                Thread.detachNewThread { [self] in serve(connection) }
            }
        }
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var received = ""
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            while !received.contains("\r\n\r\n") {
                let count = recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { return }
                received += String(decoding: buffer[..<count], as: UTF8.self)
            }
            // Nobody sends a body, or a request before the response to the one before.
            let target = received.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
            received = ""
            guard deliver(respond(target), to: connection) else { return }
        }
    }

    private func deliver(_ response: Response, to connection: Int32) -> Bool {
        if response.delay > 0 { usleep(UInt32(response.delay) * 1_000) }
        var head = "HTTP/1.1 \(response.status) Status\r\nContent-Type: application/json\r\n"
        for (name, value) in response.fields { head += "\(name): \(value)\r\n" }
        head += "Content-Length: \(response.body.count)\r\n\r\n"
        guard write(Array(head.utf8)[...], to: connection) else { return false }
        guard let speed = response.bytesPerSecond else { return write(response.body[...], to: connection) }
        // A hundred pieces a second.
        let length = max(1, speed / 100)
        let start = ContinuousClock.now
        for first in stride(from: 0, to: response.body.count, by: length) {
            let due = start + .microseconds(first * 1_000_000 / speed)
            let wait = (due - .now) / .microseconds(1)
            if wait > 0 { usleep(UInt32(wait)) }
            guard write(response.body[first..<min(first + length, response.body.count)], to: connection) else {
                return false
            }
        }
        return true
    }

    private func write(_ bytes: ArraySlice<UInt8>, to connection: Int32) -> Bool {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
