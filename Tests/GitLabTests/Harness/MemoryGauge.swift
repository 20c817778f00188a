// The growth of this process's memory during some work.

import Foundation

/// Measures from when it is made until ``stop()``, where the system reports it (Linux).
final class MemoryGauge: Sendable {
    private let before: Int?
    private let watching: Task<Int, Never>

    init() {
        let before = Self.resident()
        self.before = before
        watching = Task.detached {
            var most = before ?? 0
            while !Task.isCancelled {
                most = max(most, Self.resident() ?? 0)
                try? await Task.sleep(for: .milliseconds(2))
            }
            return most
        }
    }

    /// The most bytes that were resident in between, more than in the beginning; nil where that is not known.
    func stop() async -> Int? {
        watching.cancel()
        let most = await watching.value
        return before.map { max(most - $0, 0) }
    }

    private static func resident() -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kilobytes = line.split(separator: " ").compactMap({ Int($0) }).first
        else { return nil }
        return kilobytes * 1024
    }
}
