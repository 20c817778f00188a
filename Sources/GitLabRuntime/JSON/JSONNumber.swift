// A number as JSON writes it, before it is an integer or a double.

/// The error for a number that is not a 64-bit integer.
enum NotWhole: Error {
    case fraction, tooLarge
}

/// The significant digits of a number and the power of ten that they count.
struct JSONNumber {
    private var isNegative = false
    /// The digits from the first to the last that is not zero, up to 19 of them, which always fit.
    private var digits: UInt64 = 0
    private var count = 0
    /// The zeros behind them, which become significant if another digit follows.
    private var zeros = 0
    /// The digits behind the point, significant or not.
    private var fractionDigits = 0
    /// The exponent as it is written.
    private var power = 0

    /// The power of ten of the last significant digit.
    private var exponent: Int { zeros - fractionDigits + power }

    /// Whether there are more digits than are kept.
    private var isCut: Bool { count > 19 }

    /// Returns the number exactly.
    func integer() throws(NotWhole) -> Int64 {
        if digits == 0 { return 0 }
        guard exponent >= 0 else { throw .fraction }
        guard !isCut, exponent < 19 else { throw .tooLarge }
        var magnitude = digits
        for _ in 0..<exponent {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            guard !overflow else { throw .tooLarge }
            magnitude = product
        }
        if isNegative, magnitude == Int64.min.magnitude { return .min }
        guard let value = Int64(exactly: magnitude) else { throw .tooLarge }
        return isNegative ? -value : value
    }

    /// Returns the nearest double; nil if that is infinite, or zero although the number is not.
    func double(_ bytes: UnsafePointer<UInt8>, count: Int) -> Double? {
        if digits == 0 { return isNegative ? -0.0 : 0 }
        // Both are exact then, and one operation rounds once.
        if !isCut, digits <= 1 << 53, abs(exponent) <= 22 {
            let magnitude =
                exponent < 0
                ? Double(digits) / Self.powersOfTen[-exponent] : Double(digits) * Self.powersOfTen[exponent]
            return isNegative ? -magnitude : magnitude
        }
        let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        guard let value = Double(text), value.isFinite, value != 0 else { return nil }
        return value
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}

// MARK: - Reading

extension JSONNumber {
    fileprivate init(isNegative: Bool) {
        self.isNegative = isNegative
    }

    /// - Parameter isFraction: whether the digit stands behind the point.
    fileprivate mutating func append(_ digit: UInt8, isFraction: Bool) {
        if isFraction { fractionDigits += 1 }
        guard digit != 0 else {
            // Zeros in front are nothing.
            if count > 0 { zeros += 1 }
            return
        }
        while zeros > 0 {
            keep(0)
            zeros -= 1
        }
        keep(digit)
    }

    private mutating func keep(_ digit: UInt8) {
        count += 1
        if count <= 19 { digits = digits * 10 + UInt64(digit) }
    }

    fileprivate mutating func raise(to power: Int) {
        self.power = power
    }
}

extension JSONCursor {
    /// Passes the number whose first byte is at the position.
    mutating func number() throws(JSONError) -> JSONNumber {
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var number = JSONNumber(isNegative: isNegative)
        let leading = byte
        guard try digits(to: &number, isFraction: false) == 1 || leading != UInt8(ascii: "0") else {
            throw failure(.number)
        }
        if byte == UInt8(ascii: ".") {
            position += 1
            _ = try digits(to: &number, isFraction: true)
        }
        guard byte | 0x20 == UInt8(ascii: "e") else { return number }
        position += 1
        let isDivisor = byte == UInt8(ascii: "-")
        if isDivisor || byte == UInt8(ascii: "+") { position += 1 }
        let power = try exponent()
        number.raise(to: isDivisor ? -power : power)
        return number
    }

    /// - Returns: how many there are, one at least.
    private mutating func digits(to number: inout JSONNumber, isFraction: Bool) throws(JSONError) -> Int {
        let first = position
        while byte &- UInt8(ascii: "0") < 10 {
            number.append(byte - UInt8(ascii: "0"), isFraction: isFraction)
            position += 1
        }
        guard position > first else { throw failure(position < end ? .number : .ended) }
        return position - first
    }

    /// One that no double has is as good as any other such.
    private mutating func exponent() throws(JSONError) -> Int {
        let first = position
        var exponent = 0
        while byte &- UInt8(ascii: "0") < 10 {
            if exponent < 1 << 40 { exponent = exponent * 10 + Int(byte - UInt8(ascii: "0")) }
            position += 1
        }
        guard position > first else { throw failure(position < end ? .number : .ended) }
        return exponent
    }
}
