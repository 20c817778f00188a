// The type of a value in an OpenAPI document.

import SpecSyntax

/// The type of a value.
public struct OpenAPISchema: Sendable {
    public indirect enum Kind: Sendable {
        case boolean, integer, number
        /// A text; `date` and `date-time` are formats.
        case string(format: String?)
        /// The content of a file.
        case file
        case array(OpenAPISchema)
        /// Members with names, and the type of further ones: nil where the document has none.
        case object([Member], others: OpenAPISchema?)
        case reference(String)
        case oneOf([OpenAPISchema])
        /// The document does not say.
        case unknown
    }

    /// A member of an object.
    public struct Member: Sendable {
        public let name: Located<String>
        public let isRequired: Bool
        public let schema: OpenAPISchema

        public init(name: Located<String>, isRequired: Bool, schema: OpenAPISchema) {
            self.name = name
            self.isRequired = isRequired
            self.schema = schema
        }
    }

    public let kind: Kind
    /// The only values that there are; empty where all of the type are.
    public let values: [Located<String>]
    public let isNullable: Bool
    /// Whether the document calls it deprecated, by OpenAPI's flag or in its description.
    public let isDeprecated: Bool
    public let defaultValue: Located<String>?
    public let minimum: Int?
    public let maximum: Int?
    public let maximumLength: Int?
    public let range: SourceRange

    public init(
        _ kind: Kind, at range: SourceRange, values: [Located<String>] = [], isNullable: Bool = false,
        isDeprecated: Bool = false, defaultValue: Located<String>? = nil, minimum: Int? = nil, maximum: Int? = nil,
        maximumLength: Int? = nil
    ) {
        self.kind = kind
        self.values = values
        self.isNullable = isNullable
        self.isDeprecated = isDeprecated
        self.defaultValue = defaultValue
        self.minimum = minimum
        self.maximum = maximum
        self.maximumLength = maximumLength
        self.range = range
    }

    /// The type in a few words: `array of string`, `string (date-time)`.
    public var words: String {
        let type =
            switch kind {
            case .boolean: "boolean"
            case .integer: "integer"
            case .number: "number"
            case .string(let format): format.map { "string (\($0))" } ?? "string"
            case .file: "file"
            case .array(let element): "array of \(element.words)"
            case .object(let members, let others) where members.isEmpty:
                others.map { "object of \($0.words)" } ?? "object"
            case .object(let members, _): "object with \(members.map(\.name.value).joined(separator: ", "))"
            case .reference(let name): name
            case .oneOf(let choices): choices.map(\.words).joined(separator: " or ")
            case .unknown: "anything"
            }
        return values.isEmpty ? type : "\(type), one of \(values.map(\.value).joined(separator: ", "))"
    }
}
