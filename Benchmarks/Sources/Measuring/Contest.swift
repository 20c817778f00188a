// Comparing the time of several ways to do the same.

import AllocationCount

/// Several ways to do the same, timed in turn, in processor time, so that other work of the machine affects all of them
/// alike.
public struct Contest: Sendable {
    private let title: String
    /// The bytes that one run processes; nil where that is meaningless.
    private let bytes: Int?
    private var contenders: [(name: String, body: Body)] = []

    private enum Body: Sendable {
        case function(@Sendable () throws -> Int)
        case asynchronous(@Sendable () async throws -> Int)
    }

    /// - Parameter bytes: the bytes that one run processes; with it, the table has MB/s too.
    public init(_ title: String, bytes: Int? = nil) {
        self.title = title
        self.bytes = bytes
    }

    /// - Parameter body: does the work once, and returns something that depends on it, so that it is not optimised
    ///   away.
    public mutating func add(_ name: String, _ body: @escaping @Sendable () throws -> Int) {
        contenders.append((name, .function(body)))
    }

    /// - Parameter body: as for ``add(_:_:)``, and can wait.
    public mutating func addAsynchronous(_ name: String, _ body: @escaping @Sendable () async throws -> Int) {
        contenders.append((name, .asynchronous(body)))
    }

    /// Runs one of the ways alone and for long, for a profiler.
    public func profile(_ place: Int) async throws {
        let repetitions = CommandLine.arguments.compactMap { Int($0) }.first ?? 3_000_000
        try await repeated(contenders[place].body, repetitions)
    }

    /// Runs all and prints a row each: median and minimum of the time for one, allocations, and how much slower than the
    /// first it is.
    public func run(rounds: Int = 41, repetitions: Int = 5_000) async throws {
        var times = contenders.map { _ in [Double]() }
        var allocations = contenders.map { _ in 0.0 }
        for round in -2..<rounds {
            for (place, contender) in contenders.enumerated() {
                let before = allocation_count()
                let start = ProcessorTime.now
                try await repeated(contender.body, repetitions)
                let clock = Double(ProcessorTime.now - start) / Double(repetitions)
                allocations[place] = Double(allocation_count() - before) / Double(repetitions)
                // The first rounds warm up.
                if round >= 0 { times[place].append(clock) }
            }
        }
        let first = median(times[0])
        var table = Table([
            "\(title)", "ns, median", "ns, fastest", "MB/s", "allocations", "time against the first",
        ])
        for (place, contender) in contenders.enumerated() {
            let clock = median(times[place])
            table.add([
                contender.name, "\(Int(clock.rounded()))", "\(Int((times[place].min() ?? 0).rounded()))",
                bytes.map { Table.decimal(Double($0) * 1e3 / clock, 1) } ?? "", Table.decimal(allocations[place], 1),
                Table.decimal(clock / first, 2),
            ])
        }
        print("\n" + table.without(bytes == nil ? ["MB/s"] : []).markdown)
    }

    private func repeated(_ body: Body, _ repetitions: Int) async throws {
        switch body {
        case .function(let body):
            for _ in 0..<repetitions { consume(try body()) }
        case .asynchronous(let body):
            for _ in 0..<repetitions { consume(try await body()) }
        }
    }

    private func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }
}

@inline(never)
private func consume(_ value: Int) {
    sink = sink &+ value
}

nonisolated(unsafe) private var sink = 0
