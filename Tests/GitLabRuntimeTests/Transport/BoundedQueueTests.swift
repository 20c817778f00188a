// The queue of the delegate's calls: in order, never long, and never stuck.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite(.timeLimit(.minutes(5))) struct BoundedQueueTests {
    private final class Record: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: [Int] = []
        var numbers: [Int] { lock.withLock { kept } }
        func append(_ number: Int) { lock.withLock { kept.append(number) } }
    }

    @Test func theAdderWaitsWhileItIsFull() async throws {
        let queue = BoundedQueue(capacity: 100, patience: .seconds(50))
        let gate = DispatchSemaphore(value: 0)
        let (added, done) = (Record(), Record())
        queue.addOperation { gate.wait() }
        Thread.detachNewThread {
            for number in 0..<1_000 {
                queue.addOperation { done.append(number) }
                added.append(number)
            }
        }
        while added.numbers.count < 99 { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(100))
        #expect(added.numbers.count == 99)
        #expect(done.numbers.isEmpty)
        gate.signal()
        for _ in 0..<500 where done.numbers.count < 1_000 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(done.numbers == Array(0..<1_000))
    }

    @Test func anAdderThatIsWaitedForGoesOn() async throws {
        let queue = BoundedQueue(capacity: 10, patience: .milliseconds(50))
        let (gate, done) = (DispatchSemaphore(value: 0), Record())
        queue.addOperation { gate.wait() }
        Thread.detachNewThread {
            for number in 0..<12 { queue.addOperation { done.append(number) } }
            gate.signal()
        }
        for _ in 0..<500 where done.numbers.count < 12 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(done.numbers == Array(0..<12))
    }
}
