// The suite of all tests that talk to the Ruby server, and the servers that they share.

import Foundation
import Testing

/// Requests over real sockets to the parsers that GitLab itself uses.
@Suite("On the real stack", .realStack, .enabled(if: Ruby.problem == nil || Ruby.isRequired, "Ruby is missing"))
enum RealStack {}

/// Servers by their settings; each starts when a test first needs it.
actor Servers {
    enum Kind: Hashable {
        /// Nothing special. Its projects are never changed, so that 250 stay 250.
        case reading
        /// Nothing special, for tests that create and edit.
        case writing
        /// Names another host in its links than the one that was called.
        case namedOtherwise
        /// Does not count its projects: too many for a total.
        case uncounted
        /// Lives at `/gitlab` of its host.
        case underRoot
        /// Only the parsers, which return the request as they read it.
        case parsers
        /// Misbehaves by a script.
        case faults

        var script: String {
            switch self {
            case .reading, .writing, .namedOtherwise, .uncounted, .underRoot: "gitlab.rb"
            case .parsers: "wire.rb"
            case .faults: "faults.rb"
            }
        }

        var arguments: [String] {
            switch self {
            case .reading, .writing, .parsers, .faults: []
            case .namedOtherwise: ["--external-url", "https://gitlab.invalid:8443"]
            case .uncounted: ["--count-limit", "100"]
            case .underRoot: ["--relative-root", "/gitlab"]
            }
        }

        var relativeRoot: String { self == .underRoot ? "/gitlab" : "" }
    }

    @TaskLocal static var current = Servers()

    private var starting: [Kind: Task<RubyServer, any Error>] = [:]

    func url(_ kind: Kind) async throws -> URL {
        let start =
            starting[kind]
            ?? Task {
                try await RubyServer.start(kind.script, kind.arguments, relativeRoot: kind.relativeRoot)
            }
        starting[kind] = start
        return try await start.value.url
    }

    func stop() async {
        for start in starting.values {
            await (try? start.value)?.stop()
        }
        starting = [:]
    }
}

/// Provides a suite with its servers and ends them with it.
struct RealStackTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        if let problem = Ruby.problem {
            throw RubyServer.NotStarted(description: "GITLAB_SWIFT_REQUIRE_RUBY is set, but \(problem). \(Ruby.remedy)")
        }
        let servers = Servers()
        do {
            try await Servers.$current.withValue(servers) { try await function() }
        } catch {
            await servers.stop()
            throw error
        }
        await servers.stop()
    }
}

extension Trait where Self == RealStackTrait {
    static var realStack: Self { Self() }
}
