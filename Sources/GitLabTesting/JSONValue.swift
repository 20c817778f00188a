// JSON values as the bytes of bodies.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONValue {
    init(parsing bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    }

    /// Returns the value as JSON, members in the order of their names.
    func serialized() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self))
    }

    /// Returns the value with other strings.
    func mappingTexts(_ change: (String) -> String) -> JSONValue {
        switch self {
        case .object(let members): .object(members.mapValues { $0.mappingTexts(change) })
        case .array(let elements): .array(elements.map { $0.mappingTexts(change) })
        case .string(let string): .string(change(string))
        case .null, .bool, .integer, .double: self
        }
    }
}
