// nginx before a server, as in front of most GitLabs: a process of its own on loopback ports.

import Foundation

/// Ends with ``stop()``; and by itself when this process ends, because a shell watches its standard input.
final class Nginx: @unchecked Sendable {
    /// Passes the path on byte for byte: `proxy_pass` without a path, as GitLab's own configuration has it.
    let port: Int
    /// Decodes and normalises the path: `proxy_pass` with a path, the classic error.
    let decodingPort: Int
    /// Takes bodies of a kilobyte and waits for a second.
    let tightPort: Int
    /// Has no server behind it.
    let deadPort: Int
    private let process: Process
    private let input: Pipe
    private let folder: URL

    /// The reason why it cannot run; nil where it can.
    static let problem: String? = {
        let check = Process()
        check.executableURL = URL(fileURLWithPath: "/bin/sh")
        check.arguments = ["-c", "PATH=$PATH:/usr/sbin nginx -v"]
        check.standardOutput = FileHandle.nullDevice
        check.standardError = FileHandle.nullDevice
        guard (try? check.run()) != nil else { return "sh could not be run" }
        check.waitUntilExit()
        return check.terminationStatus == 0 ? nil : "there is no nginx"
    }()

    /// Starts it before the server on this port and waits until it listens.
    static func start(before upstream: Int) async throws -> Nginx {
        if let problem { throw RubyServer.NotStarted(description: "\(problem): apt-get install nginx") }
        for _ in 0..<5 {
            // Another process may take a port in between; then the next ones are tried.
            if let nginx = try await Nginx(before: upstream, ports: freePorts()) { return nginx }
        }
        throw RubyServer.NotStarted(description: "nginx did not start")
    }

    private init?(before upstream: Int, ports: [Int]) async throws {
        (port, decodingPort, tightPort, deadPort) = (ports[0], ports[1], ports[2], ports[3])
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "gitlab-swift-nginx-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration = folder.appendingPathComponent("nginx.conf")
        try Self.configuration(folder.path, upstream, ports)
            .write(to: configuration, atomically: true, encoding: .utf8)
        (process, input) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // It inherits a mask that keeps it from hearing any other signal.
        process.arguments = [
            "-c",
            """
            PATH=$PATH:/usr/sbin nginx -e "$0/error.log" -p "$0" -c "$0/nginx.conf" & pid=$!
            cat >/dev/null; kill -KILL $pid; wait $pid; rm -rf "$0"
            """,
            folder.path,
        ]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<250 {
            let responses = try? await RawHTTP.send([Array("GET / HTTP/1.0\r\n\r\n".utf8)], to: port)
            if let status = responses?.first?.status, status > 0 { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        await stop()
        return nil
    }

    /// Starts it, and stops it after the body.
    static func running(before upstream: Int, _ body: (Nginx) async throws -> Void) async throws {
        let nginx = try await start(before: upstream)
        do {
            try await body(nginx)
        } catch {
            await nginx.stop()
            throw error
        }
        await nginx.stop()
    }

    func stop() async {
        try? input.fileHandleForWriting.close()
        for _ in 0..<250 where process.isRunning {
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// How many requests came to one of the ports; it logs them only after it has responded, so this waits a little for
    /// so many.
    func requests(to port: Int, expecting expected: Int) async throws -> Int {
        var count = 0
        for _ in 0..<50 {
            let log = try String(contentsOf: folder.appendingPathComponent("access.log"), encoding: .utf8)
            count = log.split(separator: "\n").count { $0 == "\(port)" }
            guard count < expected else { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        return count
    }

    private static func configuration(_ folder: String, _ upstream: Int, _ ports: [Int]) -> String {
        """
        daemon off;
        master_process off;
        pid \(folder)/pid;
        error_log \(folder)/error.log info;
        events { worker_connections 256; }
        http {
            log_format port "$server_port";
            access_log \(folder)/access.log port;
            client_body_temp_path \(folder)/body;
            proxy_temp_path \(folder)/proxy;
            fastcgi_temp_path \(folder)/fastcgi;
            uwsgi_temp_path \(folder)/uwsgi;
            scgi_temp_path \(folder)/scgi;
            client_max_body_size 0;
            keepalive_requests 100000;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            upstream gitlab { server 127.0.0.1:\(upstream); }
            server {
                listen 127.0.0.1:\(ports[0]);
                location / { proxy_pass http://gitlab; }
            }
            server {
                listen 127.0.0.1:\(ports[1]);
                location / { proxy_pass http://gitlab/; }
            }
            server {
                listen 127.0.0.1:\(ports[2]);
                client_max_body_size 1k;
                proxy_read_timeout 1s;
                location / { proxy_pass http://gitlab; }
            }
            server {
                listen 127.0.0.1:\(ports[3]);
                location / { proxy_pass http://127.0.0.1:\(ports[4]); }
            }
        }
        """
    }

    /// Five ports that nobody listens on.
    private static func freePorts() throws -> [Int] {
        let listeners = try (0..<5).map { _ in try LoopbackListener() }
        return listeners.map(\.port)
    }
}
