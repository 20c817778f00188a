// Operations on all fields of a model: decoding, encoding, comparing, hashing, printing.

extension ModelFields {
    /// - Throws: the error of the decoder.
    func decode<Model: GitLabModel>(
        from container: KeyedDecodingContainer<ModelKey>, into model: inout Model
    ) throws {
        try withUnsafeMutableBytes(of: &model) { bytes in
            guard let start = bytes.baseAddress else { return }
            for index in 0..<count {
                try stored[index].access.decode(
                    from: container, ModelKey(stringValue: labels[index].name), into: start + stored[index].offset)
            }
        }
    }

    /// - Throws: the error of the encoder.
    func encode<Model: GitLabModel>(
        _ model: Model, to container: inout KeyedEncodingContainer<ModelKey>
    ) throws {
        try withUnsafeBytes(of: model) { bytes in
            guard let start = bytes.baseAddress else { return }
            for index in 0..<count {
                try stored[index].access.encode(
                    start + stored[index].offset, to: &container, ModelKey(stringValue: labels[index].name))
            }
        }
    }

    func areEqual<Model: GitLabModel>(_ one: Model, _ other: Model) -> Bool {
        withUnsafeBytes(of: one) { one in
            withUnsafeBytes(of: other) { other in
                guard let one = one.baseAddress, let other = other.baseAddress else { return true }
                return (0..<count).allSatisfy { index in
                    let field = stored[index]
                    return field.access.areEqual(one + field.offset, other + field.offset)
                }
            }
        }
    }

    func hash<Model: GitLabModel>(_ model: Model, into hasher: inout Hasher) {
        withUnsafeBytes(of: model) { bytes in
            guard let start = bytes.baseAddress else { return }
            for index in 0..<count { stored[index].access.hash(start + stored[index].offset, into: &hasher) }
        }
    }

    /// Returns all fields with the names that they have in Swift, those that are nil among them; a secret is a
    /// ``Redacted``.
    func members<Model: GitLabModel>(of model: Model) -> [(label: String, value: Any)] {
        withUnsafeBytes(of: model) { bytes in
            guard let start = bytes.baseAddress else { return [] }
            return (0..<count).map { index in
                (labels[index].property, stored[index].access.value(of: start + stored[index].offset))
            }
        }
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
