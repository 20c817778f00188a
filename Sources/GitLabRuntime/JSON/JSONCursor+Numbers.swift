// Numbers: integers exactly, doubles as near as a double can be.

extension JSONCursor {
    /// Reads a whole number exactly, also where it is written as `1.0` or `1e2`.
    ///
    /// - Throws: if there is something else, if it has a fraction, or if 64 bits do not hold it.
    @inline(__always)
    mutating func integer() throws(JSONError) -> Int64 {
        var next = position
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { next += 1 }
        let first = next
        var magnitude: Int64 = 0
        // 18 digits always fit.
        let limit = min(end, next + 18)
        while next < limit {
            let digit = next.pointee &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            magnitude = magnitude &* 10 &+ Int64(digit)
            next += 1
        }
        // A number that could continue, is empty, or begins with a zero is checked in full.
        guard next < end, next > first, first.pointee != UInt8(ascii: "0") || next - first == 1,
            !Self.continuesNumber(next.pointee)
        else { return try unusualInteger() }
        position = next
        return isNegative ? -magnitude : magnitude
    }

    /// Reads a number as the nearest double.
    ///
    /// - Throws: if there is something else, or if it is too large, or so small that only zero would be left of it.
    mutating func double() throws(JSONError) -> Double {
        guard Self.beginsNumber(byte) else { throw mismatch(.number) }
        let first = position
        let number = try number()
        guard let value = number.double(first, count: position - first) else {
            position = first
            throw failure(.tooLarge)
        }
        return value
    }

    /// Passes a number.
    mutating func skipNumber() throws(JSONError) {
        _ = try number()
    }

    private mutating func unusualInteger() throws(JSONError) -> Int64 {
        guard Self.beginsNumber(byte) else { throw mismatch(.integer) }
        let first = position
        let number = try number()
        do throws(NotWhole) {
            return try number.integer()
        } catch {
            position = first
            throw failure(error == .fraction ? .fraction : .tooLarge)
        }
    }

    static func beginsNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10
    }

    private static func continuesNumber(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
    }
}
