// What the GitLab in memory keeps besides projects: items of collections, and single things such as settings.

import GitLab

/// A thing in a collection.
struct StoredItem: Sendable {
    /// Unique in the store.
    let number: Int
    /// What it was named by when it was added, where that is no field of it: the user of a member.
    var name: String?
    var members: [String: JSONValue]
}

/// Collections by their paths. An item's path is that of its collection and its number, and what hangs below it begins
/// with that.
struct ResourceStore: Sendable {
    struct Collection: Sendable {
        let shape: String
        var items: [StoredItem] = []
        /// The largest IID that an item has had.
        var lastIID = 0
    }

    private(set) var collections: [String: Collection] = [:]
    private var singles: [String: JSONValue] = [:]
    private var lastNumber = 0
    private var lastIDs: [String: Int] = [:]

    /// The next ID of a model.
    mutating func nextID(of model: String) -> Int {
        lastIDs[model, default: 0] += 1
        return lastIDs[model, default: 1]
    }

    /// Takes note of an ID that was given from outside, so that it is not given again.
    mutating func reserve(_ id: Int, of model: String) {
        lastIDs[model] = max(lastIDs[model] ?? 0, id)
    }

    /// The next number that counts within a collection. That of a deleted item is not given again.
    func nextIID(in path: String) -> Int { (collections[path]?.lastIID ?? 0) + 1 }

    @discardableResult
    mutating func add(_ members: [String: JSONValue], name: String?, to path: String, shape: String) -> StoredItem {
        lastNumber += 1
        let item = StoredItem(number: lastNumber, name: name, members: members)
        var collection = collections[path] ?? Collection(shape: shape)
        collection.items.append(item)
        collection.lastIID = max(collection.lastIID, members["iid"]?.intValue ?? 0)
        collections[path] = collection
        return item
    }

    func items(in path: String) -> [StoredItem] { collections[path]?.items ?? [] }

    /// The items of all collections of a shape, in the order in which they were added.
    func items(ofShape shape: String, below prefixes: [String]? = nil) -> [StoredItem] {
        collections.filter { path, collection in
            collection.shape == shape && (prefixes?.contains { path.hasPrefix($0 + "/") } ?? true)
        }.values.flatMap(\.items).sorted { $0.number < $1.number }
    }

    mutating func replace(_ item: StoredItem, in path: String) {
        guard let index = collections[path]?.items.firstIndex(where: { $0.number == item.number }) else { return }
        collections[path]?.items[index] = item
    }

    /// Removes an item with all that hangs below it.
    mutating func remove(_ item: StoredItem, from path: String) {
        collections[path]?.items.removeAll { $0.number == item.number }
        removeAll(below: "\(path)/\(item.number)")
    }

    /// Removes everything below a path.
    mutating func removeAll(below path: String) {
        collections = collections.filter { !$0.key.hasPrefix(path + "/") }
        singles = singles.filter { !$0.key.hasPrefix(path + "/") }
    }

    /// A single thing; nil if nothing has changed it.
    subscript(single path: String) -> JSONValue? {
        get { singles[path] }
        set { singles[path] = newValue }
    }
}

extension ResourceStore {
    /// Returns the item with a name in a path: its number, its own field of that name, its ID or what else names it.
    func item(_ text: String, placeholder: String?, in path: String) -> StoredItem? {
        let items = items(in: path)
        let isIID = placeholder == "iid" || placeholder?.hasSuffix("_iid") == true
        // The path of a subgroup alone names nothing.
        let isGroup = path == "/groups"
        let names = isGroup ? ["id", "full_path"] : [placeholder, "id"].compactMap(\.self) + Self.naming
        let fields = isIID ? ["iid"] : names
        if let named = items.first(where: { $0.name == text }) { return named }
        for field in fields {
            if let found = items.first(where: { $0.members[field]?.scalarText == text }) { return found }
        }
        return nil
    }

    private static let naming = [
        "iid", "full_path", "name", "path", "username", "title", "key", "slug", "file_path", "short_id", "email",
        "domain",
    ]
}
