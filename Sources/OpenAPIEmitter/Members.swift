// The members of a JSON object while they are put together.

import SpecSyntax

/// Names with their values, in the order in which they were set first.
struct Members {
    private var list: [(String, JSONText)] = []

    var isEmpty: Bool { list.isEmpty }

    var json: JSONText { .object(list) }

    /// The value of a member. Setting a missing member to nil adds nothing.
    subscript(name: String) -> JSONText? {
        get { list.first { $0.0 == name }?.1 }
        set {
            guard let index = list.firstIndex(where: { $0.0 == name }) else {
                if let newValue { list.append((name, newValue)) }
                return
            }
            if let newValue { list[index].1 = newValue } else { list.remove(at: index) }
        }
    }

    /// Adds a member that is certain not to be there, without looking for it.
    mutating func append(_ name: String, _ value: JSONText) {
        list.append((name, value))
    }

    /// Adds the members of another object behind these.
    mutating func add(_ others: Members) {
        for (name, value) in others.list { self[name] = value }
    }

    static func reference(_ kind: String, _ name: String) -> Members {
        var members = Members()
        members["$ref"] = .string("#/components/\(kind)/\(name)")
        return members
    }

    static func link(_ address: String) -> JSONText {
        var members = Members()
        members["url"] = .string(address)
        return members.json
    }
}

extension JSONText {
    static func strings(_ texts: [String]) -> JSONText { .array(texts.map { .string($0) }) }
}
