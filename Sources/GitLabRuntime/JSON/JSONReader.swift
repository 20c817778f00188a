// Reading JSON values: whole documents, optional values, arrays and dictionaries.

/// Reads a JSON text, value by value. ``JSONReadable`` types read themselves with it.
///
/// It has no public members: a type of your own is `Decodable`, and read by `JSONDecoder`.
public struct JSONReader {
    var cursor: JSONCursor
    let tolerance: Tolerance

    /// The findings to report.
    var findings: [Finding] = []

    /// The name of the field that is missing, if that is the error.
    var missing = ""

    /// Whether the error is about a secret.
    var isAboutSecret = false

    /// The order of the fields of the first large model.
    var order: FieldOrder?

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ tolerance: Tolerance) throws(JSONError) {
        cursor = try JSONCursor(bytes)
        self.tolerance = tolerance
    }
}

// MARK: - Whole documents

extension JSONReader {
    /// Reads a whole JSON text.
    static func read<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: [UInt8],
        tolerance: Tolerance
    ) throws(JSONError) -> Decoded<Value> {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            try read(type, from: bytes, tolerance: tolerance)
        }
    }

    /// Reads a whole JSON text.
    static func read<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: UnsafeBufferPointer<UInt8>,
        tolerance: Tolerance
    ) throws(JSONError) -> Decoded<Value> {
        var missing = ""
        var isAboutSecret = false
        do throws(JSONError) {
            var reader = try JSONReader(bytes, tolerance)
            defer {
                missing = reader.missing
                isAboutSecret = reader.isAboutSecret
            }
            reader.cursor.skipWhitespace()
            let value = try Value.read(with: &reader)
            try reader.cursor.finish()
            return Decoded(
                value: value,
                unexpected: reader.findings.isEmpty ? [] : Finding.contents(reader.findings, in: bytes))
        } catch {
            throw error.located(in: bytes, missing: missing, isAboutSecret: isAboutSecret)
        }
    }
}

// MARK: - Values

extension JSONReader {
    mutating func optional<Value: JSONReadable>(_ type: Value.Type) throws(JSONError) -> Value? {
        try null() ? nil : try Value.read(with: &self)
    }

    /// Passes null, if it is at the position.
    @inline(__always)
    mutating func null() throws(JSONError) -> Bool {
        guard cursor.byte == UInt8(ascii: "n") else { return false }
        try cursor.null()
        return true
    }

    @inline(__always)
    mutating func integer() throws(JSONError) -> Int {
        guard cursor.byte != UInt8(ascii: "\"") else { return try integerInText() }
        let value = try cursor.integer()
        guard let integer = Int(exactly: value) else { throw cursor.failure(.tooLarge) }
        return integer
    }

    mutating func array<Element: JSONReadable>(of type: Element.Type) throws(JSONError) -> [Element] {
        guard try cursor.enterArray() else { return [] }
        return tolerance.skipsElements ? try toleratedElements() : try elements()
    }

    /// Reads the elements of the array that was entered, one at least.
    @inline(never)
    private mutating func elements<Element: JSONReadable>() throws(JSONError) -> [Element] {
        let first = cursor.position
        let element = try Element.read(with: &self)
        guard try cursor.nextElement() else { return [element] }
        var elements: [Element] = []
        elements.reserveCapacity(likelyCount(firstLength: cursor.position - first))
        elements.append(element)
        repeat { elements.append(try Element.read(with: &self)) } while try cursor.nextElement()
        return elements
    }

    /// Reads those elements of the array that can be read.
    @inline(never)
    private mutating func toleratedElements<Element: JSONReadable>() throws(JSONError) -> [Element] {
        var elements: [Element] = []
        repeat {
            if let element = try tolerated({ reader throws(JSONError) in try Element.read(with: &reader) }) {
                elements.append(element)
            }
        } while try cursor.nextElement()
        return elements
    }

    /// The elements of the array that a document is are likely to be as long as the first one. There are seldom more than
    /// the 100 of a page, and those arrays that are in something else are short.
    private func likelyCount(firstLength: Int) -> Int {
        cursor.isInOutermost ? 1 + min((cursor.end - cursor.position) / firstLength, 99) : 4
    }

    mutating func dictionary<Value: JSONReadable>(of type: Value.Type) throws(JSONError) -> [String: Value] {
        var members: [String: Value] = [:]
        guard try cursor.enterObject() else { return members }
        repeat {
            let name = try cursor.memberName().text
            let value = try tolerated { reader throws(JSONError) in try Value.read(with: &reader) }
            if let value, members[name] == nil { members[name] = value }
        } while try cursor.nextMember()
        return members
    }

    /// Reads an element; nil if it is left out because it cannot be read.
    @inline(__always)
    mutating func tolerated<Value>(
        _ read: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value? {
        guard tolerance.skipsElements else { return try read(&self) }
        let mark = cursor.mark
        do throws(JSONError) {
            return try read(&self)
        } catch {
            try skip(from: mark, because: error) { .elementLeftOut(because: $0, missing: $1) }
            return nil
        }
    }
}

// MARK: - Leaving out

extension JSONReader {
    /// Passes a value that could not be read.
    ///
    /// - Parameter mark: where it begins.
    /// - Throws: the error, if the bytes are not JSON.
    mutating func skip(
        from mark: JSONCursor.Mark, because error: JSONError, finding: (JSONError, String) -> Finding.Kind
    ) throws(JSONError) {
        guard !error.cause.isSyntax else { throw error }
        cursor.goBack(to: mark)
        // Other findings in it do not matter.
        while let last = findings.last, last.offset >= cursor.offset { findings.removeLast() }
        if tolerance.reports { findings.append(Finding(finding(error, missing), offset: cursor.offset)) }
        isAboutSecret = false
        missing = ""
        try cursor.skipValue()
    }
}
