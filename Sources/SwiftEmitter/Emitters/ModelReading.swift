// Emits how a model is read and stored, once for JSON, decoders and encoders: the names of its fields, a value to read
// into, and a call for each field, in a function without branches, closures or generics that cost compile time:
//
//     @_documentation(visibility: internal)
//     public static let modelFields = ModelFields("id! title labels")
//
//     @_documentation(visibility: internal)
//     public static var emptyModel: Note { Note(id: 0) }
//
//     @_documentation(visibility: internal)
//     public mutating func carry(_ field: Int, with coder: inout ModelCoder) {
//         switch field {
//         case 0: coder.integer(&id)
//         case 1: coder.string(&title)
//         default: coder.strings(&labels)
//         }
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
                    value: "ModelFields(\(names))")),
            .property(
                Property(
                    attributes: [Self.undocumented], isStatic: true, name: "emptyModel", type: model.name.value,
                    body: ["\(model.name.value)(\(placeholders))"])),
            .function(
                Function(
                    attributes: [Self.undocumented] + deprecation, name: "mutating func carry",
                    parameters: ["_ field: Int", "with coder: inout ModelCoder"], body: calls)),
        ]
    }

    /// The members of every model that no user calls.
    private static let undocumented = "@_documentation(visibility: internal)"

    /// The compiler warns of the use of deprecated members, except in deprecated ones.
    private var deprecation: [String] {
        model.fields.contains { $0.availability.deprecation != nil } ? ["@available(*, deprecated)"] : []
    }

    /// The names of the fields in one literal, on several lines if it is long. Where the name of the property is not the
    /// name with its words joined, it follows: `web_url=webURL`.
    private var names: String {
        let words = model.fields.map { field in
            let name = field.name.value
            let property = field.swiftName.text
            return name + (name.joinedWords == property ? "" : "=" + property) + (field.isAlwaysPresent ? "!" : "")
        }
        let flat = words.joined(separator: " ").swiftLiteral
        if flat.utf8.count <= 60 { return flat }
        var lines = [""]
        for (index, word) in words.enumerated() {
            let piece = index == words.count - 1 ? word : word + " "
            if lines[lines.count - 1].utf8.count + piece.utf8.count > 108 { lines.append("") }
            lines[lines.count - 1] += piece
        }
        return "\n        \"\"\"\n        " + lines.joined(separator: "\\\n        ") + "\n        \"\"\""
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

    private var calls: [String] {
        let calls = model.fields.map { call(for: $0) }
        if calls.count < 2 { return calls }
        let cases = calls.enumerated().map { index, call in
            "\(index == calls.count - 1 ? "default" : "case \(index)"): \(call)"
        }
        return ["switch field {"] + cases + ["}"]
    }

    private func call(for field: Field) -> String {
        if field.isSecret { return "coder.secret(&\(field.swiftName.redacted))" }
        let name = field.swiftName.text
        // Of these names are the parameters.
        let property = ["field", "coder"].contains(name) ? "self.\(name)" : name.swiftIdentifier
        return "coder.\(method(for: field))(&\(property))"
    }

    private func method(for field: Field) -> String {
        switch field.type.value {
        case .builtIn(let type): type.coderMethod
        case .array(.builtIn(.string)): field.isAlwaysPresent ? "value" : "strings"
        case .array, .openHash: "value"
        case .named(let name):
            types.enums[name]?.rawType == .string && !field.isAlwaysPresent ? "enumeration" : "value"
        }
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
        case .string, .file, .idOrPath: "\"\""
        case .datetime: "Date(timeIntervalSinceReferenceDate: 0)"
        case .date: "ModelFields.anyDate"
        case .json: ".null"
        }
    }

    fileprivate var coderMethod: String {
        switch self {
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .datetime: "moment"
        case .date, .file, .json, .idOrPath: "value"
        }
    }
}
