// Reading values that are written plainly, which are nearly all of a response. What is not plain is left to the general
// way, from its first byte: so nothing is accepted here that is not accepted there, and errors come from there alone.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What depends on the reader and the standard library.
struct PlainWays {
    /// Whether a value of an enum is read like any other text or number.
    let readsEnums: Bool
    /// Whether strings of up to fifteen bytes are made here.
    let makesSmallText: Bool
}

extension ReadableField {
    /// Reads the value of a field that is nil, or what an empty model has, into the model.
    ///
    /// - Parameters:
    ///   - first: where the value begins, at least ``valueReach`` bytes before the end.
    /// - Returns: where the value ends; nil if it is not plain, and nothing was read.
    @inline(__always)
    func readPlainValue(
        at first: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, into model: UnsafeMutableRawPointer,
        _ ways: PlainWays
    ) -> UnsafePointer<UInt8>? {
        let place = model + Int(offset)
        var next: UnsafePointer<UInt8>?
        switch kind {
        case .boolean: next = boolean(at: first, into: place)
        case .integer: next = integer(at: first, into: place)
        case .moment: next = moment(at: first, into: place)
        case .day: next = day(at: first, into: place)
        case .string: next = string(at: first, before: end, into: place, ways)
        case .enumeration: next = ways.readsEnums ? string(at: first, before: end, into: place, ways) : nil
        case .numbered: next = ways.readsEnums ? integer(at: first, into: place) : nil
        case .other: next = nil
        }
        guard next == nil, isOptional, first.isNull else { return next }
        return first + 4
    }

    @inline(__always)
    private func boolean(at first: UnsafePointer<UInt8>, into place: UnsafeMutableRawPointer) -> UnsafePointer<UInt8>? {
        let word = first.word
        let isTrue = word & 0xFFFF_FFFF == 0x6575_7274
        let isFalse = word & 0xFF_FFFF_FFFF == 0x65_736C_6166
        // Which of both it is cannot be predicted: no branch depends on it.
        guard isTrue != isFalse else { return nil }
        place.storeBytes(of: isTrue, as: Bool.self)
        return first + (isTrue ? 4 : 5)
    }

    @inline(__always)
    private func integer(at first: UnsafePointer<UInt8>, into place: UnsafeMutableRawPointer) -> UnsafePointer<UInt8>? {
        guard let number = PlainNumber.integer(at: first), let value = Int(exactly: number.value) else { return nil }
        store(value, at: place)
        return number.end
    }

    @inline(__always)
    private func moment(at first: UnsafePointer<UInt8>, into place: UnsafeMutableRawPointer) -> UnsafePointer<UInt8>? {
        guard let moment = PlainDate.moment(at: first) else { return nil }
        store(moment.value, at: place)
        return moment.end
    }

    @inline(__always)
    private func day(at first: UnsafePointer<UInt8>, into place: UnsafeMutableRawPointer) -> UnsafePointer<UInt8>? {
        guard let day = PlainDate.day(at: first) else { return nil }
        store(day.value, at: place)
        return day.end
    }

    @inline(__always)
    private func string(
        at first: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, into place: UnsafeMutableRawPointer,
        _ ways: PlainWays
    ) -> UnsafePointer<UInt8>? {
        guard first.pointee == UInt8(ascii: "\"") else { return nil }
        let text = first + 1
        let quote = text.plainEnd(before: end)
        guard quote < end, quote.pointee == UInt8(ascii: "\"") else {
            return unusualString(text, checkedTo: quote, before: end, into: place)
        }
        let count = quote - text
        if count <= SmallText.longest, ways.makesSmallText {
            // The quote was found among the first sixteen bytes, all of which are in front of the end.
            SmallText.store(text, count: count, at: place)
        } else {
            store(PlainText.string(text, count: count), at: place)
        }
        return quote + 1
    }

    /// Reads a string with escapes or with characters outside ASCII.
    @inline(never)
    private func unusualString(
        _ text: UnsafePointer<UInt8>, checkedTo checked: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>,
        into place: UnsafeMutableRawPointer
    ) -> UnsafePointer<UInt8>? {
        guard var cursor = try? JSONCursor(UnsafeBufferPointer(start: text, count: end - text)),
            let string = try? cursor.unusualString(from: text, checkedTo: checked)
        else { return nil }
        store(string.text, at: place)
        return cursor.position
    }

    /// Stores a value where there is none that would have to be released.
    @inline(__always)
    private func store<Value>(_ value: consuming Value, at place: UnsafeMutableRawPointer) {
        if isOptional {
            place.assumingMemoryBound(to: Value?.self).initialize(to: value)
        } else {
            place.assumingMemoryBound(to: Value.self).initialize(to: value)
        }
    }
}

extension UnsafePointer<UInt8> {
    /// Whether the next four bytes are `null`.
    @inline(__always)
    fileprivate var isNull: Bool {
        UInt32(littleEndian: UnsafeRawPointer(self).loadUnaligned(as: UInt32.self)) == 0x6C6C_756E
    }
}
