// Strings: eight bytes at a time where they are plain, and nothing unchecked where they are not.

extension JSONCursor {
    /// The bytes between two quotes.
    struct RawString {
        let bytes: UnsafePointer<UInt8>
        let count: Int
        var hasEscapes = false
        var isASCII = true

        /// The text. Its bytes have been checked.
        var text: String {
            @inline(__always) get {
                hasEscapes
                    ? unescaped
                    : PlainText.valid(UnsafeBufferPointer(start: bytes, count: count), isASCII: isASCII)
            }
        }
    }

    mutating func string() throws(JSONError) -> String {
        guard byte == UInt8(ascii: "\"") else { throw mismatch(.string) }
        return try rawString().text
    }

    /// Passes the string whose opening quote is at the position.
    @inline(__always)
    mutating func rawString() throws(JSONError) -> RawString {
        let first = position + 1
        let next = first.plainEnd(before: end)
        guard next < end, next.pointee == UInt8(ascii: "\"") else {
            return try unusualString(from: first, checkedTo: next)
        }
        position = next + 1
        return RawString(bytes: first, count: next - first)
    }

    /// Passes a string with escapes, with characters outside ASCII, or near the end of the text.
    mutating func unusualString(
        from first: UnsafePointer<UInt8>,
        checkedTo checked: UnsafePointer<UInt8>
    ) throws(JSONError) -> RawString {
        var string = RawString(bytes: first, count: 0)
        // The cursor moves on where something is checked in full.
        var next = checked
        while next < end {
            let byte = next.pointee
            if byte >= 0x80 {
                string.isASCII = false
                next = try passCharacters(from: next)
            } else if byte == UInt8(ascii: "\"") {
                position = next + 1
                return RawString(
                    bytes: first, count: next - first, hasEscapes: string.hasEscapes, isASCII: string.isASCII)
            } else if byte == UInt8(ascii: "\\") {
                string.hasEscapes = true
                position = next
                try passEscape()
                next = position
            } else if byte < 0x20 {
                position = next
                throw failure(.controlCharacter)
            } else {
                next = (next + 1).plainEnd(before: end)
            }
        }
        position = end
        throw failure(.ended)
    }

    /// Passes characters outside ASCII.
    ///
    /// - Returns: where the first other one is, or the end.
    @inline(__always)
    private mutating func passCharacters(
        from first: UnsafePointer<UInt8>
    ) throws(JSONError) -> UnsafePointer<UInt8> {
        var next = first
        while next < end, next.pointee >= 0x80 {
            if end - next >= 4,
                let length = Self.commonLength(UnsafeRawPointer(next).loadUnaligned(as: UInt32.self))
            {
                next += length
            } else {
                position = next
                try passCharacter()
                next = position
            }
        }
        return next
    }

    /// Returns the length of the character that four bytes begin with, if it has two or three bytes and is well-formed;
    /// nil if that is to be looked at more closely.
    @inline(__always)
    private static func commonLength(_ bytes: UInt32) -> Int? {
        let bytes = UInt32(littleEndian: bytes)
        // From C2: what begins with C0 and C1 would have one byte.
        if bytes & 0xC0E0 == 0x80C0, bytes & 0x1E != 0 { return 2 }
        guard bytes & 0xC0_C0F0 == 0x80_80E0 else { return nil }
        // E0 with a second byte below A0 would have two bytes; ED with one from A0 on is half a surrogate pair.
        let begin = bytes & 0x200F
        return begin != 0 && begin != 0x200D ? 3 : nil
    }

    /// Passes a character outside ASCII: well-formed UTF-8 as table 3-7 of the Unicode Standard has it.
    private mutating func passCharacter() throws(JSONError) {
        let lead = position.pointee
        let count: Int
        let second: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        default: throw failure(.encoding)
        }
        guard end - position >= count, second.contains(position[1]) else { throw failure(.encoding) }
        for index in 2..<max(count, 2) where position[index] & 0xC0 != 0x80 { throw failure(.encoding) }
        position += count
    }

    /// Passes an escape, with the second half of a pair if it is the first.
    private mutating func passEscape() throws(JSONError) {
        guard end - position >= 2 else { throw failure(.ended) }
        switch position[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            guard let unit = Self.codeUnit(position, before: end) else { throw failure(.escape) }
            if UTF16.isTrailSurrogate(unit) { throw failure(.surrogate) }
            if UTF16.isLeadSurrogate(unit) {
                guard let trail = Self.codeUnit(position + 6, before: end), UTF16.isTrailSurrogate(trail) else {
                    throw failure(.surrogate)
                }
                position += 6
            }
            position += 6
        default: throw failure(.escape)
        }
    }

    /// Returns the code unit of an escape `\u0000`; nil if there is none.
    private static func codeUnit(_ escape: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> UInt16? {
        guard end - escape >= 6, escape[0] == UInt8(ascii: "\\"), escape[1] == UInt8(ascii: "u") else { return nil }
        var unit: UInt16 = 0
        for index in 2..<6 {
            guard let digit = hexadecimalDigit(escape[index]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    fileprivate static func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

extension JSONCursor.RawString {
    /// The text of a string with escapes, all of them checked: never longer than its bytes.
    private var unescaped: String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { room in
            guard let start = room.baseAddress else { return "" }
            var text = Unescaping(from: bytes, to: start)
            while text.read < bytes + count { text.step(before: bytes + count) }
            return PlainText.valid(
                UnsafeBufferPointer(start: start, count: text.written - start), isASCII: text.bits & .every(0x80) == 0)
        }
    }
}

/// A string with escapes while it is written without them.
private struct Unescaping {
    private(set) var read: UnsafePointer<UInt8>
    /// Where the next byte goes, never farther from its beginning than what is read.
    private(set) var written: UnsafeMutablePointer<UInt8>
    /// The bits of all bytes.
    private(set) var bits: UInt64 = 0

    init(from read: UnsafePointer<UInt8>, to written: UnsafeMutablePointer<UInt8>) {
        self.read = read
        self.written = written
    }

    /// Writes what stands in front of the next escape, or that escape.
    ///
    /// - Parameter end: the end of the string, and not in an escape.
    mutating func step(before end: UnsafePointer<UInt8>) {
        while end - read >= 8 {
            let backslashes = read.word ^ .every(UInt8(ascii: "\\"))
            let found = (backslashes &- .every(1)) & ~backslashes & .every(0x80)
            // As many bytes are left to write as are left to read, at least.
            UnsafeMutableRawPointer(written).storeBytes(of: read.word.littleEndian, as: UInt64.self)
            bits |= read.word
            let count = found.trailingZeroBitCount / 8
            read += count
            written += count
            if found != 0 { return escape() }
        }
        while read < end, read.pointee != UInt8(ascii: "\\") {
            write(read.pointee)
            read += 1
        }
        if read < end { escape() }
    }

    private mutating func escape() {
        switch read[1] {
        case UInt8(ascii: "b"): write(0x08)
        case UInt8(ascii: "f"): write(0x0C)
        case UInt8(ascii: "n"): write(0x0A)
        case UInt8(ascii: "r"): write(0x0D)
        case UInt8(ascii: "t"): write(0x09)
        case UInt8(ascii: "u"): return character()
        case let other: write(other)
        }
        read += 2
    }

    /// Writes the character of an escape `\u0000`, or of the two of a surrogate pair.
    private mutating func character() {
        var code = unit(read + 2)
        if code & 0xFC00 == 0xD800 {
            code = 0x10000 + (code & 0x3FF) << 10 + unit(read + 8) & 0x3FF
            read += 6
        }
        read += 6
        guard code >= 0x80 else { return write(UInt8(truncatingIfNeeded: code)) }
        let length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
        // The first byte begins with as many ones as there are bytes.
        write(UInt8(truncatingIfNeeded: 0xF00 &>> UInt32(length) | code &>> UInt32(6 * (length - 1))))
        for place in (0..<length - 1).reversed() {
            write(UInt8(truncatingIfNeeded: 0x80 | code &>> UInt32(6 * place) & 0x3F))
        }
    }

    private func unit(_ digits: UnsafePointer<UInt8>) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | UInt32(JSONCursor.hexadecimalDigit(digits[$1]) ?? 0) }
    }

    private mutating func write(_ byte: UInt8) {
        written.pointee = byte
        written += 1
        bits |= UInt64(byte)
    }
}
