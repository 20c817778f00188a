// The tolerance of a reader, and its findings.

/// How strictly the content of a document is read. JSON syntax is always checked.
struct Tolerance {
    /// Whether elements that cannot be read are left out.
    var leavesOut = false

    /// Whether unknown and left out content is reported.
    var reports = false

    /// The same, but that nothing is left out.
    var complete: Tolerance { Tolerance(leavesOut: false, reports: reports) }
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

    /// Returns the findings with their places, for which the document is walked once more.
    static func contents(_ findings: [Finding], in bytes: UnsafeBufferPointer<UInt8>) -> [UnexpectedContent] {
        zip(findings, JSONPlace.paths(of: findings.map(\.offset), in: bytes)).map { finding, place in
            switch finding.kind {
            case .unknownField: UnexpectedContent(kind: .unknownField, place: place, detail: nil)
            case .unknownValue(let value):
                UnexpectedContent(
                    kind: .unknownValue, place: place,
                    detail: JSONSnippet.bounded(SecretText.redacting(value).debugDescription))
            case .elementLeftOut(let fault, let missing):
                UnexpectedContent(
                    kind: .elementLeftOut, place: place,
                    detail: JSONError(fault, in: bytes, missing: missing).placeAndReason)
            }
        }
    }
}
