// Texts that stand for something else: moments, dates, values of enums, numbers.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONReader {
    mutating func moment() throws(JSONError) -> Date {
        let offset = cursor.offset
        guard let date = try meaning(Timestamp.date(of:)) else { throw JSONError(.noMoment, offset: offset) }
        return date
    }

    mutating func date() throws(JSONError) -> CalendarDate {
        let offset = cursor.offset
        guard let date = try meaning(CalendarDate.init(dayOf:)) else { throw JSONError(.noDate, offset: offset) }
        return date
    }

    /// Reads a string that is converted, without creating a `String`.
    private mutating func meaning<Value>(
        _ value: (UnsafeBufferPointer<UInt8>) -> Value?
    ) throws(JSONError) -> Value? {
        guard cursor.byte == UInt8(ascii: "\"") else { throw cursor.mismatch(.string) }
        let raw = try cursor.rawString()
        guard raw.hasEscapes else { return value(UnsafeBufferPointer(start: raw.bytes, count: raw.count)) }
        var text = raw.text
        return text.withUTF8(value)
    }

    mutating func enumerated<Value: OpenEnum>(_ type: Value.Type) throws(JSONError) -> Value {
        let offset = cursor.offset
        let value = Value(rawValue: try Value.RawValue.read(with: &self))
        if tolerance.reports, !Value.knownRawValues.isEmpty, !value.isKnown {
            findings.append(Finding(.unknownValue(value.description), offset: offset))
        }
        return value
    }

    /// Reads the raw value of an enum.
    mutating func rawValue(of type: any OpenEnum.Type) throws(JSONError) -> String {
        let offset = cursor.offset
        let text = try cursor.string()
        if tolerance.reports, !type.knows(text) { findings.append(Finding(.unknownValue(text), offset: offset)) }
        return text
    }
}

// MARK: - Numbers in text

extension JSONReader {
    /// Reads a whole number, the content of a string.
    mutating func integerInText() throws(JSONError) -> Int {
        try numberInText(.integer) { cursor throws(JSONError) in
            guard let integer = Int(exactly: try cursor.integer()) else { throw cursor.failure(.tooLarge) }
            return integer
        }
    }

    /// Reads a number, in a string or not.
    mutating func number() throws(JSONError) -> Double {
        guard cursor.byte == UInt8(ascii: "\"") else { return try cursor.double() }
        return try numberInText(.number) { cursor throws(JSONError) in try cursor.double() }
    }

    /// Reads a number that GitLab has written as text, such as `"1476"`: nothing of it is lost.
    private mutating func numberInText<Number>(
        _ kind: JSONError.ValueKind, _ read: (inout JSONCursor) throws(JSONError) -> Number
    ) throws(JSONError) -> Number {
        let mismatch = cursor.mismatch(kind)
        guard tolerance.skipsFields else { throw mismatch }
        let mark = cursor.mark
        let raw = try cursor.rawString()
        do throws(JSONError) {
            var content = try JSONCursor(UnsafeBufferPointer(start: raw.bytes, count: raw.count))
            let number = try read(&content)
            guard content.position == content.end else { throw mismatch }
            if tolerance.reports { findings.append(Finding(.numberInText, offset: mismatch.offset)) }
            return number
        } catch {
            cursor.goBack(to: mark)
            throw mismatch
        }
    }
}

extension OpenEnum {
    /// Returns whether it knows a text, or knows no values at all.
    fileprivate static func knows(_ text: String) -> Bool {
        guard !knownRawValues.isEmpty, let value = (text as? RawValue).map({ Self(rawValue: $0) }) else { return true }
        return value.isKnown
    }
}
