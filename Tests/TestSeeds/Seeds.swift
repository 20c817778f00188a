// Runs of tests with random input: a fixed number as a rule, or as many more as fit into some seconds.

import Foundation

/// The seeds of the runs of a test. The same seed gives the same input.
public struct Seeds: Sequence, IteratorProtocol {
    private var seed: UInt64
    private var left: Int
    private let end: Date?

    /// - Parameter count: how many runs there are at least; `GITLAB_SWIFT_FUZZ_SECONDS` says for how long more are added.
    public init(_ count: Int) {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["GITLAB_SWIFT_FUZZ_SECONDS"].flatMap(Double.init)
        seed = environment["GITLAB_SWIFT_SEED"].flatMap { UInt64($0) } ?? 1
        left = count
        end = seconds.map { Date().addingTimeInterval($0) }
    }

    public mutating func next() -> UInt64? {
        guard left > 0 || end.map({ Date() < $0 }) ?? false else { return nil }
        left -= 1
        defer { seed &+= 1 }
        return seed
    }
}

/// Random numbers from a seed.
public struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    public init(_ seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// Whether something happens that happens once in so many times.
    public mutating func once(in chance: Int) -> Bool { next() % UInt64(chance) == 0 }

    public mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(next() % UInt64(values.count))] }

    public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
