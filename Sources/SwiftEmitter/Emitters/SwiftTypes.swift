// How the types of the spec are written in Swift.

import SpecModel

extension TypeReference {
    /// The Swift type: `[String: String]`.
    var swiftType: String {
        switch self {
        case .builtIn(let type): type.swiftType
        case .array(let element): "[\(element.swiftType)]"
        case .openHash(let value): "[String: \(value.swiftType)]"
        case .named(let name): name
        }
    }
}

extension Reference {
    /// The protocol of accepted arguments: `ProjectReference`.
    var swiftProtocol: String { rawValue.capitalised + "Reference" }
}

extension BuiltInType {
    fileprivate var swiftType: String {
        switch self {
        case .boolean: "Bool"
        case .integer: "Int"
        case .number: "Double"
        case .string: "String"
        case .datetime: "Date"
        case .date: "CalendarDate"
        case .file: "FileUpload"
        case .content: "FileContent"
        case .json: "JSONValue"
        case .idOrPath: "IDOrPath"
        }
    }
}
