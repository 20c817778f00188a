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

    @Test func theWorkAndWhatIsDoneMeanwhileBothEnd() {
        var own = 0
        let other = concurrently(
            { (1...1000).map { "\($0)" }.joined().utf8.count }, while: { own = (1...1000).reduce(0, +) })
        #expect(own == 500_500 && other == 2_893)
    }
}
