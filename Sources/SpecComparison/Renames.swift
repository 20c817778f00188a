// Renames: breaks in Swift that one line reports better than many.

import SpecModel

struct Renames {
    /// Types, those of requests among them, in the order of their names.
    let types: [(old: String, new: String)]
    /// Methods: `boats.sink`.
    let calls: [(old: String, new: String)]

    private let oldNames: Set<String>
    private let newNames: Set<String>
    private let oldMethods: Set<String>

    init(_ before: API, _ after: API, types renamed: [String: String]) {
        func operations(_ api: API) -> [(route: String, request: String, resource: Resource, name: String)] {
            api.resources.flatMap { resource in
                resource.operations.map { ($0.route, $0.request.value, resource, $0.name.value) }
            }
        }
        var types = renamed
        var calls: [(String, String)] = []
        var oldMethods: Set<String> = []
        for (old, new) in Pairs(operations(before), operations(after), by: { $0.request }, then: { $0.route }).both {
            if old.request != new.request { types[old.request] = new.request }
            let (oldCall, newCall) = (
                "\(old.resource.name.value).\(old.name)", "\(new.resource.name.value).\(new.name)"
            )
            if oldCall == newCall { continue }
            calls.append((oldCall, newCall))
            oldMethods.insert("\(old.resource.type.value).\(old.name)(")
        }
        self.types = types.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.calls = calls
        self.oldMethods = oldMethods
        oldNames = Set(types.keys)
        newNames = Set(types.values)
    }

    /// Whether a change in Swift only follows from a rename.
    func explain(_ change: Change) -> Bool {
        if let type = change.subject.split(separator: ".").first, oldNames.contains(String(type)) { return true }
        if oldMethods.contains(where: { change.subject.hasPrefix($0) }) { return true }
        guard change.rule == .memberChanged else { return false }
        // A signature that differs in the names of types.
        let words = change.words.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return words.contains(where: oldNames.contains) && words.contains(where: newNames.contains)
    }
}
