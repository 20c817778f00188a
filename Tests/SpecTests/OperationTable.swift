// The attributes of GitLab's operations, gathered independently of the spec: the table in operations.json, and the
// reasons for differences of the spec, in exceptions.json.

import Foundation

/// One operation of the table.
struct TabledOperation: Decodable {
    let method: String
    let path: String
    let attributes: [TabledAttribute]

    /// Method and path, which name the operation.
    var key: String { "\(method) \(path)" }
}

/// An attribute of an operation, or a member of a hash.
struct TabledAttribute: Decodable {
    let name: String
    /// Where it is sent; nil for a member of a hash.
    let location: String?
    let type: String
    let required: Bool?
    /// Facts that no source has.
    let unstated: [String]?
    /// The values that are listed; nil where none are.
    let values: [String]?
    let `default`: [String]?
    /// The members of a hash; nil where they are not listed.
    let members: [TabledAttribute]?

    private enum CodingKeys: String, CodingKey {
        case name
        case location = "in"
        case type, required, unstated, values, `default`, members
    }
}

/// Facts that differ in the spec, with reasons.
struct Exceptions: Decodable {
    /// An operation that only one of the two sides has.
    struct Operation: Decodable {
        let operation: String
        let reason: String
    }

    /// An attribute that differs in one aspect: presence, location, type, required, values or default.
    struct Attribute: Decodable {
        let operation: String
        let attribute: String
        let aspect: String
        let reason: String
    }

    /// An enum of the spec that attributes share: what it lists besides what the table lists at one of them.
    struct SharedEnum: Decodable {
        let name: String
        /// Values that the table lacks at some attributes.
        let wider: [String]?
        /// True where the table lists no values at some attributes.
        let unlisted: Bool?
        let reason: String
    }

    let operations: [Operation]
    let attributes: [Attribute]
    let enums: [SharedEnum]
}

enum Tables {
    static func operations() throws -> [TabledOperation] { try read("operations.json") }
    static func exceptions() throws -> Exceptions { try read("exceptions.json") }

    private static func read<Content: Decodable>(_ name: String) throws -> Content {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
        return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
    }
}
