// Plain texts: ASCII without escapes, which most strings of a response are. They end at a quote, found sixteen bytes
// at a time, and are copied without being validated once more.

extension UnsafePointer<UInt8> {
    /// Returns the first byte from here on that is not plain (a quote, a backslash, a control character, a byte of a
    /// character outside ASCII); with less than 16 bytes left, or 32 behind the first 16, where that is.
    @inline(__always)
    func plainEnd(before end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        guard end - self >= 16 else { return self }
        // More than half of all strings are short.
        let stops = PlainText.stops(at: self)
        if !stops.isZero { return self + stops.firstStop }
        var next = self + 16
        while end - next >= 32 {
            let (low, high) = (PlainText.stops(at: next), PlainText.stops(at: next + 16))
            if (low | high).isZero {
                next += 32
            } else {
                return next + (low.isZero ? 16 + high.firstStop : low.firstStop)
            }
        }
        return next
    }
}

extension SIMD2<UInt64> {
    /// The place of the first byte whose top bit is set; one is.
    fileprivate var firstStop: Int {
        @inline(__always) get {
            let (low, high) = (UInt64(littleEndian: x), UInt64(littleEndian: y))
            return low == 0 ? 8 + high.trailingZeroBitCount / 8 : low.trailingZeroBitCount / 8
        }
    }
}

enum PlainText {
    /// Returns the bytes of two words that are not plain. The top bit of each is set; below the lowest of them in a word
    /// none is set wrongly.
    ///
    /// Operations of whole words are what the compiler makes vector instructions of: comparing the bytes of a vector
    /// becomes a loop.
    @inline(__always)
    fileprivate static func stops(at bytes: UnsafePointer<UInt8>) -> SIMD2<UInt64> {
        let words = UnsafeRawPointer(bytes).loadUnaligned(as: SIMD2<UInt64>.self)
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
