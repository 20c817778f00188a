// The names of the spec in Swift's words, so that documentation speaks to users of Swift: `orderBy`, not `order_by`.

import SpecModel

/// One object, which all emitters share.
final class Vocabulary: Sendable {
    let types: TypesByName
    /// The Swift names of attributes, fields and values whose names in GitLab's documentation are others.
    private let swiftNames: [String: String]
    /// The names that each spec file gives to what is generated from it.
    private let familyNames: [String: FamilyNames]

    init(_ api: API) {
        types = api.types
        swiftNames = Self.swiftNames(of: api)
        familyNames = api.familyNames
    }

    /// - Parameter earlier: that of the spec before the edit.
    init(_ api: API, after edit: SpecEdit, of earlier: Vocabulary) {
        types = api.types
        swiftNames = edit.changesSwiftNames ? Self.swiftNames(of: api) : earlier.swiftNames
        familyNames = earlier.familyNames
    }

    private static func swiftNames(of api: API) -> [String: String] {
        var swiftNames: [String: String] = [:]
        func add(_ name: String, _ swiftName: SwiftName) {
            guard name.utf8.contains(UInt8(ascii: "_")), name != swiftName.text, swiftNames[name] == nil else { return }
            swiftNames[name] = swiftName.text
        }
        for resource in api.resources {
            for operation in resource.operations {
                for attribute in operation.attributes { add(attribute.name.value, attribute.swiftName) }
            }
        }
        for hash in api.hashes { for attribute in hash.attributes { add(attribute.name.value, attribute.swiftName) } }
        for one in api.parents.flatMap(\.cases) {
            add(one.name.value, one.swiftName)
            for attribute in one.attributes { add(attribute.name.value, attribute.swiftName) }
        }
        for model in api.models { for field in model.fields { add(field.name.value, field.swiftName) } }
        for enumeration in api.enums { for value in enumeration.values { add(value.name.value, value.swiftName) } }
        return swiftNames
    }

    /// The name of the Swift file for what a spec file declares.
    func family(of file: String) -> String { names(of: file).family }

    func names(of file: String) -> FamilyNames { familyNames[file] ?? FamilyNames(ofFile: file) }

    /// A value as a user of the client writes it: `.createdAt` for `created_at` of an enum, else as it stands.
    func swiftValue(_ text: String, of type: TypeReference) -> String {
        switch type {
        case .builtIn: text
        case .array(let element), .openHash(let element): swiftValue(text, of: element)
        case .named(let name):
            types.enums[name]?.values.first { $0.name.value == text }.map { ".\($0.swiftName)" } ?? text
        }
    }

    /// A sentence whose names in backticks are Swift's.
    func swiftSentence(_ sentence: String) -> String {
        let backtick = UInt8(ascii: "`")
        guard sentence.utf8.contains(backtick) else { return sentence }
        let parts = sentence.utf8.split(separator: backtick, omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
        return parts.enumerated().map { index, part in
            index % 2 == 1 && index < parts.count - 1 ? swiftNames[part] ?? part : part
        }.joined(separator: "`")
    }
}
