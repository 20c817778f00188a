// Why reading JSON stopped, without words.

extension JSONError {
    /// The kinds of values in models.
    enum ValueKind: UInt8, Sendable {
        case boolean, integer, number, string, array, object, moment, date
    }

    /// Why reading stopped.
    enum Cause: Sendable, Hashable {
        // Invalid JSON.
        case ended
        case unexpected
        case tooDeep
        case number
        case controlCharacter
        case escape
        case surrogate
        case encoding
        // Valid JSON of another type than requested.
        case mismatch(ValueKind)
        case null(ValueKind)
        case fraction
        case tooLarge
        case noMoment
        case noDate
        /// A field that is always there is missing in the object at the offset.
        case missing

        /// Whether the bytes are not JSON, so that reading cannot continue.
        var isSyntax: Bool {
            switch self {
            case .ended, .unexpected, .tooDeep, .number, .controlCharacter, .escape, .surrogate, .encoding: true
            case .mismatch, .null, .fraction, .tooLarge, .noMoment, .noDate, .missing: false
            }
        }
    }
}
