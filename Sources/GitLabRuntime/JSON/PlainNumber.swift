// Plain integers: up to sixteen digits without a sign, eight digits at a time.

enum PlainNumber {
    /// Reads the digits of a whole number that is not negative.
    ///
    /// - Parameter first: where the number begins; 24 bytes can be looked at.
    /// - Returns: the number and where it ends; nil for one that is written in another way or is not there at all.
    @inline(__always)
    static func integer(at first: UnsafePointer<UInt8>) -> (value: Int64, end: UnsafePointer<UInt8>)? {
        let digits = first.word ^ .every(0x30)
        let count = digitCount(digits)
        // A number that begins with a zero is checked in full.
        guard count > 0, digits & 0xFF != 0 || count == 1 else { return nil }
        if count < 8 { return ended(Int64(truncatingIfNeeded: number(digits, count)), first + count) }
        let more = (first + 8).word ^ .every(0x30)
        let moreCount = digitCount(more)
        guard moreCount < 8 else { return nil }
        let high = number(digits, 8) &* scale(moreCount)
        let low = moreCount == 0 ? 0 : number(more, moreCount)
        return ended(Int64(truncatingIfNeeded: high &+ low), first + 8 + moreCount)
    }

    /// The bytes in front of the first one above 9.
    @inline(__always)
    private static func digitCount(_ digits: UInt64) -> Int {
        // Below the first of them nothing is carried.
        (((digits &+ .every(0x76)) | digits) & .every(0x80)).trailingZeroBitCount / 8
    }

    /// Returns the number of one to eight digits in the lowest bytes.
    @inline(__always)
    private static func number(_ digits: UInt64, _ count: Int) -> UInt64 {
        // Zeros in front; then pairs, fours, and all of them.
        var digits = digits &<< UInt64(truncatingIfNeeded: (8 - count) * 8)
        digits = (digits &* (10 << 8 + 1)) &>> 8 & 0x00FF_00FF_00FF_00FF
        digits = (digits &* (100 << 16 + 1)) &>> 16 & 0x0000_FFFF_0000_FFFF
        return (digits &* (10_000 << 32 + 1)) &>> 32
    }

    @inline(__always)
    private static func scale(_ digits: Int) -> UInt64 {
        switch digits {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1_000
        case 4: 10_000
        case 5: 100_000
        case 6: 1_000_000
        case _: 10_000_000
        }
    }

    @inline(__always)
    private static func ended(
        _ value: Int64, _ end: UnsafePointer<UInt8>
    ) -> (value: Int64, end: UnsafePointer<UInt8>)? {
        end.pointee == UInt8(ascii: ".") || end.pointee | 0x20 == UInt8(ascii: "e") ? nil : (value, end)
    }
}
