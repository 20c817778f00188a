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
        if let name = sent["new_name"]?.stringValue { set("name", .string(name), in: &members) }
        if let added = sent["add_labels"].flatMap(texts)?.arrayValue {
            let labels = members["labels"]?.arrayValue ?? []
            set("labels", .array(labels + added.filter { !labels.contains($0) }), in: &members)
        }
        if let removed = sent["remove_labels"].flatMap(texts)?.arrayValue {
            set("labels", .array((members["labels"]?.arrayValue ?? []).filter { !removed.contains($0) }), in: &members)
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

    /// Returns the attributes of a form, which are texts, with the types of the fields of the same name; those of a hash
    /// `policy_attributes` with the types that the field `policy` has.
    func typed(_ sent: [String: JSONValue]) -> [String: JSONValue] {
        (table.models[model] ?? []).reduce(into: sent) { typed, field in
            let nested = "\(field.name)_attributes"
            if let members = sent[nested]?.objectValue, let name = field.type.name {
                typed[nested] = .object(ItemMaking(table: table, model: name, now: now).typed(members))
            }
            let isScalar = ["boolean", "integer", "number"].contains(field.type.builtIn)
            guard isScalar, case .string(let text)? = sent[field.name] else { return }
            typed[field.name] = text.isEmpty ? .null : converted(.string(text), to: field.type)
        }
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

    private func converted(_ value: JSONValue, for field: DeclaredField, over old: JSONValue?) -> JSONValue {
        if value == .null { return field.isAlwaysPresent ? old ?? .null : .null }
        return converted(value, to: field.type) ?? old ?? .null
    }

    /// Returns a value of a request as a response has it; nil where it has no such type.
    private func converted(_ value: JSONValue, to type: DeclaredType) -> JSONValue? {
        switch type {
        case .builtIn(let kind): return single(value, kind)
        case .array(.builtIn("string")): return texts(value)
        case .array(let element):
            guard let elements = value.arrayValue else { return nil }
            let made = elements.compactMap { converted($0, to: element) }
            return made.count == elements.count ? .array(made) : nil
        case .openHash(let element):
            return value.objectValue.map { .object($0.compactMapValues { converted($0, to: element) }) }
        case .named(let name):
            guard let fields = table.models[name] else { return enumValue(value, name) }
            guard let members = value.objectValue else { return nil }
            return .object(
                fields.reduce(into: table.example(of: type)?.objectValue ?? [:]) { made, field in
                    guard let value = members[field.name] else { return }
                    made[field.name] = converted(value, for: field, over: made[field.name])
                })
        }
    }

    private func single(_ value: JSONValue, _ kind: String) -> JSONValue? {
        switch kind {
        case "boolean": value.flag.map(JSONValue.bool)
        case "integer": value.scalarText.flatMap(Int64.init).map(JSONValue.integer)
        case "number": value.scalarText.flatMap(Double.init).map(JSONValue.double)
        case "json": value
        case "datetime": value.stringValue.map { .string($0.count == 10 ? $0 + "T00:00:00Z" : $0) }
        case "file", "content": value["filename"]
        default: value.scalarText.map(JSONValue.string)
        }
    }

    private func texts(_ value: JSONValue) -> JSONValue? {
        (value.arrayValue?.compactMap { $0.scalarText.map(JSONValue.string) } ?? value.commaParts).map(JSONValue.array)
    }

    private func enumValue(_ value: JSONValue, _ name: String) -> JSONValue? {
        table.enums[name]?.first { $0.scalarText == value.scalarText }
    }
}
