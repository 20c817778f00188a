// A tiny HTTP server on a real socket: reads one request on each connection and responses with the bytes of a script.

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

final class SocketServer: @unchecked Sendable {
    /// A step of a response.
    enum Step: Sendable {
        case send(String)
        case bytes([UInt8])
        /// Sends this many bytes that are made on the way: the byte at each place is the place modulo 251.
        case count(Int)
        case pause(milliseconds: UInt32)
        /// Leaves the connection open until the client closes it.
        case waitForClose
        /// Closes the connection with a reset.
        case reset
    }

    struct Request: Sendable {
        var line: String
        var fields: [String: String]
        var body: [UInt8]
        /// All bytes that were received.
        var raw: [UInt8]
        /// The bytes of the body that were received, kept or not.
        var bodyLength = 0
    }

    let port: Int
    private let listener: Int32
    private let script: @Sendable (Request) -> [Step]
    private let keepsBodies: Bool
    private let lock = NSLock()
    private var kept: [Request] = []
    private var closed = 0
    private var cut = 0

    /// - Parameters:
    ///   - keepsBodies: whether requests show their bodies; if not, their bytes are only counted.
    ///   - script: what to send for a request; the connection is closed afterwards.
    init(keepsBodies: Bool = true, _ script: @escaping @Sendable (Request) -> [Step]) throws {
        self.script = script
        self.keepsBodies = keepsBodies
        #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
        #else
        let stream = SOCK_STREAM
        #endif
        listener = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard bound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in acceptConnections() }
    }

    /// Ends the server; connections under way end by themselves.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        #if canImport(Darwin)
        close(listener)
        #endif
    }

    var requests: [Request] { lock.withLock { kept } }

    /// The connections that the client has closed while the server waited for it.
    var closedByClient: Int { lock.withLock { closed } }

    /// The requests whose body ended before its announced length.
    var cutRequests: Int { lock.withLock { cut } }

    private func acceptConnections() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else {
                // Not in `stop()`: this thread would wait for the connections of whoever gets the same number next.
                #if !canImport(Darwin)
                close(listener)
                #endif
                return
            }
            Thread.detachNewThread { [self] in serve(connection) }
        }
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        #if canImport(Darwin)
        var on: Int32 = 1
        setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
        guard let request = read(connection) else { return }
        lock.withLock { kept.append(request) }
        for step in script(request) {
            switch step {
            case .send(let text): write(Array(text.utf8), to: connection)
            case .bytes(let bytes): write(bytes, to: connection)
            case .count(let count): write(count: count, to: connection)
            case .pause(let milliseconds): usleep(milliseconds * 1_000)
            case .waitForClose:
                var byte: UInt8 = 0
                while recv(connection, &byte, 1, 0) > 0 {}
                lock.withLock { closed += 1 }
            case .reset:
                var now = linger(l_onoff: 1, l_linger: 0)
                setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
            }
        }
    }

    private func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        var headEnd: Int?
        while headEnd == nil {
            guard let more = receive(connection) else { return nil }
            bytes += more
            headEnd = bytes.indices.first { bytes[$0...].starts(with: end) }
        }
        let lines = String(decoding: bytes[..<(headEnd ?? 0)], as: UTF8.self).components(separatedBy: "\r\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1)
            fields[sides[0].lowercased()] = sides.count > 1 ? sides[1].trimmingCharacters(in: .whitespaces) : ""
        }
        var body = Array(bytes[((headEnd ?? 0) + 4)...])
        if fields["transfer-encoding"] == "chunked" {
            guard let (content, count) = readChunks(beginning: body, connection) else {
                lock.withLock { cut += 1 }
                return nil
            }
            let head = bytes[..<((headEnd ?? 0) + 4)]
            return Request(line: lines[0], fields: fields, body: content, raw: head + content, bodyLength: count)
        }
        var length = body.count
        while length < fields["content-length"].flatMap({ Int($0) }) ?? 0 {
            guard let more = receive(connection) else {
                lock.withLock { cut += 1 }
                return nil
            }
            length += more.count
            if keepsBodies { body += more }
        }
        return Request(
            line: lines[0], fields: fields, body: body, raw: bytes[..<((headEnd ?? 0) + 4)] + body, bodyLength: length)
    }

    /// A body in chunks, and its length; nil if it is incomplete.
    private func readChunks(beginning: [UInt8], _ connection: Int32) -> ([UInt8], Int)? {
        var (buffer, content, count) = (beginning[...], [UInt8](), 0)
        let lineEnd = UInt8(ascii: "\n")
        while true {
            while !buffer.contains(lineEnd) {
                guard let more = receive(connection) else { return nil }
                buffer = (Array(buffer) + more)[...]
            }
            let line = buffer.prefix { $0 != lineEnd }
            buffer = buffer.dropFirst(line.count + 1)
            let digits = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            guard let length = Int(digits, radix: 16) else { return nil }
            while buffer.count < length + 2 {
                guard let more = receive(connection) else { return nil }
                buffer = (Array(buffer) + more)[...]
            }
            if length == 0 { return (content, count) }
            if keepsBodies { content += buffer.prefix(length) }
            count += length
            buffer = buffer.dropFirst(length + 2)
        }
    }

    private func receive(_ connection: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(connection, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    private static let block = (0..<(251 * 1_024)).map { UInt8($0 % 251) }

    private func write(count: Int, to connection: Int32) {
        let block = Self.block
        var rest = count
        while rest > 0 {
            guard write(rest < block.count ? Array(block[..<rest]) : block, to: connection) else { return }
            rest -= block.count
        }
    }

    @discardableResult
    private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
