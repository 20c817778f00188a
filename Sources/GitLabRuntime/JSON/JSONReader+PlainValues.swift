// Reading values that are written plainly, which are nearly all of a response. What is not plain is left to the general
// way, from its first byte: so nothing is accepted here that is not accepted there, and errors come from there alone.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ReadableField {
    /// How many bytes are looked at without asking for the end of the text.
    @inline(__always)
    private static var reach: Int { 32 }

    /// Reads the value of a field that is nil, or what an empty model has, into the model.
    ///
    /// - Parameters:
    ///   - first: where the value begins.
    ///   - readsEnums: whether a value of an enum is like any other text.
    /// - Returns: where the value ends; nil if it is not plain, and nothing was read.
    @inline(__always)
    func readPlainValue(
        at first: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, into model: UnsafeMutableRawPointer,
        readsEnums: Bool
    ) -> UnsafePointer<UInt8>? {
        guard end - first >= Self.reach else { return nil }
        let place = model + Int(offset)
        var next: UnsafePointer<UInt8>?
        switch kind {
        case .boolean: next = boolean(at: first, into: place)
        case .integer: next = integer(at: first, into: place)
        case .moment: next = moment(at: first, into: place)
        case .day: next = day(at: first, into: place)
        case .string: next = string(at: first, before: end, into: place)
        case .enumeration: next = readsEnums ? string(at: first, before: end, into: place) : nil
        case .numbered: next = readsEnums ? integer(at: first, into: place) : nil
        case .other: next = nil
        }
        guard next == nil, isOptional, first.isNull else { return next }
        return first + 4
    }

    @inline(__always)
    private func boolean(at first: UnsafePointer<UInt8>, into place: UnsafeMutableRawPointer) -> UnsafePointer<UInt8>? {
        let word = first.word
        if word & 0xFFFF_FFFF == 0x6575_7274 {
            place.storeBytes(of: true, as: Bool.self)
            return first + 4
        }
        guard word & 0xFF_FFFF_FFFF == 0x65_736C_6166 else { return nil }
        place.storeBytes(of: false, as: Bool.self)
        return first + 5
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
        at first: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, into place: UnsafeMutableRawPointer
    ) -> UnsafePointer<UInt8>? {
        guard first.pointee == UInt8(ascii: "\"") else { return nil }
        let text = first + 1
        let quote = text.plainEnd(before: end)
        guard quote < end, quote.pointee == UInt8(ascii: "\"") else { return nil }
        store(PlainText.string(text, count: quote - text), at: place)
        return quote + 1
    }

    /// Stores a value where there is none that would have to be released.
    @inline(__always)
    private func store<Value>(_ value: Value, at place: UnsafeMutableRawPointer) {
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
