// The types of the spec: hashes of requests, models of responses, open enums, and how rows name them.

import SpecSyntax

/// A hash with fixed keys in a request.
public struct HashType: Sendable {
    public let name: Located<String>
    public let about: Located<String>
    public let deprecation: Deprecation?
    /// Its rows, from its own ones and from the tables it names.
    public internal(set) var attributes: [Attribute]
    public var file: String { name.range.path }
}

/// A type of responses.
public struct ModelType: Sendable {
    public let name: Located<String>
    public let about: Located<String>
    public let docs: Located<String>?
    public let deprecation: Deprecation?
    /// The kind of thing that its `id` names.
    public let identifies: [Located<Reference>]
    public let fields: [Field]
    public var file: String { name.range.path }
}

/// One key of a response. Fields are copied a lot, so the content of their row is one reference.
public struct Field: Sendable {
    /// The content of a row.
    final class Row: Sendable {
        let name: Located<String>
        let swiftName: SwiftName
        let type: Located<TypeReference>
        let about: Located<String>
        let isAlwaysPresent: Bool
        let isNullable: Bool
        let isSecret: Bool
        let encodedBy: Located<String>?
        let unit: Located<String>?
        let availability: Availability

        init(
            name: Located<String>, swiftName: SwiftName, type: Located<TypeReference>, about: Located<String>,
            isAlwaysPresent: Bool, isNullable: Bool, isSecret: Bool, encodedBy: Located<String>?,
            unit: Located<String>?, availability: Availability
        ) {
            self.name = name
            self.swiftName = swiftName
            self.type = type
            self.about = about
            self.isAlwaysPresent = isAlwaysPresent
            self.isNullable = isNullable
            self.isSecret = isSecret
            self.encodedBy = encodedBy
            self.unit = unit
            self.availability = availability
        }
    }

    let row: Row

    public var name: Located<String> { row.name }
    public var swiftName: SwiftName { row.swiftName }
    public var type: Located<TypeReference> { row.type }
    public var about: Located<String> { row.about }
    /// Whether every view of the type has it, and never as null.
    public var isAlwaysPresent: Bool { row.isAlwaysPresent }
    /// Whether the server was seen to send null.
    public var isNullable: Bool { row.isNullable }
    public var isSecret: Bool { row.isSecret }
    /// The field that says how the text of this one encodes bytes; nil for a text that is one.
    public var encodedBy: Located<String>? { row.encodedBy }
    /// Whether it is the `id` of its type, in Swift too.
    public var isID: Bool { name.value == "id" && swiftName.text == "id" }
    /// The name of the property with the bytes, for a field that encodes some: `contentBytes`.
    public var bytesName: SwiftName? { encodedBy.map { _ in SwiftName(verbatim: swiftName.text + "Bytes") } }
    public var unit: Located<String>? { row.unit }
    public var availability: Availability { row.availability }
}

/// A set of known values that the server may add to.
public struct EnumType: Sendable {
    public enum RawType: String, Sendable, CaseIterable {
        case string, integer
    }

    public struct Value: Sendable {
        /// The name in the spec; of string enums also the text on the wire.
        public let name: Located<String>
        public let swiftName: SwiftName
        /// The number on the wire in an integer enum.
        public let number: Located<Int>?
        public let about: Located<String>
        public let availability: Availability
    }

    public let name: Located<String>
    public let rawType: RawType
    /// Whether a larger number means more.
    public let isOrdered: Bool
    public let about: Located<String>
    public let docs: Located<String>?
    public let deprecation: Deprecation?
    public let values: [Value]
    public var file: String { name.range.path }
}

/// The type of an attribute, a field or a response.
public indirect enum TypeReference: Sendable, Hashable {
    case builtIn(BuiltInType)
    case array(TypeReference)
    /// A hash with any keys.
    case openHash(TypeReference)
    /// A hash, a model or an enum that the spec declares.
    case named(String)

    /// The declared name that the reference leads to, inside arrays and hashes too.
    public var declaredName: String? {
        switch self {
        case .builtIn: nil
        case .array(let element), .openHash(let element): element.declaredName
        case .named(let name): name
        }
    }
}

/// The types that the spec language knows by itself.
public enum BuiltInType: String, Sendable, CaseIterable {
    case boolean, integer, number, string, datetime, date, file, content, json
    case idOrPath = "id_or_path"
}
