// The tolerance of a reader, and its findings.

/// How strictly the content of a document is read. JSON syntax is always checked.
struct Tolerance {
    /// Whether elements of arrays and maps that cannot be read are left out.
    var skipsElements = false

    /// Whether optional fields that cannot be read are left out, and numbers may be written as text.
    var skipsFields = false

    /// Whether unknown and left out content is reported.
    var reports = false

    /// The same, but that no element is left out.
    var keepingElements: Tolerance { Tolerance(skipsElements: false, skipsFields: skipsFields, reports: reports) }
}

/// Something in a document that the reader did not expect, and where it stands.
struct Finding {
    enum Kind {
        case unknownField
        case unknownValue(String)
        case numberInText
        case fieldLeftOut(because: JSONError, missing: String)
        case elementLeftOut(because: JSONError, missing: String)
    }

    let kind: Kind
    let offset: Int

    init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    /// Returns the findings with their places, for which the document is walked once more.
    static func contents(_ findings: [Finding], in bytes: UnsafeBufferPointer<UInt8>) -> [UnexpectedContent] {
        zip(findings, JSONPlace.paths(of: findings.map(\.offset), in: bytes)).map { finding, place in
            switch finding.kind {
            case .unknownField: UnexpectedContent(kind: .unknownField, place: place, detail: nil)
            case .unknownValue(let value):
                UnexpectedContent(
                    kind: .unknownValue, place: place,
                    detail: JSONSnippet.bounded(SecretText.redacting(value).debugDescription))
            case .numberInText: UnexpectedContent(kind: .numberInText, place: place, detail: nil)
            case .fieldLeftOut(let error, let missing):
                UnexpectedContent(
                    kind: .fieldLeftOut, place: place, detail: error.located(in: bytes, missing: missing).placeAndReason
                )
            case .elementLeftOut(let error, let missing):
                UnexpectedContent(
                    kind: .elementLeftOut, place: place,
                    detail: error.located(in: bytes, missing: missing).placeAndReason)
            }
        }
    }
}
