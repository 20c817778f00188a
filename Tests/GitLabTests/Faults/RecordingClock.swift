// A clock that does not make tests wait: it jumps to the end of each wait and records its duration.

import Foundation
import GitLabRuntime

/// Stands still except for waits. Watched work is on a real network, so watching takes real time.
final class RecordingClock: RealTimeClock, @unchecked Sendable {
    static let start = Date(timeIntervalSince1970: 1_800_000_000)

    private let lock = NSLock()
    private var now = Duration.zero
    private var asked: [Duration] = []

    /// The duration of each wait of the client.
    var waits: [Duration] { lock.withLock { asked } }

    var elapsed: Duration { lock.withLock { now } }

    var date: Date { Self.start + elapsed / .seconds(1) }

    func sleep(until moment: Duration) async throws {
        lock.withLock {
            asked.append(moment - now)
            now = max(now, moment)
        }
        try Task.checkCancellation()
    }

    func watch(until moment: Duration) async throws {
        try await Task.sleep(for: moment - elapsed)
        lock.withLock { now = max(now, moment) }
    }
}
