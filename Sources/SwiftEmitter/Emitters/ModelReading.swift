// Emits how a model is read and stored, once for JSON, decoders and encoders: a value to read into, and a call for each
// field that records its names, its kind and where it is stored, in a function without branches, closures or generics that
// cost compile time:
//
//     @_documentation(visibility: internal)
//     public static let modelFields = ModelFields(of: emptyModel)
//
//     @_documentation(visibility: internal)
//     public static var emptyModel: Note { Note(id: 0) }
//
//     @_documentation(visibility: internal)
//     public mutating func recordFields(in fields: inout FieldRecorder) {
//         fields.integer("id", always: &id)
//         fields.string("title", &title)
//         fields.strings("labels", &labels)
//     }

import SpecModel

struct ModelReading {
    private let model: ModelType
    private let types: TypesByName

    init(of model: ModelType, _ types: TypesByName) {
        self.model = model
        self.types = types
    }

    var declarations: [Declaration] {
        [
            .property(
                Property(
                    attributes: [Self.undocumented], isStatic: true, keyword: "let", name: "modelFields",
                    value: "ModelFields(of: emptyModel)")),
            .property(
                Property(
                    attributes: [Self.undocumented], isStatic: true, name: "emptyModel", type: model.name.value,
                    body: ["\(model.name.value)(\(placeholders))"])),
            .function(
                Function(
                    attributes: [Self.undocumented] + deprecation, introducer: "mutating func",
                    name: "recordFields",
                    parameters: [Parameter("in", "fields", "inout FieldRecorder")],
                    body: model.fields.map { call(for: $0) })),
        ]
    }

    /// The members of every model that no user calls.
    private static let undocumented = "@_documentation(visibility: internal)"

    /// The compiler warns of the use of deprecated members, except in deprecated ones.
    private var deprecation: [String] {
        model.fields.contains { $0.availability.deprecation != nil } ? ["@available(*, deprecated)"] : []
    }

    private var placeholders: String {
        model.fields.filter(\.isAlwaysPresent).map {
            "\($0.swiftName.text.argumentLabel): \(placeholder(for: $0.type.value))"
        }
        .joined(separator: ", ")
    }

    /// A placeholder until the field has been read.
    private func placeholder(for type: TypeReference) -> String {
        switch type {
        case .builtIn(let type): type.placeholder
        case .array: "[]"
        case .openHash: "[:]"
        case .named(let name):
            switch types.enums[name]?.rawType {
            case .string: "\(name)(rawValue: \"\")"
            case .integer: "\(name)(rawValue: 0)"
            case nil: "\(name).emptyModel"
            }
        }
    }

    private func call(for field: Field) -> String {
        let label = field.isAlwaysPresent ? "always: " : ""
        return "fields.\(method(for: field))(\(names(of: field)), \(label)&\(storage(of: field)))"
    }

    /// The name of the field; where the name of the property is not the same with its words joined, it follows:
    /// `web_url=webURL`.
    private func names(of field: Field) -> String {
        let (name, property) = (field.name.value, field.swiftName.text)
        return (name.joinedWords == property ? name : "\(name)=\(property)").swiftLiteral
    }

    /// The stored property.
    private func storage(of field: Field) -> String {
        let name = field.swiftName.text
        if field.isSecret { return field.swiftName.redacted }
        if types.isBoxed(field) { return "_\(name)" }
        // Of this name is the parameter.
        return name == "fields" ? "self.fields" : name.swiftIdentifier
    }

    private func method(for field: Field) -> String {
        if field.isSecret { return "secret" }
        if types.isBoxed(field) { return "part" }
        switch field.type.value {
        case .builtIn(let type): return type.recorderMethod
        case .array(.builtIn(.string)): return "strings"
        case .array, .openHash: return "value"
        case .named(let name): return types.enums[name]?.rawType == .string ? "enumeration" : "value"
        }
    }
}

extension TypesByName {
    /// Whether the property of a field is `@Boxed`.
    func isBoxed(_ field: Field) -> Bool {
        !field.isSecret && !field.isAlwaysPresent && isLarge(field.type.value)
    }
}

extension String {
    /// The runtime's name of the property where a field has no other: the words, joined.
    fileprivate var joinedWords: String {
        let words = split(separator: "_")
        return words.dropFirst().reduce(into: words.first.map(String.init) ?? "") { joined, word in
            joined += String(word).capitalised
        }
    }
}

extension BuiltInType {
    fileprivate var placeholder: String {
        switch self {
        case .boolean: "false"
        case .integer, .number: "0"
        case .string, .file, .content, .idOrPath: "\"\""
        case .datetime: "Date(timeIntervalSinceReferenceDate: 0)"
        case .date: "ModelFields.anyDate"
        case .json: ".null"
        }
    }

    fileprivate var recorderMethod: String {
        switch self {
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .datetime: "moment"
        case .date, .file, .content, .json, .idOrPath: "value"
        }
    }
}
