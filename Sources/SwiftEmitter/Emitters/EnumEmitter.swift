// Emits open enums; their members are computed, which costs less code than stored ones:
//
//     /// Who can see something.
//     public struct VisibilityLevel: OpenEnum {
//         public let rawValue: String
//
//         public init(rawValue: String) {
//             self.rawValue = rawValue
//         }
//
//         /// Members only.
//         public static var `private`: VisibilityLevel { VisibilityLevel(rawValue: "private") }
//
//         /// Everybody.
//         public static var `public`: VisibilityLevel { VisibilityLevel(rawValue: "public") }
//
//         public static let knownRawValues: [String] = [
//             "private",
//             "public",
//         ]
//     }

import SpecModel

extension EnumType {
    func declaration(_ vocabulary: Vocabulary) -> Declaration {
        let raw =
            switch rawType {
            case .string: "String"
            case .integer: "Int"
            }
        var members: [Declaration] = [
            .property(
                Property(keyword: "let", name: "rawValue", type: raw)),
            .function(
                Function(
                    introducer: "", name: "init", parameters: [Parameter("rawValue", raw)],
                    body: ["self.rawValue = rawValue"])),
        ]
        members += values.map { value in
            .property(
                Property(
                    doc: value.documentation(vocabulary), attributes: deprecation(of: value), isStatic: true,
                    name: value.swiftName.text.swiftIdentifier, type: name.value,
                    body: ["\(name.value)(rawValue: \(literal(of: value)))"], source: value.name.range))
        }
        members.append(
            .property(
                Property(
                    isStatic: true, keyword: "let", name: "knownRawValues", type: "[\(raw)]",
                    value: list(of: values.filter { $0.availability.deprecation == nil }))))
        let deprecated = values.filter { $0.availability.deprecation != nil }
        if !deprecated.isEmpty {
            members.append(
                .property(
                    Property(
                        isStatic: true, keyword: "let", name: "deprecatedRawValues", type: "[\(raw)]",
                        value: list(of: deprecated))))
        }
        if rawType == .integer { members.append(nameOfValue) }
        return .structure(
            Structure(
                doc: DocComment(
                    vocabulary.swiftSentence(about.value), paragraphs: docs.map { [$0.value.asDocumentationLink] } ?? []
                ),
                name: name.value, conformances: ["OpenEnum"] + (isOrdered ? ["Comparable"] : []),
                source: name.range, members: members))
    }

    /// `description` of numbers: the raw value says nothing to people, the name in GitLab's documentation does.
    private var nameOfValue: Declaration {
        let cases = values.map { "case \(literal(of: $0)): \($0.name.value.swiftLiteral)" }
        return .property(
            Property(
                doc: DocComment(
                    "The name of the value, or its number if this version of the package does not know it."),
                name: "description", type: "String",
                body: ["switch rawValue {"] + cases + ["default: rawValue.description", "}"]))
    }

    private func literal(of value: Value) -> String {
        value.number.map { String($0.value) } ?? value.name.value.swiftLiteral
    }

    private func deprecation(of value: Value) -> [String] {
        guard let deprecation = value.availability.deprecation else { return [] }
        let candidates = values.map { ($0.name.value, $0.swiftName, TypeReference.named(name.value)) }
        return [deprecation.attribute(type: .named(name.value), among: candidates)]
    }

    /// Values as an array literal, one a line, so that a new value is a new line.
    private func list(of values: [Value]) -> String {
        let literals = values.map(literal)
        if literals.count == 1 { return "[\(literals[0])]" }
        return "[\n" + literals.map { "        \($0),\n" }.joined() + "    ]"
    }
}
