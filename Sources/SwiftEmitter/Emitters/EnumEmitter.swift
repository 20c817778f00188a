// Emits open enums:
//
//     /// Who can see something.
//     public struct VisibilityLevel: OpenEnum {
//         /// What goes over the wire.
//         public let rawValue: String
//
//         /// Makes a value, known to this version of the package or not.
//         public init(rawValue: String) {
//             self.rawValue = rawValue
//         }
//
//         /// Members only.
//         public static let `private` = VisibilityLevel(rawValue: "private")
//
//         /// Everybody.
//         public static let `public` = VisibilityLevel(rawValue: "public")
//
//         /// The values known to this version of the package. GitLab may answer others.
//         public static let allCases: [VisibilityLevel] = [
//             .private,
//             .public,
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
                Property(
                    doc: DocComment("What goes over the wire."), keyword: "let", name: "rawValue", type: raw)),
            .function(
                Function(
                    doc: DocComment("Makes a value, known to this version of the package or not."),
                    name: "init", parameters: ["rawValue: \(raw)"], body: ["self.rawValue = rawValue"])),
        ]
        members += values.map { value in
            .property(
                Property(
                    doc: value.documentation(vocabulary), attributes: deprecation(of: value), isStatic: true,
                    keyword: "let",
                    name: value.swiftName.text.swiftIdentifier, value: "\(name.value)(rawValue: \(literal(of: value)))")
            )
        }
        members.append(
            .property(
                Property(
                    doc: DocComment("The values known to this version of the package. GitLab may answer others."),
                    isStatic: true, keyword: "let", name: "allCases", type: "[\(name.value)]", value: allCases)))
        return .structure(
            Structure(
                doc: DocComment(
                    vocabulary.swiftSentence(about.value), paragraphs: docs.map { [$0.value.asDocumentationLink] } ?? []
                ),
                name: name.value, conformances: ["OpenEnum"], members: members))
    }

    private func literal(of value: Value) -> String {
        value.number.map { String($0.value) } ?? value.name.value.swiftLiteral
    }

    private func deprecation(of value: Value) -> [String] {
        guard let deprecation = value.availability.deprecation else { return [] }
        let candidates = values.map { ($0.name.value, $0.swiftName, TypeReference.named(name.value)) }
        return [deprecation.attribute(type: .named(name.value), among: candidates)]
    }

    /// The current values as an array literal, one a line, so that a new value is a new line.
    private var allCases: String {
        let names = values.filter { $0.availability.deprecation == nil }.map { ".\($0.swiftName)" }
        if names.count == 1 { return "[\(names[0])]" }
        return "[\n" + names.map { "        \($0),\n" }.joined() + "    ]"
    }
}
