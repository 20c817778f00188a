// Whether this machine can run the test server, and what to do where it cannot.

import Foundation

enum Ruby {
    /// The reason why the server cannot run; `nil` where it can.
    static let problem: String? = {
        let check = Process()
        check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        check.arguments = [
            "ruby", "-e",
            "abort if RUBY_VERSION < '3'; %w[grape puma puma/server rack].each { |library| require library }",
        ]
        check.standardOutput = FileHandle.nullDevice
        check.standardError = FileHandle.nullDevice
        do {
            try check.run()
        } catch {
            return "ruby could not be run: \(error)"
        }
        check.waitUntilExit()
        let outcome: String? =
            switch check.terminationStatus {
            case 0: nil
            case 127: "there is no ruby"
            default: "ruby is older than 3, or does not find the libraries grape, puma and rack"
            }
        if let outcome { announce(outcome) }
        return outcome
    }()

    /// Whether a missing Ruby fails the tests instead of skipping them. `make test` asks for it.
    static let isRequired = ProcessInfo.processInfo.environment["GITLAB_SWIFT_REQUIRE_RUBY"] == "1"

    static let remedy = "apt-get install -y --no-install-recommends ruby ruby-rack ruby-grape puma nginx"

    private static func announce(_ problem: String) {
        let line = String(repeating: "!", count: 100)
        let text = """

            \(line)
            !! NOT TESTED: requests against the parsers of the real server, because \(problem).
            !! Debian: \(remedy)
            \(line)


            """
        FileHandle.standardError.write(Data(text.utf8))
    }
}
