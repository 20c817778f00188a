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
}

/// Does some work on another thread, while this one does something else, and returns the result when both are done.
public func concurrently<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result, while body: () -> Void
) -> Result {
    let results = [Result](unsafeUninitializedCapacity: 1) { buffer, initializedCount in
        nonisolated(unsafe) let results = buffer
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) { results.initializeElement(at: 0, to: work()) }
        body()
        group.wait()
        initializedCount = 1
    }
    return results[0]
}
