// Reads the rows of a file of facts.

import OpenAPI
import SpecSyntax

struct FactsReader {
    let diagnostics: DiagnosticCollector

    func operations(_ node: Node) -> [(route: OperationRoute, row: Facts.Row)] {
        (node.mapping?.entries ?? []).compactMap { entry in
            guard let route = OperationRoute(entry.key.text) else {
                report("'\(entry.key.text)' is no method and path, such as \"GET /projects/:id\"", entry.key.range)
                return nil
            }
            return row(entry).map { (route, $0) }
        }
    }

    func schemas(_ node: Node) -> [(name: Located<String>, rows: [Facts.Row])] {
        (node.mapping?.entries ?? []).map { entry in
            (Located(entry.key.text, at: entry.key.range), (entry.value.mapping?.entries ?? []).compactMap(row))
        }
    }

    private func row(_ entry: Mapping.Entry) -> Facts.Row? {
        guard let keys = entry.value.mapping else {
            report("'\(entry.key.text)' has no keys", entry.key.range)
            return nil
        }
        for key in keys.entries where !Self.keys.contains(key.key.text) {
            report("facts have no key '\(key.key.text)'", key.key.range)
        }
        for key in ["type", "maybe"] {
            guard let node = keys[key]?.value, let type = Self.typeText(node) else { continue }
            if FactType(type, at: node.range) == nil, type != "list" {
                report("'\(type)' is no type of facts", node.range)
            }
        }
        return Facts.Row(
            name: Located(entry.key.text, at: entry.key.range), type: keys["type"].flatMap { Self.typeText($0.value) },
            isList: keys["list"]?.value.scalarText == "true", isNullable: keys["nullable"]?.value.scalarText == "true",
            doubt: keys["maybe"].flatMap { Self.typeText($0.value) }, previous: keys["was"]?.value.scalarText,
            sources: (keys["sources"]?.value.elements ?? []).compactMap(\.scalarText).filter {
                $0.utf8.allSatisfy { $0.isWordOrDash }
            })
    }

    private static let keys = ["type", "list", "maybe", "was", "nullable", "sources"]

    /// A type as YAML has it: `[string]` is a sequence.
    private static func typeText(_ node: Node) -> String? {
        node.scalarText ?? node.elements.first?.scalarText.map { "[\($0)]" }
    }

    func report(_ message: String, _ range: SourceRange) {
        diagnostics.report(Diagnostic("wrong-fact", .error, message, at: range))
    }
}

/// The type of a fact.
struct FactType {
    let kind: OpenAPISchema.Kind

    /// - Returns: nil for a text that is no type.
    init?(_ text: String, at range: SourceRange) {
        if text.hasPrefix("["), text.hasSuffix("]"),
            let element = FactType(String(text.dropFirst().dropLast()), at: range)
        {
            kind = .array(OpenAPISchema(element.kind, at: range))
            return
        }
        switch text {
        case "boolean": kind = .boolean
        case "integer": kind = .integer
        case "number": kind = .number
        case "string": kind = .string(format: nil)
        case "date": kind = .string(format: "date")
        case "datetime": kind = .string(format: "date-time")
        case "json": kind = .unknown
        case _ where text.first?.isUppercase == true && text.utf8.allSatisfy(\.isWordOrDash): kind = .reference(text)
        case _: return nil
        }
    }
}

extension OpenAPISchema.Kind {
    /// The kind of JSON, as facts call it.
    var word: String {
        switch self {
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string, .file: "string"
        case .array: "array"
        case .object, .reference: "object"
        case .oneOf, .unknown: "json"
        }
    }
}

extension Node {
    var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    var elements: [Node] {
        if case .sequence(let elements) = content { elements } else { [] }
    }

    var scalarText: String? {
        if case .scalar(let scalar) = content { scalar.text } else { nil }
    }
}

extension UInt8 {
    fileprivate var isWordOrDash: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
            || self == UInt8(ascii: "_")
    }
}
