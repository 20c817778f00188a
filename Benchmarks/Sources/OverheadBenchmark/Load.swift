// Requests per second and processor time of many requests.

import Measuring

struct Load {
    let requestsPerSecond: Double
    /// In microseconds, of this process, user and system.
    let processorTimePerRequest: Double

    /// Sends requests one after another in each of some tasks.
    static func measure(
        requests: Int,
        concurrency: Int,
        _ send: @escaping @Sendable () async throws -> Int
    ) async throws -> Load {
        let processor = ProcessorTime.now
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<concurrency {
                group.addTask {
                    for _ in 0..<(requests / concurrency) {
                        let length = try await send()
                        guard length == 1_024 else { throw WrongLength(length: length) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let sent = Double(requests / concurrency * concurrency)
        return Load(
            requestsPerSecond: sent / seconds,
            processorTimePerRequest: Double(ProcessorTime.now - processor) / 1_000 / sent)
    }

    struct WrongLength: Error {
        let length: Int
    }
}
