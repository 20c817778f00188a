// What a reader lets pass, and what it notes.

/// How strictly the content of a document is read. That it is JSON is always checked.
struct Tolerance {
    /// Whether elements that can not be read are left out.
    var leavesOut = false

    /// Whether what is unknown or left out is noted.
    var reports = false
}

/// Something in a document that the reader did not expect, and where it stands.
struct Finding {
    enum Kind {
        case unknownField
        case unknownValue(String)
        case elementLeftOut(because: JSONFault, missing: String)
    }

    let kind: Kind
    let offset: Int

    init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension ModelCoder {
    /// Reads a value of an open enum.
    func check(_ text: String, of type: any OpenEnum.Type, at offset: Int) {}

    mutating func member<Value: OpenEnum>(of type: Value.Type) -> Value? {
        Value.RawValue.read(with: &self).map { Value(rawValue: $0) }
    }
}
