// The fields of models. Each kind has a method of its own name: overloads of one would cost every user's compiler a
// search for each field.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ModelCoder {
    /// Reads or writes a boolean.
    public mutating func boolean(_ value: inout Bool?) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try isNull() ? nil : cursor.boolean()
        } catch { fail(error) }
    }

    /// Reads or writes a boolean that is always there.
    public mutating func boolean(_ value: inout Bool) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try cursor.boolean()
        } catch { fail(error) }
    }

    /// Reads or writes an integer.
    public mutating func integer(_ value: inout Int?) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try isNull() ? nil : integer()
        } catch { fail(error) }
    }

    /// Reads or writes an integer that is always there.
    public mutating func integer(_ value: inout Int) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try integer()
        } catch { fail(error) }
    }

    /// Reads or writes a number.
    public mutating func number(_ value: inout Double?) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try isNull() ? nil : cursor.double()
        } catch { fail(error) }
    }

    /// Reads or writes a number that is always there.
    public mutating func number(_ value: inout Double) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try cursor.double()
        } catch { fail(error) }
    }

    /// Reads or writes a string.
    public mutating func string(_ value: inout String?) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try isNull() ? nil : cursor.string()
        } catch { fail(error) }
    }

    /// Reads or writes a string that is always there.
    public mutating func string(_ value: inout String) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try cursor.string()
        } catch { fail(error) }
    }

    /// Reads or writes a moment. From JSON it is read as GitLab writes it; decoders and encoders have their own
    /// formats.
    public mutating func moment(_ value: inout Date?) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try isNull() ? nil : moment()
        } catch { fail(error) }
    }

    /// Reads or writes a moment that is always there.
    public mutating func moment(_ value: inout Date) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try moment()
        } catch { fail(error) }
    }

    /// Reads or writes strings.
    public mutating func strings(_ value: inout [String]?) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try isNull() ? nil : array(of: String.self)
        } catch { fail(error) }
    }

    /// Reads or writes a value of an open enum.
    @inlinable
    public mutating func enumeration<Value: OpenEnum>(_ value: inout Value?) where Value.RawValue == String {
        // A struct with one stored property is laid out like it, so all enums share one function.
        withUnsafeMutablePointer(to: &value) {
            $0.withMemoryRebound(to: String?.self, capacity: 1) { text(&$0.pointee, of: Value.self) }
        }
    }

    /// Reads or writes a value of another kind.
    @inlinable
    public mutating func value<Value: JSONReadable>(_ value: inout Value?) {
        // In the module of the model the type is known, and nothing has to be looked up for an optional of it.
        switch beginning() {
        case .value:
            do throws(JSONFault) {
                value = try Value.read(with: &self)
            } catch { fail(error) }
        case .nothing: value = nil
        case .otherSide: transfer(&value)
        }
    }

    /// Reads or writes a value of another kind that is always there.
    @inlinable
    public mutating func value<Value: JSONReadable>(_ value: inout Value) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = try Value.read(with: &self)
        } catch { fail(error) }
    }

    /// Reads or writes a secret.
    public mutating func secret<Value: JSONReadable>(_ value: inout Redacted<Value>?) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = Redacted(try optional(Value.self))
        } catch { fail(error, hidden: true) }
    }

    /// Reads or writes a secret that is always there.
    public mutating func secret<Value: JSONReadable>(_ value: inout Redacted<Value>) {
        guard readsJSON else { return transfer(&value) }
        do throws(JSONFault) {
            value = Redacted(try Value.read(with: &self))
        } catch { fail(error, hidden: true) }
    }

    /// The beginning of a field that may be missing.
    @usableFromInline
    enum Beginning {
        case value
        /// Null, which has been passed, or a value that is not read.
        case nothing
        case otherSide
    }

    @usableFromInline
    mutating func beginning() -> Beginning {
        guard readsJSON else { return .otherSide }
        guard cursor.byte == UInt8(ascii: "n") else { return .value }
        do throws(JSONFault) {
            try cursor.null()
        } catch { fail(error) }
        return .nothing
    }

    /// Passes null, if it is at the position.
    @inline(__always)
    private mutating func isNull() throws(JSONFault) -> Bool {
        guard cursor.byte == UInt8(ascii: "n") else { return false }
        try cursor.null()
        return true
    }

    @usableFromInline
    mutating func text(_ value: inout String?, of type: any OpenEnum.Type) {
        guard readsJSON else {
            if !list(value, of: type) { transfer(&value) }
            return
        }
        let offset = cursor.offset
        string(&value)
        if tolerance.reports, let text = value { check(text, of: type, at: offset) }
    }

    private mutating func check(_ text: String, of type: any OpenEnum.Type, at offset: Int) {
        guard !hasFailed, !type.knows(text) else { return }
        findings.append(Finding(.unknownValue(text), offset: offset))
    }

    mutating func enumerated<Value: OpenEnum>(_ type: Value.Type) throws(JSONFault) -> Value {
        let offset = cursor.offset
        let value = Value(rawValue: try Value.RawValue.read(with: &self))
        if tolerance.reports, !Value.knownRawValues.isEmpty, !value.isKnown {
            findings.append(Finding(.unknownValue(value.description), offset: offset))
        }
        return value
    }
}

// MARK: - Texts that stand for something else

extension ModelCoder {
    mutating func moment() throws(JSONFault) -> Date {
        let offset = cursor.offset
        guard let date = try meaning(Timestamp.date(of:)) else { throw JSONFault(.noMoment, offset: offset) }
        return date
    }

    mutating func date() throws(JSONFault) -> CalendarDate {
        let offset = cursor.offset
        guard let date = try meaning(CalendarDate.init(dayOf:)) else { throw JSONFault(.noDate, offset: offset) }
        return date
    }

    /// Reads a string that is converted, without creating a `String`.
    private mutating func meaning<Value>(
        _ value: (UnsafeBufferPointer<UInt8>) -> Value?
    ) throws(JSONFault) -> Value? {
        guard cursor.byte == UInt8(ascii: "\"") else { throw cursor.mismatch(.string) }
        let raw = try cursor.rawString()
        guard raw.hasEscapes else { return value(UnsafeBufferPointer(start: raw.bytes, count: raw.count)) }
        var text = raw.text
        return text.withUTF8(value)
    }
}

extension OpenEnum {
    /// Returns whether it knows a text, or knows no values at all.
    fileprivate static func knows(_ text: String) -> Bool {
        guard !knownRawValues.isEmpty, let value = (text as? RawValue).map({ Self(rawValue: $0) }) else { return true }
        return value.isKnown
    }
}
