// Parameters as the query of a URL, and as a form, which is written alike.

/// Writes parameters as `order_by=id&topic=a%2Cb&custom_attributes%5Blocation%5D=Antarctica`.
///
/// null is the bare key, the empty text is `key=`, and so is the empty array, which GitLab reads as such.
struct QueryPairs: ~Copyable {
    enum Place {
        case query
        case form
    }

    private let kind: Place
    /// The prefix (the path of a URL, or nothing), and the pairs.
    private var buffer: ByteBuffer
    /// The separator before the next pair: `?` before the first of a URL, nothing before the first of a form.
    private var separator: UInt8?

    /// - Parameters:
    ///   - separator: stands before the first pair, behind what `start` holds.
    init(_ kind: Place, after start: consuming ByteBuffer = ByteBuffer(), separator: Unicode.Scalar? = nil) {
        self.kind = kind
        buffer = start
        self.separator = separator.map { UInt8(ascii: $0) }
    }

    /// The length in bytes, with the prefix.
    var count: Int { buffer.count }

    /// The pairs, with the prefix.
    var text: String { buffer.text }

    /// The pairs, with the prefix.
    var bytes: [UInt8] { buffer.array }
}

// MARK: - Single values, the fast way

extension QueryPairs {
    mutating func write(_ name: String, text: String) throws(ValidationError) {
        if isFormat(name), text != "json" { throw Self.formatIsTaken }
        var isText = true
        let isWritten = text.withBytes { text in
            write(name, upTo: PercentEncoding.longest * text.count) { end in
                isText = PercentEncoding.write(text, to: &end)
            }
        }
        guard isWritten else { return try BracketWriter.write(name, .string(text), to: &self) }
        guard isText else { throw Self.nul(at: AttributePath(steps: [.name(name)])) }
    }

    mutating func write(_ name: String, integer: Int64) throws(ValidationError) {
        if isFormat(name) { throw Self.formatIsTaken }
        let isWritten = write(name, upTo: ByteBuffer.longestDecimal) { end in
            end += ByteBuffer.write(decimal: integer, to: end)
        }
        guard isWritten else { return try BracketWriter.write(name, .integer(integer), to: &self) }
    }

    mutating func write(_ name: String, bool: Bool) throws(ValidationError) {
        if isFormat(name) { throw Self.formatIsTaken }
        let word: StaticString = bool ? "true" : "false"
        let isWritten = write(name, upTo: word.utf8CodeUnitCount) { end in
            end.update(from: word.utf8Start, count: word.utf8CodeUnitCount)
            end += word.utf8CodeUnitCount
        }
        guard isWritten else { return try BracketWriter.write(name, .bool(bool), to: &self) }
    }

    /// Writes a pair at once; writes nothing and returns false if the name is unusual, and the bracket writer has to
    /// check it.
    @inline(__always)
    private mutating func write(
        _ name: String,
        upTo length: Int,
        value: (inout UnsafeMutablePointer<UInt8>) -> Void
    ) -> Bool {
        let separator = separator
        let start = buffer.count
        name.withBytes { name in
            guard !name.isEmpty else { return }
            buffer.append(upTo: 2 + name.count + length) { room in
                var end = room
                if let separator {
                    end.pointee = separator
                    end += 1
                }
                guard PercentEncoding.write(ifUnreserved: name, to: &end) else { return 0 }
                end.pointee = UInt8(ascii: "=")
                end += 1
                value(&end)
                return end - room
            }
        }
        guard buffer.count > start else { return false }
        self.separator = UInt8(ascii: "&")
        return true
    }

    /// Writes a list that GitLab splits on commas.
    mutating func write(_ name: String, commaSeparated elements: [String]) throws(ValidationError) {
        if isFormat(name) { throw Self.formatIsTaken }
        guard write(name, upTo: 0, value: { _ in }) else {
            return try BracketWriter.write(name, .commaList(elements.map { .string($0) }), to: &self)
        }
        for (index, element) in elements.enumerated() {
            if index > 0 { buffer.append("%2C") }
            guard !element.holds(UInt8(ascii: ",")), buffer.append(percentEncoded: element) else {
                // It finds the same error, and describes it.
                return try BracketWriter.write(name, .commaList(elements.map { .string($0) }), to: &self)
            }
        }
    }

    mutating func write(_ name: String, _ value: ParameterValue) throws(ValidationError) {
        if isFormat(name), value != .string("json") { throw Self.formatIsTaken }
        try BracketWriter.write(name, value, to: &self)
    }

    /// Grape takes `?format=` for the format of the response and rejects all but json.
    @inline(__always)
    private func isFormat(_ name: String) -> Bool {
        name.utf8.count == 6 && name == "format" && kind == .query
    }

    private static var formatIsTaken: ValidationError {
        ValidationError(
            AttributePath(steps: [.name("format")]), "in a query the server reads it as the format of the response")
    }

    private mutating func separate() {
        if let separator { buffer.append(separator) }
        separator = UInt8(ascii: "&")
    }

    private static func nul(at path: AttributePath) -> ValidationError {
        ValidationError(path, "it contains a NUL character, which GitLab rejects")
    }
}

// MARK: - All values

extension QueryPairs: PairOutput {
    var place: String {
        switch kind {
        case .query: "a query"
        case .form: "a form"
        }
    }

    static var openBracket: StaticString { "%5B" }
    static var closeBracket: StaticString { "%5D" }

    static func objection(toName name: String) -> String? { nil }

    static func append(name: String, to key: inout [UInt8]) {
        var encoded = ByteBuffer()
        encoded.append(percentEncoded: name)
        encoded.withBytes { key.append(contentsOf: $0) }
    }

    mutating func writeNull(key: [UInt8], at path: AttributePath) throws(ValidationError) {
        separate()
        buffer.append(key)
    }

    mutating func write(_ text: String, key: [UInt8], at path: AttributePath) throws(ValidationError) {
        separate()
        buffer.append(key)
        buffer.append(UInt8(ascii: "="))
        guard buffer.append(percentEncoded: text) else { throw Self.nul(at: path) }
    }

    mutating func write(_ file: FileUpload, key: [UInt8], at path: AttributePath) throws(ValidationError) {
        throw ValidationError(path, "\(place) cannot contain a file")
    }
}
