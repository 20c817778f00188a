// What reading JSON stopped at, as long as it is only bytes.

/// Why and where reading stopped, as long as it is only bytes: ``JSONError`` says it in words.
public struct JSONFault: Error {
    // Small, so that it costs nothing on the way.

    /// The kinds of values that models are made of.
    enum Kind: UInt8, Sendable {
        case boolean, integer, number, string, array, object, moment, date
    }

    enum Reason: Sendable {
        // What is no JSON.
        case ended
        case unexpected
        case tooDeep
        case number
        case controlCharacter
        case escape
        case surrogate
        case encoding
        // What is JSON, and something else than was asked for.
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

    /// Whether the bytes are no JSON, so that there is no going on.
    var breaksOff: Bool {
        switch reason {
        case .ended, .unexpected, .tooDeep, .number, .controlCharacter, .escape, .surrogate, .encoding: true
        case .mismatch, .null, .fraction, .tooLarge, .noMoment, .noDate, .missing, .thrown: false
        }
    }
}
