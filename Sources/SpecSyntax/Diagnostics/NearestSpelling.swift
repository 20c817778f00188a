// Finding the nearest spelling: the candidate with the fewest typing errors.

/// The candidate closest to a misspelt word; nil where none is close enough.
///
/// A typing error is a character too many, missing, changed, or two neighbours swapped. A third of the word may be
/// wrong.
public func nearestSpelling(to word: String, among candidates: some Sequence<String>) -> String? {
    // Comparing takes time in the square of the length, and nobody misspells a word as long as this.
    guard word.utf8.count <= 100 else { return nil }
    let limit = max(1, word.count / 3)
    let letters = Array(word.lowercased().unicodeScalars)
    var best: (candidate: String, slips: Int)?
    for candidate in candidates where candidate != word {
        let others = Array(candidate.lowercased().unicodeScalars)
        // Each letter more or less is a slip.
        guard abs(letters.count - others.count) <= limit else { continue }
        let slips = editDistance(letters, others)
        if slips <= limit, slips < (best?.slips ?? .max) { best = (candidate, slips) }
    }
    return best?.candidate
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard abs(left.count - right.count) <= max(left.count, right.count) / 2 else { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, character) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var slips = min(last[column + 1] + 1, current[column] + 1, last[column] + (character == other ? 0 : 1))
            if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
                slips = min(slips, beforeLast[column - 1] + 1)
            }
            current.append(slips)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
