// Members in the order of their names. One function sorts them all: the compiler would make a sort for each type of
// member, which is a twentieth of what the runtime costs to compile.

extension Dictionary where Key == String {
    /// The members, sorted by name.
    var sortedByName: [(key: String, value: Value)] {
        NameOrder.sorted(keys.map(\.self)).compactMap { name in self[name].map { (name, $0) } }
    }
}

enum NameOrder {
    @inline(never)
    static func sorted(_ names: [String]) -> [String] { names.sorted() }
}
