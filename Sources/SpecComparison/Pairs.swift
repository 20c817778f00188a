// The common elements of two lists, and those of only one.

import SpecSyntax

/// Two lists, element by element.
struct Pairs<Element> {
    var both: [(before: Element, after: Element)] = []
    var removed: [Element] = []
    var added: [Element] = []

    /// Pairs elements with the same key; keys are unique in each list.
    init<Key: Hashable>(_ before: [Element], _ after: [Element], by key: (Element) -> Key) {
        pair(before, after, by: key)
    }

    /// Pairs by the first key, and the rest by the next one.
    init<Key: Hashable>(
        _ before: [Element], _ after: [Element], by first: (Element) -> Key, then next: (Element) -> Key
    ) {
        pair(before, after, by: first)
        let (left, right) = (removed, added)
        (removed, added) = ([], [])
        pair(left, right, by: next)
    }

    private mutating func pair<Key: Hashable>(_ before: [Element], _ after: [Element], by key: (Element) -> Key) {
        var places = Dictionary(firstOf: after.enumerated().map { (key($0.element), $0.offset) })
        var taken: Set<Int> = []
        for element in before {
            if let place = places.removeValue(forKey: key(element)) {
                taken.insert(place)
                both.append((element, after[place]))
            } else {
                removed.append(element)
            }
        }
        added += after.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }
}
