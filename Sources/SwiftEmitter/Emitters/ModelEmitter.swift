// Emits what responses hold; what is secret is stored where no description shows it (RedactedProperty), and what is large
// and optional is kept apart (`@Boxed`):
//
//     /// A licence.
//     public struct License: GitLabModel {
//         /// Its short name.
//         public var key: String
//
//         /// Where its text stands.
//         ///
//         /// GitLab may return null.
//         public var htmlURL: String?
//
//         /// Makes a value with what every response has; the rest is nil until assigned.
//         public init(key: String) {
//             self.key = key
//         }
//
//         @_documentation(visibility: internal)
//         public static let modelFields = ModelFields(of: emptyModel)
//
//         @_documentation(visibility: internal)
//         public static var emptyModel: License { License(key: "") }
//
//         @_documentation(visibility: internal)
//         public mutating func recordFields(in fields: inout FieldRecorder) {
//             fields.string("key", always: &key)
//             fields.string("html_url=htmlURL", &htmlURL)
//         }
//     }

import SpecModel

struct ModelEmitter {
    let vocabulary: Vocabulary

    func declaration(of model: ModelType) -> Declaration {
        var members: [Declaration] = model.fields.flatMap { properties($0, of: model) }
        members.append(initialiser(of: model))
        members += ModelReading(of: model, vocabulary.types).declarations
        return .structure(
            Structure(
                doc: DocComment(
                    vocabulary.swiftSentence(model.about.value),
                    paragraphs: model.docs.map { [$0.value.asDocumentationLink] } ?? []),
                name: model.name.value, conformances: conformances(of: model), source: model.name.range,
                members: members))
    }

    /// The property of a field, and its storage if that is another one.
    private func properties(_ field: Field, of model: ModelType) -> [Declaration] {
        var property = Property(
            doc: field.documentation(vocabulary),
            attributes: field.availability.deprecation.map { deprecation in
                let candidates = model.fields.map { ($0.name.value, $0.swiftName, $0.type.value) }
                return [deprecation.attribute(type: field.type.value, among: candidates)]
            } ?? [],
            name: field.swiftName.text.swiftIdentifier, type: field.swiftType)
        property.source = field.name.range
        guard field.isSecret else {
            if vocabulary.types.isBoxed(field) { property.wrapper = "@Boxed" }
            return [.property(property)] + bytes(of: field, of: model)
        }
        return RedactedProperty(
            of: property, field.swiftName, type: field.type.value, isOptional: !field.isAlwaysPresent
        )
        .declarations
    }

    /// The bytes that a text encodes.
    private func bytes(of field: Field, of model: ModelType) -> [Declaration] {
        guard let name = field.bytesName,
            let encoding = model.fields.first(where: { $0.name.value == field.encodedBy?.value })
        else { return [] }
        let (content, how) = (field.swiftName.text, encoding.swiftName.text)
        let isDeprecated = [field, encoding].contains { $0.availability.deprecation != nil }
        return [
            .property(
                Property(
                    doc: DocComment(
                        "The bytes of `\(content)`, decoded; nil if there are none, or if `\(how)` is not known."),
                    attributes: isDeprecated ? ["@available(*, deprecated)"] : [],
                    name: name.text, type: "[UInt8]?",
                    body: ["EncodedContent.bytes(of: \(content.swiftIdentifier), encoding: \(how.swiftIdentifier))"]))
        ]
    }

    private func initialiser(of model: ModelType) -> Declaration {
        let required = model.fields.filter(\.isAlwaysPresent)
        return .function(
            Function(
                doc: DocComment(
                    required.isEmpty
                        ? "Makes a value whose fields are nil until assigned."
                        : "Makes a value with what every response has; the rest is nil until assigned."),
                introducer: "", name: "init", parameters: required.map { Parameter($0.swiftName.text, $0.swiftType) },
                body: required.map { field in
                    let name = field.swiftName.text.swiftIdentifier
                    guard field.isSecret else { return "self.\(field.swiftName.text) = \(name)" }
                    return "self.\(field.swiftName.redacted) = Redacted(\(name))"
                }))
    }

    private func conformances(of model: ModelType) -> [String] {
        var conformances = ["GitLabModel"]
        if model.fields.contains(where: { $0.isID && $0.isAlwaysPresent }) {
            conformances.append("Identifiable")
        }
        return conformances + model.identifies.map(\.value.swiftProtocol)
    }
}

extension Field {
    fileprivate var swiftType: String { type.value.swiftType + (isAlwaysPresent ? "" : "?") }
}
