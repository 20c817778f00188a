// A clock that stands still until a test advances it.

import Foundation
import GitLabRuntime

final class FixedClock: ClientClock, @unchecked Sendable {
    private let lock = NSLock()
    private var passed = Duration.zero
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    var elapsed: Duration { lock.withLock { passed } }
    var date: Date { start + Double(elapsed.components.seconds) }

    func advance(_ seconds: Int) { lock.withLock { passed += .seconds(seconds) } }

    func sleep(until moment: Duration) async throws {
        lock.withLock { passed = max(passed, moment) }
        try Task.checkCancellation()
    }

    /// Never: nothing takes long on a clock that stands still.
    func watch(until moment: Duration) async throws {
        try await Task.sleep(for: .seconds(3_600))
    }
}
