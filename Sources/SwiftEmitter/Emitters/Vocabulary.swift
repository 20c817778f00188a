// The names of the spec in Swift's words, so that documentation speaks to users of Swift: `orderBy`, not `order_by`.

import SpecModel

struct Vocabulary {
    private let enums: [String: EnumType]
    /// The Swift names of attributes, fields and values whose names in GitLab's documentation are others.
    private let swiftNames: [String: String]

    init(_ api: API) {
        enums = Dictionary(api.enums.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        let attributes = api.resources.flatMap(\.operations).flatMap(\.attributes) + api.hashes.flatMap(\.attributes)
        let names =
            attributes.map { ($0.name.value, $0.swiftName.text) }
            + api.models.flatMap(\.fields).map { ($0.name.value, $0.swiftName.text) }
            + api.enums.flatMap(\.values).map { ($0.name.value, $0.swiftName.text) }
        swiftNames = Dictionary(
            names.filter { $0.0 != $0.1 && $0.0.contains("_") }, uniquingKeysWith: { first, _ in first })
    }

    /// A value as a user of the client writes it: `.createdAt` for `created_at` of an enum, else as it stands.
    func swiftValue(_ text: String, of type: TypeReference) -> String {
        switch type {
        case .builtIn: text
        case .array(let element), .openHash(let element): swiftValue(text, of: element)
        case .named(let name): enums[name]?.values.first { $0.name.value == text }.map { ".\($0.swiftName)" } ?? text
        }
    }

    /// A sentence whose names in backticks are Swift's.
    func swiftSentence(_ sentence: String) -> String {
        guard sentence.utf8.contains(UInt8(ascii: "`")) else { return sentence }
        let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index % 2 == 1 && index < parts.count - 1 ? swiftNames[String(part)] ?? String(part) : String(part)
        }.joined(separator: "`")
    }
}
