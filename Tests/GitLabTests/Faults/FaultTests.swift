// Each fault over a real socket: its error, the number of requests, and the waits.

import Foundation
import GitLabRuntime
import Testing

#if AsyncHTTPClient
import GitLabAsyncHTTPClient
import NIOSSL
#endif

extension RealStack {
    @Suite("Faults")
    struct FaultTests {
        @Test("end as they should", arguments: FaultTransport.allCases, Fault.all)
        func outcome(transport: FaultTransport, fault: Fault) async throws {
            guard transport.canBeAsked(fault) else { return }
            let server = try await FaultServer.shared
            let key = UUID().uuidString
            let second = try await server.otherPorts.second
            let (url, _) = try await server.play(fault.steps(key: key, second: second), as: key)
            let clock = RecordingClock()
            let gitlab = fault.client(url, transport.make(), clock)
            do {
                try await fault.perform(with: gitlab)
                try fault.check(succeeded: true, error: nil)
            } catch let error as GitLabError {
                try fault.check(succeeded: false, error: error)
            }
            let seen = try await server.seen(key)
            #expect(seen.count == fault.attempts, "requests at the server")
            let waits = clock.waits.map { $0 / .seconds(1) }
            #expect(waits.count == fault.waits.count, "waits: \(waits)")
            for (wait, expected) in zip(waits, fault.waits) { #expect(expected.contains(wait), "waits: \(waits)") }
        }

        @Test("are at least forty")
        func enough() {
            let names = Set(Fault.all.map(\.name))
            #expect(names.count == Fault.all.count && names.count >= 40)
            for fault in Fault.all where !FaultTransport.urlSession.canBeAsked(fault) {
                print("not asked of URLSession: \(fault.name), because \(fault.foundationProblem ?? "")")
            }
            print("\(names.count) faults on \(FaultTransport.allCases.map(\.rawValue))")
        }

        @Test("A download that is cut is no short file", arguments: FaultTransport.allCases)
        func cutDownload(transport: FaultTransport) async throws {
            let server = try await FaultServer.shared
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-tar\r\n"
            for framing in ["Content-Length: 100000\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"] {
                let (url, _) = try await server.play([[.send(head + framing)]])
                let gitlab = Fault.client(url, transport.make(), RecordingClock())
                var count = 0
                // It may begin before it is cut, or be buffered whole and never begin.
                let error = try await #require(throws: GitLabError.self) {
                    for try await chunk in try await gitlab.download(DownloadFaultySnapshot()) { count += chunk.count }
                }
                #expect(error.kind == .transport && count <= 3, "\(error)")
            }
        }

        @Test("Nobody listens", arguments: FaultTransport.allCases)
        func connectionRefused(transport: FaultTransport) async throws {
            let port = try LoopbackListener().port
            let clock = RecordingClock()
            let gitlab = Fault.client(URL(string: "http://127.0.0.1:\(port)")!, transport.make(), clock)
            // Nothing was sent, so that a POST can be retried too.
            let error = try await #require(throws: GitLabError.self) {
                try await gitlab.send(CreateFaultyProject(name: "n"))
            }
            #expect(error.kind == .transport && error.attempts == 4 && clock.waits.count == 3)
            #expect(error.message.hasPrefix("no response from 127.0.0.1:\(port): "), "\(error.message)")
        }

        @Test("There is no such host", arguments: FaultTransport.allCases)
        func noSuchHost(transport: FaultTransport) async throws {
            let gitlab = Fault.client(URL(string: "http://gitlab.invalid")!, transport.make(), RecordingClock())
            let error = try await #require(throws: GitLabError.self) { try await gitlab.send(GetFaultyProject()) }
            #expect(
                error.kind == .transport && error.message.hasPrefix("no response from gitlab.invalid: "), "\(error)")
        }

        @Test("The certificate is signed by itself", arguments: FaultTransport.allCases)
        func selfSigned(transport: FaultTransport) async throws {
            let port = try await FaultServer.shared.otherPorts.selfSigned
            let clock = RecordingClock()
            let gitlab = Fault.client(URL(string: "https://127.0.0.1:\(port)")!, transport.make(), clock)
            let error = try await #require(throws: GitLabError.self) { try await gitlab.send(GetFaultyProject()) }
            #expect(error.kind == .transport && error.attempts == 1, "\(error)")
            #expect(clock.waits.isEmpty, "a certificate does not get better")
        }

        #if AsyncHTTPClient
        /// URLSession on Linux cannot trust a given certificate; the test is of the client, not of the transport.
        @Test("TLS is not given up for a redirect")
        func noWayOutOfTLS() async throws {
            let server = try await FaultServer.shared
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .certificates(
                try NIOSSLCertificate.fromPEMBytes(Array(try await server.get("/_certificate"))))
            var configuration = AsyncHTTPClientTransport.standardConfiguration
            configuration.tlsConfiguration = tls
            let transport = AsyncHTTPClientTransport(configuration: configuration)
            let port = try await server.otherPorts.selfSigned
            let gitlab = Fault.client(URL(string: "https://127.0.0.1:\(port)")!, transport, RecordingClock())

            let reading = try await #require(throws: GitLabError.self) { try await gitlab.send(GetFaultyProject()) }
            let writing = try await #require(throws: GitLabError.self) { try await gitlab.send(EditFaultyProject()) }
            let download = try await #require(throws: GitLabError.self) {
                for try await _ in try await gitlab.download(DownloadFaultySnapshot()) {}
            }
            for error in [reading, writing, download] {
                #expect(error.kind == .redirect && error.attempts == 1, "\(error)")
                #expect(error.message.hasPrefix("the server redirects to http://127.0.0.1:"), "\(error)")
            }
            try await transport.shutdown()
        }
        #endif
    }
}

extension Fault {
    fileprivate func steps(key: String, second: Int) -> [[FaultAction]] {
        steps.map { step in
            step.map { action in
                guard case .send(let text) = action else { return action }
                return .send(text.replacing("KEY", with: key).replacing("SECOND", with: "\(second)"))
            }
        }
    }

    static func client(_ url: URL, _ transport: any Transport, _ clock: RecordingClock) -> GitLabClient {
        GitLabClient(baseURL: url, credentials: .personalAccessToken("glpat-full"), transport: transport)
            .with { $0.clock = clock }
    }

    fileprivate func client(_ url: URL, _ transport: any Transport, _ clock: RecordingClock) -> GitLabClient {
        Self.client(url, transport, clock).with {
            guard isImpatient else { return }
            $0.timeouts.response = .milliseconds(1_500)
            $0.timeouts.idle = .milliseconds(1_500)
            $0.retries.attempts = 2
            $0.maximumResponseSize = 100_000
        }
    }

    fileprivate func perform(with gitlab: GitLabClient) async throws {
        switch operation {
        case .get: #expect(try await gitlab.send(GetFaultyProject()).id == 1)
        case .create: _ = try await gitlab.send(CreateFaultyProject(name: "fault \(UUID().uuidString)"))
        case .edit: #expect(try await gitlab.send(EditFaultyProject()).id == 2)
        case .delete: _ = try await gitlab.send(DeleteFaultyProject())
        case .list:
            var ids: [Int] = []
            for try await project in gitlab.pages(ListFaultyProjects()) { ids.append(project.id) }
            #expect(ids == [1, 2, 3, 4, 5])
        }
    }

    fileprivate func check(succeeded: Bool, error: GitLabError?) throws {
        switch outcome {
        case .succeeds:
            if let error { Issue.record("failed: \(error)") }
        case .fails(let kind, let firstLine):
            let error = try #require(error, "it did not fail")
            let line = error.description.prefix { $0 != "\n" }
            #expect(error.kind == kind, "\(line)")
            #expect(Self.matches(error.message, firstLine), "\(error.message.debugDescription)")
            #expect(error.attempts == (operation == .list ? error.attempts : attempts) || kind == .redirect, "\(line)")
            #expect(!error.message.isEmpty && !error.message.hasPrefix("<") && line.utf8.count < 600, "\(line)")
        }
    }

    /// Whether a text is like a pattern in which an ellipsis matches anything.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        var rest = text[...]
        let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() where !part.isEmpty {
            guard let range = rest.firstRange(of: part), index > 0 || range.lowerBound == rest.startIndex else {
                return false
            }
            rest = rest[range.upperBound...]
        }
        return pattern.hasSuffix("…") || rest.isEmpty
    }
}
