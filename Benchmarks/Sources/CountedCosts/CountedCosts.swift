// The counted costs, which are compared with limits: how often memory is allocated, and under callgrind how many
// instructions are run.
//
//     CountedCosts                  the allocations of each, a line each: NAME, a tab, COUNT
//     CountedCosts NAME TIMES       does one of them so many times, and no more
//
// scripts/check-costs.py runs it.

import AllocationCount
import Dispatch
import Documents
import Foundation
import GitLab

@main
enum CountedCosts {
    /// Not asynchronous: valgrind fails when such a program waits for its end.
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let name = arguments.first else { return try countAllocations() }
        guard let cost = costs.first(where: { $0.name == name }), let times = arguments.last.flatMap({ Int($0) }) else {
            throw Unknown(arguments: Array(arguments))
        }
        try repeated(cost.name, cost.prepare(), times)
    }

    struct Unknown: Error {
        let arguments: [String]
    }

    /// The average of many runs, without the setup of the first ones.
    private static func countAllocations() throws {
        for cost in costs {
            let body = try cost.prepare()
            try repeated(cost.name, body, 20)
            let before = allocation_count()
            try repeated(cost.name, body, 100)
            print("\(cost.name)\t\(Double(allocation_count() - before) / 100)")
        }
    }

    private static func repeated(_ name: String, _ body: Cost.Body, _ times: Int) throws {
        switch body {
        case .function(let body):
            for _ in 0..<times { consume(try body()) }
        case .asynchronous(let body):
            let end = DispatchSemaphore(value: 0)
            Task {
                do {
                    for _ in 0..<times { consume(try await body()) }
                } catch {
                    fatalError("\(name): \(error)")
                }
                end.signal()
            }
            end.wait()
        }
    }

    @inline(never)
    private static func consume(_ value: Int) {
        guard value > 0 else { fatalError("nothing was done") }
    }
}
