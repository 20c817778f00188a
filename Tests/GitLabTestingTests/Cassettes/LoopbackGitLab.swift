// A transport behind a socket of the loopback interface.

import Foundation
import GitLab
import HTTPTypes

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A server that has the responses of a transport, one connection for each request. It stops when it is released.
final class LoopbackGitLab: Sendable {
    let url: URL
    private let stop = Stop()

    private final class Stop: @unchecked Sendable {
        private let lock = NSLock()
        private var isOver = false

        var isRequested: Bool { lock.withLock { isOver } }

        func request() { lock.withLock { isOver = true } }
    }

    init(_ gitlab: any Transport) throws {
        #if canImport(Glibc)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listens = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, generic, &length) == 0
            }
        }
        let port = UInt16(bigEndian: address.sin_port)
        guard listens, let url = URL(string: "http://127.0.0.1:\(port)") else { throw POSIXError(.EIO) }
        self.url = url
        Thread.detachNewThread { [stop] in
            // It closes the socket itself: the number of a closed one may be that of another socket.
            defer { close(descriptor) }
            while !stop.isRequested {
                var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&event, 1, 50) > 0 else { continue }
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { return }
                Task { await Self.serve(connection, "127.0.0.1:\(port)", gitlab) }
            }
        }
    }

    deinit { stop.request() }

    private static func serve(_ connection: Int32, _ authority: String, _ gitlab: any Transport) async {
        defer { close(connection) }
        guard let (request, body) = read(connection, authority) else { return }
        var text = "HTTP/1.1 500 Error\r\n"
        var content: [UInt8] = []
        do {
            let response = try await gitlab.send(request, body: RequestBody(body))
            content = try await response.body.collect(upTo: 1 << 24)
            text = "HTTP/1.1 \(response.head.status.code) Status\r\n"
            for field in response.head.headerFields where field.name != .contentLength {
                text += "\(field.name.rawName): \(field.value)\r\n"
            }
        } catch {
            content = Array("\(error)".utf8)
        }
        text +=
            "Date: \(Date())\r\nSet-Cookie: s=\(UUID())\r\nContent-Length: \(content.count)\r\nConnection: close\r\n\r\n"
        let bytes = Array(text.utf8) + content
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            sent += count
        }
    }

    private static func read(_ connection: Int32, _ authority: String) -> (HTTPRequest, [UInt8])? {
        var received: [UInt8] = []
        func receive(until isEnough: () -> Bool) -> Bool {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while !isEnough() {
                let count = recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { return false }
                received += buffer[..<count]
            }
            return true
        }
        let gap = Data("\r\n\r\n".utf8)
        guard receive(until: { Data(received).firstRange(of: gap) != nil }),
            let end = Data(received).firstRange(of: gap)?.upperBound
        else { return nil }
        let lines = String(decoding: received[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        guard words.count == 3, let method = HTTPRequest.Method(words[0]) else { return nil }
        var request = HTTPRequest(method: method, scheme: "http", authority: authority, path: words[1])
        for line in lines.dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if halves.count == 2, let name = HTTPField.Name(halves[0]) { request.headerFields[name] = halves[1] }
        }
        let length = Int(request.headerFields[.contentLength] ?? "0") ?? 0
        guard receive(until: { received.count >= end + length }) else { return nil }
        return (request, Array(received[end..<(end + length)]))
    }
}
