// Results of work on several cores come in the order of the input.

import SpecSyntax
import Testing

@Suite struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 2, 3, 1000])
    func resultsStandInTheOrderOfTheElements(_ count: Int) {
        let numbers = Array(0..<count)
        // The first ones take longest.
        let results = numbers.concurrentMap { number in
            (0..<(count - number) * 10).reduce("\(number)") { text, _ in text }
        }
        #expect(results == numbers.map { "\($0)" })
    }

    @Test(arguments: [0, 1, 1000]) func somethingElseIsDoneMeanwhile(_ count: Int) {
        var calls = 0
        let results = Array(0..<count).concurrentMap(beside: { calls += 1 }) { "\($0)" }
        #expect(results == (0..<count).map { "\($0)" })
        #expect(calls == 1)
    }
}
