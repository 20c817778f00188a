// A server that responds at once: nginx with 1 KB of JSON, in a process of its own.

import Foundation

/// nginx on a free loopback port, with one worker, keep-alive and no logs. It ends with this process's reference to it.
final class StaticServer {
    let port: Int
    private let process = Process()
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "gitlab-swift-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        port = try Self.freePort()
        // 1,024 bytes, with quotes that need no escape in the configuration.
        let body = #"{"id":1,"name":""# + String(repeating: "x", count: 1_006) + #""}"#
        let configuration = """
            daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log stderr crit;
            events { worker_connections 1024; }
            http {
              access_log off; keepalive_requests 10000000; default_type application/json;
              client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
              server { listen 127.0.0.1:\(port) backlog=512; location / { return 200 '\(body)'; } }
            }
            """
        try Data(configuration.utf8).write(to: folder.appending(path: "nginx.conf"))
        process.executableURL = URL(filePath: "/usr/sbin/nginx")
        process.arguments = ["-p", folder.path, "-c", "nginx.conf"]
        try process.run()
        usleep(300_000)
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
