// Where the elements of an array end, found before all of it is there.

/// Finds the borders between the elements of a JSON array whose bytes still arrive.
///
/// It looks at brackets and quotes only, and looks at each byte once. What is between two borders is checked when it is
/// read; bytes that are no array of values stop the scanner, and the reader of the whole text says why.
struct ElementScanner {
    private enum State {
        /// Before the bracket of the array.
        case beginning
        /// Behind the bracket.
        case opened
        /// Behind a comma.
        case expecting
        /// Within an array or an object, so deep.
        case nested(depth: Int)
        /// Within a string of an array or an object, which is so deep.
        case string(depth: Int)
        /// Within a number or a literal.
        case scalar
        /// Behind an element.
        case behind
        case stopped
    }

    /// The offset behind the last element that is complete; 0 if none is.
    private(set) var border = 0
    /// How many elements are complete.
    private(set) var count = 0
    /// The offset of the next byte to look at.
    private var next = 0
    private var state = State.beginning

    /// Continues with what has arrived.
    ///
    /// - Parameter bytes: all of it, from the beginning.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        while next < bytes.count {
            switch state {
            case .nested(let depth): passNested(bytes, depth)
            case .string(let depth):
                guard passString(bytes, depth) else { return }
            case .scalar: passScalar(bytes)
            case .stopped: return
            case .beginning, .opened, .expecting, .behind: passBetween(bytes[next])
            }
        }
    }

    /// Passes a byte that is in no element, or begins one.
    private mutating func passBetween(_ byte: UInt8) {
        if Self.isSpace(byte) {
            next += 1
            return
        }
        switch (state, byte) {
        case (.beginning, UInt8(ascii: "[")): state = .opened
        // An array of arrays may be the list in a list, which is read whole.
        case (.beginning, _), (.opened, UInt8(ascii: "[")), (.opened, UInt8(ascii: "]")): state = .stopped
        case (.behind, UInt8(ascii: ",")): state = .expecting
        case (.behind, _): state = .stopped
        case (_, UInt8(ascii: "{")), (_, UInt8(ascii: "[")): state = .nested(depth: 1)
        case (_, UInt8(ascii: "\"")): state = .string(depth: 0)
        default: state = .scalar
        }
        next += 1
    }

    /// Passes bytes of an array or an object, up to a string or the end of the element.
    private mutating func passNested(_ bytes: UnsafeBufferPointer<UInt8>, _ depth: Int) {
        var depth = depth
        while next < bytes.count {
            let byte = bytes[next]
            next += 1
            switch byte {
            case UInt8(ascii: "\""):
                state = .string(depth: depth)
                return
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return end() }
            default: break
            }
        }
        // The reader rejects what is deeper.
        state = depth > JSONCursor.deepest ? .stopped : .nested(depth: depth)
    }

    /// Passes bytes of a string, up to its closing quote. Returns false if a byte is needed that is not there.
    private mutating func passString(_ bytes: UnsafeBufferPointer<UInt8>, _ depth: Int) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        while next < bytes.count {
            if bytes.count - next >= 8 {
                let stops = Self.quotesAndBackslashes(in: (start + next).word)
                next += stops == 0 ? 8 : stops.trailingZeroBitCount / 8
                if stops == 0 { continue }
            }
            switch bytes[next] {
            case UInt8(ascii: "\""):
                next += 1
                if depth == 0 { end() } else { state = .nested(depth: depth) }
                return true
            case UInt8(ascii: "\\"):
                guard next + 1 < bytes.count else { return false }
                next += 2
            default: next += 1
            }
        }
        return true
    }

    /// Passes bytes of a number or a literal, up to what cannot be in one.
    private mutating func passScalar(_ bytes: UnsafeBufferPointer<UInt8>) {
        while next < bytes.count {
            let byte = bytes[next]
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || Self.isSpace(byte) { return end() }
            next += 1
        }
    }

    private mutating func end() {
        border = next
        count += 1
        state = .behind
    }

    /// Returns whether a text is an array with elements that are no arrays.
    static func isArrayOfItems(_ bytes: [UInt8]) -> Bool {
        let first = bytes.lazy.filter { !isSpace($0) }.prefix(2)
        guard first.first == UInt8(ascii: "["), let second = first.dropFirst().first else { return false }
        return second != UInt8(ascii: "[") && second != UInt8(ascii: "]")
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Returns the bytes of a word that are quotes or backslashes. The top bit of each is set; below the lowest of them
    /// none is set wrongly.
    private static func quotesAndBackslashes(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        return (((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)) & (ones &* 0x80)
    }
}
