// Making and changing the members of an item: the example of its model, with the attributes of the request over it.

import GitLab

struct ItemMaking {
    let table: OperationTable
    let model: String
    /// The moment of the request, as GitLab writes it.
    let now: String

    /// Returns a new item.
    ///
    /// - Parameters:
    ///   - sent: The attributes of the request.
    ///   - declared: The attributes that the operation has.
    func make(_ sent: [String: JSONValue], declared: [DeclaredAttribute]) -> [String: JSONValue] {
        let fields = table.models[model] ?? []
        let example = table.example(of: .named(model))?.objectValue ?? [:]
        let attributes = Dictionary(declared.map { ($0.name, $0) }) { first, _ in first }
        return fields.reduce(into: example) { members, field in
            if let value = sent[field.name] {
                members[field.name] = converted(value, for: field, over: example[field.name])
            } else {
                members[field.name] = unsent(field, attributes[field.name], example[field.name])
            }
        }
    }

    /// Lays the attributes of a request over an item.
    func change(_ members: inout [String: JSONValue], _ sent: [String: JSONValue]) {
        for field in table.models[model] ?? [] {
            if field.name == "updated_at" { members["updated_at"] = .string(now) }
            guard let value = sent[field.name], field.name != "id", field.name != "iid" else { continue }
            members[field.name] = converted(value, for: field, over: members[field.name])
        }
        if let event = sent["state_event"]?.stringValue, let state = ActionEffects.states[event] {
            set("state", state, in: &members)
            set("closed_at", event == "close" ? .string(now) : .null, in: &members)
        }
    }

    /// Lays the effect of an action over an item.
    ///
    /// - Parameter number: Makes a secret different from others of the same moment.
    func act(_ effect: ActionEffect, on members: inout [String: JSONValue], number: Int) {
        for (name, value) in effect.sets {
            switch value {
            case .fixed(let value): set(name, value, in: &members)
            case .now: set(name, .string(now), in: &members)
            case .secret: set(name, .string("secret-\(number)-\(now)"), in: &members)
            }
        }
        change(&members, [:])
    }

    private func set(_ name: String, _ value: JSONValue, in members: inout [String: JSONValue]) {
        if table.models[model]?.contains(where: { $0.name == name }) == true { members[name] = value }
    }

    /// The value of a field for which nothing was sent.
    private func unsent(_ field: DeclaredField, _ attribute: DeclaredAttribute?, _ example: JSONValue?) -> JSONValue? {
        if field.type == .builtIn("datetime") {
            let isNow = ["created_at", "updated_at", "last_activity_at"].contains(field.name)
            return isNow || field.isAlwaysPresent ? .string(now) : .null
        }
        if field.name == "state" || field.name == "status", let first = initialState(field) { return first }
        guard let attribute else { return example }
        if let value = attribute.defaultValue?.first, attribute.defaultValue?.count == 1 {
            return converted(.string(value), for: field, over: example)
        }
        if field.type.element != nil { return [] }
        return field.isAlwaysPresent || field.type == .builtIn("boolean") ? example : .null
    }

    /// The state in which things begin.
    private func initialState(_ field: DeclaredField) -> JSONValue? {
        let values = field.type.name.flatMap { table.enums[$0] } ?? []
        return ["opened", "active", "available", "created"].first { values.contains($0) }
    }

    /// Returns a value of a request as the response has it.
    private func converted(_ value: JSONValue, for field: DeclaredField, over old: JSONValue?) -> JSONValue {
        switch (field.type, value) {
        case (_, .null): return field.isAlwaysPresent ? old ?? .null : .null
        case (.builtIn("boolean"), _): return value.flag.map(JSONValue.bool) ?? old ?? .null
        case (.builtIn("integer"), _):
            return value.scalarText.flatMap(Int64.init).map(JSONValue.integer) ?? old ?? .null
        case (.builtIn("number"), _): return value.scalarText.flatMap(Double.init).map(JSONValue.double) ?? old ?? .null
        case (.builtIn("json"), _): return value
        case (.builtIn("datetime"), .string(let text)): return .string(text.count == 10 ? text + "T00:00:00Z" : text)
        case (.builtIn("file"), _), (.builtIn("content"), _): return value["filename"] ?? old ?? .null
        case (.builtIn, _): return value.scalarText.map(JSONValue.string) ?? old ?? .null
        case (.array(.builtIn("string")), _): return texts(value) ?? old ?? .null
        case (.array(let element), .array(let elements)): return list(elements, of: element) ?? old ?? .null
        case (.named(let name), _) where table.enums[name] != nil: return enumValue(value, name) ?? old ?? .null
        case (.named(let name), .object(let members)):
            return .object((table.example(of: .named(name))?.objectValue ?? [:]).merging(members) { _, new in new })
        case (.openHash(.builtIn("string")), .object): return value
        default: return old ?? .null
        }
    }

    private func texts(_ value: JSONValue) -> JSONValue? {
        (value.arrayValue?.compactMap { $0.scalarText.map(JSONValue.string) } ?? value.commaParts).map(JSONValue.array)
    }

    private func list(_ elements: [JSONValue], of type: DeclaredType) -> JSONValue? {
        let made = elements.compactMap { element -> JSONValue? in
            switch (type, element) {
            case (.named(let name), .object(let members)):
                (table.example(of: .named(name))?.objectValue).map { .object($0.merging(members) { _, new in new }) }
            case (.named(let name), _): enumValue(element, name)
            case (.builtIn("integer"), _): element.scalarText.flatMap(Int64.init).map(JSONValue.integer)
            default: nil
            }
        }
        return made.count == elements.count ? .array(made) : nil
    }

    private func enumValue(_ value: JSONValue, _ name: String) -> JSONValue? {
        table.enums[name]?.first { $0.scalarText == value.scalarText }
    }
}
