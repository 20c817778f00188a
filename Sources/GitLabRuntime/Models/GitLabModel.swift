// The protocol of generated models: one list of fields for reading, decoding, encoding, comparing, hashing and printing.

/// A type of GitLab's responses whose fields are listed once, for reading it from JSON, for `Codable`, for `Hashable` and
/// for printing.
///
/// The models of the client conform to it, and their conformance is generated. For a type of your own, `Decodable` is
/// all that a request needs.
///
/// Printing a model shows the fields that are not nil, with the names of the properties: `Project(id: 42, name:
/// "demo")`. Secrets show as `[redacted]`, long texts and lists are cut. The text is for people and may change.
public protocol GitLabModel: JSONReadable, Sendable, CustomDebugStringConvertible, CustomReflectable {
    /// The fields, recorded once.
    static var modelFields: ModelFields { get }

    /// A value to read into: nil wherever that is possible, and something that does not matter elsewhere.
    static var emptyModel: Self { get }

    /// Records the stored properties that hold the fields.
    mutating func recordFields(in fields: inout FieldRecorder)
}

extension GitLabModel {
    /// Reads an object.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Self {
        try reader.model(Self.self)
    }

    /// Decodes an object with the names that GitLab uses, for storage of one's own.
    public init(from decoder: any Decoder) throws {
        var model = Self.emptyModel
        try Self.modelFields.decode(from: try decoder.container(keyedBy: ModelKey.self), into: &model)
        self = model
    }

    /// Encodes an object with the names that GitLab uses, for storage of one's own. Nil fields are left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: ModelKey.self)
        try Self.modelFields.encode(self, to: &container)
    }

    /// Returns whether all fields are equal.
    public static func == (one: Self, other: Self) -> Bool { modelFields.areEqual(one, other) }

    /// The type and the fields that are not nil, without secrets.
    ///
    /// Printing shows it too: the name `description` is left to the field that many types have.
    public var debugDescription: String { ValueText.text(of: self) }

    /// The fields with the names that they have in Swift; a secret is a ``Redacted``.
    public var customMirror: Mirror {
        Mirror(self, children: Self.modelFields.members(of: self), displayStyle: .struct)
    }

    /// Hashes all fields.
    public func hash(into hasher: inout Hasher) { Self.modelFields.hash(self, into: &hasher) }

    /// The hash of all fields. It is here, and not to be inlined, so that it is not made for every type.
    @inline(never)
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }
}
