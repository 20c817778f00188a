// The wire format of values of a type, where Swift may distinguish more of them.

import SpecModel

/// The declared types of a spec, as far as they differ on the wire.
struct WireForms {
    private var forms: [String: String] = [:]

    /// - Parameter names: the other spec's names of types of this one.
    init(_ api: API, renamed names: [String: String] = [:]) {
        for enumeration in api.enums {
            switch enumeration.rawType {
            case .string: forms[enumeration.name.value] = "text"
            case .integer: forms[enumeration.name.value] = "integer"
            }
        }
        for name in api.hashes.map(\.name.value) + api.models.map(\.name.value) {
            forms[name] = names[name] ?? name
        }
    }

    /// The form of a type, in words.
    func form(_ type: TypeReference) -> String {
        switch type {
        case .builtIn(let type):
            switch type {
            case .boolean: "boolean"
            case .integer: "integer"
            case .number: "number"
            case .string, .datetime, .date, .content: "text"
            case .idOrPath: "integer or text"
            case .file: "file"
            case .json: "any JSON"
            }
        case .array(let element): "[\(form(element))]"
        case .openHash(let value): "{string: \(form(value))}"
        case .named(let name): forms[name] ?? name
        }
    }

    /// The form of an attribute where it is sent: everything in a path is text.
    func form(_ row: Attribute) -> String {
        switch row.location {
        case .path: "text"
        case .query, .header, .body: form(row.type.value)
        }
    }
}

extension API {
    /// Types that have other names in a later spec, and the same members: a rename shows in Swift, not on the wire.
    func renames(in later: API) -> [String: String] {
        var renames: [String: String] = [:]
        func match(_ before: [(String, [String])], _ after: [(String, [String])]) {
            let (old, new) = (Set(before.map(\.0)), Set(after.map(\.0)))
            var candidates = after.filter { !old.contains($0.0) }
            for (name, members) in before where !new.contains(name) {
                guard let index = candidates.firstIndex(where: { $0.1 == members }) else { continue }
                renames[name] = candidates.remove(at: index).0
            }
        }
        let (old, new) = (WireForms(self), WireForms(later))
        match(
            models.map { ($0.name.value, $0.fields.map { "\($0.name.value): \(old.form($0.type.value))" }) },
            later.models.map { ($0.name.value, $0.fields.map { "\($0.name.value): \(new.form($0.type.value))" }) })
        match(
            hashes.map { ($0.name.value, $0.attributes.map { "\($0.name.value): \(old.form($0))" }) },
            later.hashes.map { ($0.name.value, $0.attributes.map { "\($0.name.value): \(new.form($0))" }) })
        match(
            enums.map { ($0.name.value, $0.values.map(\.name.value)) },
            later.enums.map { ($0.name.value, $0.values.map(\.name.value)) })
        return renames
    }
}
