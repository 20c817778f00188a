// Plausible values for the fields of models, the same in every run: by the name of the field where it says enough, else
// by its type.

import SpecModel

/// A JSON value of an example. Its texts need no escaping, neither in JSON nor in Swift.
indirect enum ExampleJSON: Sendable {
    /// A number, true, false, or a text in quotes.
    case scalar(String)
    case array([ExampleJSON])
    case object([(name: String, value: ExampleJSON)])

    static func text(_ text: String) -> ExampleJSON {
        let isPlain = text.utf8.allSatisfy {
            (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        return .scalar("\"" + (isPlain ? text : text.filter { $0 != "\"" && $0 != "\\" && $0 >= " " }) + "\"")
    }

    /// The value, one line for each scalar.
    var lines: [String] {
        var lines: [String] = []
        add(to: &lines, indent: "", lead: "", tail: "")
        return lines
    }

    /// - Parameters:
    ///   - lead: the text before the value on its first line.
    ///   - tail: the text behind it on its last one.
    private func add(to lines: inout [String], indent: String, lead: String, tail: String) {
        func addLine(_ lead: String, _ text: String, _ tail: String) {
            // There are tens of thousands, so none is put together from parts that are strings themselves.
            var line = indent
            line += lead
            line += text
            line += tail
            lines.append(line)
        }
        switch self {
        case .scalar(let text): addLine(lead, text, tail)
        case .array(let elements) where elements.isEmpty: addLine(lead, "[]", tail)
        case .array(let elements):
            addLine(lead, "[", "")
            let inner = indent + "  "
            for (index, element) in elements.enumerated() {
                element.add(to: &lines, indent: inner, lead: "", tail: index < elements.count - 1 ? "," : "")
            }
            addLine("", "]", tail)
        case .object(let members) where members.isEmpty: addLine(lead, "{}", tail)
        case .object(let members):
            addLine(lead, "{", "")
            let inner = indent + "  "
            for (index, member) in members.enumerated() {
                var lead = "\""
                lead += member.name
                lead += "\": "
                member.value.add(
                    to: &lines, indent: inner, lead: lead, tail: index < members.count - 1 ? "," : "")
            }
            addLine("", "}", tail)
        }
    }
}

/// Makes the examples of an API's models.
struct ExampleValues {
    private let models: [String: ModelType]
    private let enums: [String: EnumType]
    /// The examples of models that hold none of their own kind, at any depth: they are the same wherever they stand.
    private var known: [String: ExampleJSON] = [:]
    /// How many models have been left out because they stand in one of their own kind.
    private var leftOut = 0
    /// The events by the names of their types.
    private let events: [String: WebhookEventType]

    init(_ api: API) {
        models = api.types.models
        enums = api.types.enums
        events = Dictionary(api.events.map { ($0.type.value, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func value(of model: ModelType) -> ExampleJSON {
        value(of: model, within: [])
    }

    /// The example of a field that holds no model, as JSON on one line; nil for one that does.
    func scalar(of field: Field, in model: ModelType) -> String? {
        if let name = field.type.value.declaredName, models[name] != nil { return nil }
        if let name = Self.properName(for: field, of: model) { return ExampleJSON.text(name).lines.joined() }
        let name = field.name.value
        // It has no model, so there is nothing to be kept for the next one.
        var values = self
        let value = values.value(of: field.type.value, for: name, isSecret: field.isSecret, within: [])
        // An indented line break is a blank of the layout: texts have none.
        return value?.lines.map { String($0.drop { $0 == " " }) }.joined()
    }

    /// - Parameter outer: the models around this one: none holds itself again.
    private mutating func value(of model: ModelType, within outer: Set<String>) -> ExampleJSON {
        let name = model.name.value
        let outer = outer.union([name])
        // The fields that say the kind of an event, in whatever it holds, depend on the event.
        if let event = outer.lazy.compactMap({ [events] in events[$0] }).first {
            return members(of: model, in: event, within: outer)
        }
        if let known = known[name] { return known }
        let leftOutBefore = leftOut
        let value = members(of: model, in: nil, within: outer)
        if leftOut == leftOutBefore { known[name] = value }
        return value
    }

    private mutating func members(
        of model: ModelType,
        in event: WebhookEventType?,
        within outer: Set<String>
    ) -> ExampleJSON {
        .object(
            model.fields.compactMap { field in
                if let kind = event?.kind(in: field.name.value) { return (field.name.value, .text(kind)) }
                if let name = Self.properName(for: field, of: model) { return (field.name.value, .text(name)) }
                return value(of: field.type.value, for: field.name.value, isSecret: field.isSecret, within: outer).map {
                    (field.name.value, $0)
                }
            })
    }

    /// The name of what the model stands for: a person, a branch, a tag; nil for other fields and models.
    private static func properName(for field: Field, of model: ModelType) -> String? {
        guard field.name.value == "name", case .builtIn(.string) = field.type.value else { return nil }
        if model.fields.contains(where: { $0.name.value == "username" }) { return person }
        if model.name.value.hasSuffix("Branch") { return "main" }
        return model.name.value.hasSuffix("Tag") ? "v1.2.0" : nil
    }

    private mutating func value(
        of type: TypeReference,
        for name: String,
        isSecret: Bool,
        within outer: Set<String>
    ) -> ExampleJSON? {
        switch type {
        case .builtIn(let type):
            return isSecret ? .text("a secret") : Self.value(of: type, for: name)
        case .array(let element):
            let value = value(of: element, for: Self.singular(name), isSecret: isSecret, within: outer)
            return .array(value.map { [$0] } ?? [])
        case .openHash(let element):
            let value = value(of: element, for: "value", isSecret: isSecret, within: outer)
            return .object(value.map { [("key", $0)] } ?? [])
        case .named(let other):
            if outer.contains(other) {
                leftOut += 1
                return nil
            }
            if let model = models[other] { return value(of: model, within: outer) }
            return enums[other].flatMap(Self.value)
        }
    }

    private static func value(of enumeration: EnumType) -> ExampleJSON? {
        let value = enumeration.values.first { $0.availability.deprecation == nil } ?? enumeration.values.first
        return value.map { value in
            value.number.map { .scalar("\($0.value)") } ?? .text(value.name.value)
        }
    }

    private static func value(of type: BuiltInType, for name: String) -> ExampleJSON {
        switch type {
        case .boolean: .scalar("\(!isUnusual(name))")
        case .integer, .idOrPath: .scalar("\(integer(for: name))")
        case .number: .scalar("1.5")
        case .string, .file, .content: .text(text(for: name))
        case .datetime: .text("2026-0\(name.utf8.count % 9 + 1)-15T09:30:00Z")
        case .date: .text("2026-0\(name.utf8.count % 9 + 1)-15")
        case .json: .object([("key", .text("value"))])
        }
    }
}

extension WebhookEventType {
    /// The value of a field that says the kind of the event; nil for another field.
    fileprivate func kind(in field: String) -> String? {
        switch field {
        case KindField.objectKind.rawValue where self.field == .objectKind: kinds.first?.value
        case KindField.eventName.rawValue where self.field == .eventName: kinds.first?.value
        case "noteable_type": noteableType?.value
        default: nil
        }
    }
}

// MARK: - By name

extension ExampleValues {
    /// Whether true would be the exception.
    private static func isUnusual(_ name: String) -> Bool {
        unusual.contains { name.holds($0) }
    }

    private static let unusual = [
        "archived", "disabled", "empty", "locked", "expired", "blocked", "revoked", "failed", "marked", "deleted",
        "bot",
    ]

    private static func integer(for name: String) -> Int {
        if name == "id" { return 42 }
        if name == "iid" { return 7 }
        if name.hasSuffix("_id") { return 40 + name.utf8.count }
        if name.holds("size") || name.holds("bytes") { return 1_048_576 }
        if name.holds("timeout") { return 3_600 }
        return name.utf8.count % 9 + 1
    }

    private static let texts: [String: String] = [
        "name": "Compiler", "path": "compiler", "full_path": "tools/compiler", "full_name": "Tools / Compiler",
        "name_with_namespace": "Tools / Compiler", "path_with_namespace": "tools/compiler", "username": "dana",
        "ssh_url_to_repo": "git@gitlab.example.com:tools/compiler.git",
        "http_url_to_repo": "https://gitlab.example.com/tools/compiler.git", "title": "Release 1.2",
        "description": "Turns text into programs", "ref": "main", "default_branch": "main", "sha": sha,
        "email": "dana@example.com", "color": "#428BCA", "cadence": "7d", "older_than": "14d", "topic": "swift",
        "tag": "swift", "message": "Speed up the parser", "short_id": String(sha.prefix(8)), "body": "Looks good",
        "content_type": "image/png", "file_name": "README.md", "tag_name": "v1.2.0", "ip": "192.0.2.1", "locale": "en",
        "timezone": "UTC", "key": "key", "value": "value",
    ]

    private static let person = "Dana Doe"

    private static let sha = "8b85ed8d2c9f61b30a7e5a94c1f3607b2d4e9f10"

    private static func text(for name: String) -> String {
        if let text = texts[name] { return text }
        if name == "id" || name.hasSuffix("_id") || name.hasSuffix("sha") || name.hasSuffix("_oid") { return sha }
        if name.hasSuffix("_name"), !name.hasPrefix("file"), !name.hasPrefix("group") { return person }
        if name.hasSuffix("email") { return "dana@example.com" }
        if name.hasSuffix("branch") { return "main" }
        if name == "url" || name.hasSuffix("_url") { return "https://gitlab.example.com/tools/compiler" }
        if name.hasSuffix("_path") { return "tools/compiler" }
        if name.hasSuffix("domain") || name.hasSuffix("host") { return "www.example.com" }
        if name.hasSuffix("regex") || name.hasSuffix("_pattern") { return "release-.*" }
        return name.utf8.split(separator: UInt8(ascii: "_")).map { String(Substring($0)) }.joined(separator: " ")
    }

    private static func singular(_ name: String) -> String {
        name.hasSuffix("s") ? String(name.dropLast()) : name
    }
}

extension String {
    /// Whether a part is somewhere in it, byte by byte: names are short, and there are thousands.
    fileprivate func holds(_ part: String) -> Bool {
        guard let first = part.utf8.first else { return true }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: part.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
