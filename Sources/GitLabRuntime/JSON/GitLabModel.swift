// The protocol of generated models: one list of fields for reading, decoding, encoding, comparing, hashing and
// printing.

/// A type of GitLab's responses whose fields are listed once, for reading it from JSON, for `Codable`, for `Hashable` and
/// for printing.
///
/// The models of the client conform to it, and their conformance is generated. For a type of your own, `Decodable` is
/// all that a request needs.
///
/// Printing a model shows the fields that are not nil, with the names of the properties: `Project(id: 42, name:
/// "demo")`. Secrets show as `[redacted]`, long texts and lists are cut. The text is for people and may change.
public protocol GitLabModel: JSONReadable, Sendable, CustomDebugStringConvertible, CustomReflectable {
    /// The names of the fields.
    static var modelFields: ModelFields { get }

    /// A value to read into: nil wherever that is possible, and something that does not matter elsewhere.
    static var emptyModel: Self { get }

    /// Reads or writes a field.
    ///
    /// - Parameters:
    ///   - field: its number, the place of its name in ``modelFields``.
    ///   - coder: the coder that reads or writes it.
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

    /// Encodes an object with the names that GitLab uses, for storage of one's own. Nil fields are left out.
    public func encode(to encoder: any Encoder) throws {
        var model = self
        var coder = ModelCoder(encoding: encoder.container(keyedBy: ModelKey.self))
        try coder.carryAll(of: &model)
    }

    /// Returns whether all fields are equal.
    public static func == (one: Self, other: Self) -> Bool {
        var one = one
        var other = other
        return ModelCoder.agree(fields: modelFields.count) { field, coder in
            one.carry(field, with: &coder)
        } and: { field, coder in
            other.carry(field, with: &coder)
        }
    }

    /// The type and the fields that are not nil, without secrets.
    ///
    /// Printing shows it too: the name `description` is left to the field that many types have.
    public var debugDescription: String { ValueText.text(of: self) }

    /// The fields with the names that they have in Swift; a secret is a ``Redacted``.
    public var customMirror: Mirror {
        Mirror(self, children: FieldList.fields(of: self).map { ($0.label, $0.value) }, displayStyle: .struct)
    }

    /// Hashes all fields.
    public func hash(into hasher: inout Hasher) {
        var model = self
        var coder = ModelCoder(hashing: hasher)
        for field in 0..<Self.modelFields.count { model.carry(field, with: &coder) }
        hasher = coder.hasher ?? hasher
    }

    /// The hash of all fields. It is here, and not to be inlined, so that it is not made for every type.
    @inline(never)
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
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
