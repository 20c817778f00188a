// The fault that stopped reading JSON, without words.

/// The reason and the offset at which reading stopped; ``JSONError`` describes it in words.
public struct JSONFault: Error {
    // Small, so that it costs nothing on the way.

    /// The kinds of values in models.
    enum Kind: UInt8, Sendable {
        case boolean, integer, number, string, array, object, moment, date
    }

    enum Reason: Sendable {
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
        case mismatch(Kind)
        case null(Kind)
        case fraction
        case tooLarge
        case noMoment
        case noDate
        /// A field that is always there is missing in the object at the offset.
        case missing
        /// A decoder or an encoder threw, which is kept elsewhere.
        case thrown
    }

    let reason: Reason
    let offset: Int

    init(_ reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// Whether the bytes are not JSON, so that reading cannot continue.
    var breaksOff: Bool {
        switch reason {
        case .ended, .unexpected, .tooDeep, .number, .controlCharacter, .escape, .surrogate, .encoding: true
        case .mismatch, .null, .fraction, .tooLarge, .noMoment, .noDate, .missing, .thrown: false
        }
    }
}
