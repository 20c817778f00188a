// Reads the types of values.

import SpecSyntax

extension OpenAPISchema {
    /// Reads a schema.
    init(_ node: Node) {
        self.init(node, description: node.mapping?["description"]?.value.scalarText, isDeprecated: false)
    }

    /// Reads the type of a parameter: below `schema` in 3.x, beside its name in 2.0.
    init(parameter node: Node) {
        let fields = node.mapping
        self.init(
            fields?["schema"]?.value ?? node, description: fields?["description"]?.value.scalarText,
            isDeprecated: fields?["deprecated"]?.value.scalarText == "true")
    }

    private init(_ node: Node, description: String?, isDeprecated: Bool) {
        guard let keys = node.mapping else {
            self.init(.unknown, at: node.range)
            return
        }
        // 3.1 says null among the types.
        let types = keys.value("type").map { $0.scalarText.map { [$0] } ?? $0.elements.compactMap(\.scalarText) } ?? []
        let type = types.first { $0 != "null" }
        self.init(
            Self.kind(keys, type: type, at: node.range), at: node.range,
            values: keys.value("enum")?.elements.compactMap(\.wireValue).filter { $0.value != "null" } ?? [],
            isNullable: keys.value("nullable")?.scalarText == "true" || types.contains("null"),
            isDeprecated: isDeprecated || keys.value("deprecated")?.scalarText == "true"
                || description?.saysDeprecated == true,
            defaultValue: keys.value("default")?.wireValue,
            minimum: keys.value("minimum")?.scalarText.flatMap { Int($0) },
            maximum: keys.value("maximum")?.scalarText.flatMap { Int($0) },
            maximumLength: keys.value("maxLength")?.scalarText.flatMap { Int($0) })
    }

    private static func kind(_ keys: Mapping, type: String?, at range: SourceRange) -> Kind {
        if let reference = keys.value("$ref")?.scalarText {
            return .reference(String(reference.split(separator: "/").last ?? ""))
        }
        if let choices = (keys.value("oneOf") ?? keys.value("anyOf"))?.elements {
            return oneOf(choices.map { OpenAPISchema($0) })
        }
        if let parts = keys.value("allOf")?.elements {
            // One part is a way to say more beside a reference.
            if parts.count == 1 { return OpenAPISchema(parts[0]).kind }
            var names: Set<String> = []
            return .object(parts.flatMap(members).filter { names.insert($0.name.value).inserted }, others: nil)
        }
        switch type {
        case "boolean": return .boolean
        case "integer": return .integer
        case "number", "float": return .number
        // GitLab's document contains names of Ruby types.
        case "string", "text", "symbol":
            let format = keys.value("format")?.scalarText
            return format == "binary" ? .file : .string(format: format)
        case "file": return .file
        case "array":
            return .array(keys.value("items").map { OpenAPISchema($0) } ?? OpenAPISchema(.unknown, at: range))
        case "object":
            return object(keys)
        case _:
            return keys.value("properties") == nil ? .unknown : object(keys)
        }
    }

    private static func object(_ keys: Mapping) -> Kind {
        let required = Set(keys.value("required")?.elements.compactMap(\.scalarText) ?? [])
        let members = keys.value("properties")?.mapping?.entries ?? []
        var others: OpenAPISchema?
        if let node = keys.value("additionalProperties"), node.mapping != nil { others = OpenAPISchema(node) }
        return .object(
            members.map { entry in
                Member(
                    name: Located(entry.key.text, at: entry.key.range), isRequired: required.contains(entry.key.text),
                    schema: OpenAPISchema(entry.value))
            }, others: others)
    }

    /// Choices of one type are that type.
    private static func oneOf(_ choices: [OpenAPISchema]) -> Kind {
        if let first = choices.first, choices.dropFirst().allSatisfy({ $0.words == first.words }) { return first.kind }
        return .oneOf(choices)
    }

    private static func members(_ part: Node) -> [Member] {
        if case .object(let members, _) = OpenAPISchema(part).kind { members } else { [] }
    }
}

extension String {
    /// Whether a description begins with the word, or has it in brackets: GitLab's documents have no flags for it.
    fileprivate var saysDeprecated: Bool {
        var before: UInt8 = 0
        var isFirst = true
        var rest = Substring(self).utf8
        while rest.count >= 10 {
            let letter = rest[rest.startIndex]
            if letter | 0x20 == UInt8(ascii: "d"), isFirst || [UInt8(ascii: "["), UInt8(ascii: "(")].contains(before),
                rest.prefix(10).elementsEqual("deprecated".utf8, by: { $0 | 0x20 == $1 })
            {
                return true
            }
            if letter >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter | 0x20) { isFirst = false }
            before = letter
            rest = rest.dropFirst()
        }
        return false
    }
}

extension Node {
    /// A value as the server means it. GitLab's documents have symbols of Ruby, without quotes, for texts: `:csv`.
    fileprivate var wireValue: Located<String>? {
        guard let located, case .scalar(let scalar) = content, scalar.isPlain else { return located }
        let symbol = scalar.text.wholeMatch(of: /:(?:([A-Za-z_][A-Za-z0-9_]*[?!]?)|"([^"\\\\]*)")/)
        return symbol.map { Located(String($0.1 ?? $0.2 ?? ""), at: range) } ?? located
    }
}
