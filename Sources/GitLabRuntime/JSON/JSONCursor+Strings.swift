// Strings: eight bytes at a time where they are plain, and nothing unchecked where they are not.

extension JSONCursor {
    /// The bytes between two quotes.
    struct RawString {
        let bytes: UnsafePointer<UInt8>
        let count: Int
        let hasEscapes: Bool

        /// The text. Its bytes have been checked.
        var text: String {
            @inline(__always) get {
                hasEscapes
                    ? unescaped : String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
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
        var next = first
        while end - next >= 8 {
            let stops = Self.stops(in: next.word)
            guard stops != 0 else {
                next += 8
                continue
            }
            next += stops.trailingZeroBitCount / 8
            guard next.pointee == UInt8(ascii: "\"") else { break }
            position = next + 1
            return RawString(bytes: first, count: next - first, hasEscapes: false)
        }
        return try unusualString(from: first, checkedTo: next)
    }

    /// Returns the bytes of a word that are not plain ASCII: quotes, backslashes, control characters, the bytes of
    /// other characters. The top bit of each is set; below the lowest of them none is set wrongly.
    @inline(__always)
    private static func stops(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let found =
            ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | ((word &- ones &* 0x20) & ~word)
            | word
        return found & (ones &* 0x80)
    }

    /// Passes a string with escapes, with characters outside ASCII, or near the end of the text.
    private mutating func unusualString(
        from first: UnsafePointer<UInt8>,
        checkedTo checked: UnsafePointer<UInt8>
    ) throws(JSONError) -> RawString {
        var hasEscapes = false
        position = checked
        while position < end {
            switch position.pointee {
            case UInt8(ascii: "\""):
                position += 1
                return RawString(bytes: first, count: position - first - 1, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try passEscape()
            case 0..<0x20: throw failure(.controlCharacter)
            case 0x20..<0x80:
                position += 1
                while end - position >= 8, Self.stops(in: position.word) == 0 { position += 8 }
            default: try passCharacter()
            }
        }
        throw failure(.ended)
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
        String(unsafeUninitializedCapacity: count) { buffer in
            var written = 0
            var index = 0
            func write(_ byte: UInt8) {
                buffer[written] = byte
                written += 1
            }
            while index < count {
                let byte = bytes[index]
                guard byte == UInt8(ascii: "\\") else {
                    write(byte)
                    index += 1
                    continue
                }
                switch bytes[index + 1] {
                case UInt8(ascii: "b"): write(0x08)
                case UInt8(ascii: "f"): write(0x0C)
                case UInt8(ascii: "n"): write(0x0A)
                case UInt8(ascii: "r"): write(0x0D)
                case UInt8(ascii: "t"): write(0x09)
                case UInt8(ascii: "u"):
                    var code = unit(at: index + 2)
                    if code & 0xFC00 == 0xD800 {
                        code = 0x10000 + (code & 0x3FF) << 10 + unit(at: index + 8) & 0x3FF
                        index += 6
                    }
                    index += 4
                    for byte in Self.characters(code) { write(byte) }
                case let other: write(other)
                }
                index += 2
            }
            return written
        }
    }

    private func unit(at index: Int) -> UInt32 {
        var unit: UInt32 = 0
        for place in index..<index + 4 { unit = unit << 4 | UInt32(JSONCursor.hexadecimalDigit(bytes[place]) ?? 0) }
        return unit
    }

    /// Returns the bytes of a character.
    private static func characters(_ code: UInt32) -> String.UTF8View {
        Unicode.Scalar(code).map { String(Character($0)) }?.utf8 ?? "".utf8
    }
}
