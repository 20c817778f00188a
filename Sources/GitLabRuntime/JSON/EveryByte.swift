// Eight bytes in one word, for looking at all of them at once.

extension UInt64 {
    /// The word that has the same value in every byte.
    @inline(__always)
    static func every(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}

extension UnsafePointer<UInt8> {
    /// The next eight bytes, the first one lowest.
    var word: UInt64 {
        @inline(__always) get { UInt64(littleEndian: UnsafeRawPointer(self).loadUnaligned(as: UInt64.self)) }
    }
}

extension SIMD2<UInt64> {
    /// Whether all bits are 0, without looking at one word after the other.
    var isZero: Bool {
        @inline(__always) get { (self | SIMD2(y, x)).x == 0 }
    }
}

extension SIMD4<UInt64> {
    /// Whether all bits are 0, without looking at one word after the other.
    var isZero: Bool {
        @inline(__always) get { (lowHalf | highHalf).isZero }
    }
}
