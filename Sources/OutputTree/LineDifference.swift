// Which lines to remove and which to insert to make one text another: Myers' algorithm, in bounded time.

/// The lines that two texts do not share.
///
/// The fewest changes are found as long as there are not too many (E. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", 1986). Where texts differ hugely, the search stops after a number of changes at the point where it got
/// furthest, and starts again from there: the result is right, only not the shortest, and the time stays linear.
struct LineDifference {
    /// For each line of the old text, whether it is not in the new one.
    private(set) var removed: [Bool]
    /// For each line of the new text, whether it was not in the old one.
    private(set) var inserted: [Bool]

    /// Compares two texts by their lines.
    init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
        removed = Array(repeating: false, count: old.count)
        inserted = Array(repeating: false, count: new.count)

        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var same = 0
        while same < old.count - start, same < new.count - start, old[old.count - 1 - same] == new[new.count - 1 - same]
        {
            same += 1
        }
        // Equal lines get equal numbers, which are faster to compare.
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        let differing = (
            old: old[start..<old.count - same].map(number), new: new[start..<new.count - same].map(number)
        )

        var place = EditSearch.Place(old: 0, new: 0)
        while place.old < differing.old.count || place.new < differing.new.count {
            let found = EditSearch(old: differing.old, new: differing.new, from: place)
            for step in found.steps {
                switch step {
                case .removal(let line): removed[start + line] = true
                case .insertion(let line): inserted[start + line] = true
                }
            }
            place = found.end
        }
    }
}

/// One search for the fewest changes, from a place in both texts onwards.
///
/// A diagonal has the places with the same number of old lines more behind them than new lines. For one change, two
/// changes and so on the search finds how far one gets on each diagonal.
private struct EditSearch {
    /// A place in both texts: so many lines of either are behind it.
    struct Place {
        var old: Int
        var new: Int
    }

    /// A change, by the number of the line that is removed from the old text or inserted from the new one.
    enum Step {
        case removal(Int)
        case insertion(Int)
    }

    private let old: ArraySlice<Int>
    private let new: ArraySlice<Int>
    /// The number of old lines that are passed at the furthest place, for each number of changes and then each diagonal
    /// from `-changes` to `changes`; less than zero for a diagonal that cannot be reached.
    private var furthest: [[Int]] = []
    private var best = (passed: -1, changes: 0, diagonal: 0)

    /// After so many changes a search stops.
    private static let maximumDistance = 256

    init(old: [Int], new: [Int], from place: Place) {
        self.old = old[place.old...]
        self.new = new[place.new...]
        for changes in 0...Self.maximumDistance where best.passed < self.old.count + self.new.count {
            search(with: changes)
        }
    }

    /// The end of both texts or, if there were too many changes on the way, the furthest place that was found.
    var end: Place {
        let passedOld = (best.passed + best.diagonal) / 2
        return Place(old: old.startIndex + passedOld, new: new.startIndex + passedOld - best.diagonal)
    }

    /// The changes on the way to `end`, the last one first.
    var steps: [Step] {
        var steps: [Step] = []
        var diagonal = best.diagonal
        for changes in stride(from: best.changes, to: 0, by: -1) {
            guard let arrival = arrival(on: diagonal, with: changes) else { break }
            steps.append(arrival.step)
            switch arrival.step {
            case .removal: diagonal -= 1
            case .insertion: diagonal += 1
            }
        }
        return steps
    }

    private mutating func search(with changes: Int) {
        var row = Array(repeating: -1, count: 2 * changes + 1)
        for diagonal in stride(from: -changes, through: changes, by: 2) {
            guard var passed = changes == 0 ? 0 : arrival(on: diagonal, with: changes)?.passedOld else { continue }
            while passed < old.count, passed - diagonal < new.count,
                old[old.startIndex + passed] == new[new.startIndex + passed - diagonal]
            {
                passed += 1
            }
            row[diagonal + changes] = passed
            if 2 * passed - diagonal > best.passed { best = (2 * passed - diagonal, changes, diagonal) }
        }
        furthest.append(row)
    }

    /// How a diagonal is reached with a change more than its neighbours: how many old lines are passed then, and by
    /// which change. Nil if it is not reached within the texts.
    private func arrival(on diagonal: Int, with changes: Int) -> (passedOld: Int, step: Step)? {
        let bySame = passedOld(on: diagonal + 1, with: changes - 1)
        let byOneMore = passedOld(on: diagonal - 1, with: changes - 1)
        let insertion = bySame.flatMap { $0 - diagonal <= new.count ? $0 : nil }
        let removal = byOneMore.flatMap { $0 < old.count ? $0 + 1 : nil }
        if let insertion, insertion >= removal ?? 0 {
            return (insertion, .insertion(new.startIndex + insertion - diagonal - 1))
        }
        return removal.map { ($0, .removal(old.startIndex + $0 - 1)) }
    }

    private func passedOld(on diagonal: Int, with changes: Int) -> Int? {
        guard abs(diagonal) <= changes else { return nil }
        let passed = furthest[changes][diagonal + changes]
        return passed < 0 ? nil : passed
    }
}
