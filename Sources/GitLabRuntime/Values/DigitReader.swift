// Reading and writing decimal digits of fixed width in ASCII, for dates and times.

/// Reads numbers of a fixed count of digits and the signs between them.
struct DigitReader {
    private var next: UnsafePointer<UInt8>?
    private var count: Int

    /// - Parameter bytes: the bytes to read; they have to outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        next = bytes.baseAddress
        count = bytes.count
    }

    var isAtEnd: Bool { count == 0 }

    private var byte: UInt8? {
        guard count > 0, let next else { return nil }
        return next.pointee
    }

    private mutating func advance() {
        next = next.map { $0 + 1 }
        count -= 1
    }

    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: sign) else { return false }
        advance()
        return true
    }

    mutating func digit() -> Int? {
        guard let byte, byte &- UInt8(ascii: "0") < 10 else { return nil }
        advance()
        return Int(byte - UInt8(ascii: "0"))
    }

    mutating func number(ofDigits count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }
}

extension [UInt8] {
    /// Appends a number that is not negative, with zeros in front up to the width.
    mutating func appendDigits(of number: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
