// The document that a decoder reads, for values of any shape in it.

/// A JSON document that is read by `JSONDecoder`, once more as a ``JSONValue`` if the type holds one.
///
/// A decoder answers only "is it a boolean?", "is it a number?", and each no is an error with the whole path: of a document
/// with many values far below, that takes minutes.
final class WholeDocument: Sendable {
    private enum State {
        case bytes([UInt8])
        case value(JSONValue?)
    }

    private let state: Locked<State>

    init(_ bytes: [UInt8]) {
        state = Locked(.bytes(bytes))
    }

    /// Returns the value at a path; nil if there is none.
    func value(at path: [any CodingKey]) -> JSONValue? {
        path.reduce(root) { value, key in
            switch value {
            case .array(let elements): key.intValue.flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            case .object(let members): members[key.stringValue]
            case .null, .bool, .integer, .double, .string, nil: nil
            }
        }
    }

    private var root: JSONValue? {
        state.withLock { state in
            switch state {
            case .value(let value): return value
            case .bytes(let bytes):
                let value = try? JSONValue(json: bytes)
                state = .value(value)
                return value
            }
        }
    }
}

extension CodingUserInfoKey {
    /// The ``WholeDocument``.
    static let wholeDocument = CodingUserInfoKey("gitlab-swift.document")
}

extension CodingUserInfoKey {
    private init(_ name: StaticString) {
        guard let key = CodingUserInfoKey(rawValue: name.description) else {
            preconditionFailure("\(name) is no name of a key")
        }
        self = key
    }
}
