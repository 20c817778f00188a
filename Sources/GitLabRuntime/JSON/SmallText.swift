// Strings of up to fifteen bytes, which Swift stores in the value itself. They are more than half of the strings of a
// response, and the standard library takes 110 instructions to make one; here it takes 15. The layout is not documented:
// it is compared once with what the standard library makes, and without it the standard library makes all strings.

/// Strings that are stored in place.
enum SmallText {
    /// The most bytes that such a string has.
    static let longest = 15

    /// Whether strings are stored as they are made here.
    static let isKnown: Bool = {
        guard MemoryLayout<String>.size == 16, MemoryLayout<String?>.size == 16 else { return false }
        return (0...longest).allSatisfy { count in
            let bytes = (0..<count).map { UInt8(0x61 + $0) } + [UInt8](repeating: 0x22, count: 16 - count)
            let made = bytes.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { bits($0.word, ($0 + 8).word, count: count) }
            }
            let string: String? = String(decoding: bytes[..<count], as: UTF8.self)
            return made.map { $0 == unsafeBitCast(string, to: (UInt64, UInt64).self) } ?? false
        }
    }()

    /// Stores a string of ASCII characters where there is none that would have to be released. Only where ``isKnown``.
    ///
    /// - Parameters:
    ///   - bytes: where it begins; sixteen bytes can be looked at.
    ///   - count: up to ``longest``.
    ///   - place: room for a string or an optional one, which is stored like a string.
    @inline(__always)
    static func store(_ bytes: UnsafePointer<UInt8>, count: Int, at place: UnsafeMutableRawPointer) {
        let bits = bits(bytes.word, (bytes + 8).word, count: count)
        place.storeBytes(of: bits.0, as: UInt64.self)
        place.storeBytes(of: bits.1, toByteOffset: 8, as: UInt64.self)
    }

    /// The bytes, zeros behind them, and in the last byte the count and three bits: in place, ASCII, and not an object.
    @inline(__always)
    private static func bits(_ low: UInt64, _ high: UInt64, count: Int) -> (UInt64, UInt64) {
        let bits = UInt64(truncatingIfNeeded: count) &* 8
        let lowBits: UInt64 = bits >= 64 ? .max : 1 &<< bits &- 1
        let highBits: UInt64 = bits > 64 ? 1 &<< (bits &- 64) &- 1 : 0
        return (low & lowBits, high & highBits | (0xE0 | UInt64(truncatingIfNeeded: count)) &<< 56)
    }
}
