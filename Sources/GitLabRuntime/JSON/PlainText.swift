// Plain texts: ASCII without escapes, which most strings of a response are. They end at a quote, found sixteen bytes
// at a time, and are copied without being validated once more.

extension UnsafePointer<UInt8> {
    /// Returns the first byte from here on that is not plain (a quote, a backslash, a control character, a byte of a
    /// character outside ASCII); with less than sixteen bytes left, where that is.
    @inline(__always)
    func plainEnd(before end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var next = self
        while end - next >= 16 {
            let stops = PlainText.stops(in: UnsafeRawPointer(next).loadUnaligned(as: SIMD2<UInt64>.self))
            if stops.isZero {
                next += 16
                continue
            }
            let (low, high) = (UInt64(littleEndian: stops.x), UInt64(littleEndian: stops.y))
            return next + (low == 0 ? 8 + high.trailingZeroBitCount / 8 : low.trailingZeroBitCount / 8)
        }
        return next
    }
}

enum PlainText {
    /// Returns the bytes of two words that are not plain. The top bit of each is set; below the lowest of them in a word
    /// none is set wrongly.
    ///
    /// Operations of whole words are what the compiler makes vector instructions of: comparing the bytes of a vector
    /// becomes a loop.
    @inline(__always)
    static func stops(in words: SIMD2<UInt64>) -> SIMD2<UInt64> {
        // Below 0x80, subtracting takes the top bit from nothing but what is smaller; all other bytes stop anyway.
        let quotes = (words ^ every(UInt8(ascii: "\""))) &- every(1)
        let backslashes = (words ^ every(UInt8(ascii: "\\"))) &- every(1)
        let controls = words &- every(0x20)
        return (quotes | backslashes | controls | words) & every(0x80)
    }

    @inline(__always)
    private static func every(_ byte: UInt8) -> SIMD2<UInt64> { SIMD2(repeating: .every(byte)) }

    /// Returns the text of bytes that are plain.
    @inline(__always)
    static func string(_ first: UnsafePointer<UInt8>, count: Int) -> String {
        valid(UnsafeBufferPointer(start: first, count: count), isASCII: true)
    }

    /// Returns the text of bytes that are known to be UTF-8.
    @inline(__always)
    static func valid(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> String {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
    }
}
