// Work on all cores: files are read, emitted and compared independently of each other.

import Dispatch

extension Array where Element: Sendable {
    /// Returns the results of a function for each element, in the order of the elements, whichever is done first.
    public func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        if count < 2 { return map(transform) }
        return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            nonisolated(unsafe) let results = buffer
            DispatchQueue.concurrentPerform(iterations: count) { index in
                results.initializeElement(at: index, to: transform(self[index]))
            }
            initializedCount = count
        }
    }

    /// Does the same, and something else meanwhile, which begins first and may be of one thread alone.
    public func concurrentMap<Result: Sendable>(
        beside body: () -> Void, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        withoutActuallyEscaping(body) { body in
            [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
                nonisolated(unsafe) let results = buffer
                // It is called once, while this thread waits.
                nonisolated(unsafe) let body = body
                DispatchQueue.concurrentPerform(iterations: count + 1) { index in
                    if index == 0 { return body() }
                    results.initializeElement(at: index - 1, to: transform(self[index - 1]))
                }
                initializedCount = count
            }
        }
    }
}
