// What generated models are: a list of fields that reading, decoding and encoding share.

/// A type of GitLab's answers whose fields are listed once, for reading it from JSON, and for `Codable`.
///
/// The models of the client conform to it, and their conformance is generated. For a type of your own, `Decodable` is
/// all that a request needs.
public protocol GitLabModel: JSONReadable, Sendable {
    /// The names of the fields.
    static var modelFields: ModelFields { get }

    /// A value to read into: nil wherever that is possible, and something that does not matter elsewhere.
    static var emptyModel: Self { get }

    /// Has a field carried in or out.
    ///
    /// - Parameters:
    ///   - field: its number, the place of its name in ``modelFields``.
    ///   - coder: what carries it.
    mutating func carry(_ field: Int, with coder: inout ModelCoder)
}

extension GitLabModel {
    /// Reads an object.
    public static func read(with coder: inout ModelCoder) throws(JSONFault) -> Self {
        try coder.model(Self.self)
    }

    /// Decodes an object with the names that GitLab uses, for storage of one's own.
    public init(from decoder: any Decoder) throws {
        var model = Self.emptyModel
        var coder = ModelCoder(decoding: try decoder.container(keyedBy: ModelKey.self))
        try coder.carryAll(of: &model)
        self = model
    }

    /// Encodes an object with the names that GitLab uses, for storage of one's own. What is nil is left out.
    public func encode(to encoder: any Encoder) throws {
        var model = self
        var coder = ModelCoder(encoding: encoder.container(keyedBy: ModelKey.self))
        try coder.carryAll(of: &model)
    }
}

/// The name of a field as a key; one type for all models.
struct ModelKey: CodingKey {
    let stringValue: String

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    var intValue: Int? { nil }

    init?(intValue: Int) { nil }
}
