// Times several ways to do the same, side by side.

import AllocationCount

/// Several ways to do the same, timed in turn: what else the machine does hits all of them alike.
public struct Contest {
    private let title: String
    private var contenders: [(name: String, body: () -> Int)] = []

    public init(_ title: String) {
        self.title = title
    }

    /// Runs one of the ways alone and for long, for a profiler.
    public func profile(_ place: Int) {
        let repetitions = CommandLine.arguments.compactMap { Int($0) }.first ?? 3_000_000
        for _ in 0..<repetitions { consume(contenders[place].body()) }
    }

    /// - Parameter body: does the thing once, and gives back something that depends on it, so that it is not optimised
    ///   away.
    public mutating func add(_ name: String, _ body: @escaping () -> Int) {
        contenders.append((name, body))
    }

    /// Runs all and prints a row each: median and minimum of the time for one, allocations, and how much slower than the
    /// first it is.
    public func run(rounds: Int = 41, repetitions: Int = 5_000) {
        var times = contenders.map { _ in [Double]() }
        var allocations = contenders.map { _ in 0.0 }
        for round in -2..<rounds {
            for (place, contender) in contenders.enumerated() {
                let before = allocation_count()
                let start = ContinuousClock.now
                for _ in 0..<repetitions { consume(contender.body()) }
                let time = (ContinuousClock.now - start) / .nanoseconds(1) / Double(repetitions)
                allocations[place] = Double(allocation_count() - before) / Double(repetitions)
                // The first rounds warm up.
                if round >= 0 { times[place].append(time) }
            }
        }
        print("\n### \(title)\n")
        print("| | ns, median | ns, fastest | allocations | against the first |")
        print("|---|---|---|---|---|")
        let first = median(times[0])
        for (place, contender) in contenders.enumerated() {
            let time = median(times[place])
            let fastest = times[place].min() ?? 0
            print(
                "| \(contender.name) | \(Int(time.rounded())) | \(Int(fastest.rounded())) "
                    + "| \(decimal(allocations[place])) | \(decimal(time / first)) |")
        }
    }

    private func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }

    private func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let fraction = String(hundredths % 100)
        return "\(hundredths / 100).\(fraction.count < 2 ? "0" : "")\(fraction)"
    }
}

@inline(never)
private func consume(_ value: Int) {
    sink = sink &+ value
}

nonisolated(unsafe) private var sink = 0
