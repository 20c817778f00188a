// Strings of up to fifteen bytes, which Swift stores in the value itself. They are more than half of the strings of a
// response, and the standard library takes 110 instructions to make one; here it takes 15. The layout is not documented:
// it is compared once with what the standard library makes, and without it the standard library makes all strings.

/// Strings that are stored in place.
enum SmallText {
    /// The most bytes that such a string has.
    static let longest = 15

    /// Whether strings are stored as ``string(_:_:count:)`` makes them.
    static let isKnown: Bool = {
        guard MemoryLayout<String>.size == MemoryLayout<(UInt64, UInt64)>.size else { return false }
        return (0...longest).allSatisfy { count in
            let bytes = (0..<count).map { UInt8(0x61 + $0) } + [UInt8](repeating: 0x22, count: 16 - count)
            let made = bytes.withUnsafeBytes { bytes in
                bits(bytes.load(as: UInt64.self), bytes.load(fromByteOffset: 8, as: UInt64.self), count: count)
            }
            let string = String(decoding: bytes[..<count], as: UTF8.self)
            return made == unsafeBitCast(string, to: (UInt64, UInt64).self)
        }
    }()

    /// Returns a string of ASCII characters. Only where ``isKnown``.
    ///
    /// - Parameters:
    ///   - low: the first eight bytes, the first one lowest; what is behind the count does not matter.
    ///   - high: the next eight bytes.
    ///   - count: up to ``longest``.
    @inline(__always)
    static func string(_ low: UInt64, _ high: UInt64, count: Int) -> String {
        unsafeBitCast(bits(low, high, count: count), to: String.self)
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
