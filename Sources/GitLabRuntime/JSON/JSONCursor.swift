// A position in a JSON text (RFC 8259), and moving it: white space, punctuation, literals.

/// Walks over the bytes of a JSON text, strictly and never beyond their end.
///
/// It checks everything that it passes, skipped values too. It builds nothing but the requested strings. The bytes have
/// to outlive it.
struct JSONCursor: @unchecked Sendable {
    /// How deep arrays and objects may be nested, as for `JSONDecoder`.
    static let deepest = 512

    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    var position: UnsafePointer<UInt8>
    private var depth = 0

    /// - Throws: if there is nothing, which is no JSON.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        guard let first = bytes.baseAddress, !bytes.isEmpty else { throw JSONError(.ended, offset: 0) }
        start = first
        position = first
        end = first + bytes.count
    }

    var offset: Int { position - start }

    /// Whether the array or object that was entered last is the document.
    var isInOutermost: Bool { depth == 1 }

    /// The byte at the position; 0, which begins nothing in JSON, at the end.
    var byte: UInt8 {
        @inline(__always) get { position < end ? position.pointee : 0 }
    }

    func failure(_ cause: JSONError.Cause) -> JSONError {
        JSONError(cause, offset: offset)
    }

    /// The error for an unexpected byte at the position.
    var unexpected: JSONError { failure(position < end ? .unexpected : .ended) }

    // MARK: - White space

    @inline(__always)
    mutating func skipWhitespace() {
        if position < end, position.pointee > 0x20 { return }
        skipLongWhitespace()
    }

    private mutating func skipLongWhitespace() {
        while position < end {
            // Indented JSON is mostly this.
            if end - position >= 8, position.word == 0x2020_2020_2020_2020 {
                position += 8
                continue
            }
            switch position.pointee {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    // MARK: - Literals

    /// Passes `null`, whose first letter is at the position.
    mutating func null() throws(JSONError) {
        try literal(0x6C6C_756E, count: 4)
    }

    mutating func boolean() throws(JSONError) -> Bool {
        switch byte {
        case UInt8(ascii: "t"):
            try literal(0x6575_7274, count: 4)
            return true
        case UInt8(ascii: "f"):
            position += 1
            do throws(JSONError) {
                try literal(0x6573_6C61, count: 4)
            } catch {
                position -= 1
                throw error
            }
            return false
        default: throw mismatch(.boolean)
        }
    }

    /// - Parameter letters: four letters, the first one lowest.
    @inline(__always)
    private mutating func literal(_ letters: UInt32, count: Int) throws(JSONError) {
        guard end - position >= count,
            UInt32(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt32.self)) == letters
        else { throw brokenLiteral }
        position += count
    }

    private var brokenLiteral: JSONError { failure(.unexpected) }

    // MARK: - Arrays and objects

    /// Enters the array whose bracket is at the position.
    ///
    /// - Returns: whether there is an element, at the position then. Otherwise the array is left again.
    @inline(__always)
    mutating func enterArray() throws(JSONError) -> Bool {
        guard byte == UInt8(ascii: "[") else { throw mismatch(.array) }
        return try enter(closedBy: UInt8(ascii: "]"))
    }

    /// Continues behind an element.
    ///
    /// - Returns: whether there is another one, at the position then. Otherwise the array is left.
    @inline(__always)
    mutating func nextElement() throws(JSONError) -> Bool {
        try next(closedBy: UInt8(ascii: "]"))
    }

    /// Enters the object whose brace is at the position; see ``enterArray()``.
    @inline(__always)
    mutating func enterObject() throws(JSONError) -> Bool {
        guard byte == UInt8(ascii: "{") else { throw mismatch(.object) }
        return try enter(closedBy: UInt8(ascii: "}"))
    }

    /// Continues behind a member; see ``nextElement()``.
    @inline(__always)
    mutating func nextMember() throws(JSONError) -> Bool {
        try next(closedBy: UInt8(ascii: "}"))
    }

    /// Passes the colon behind the name of a member.
    @inline(__always)
    mutating func colon() throws(JSONError) {
        skipWhitespace()
        guard byte == UInt8(ascii: ":") else { throw unexpected }
        position += 1
        skipWhitespace()
    }

    /// Makes sure that nothing follows.
    mutating func finish() throws(JSONError) {
        skipWhitespace()
        guard position == end else { throw failure(.unexpected) }
    }

    @inline(__always)
    private mutating func enter(closedBy closing: UInt8) throws(JSONError) -> Bool {
        depth += 1
        guard depth <= Self.deepest else { throw failure(.tooDeep) }
        position += 1
        skipWhitespace()
        guard byte == closing else { return true }
        position += 1
        depth -= 1
        return false
    }

    @inline(__always)
    private mutating func next(closedBy closing: UInt8) throws(JSONError) -> Bool {
        skipWhitespace()
        let byte = byte
        if byte == UInt8(ascii: ",") {
            position += 1
            skipWhitespace()
            return true
        }
        guard byte == closing else { throw unexpected }
        position += 1
        depth -= 1
        return false
    }

    /// Moves into the array that a text is, behind an element that was read before.
    mutating func enterArray(behindElementAt offset: Int) {
        position = start + offset
        depth = 1
    }

    // MARK: - Going back

    /// Where a value begins, to which the cursor can return.
    struct Mark {
        fileprivate let position: UnsafePointer<UInt8>
        fileprivate let depth: Int
    }

    var mark: Mark { Mark(position: position, depth: depth) }

    mutating func goBack(to mark: Mark) {
        position = mark.position
        depth = mark.depth
    }

    // MARK: - Kinds of values

    /// Returns the error for a value of another kind at the position, or for no value.
    func mismatch(_ wanted: JSONError.ValueKind) -> JSONError {
        switch byte {
        case UInt8(ascii: "n"): failure(.null(wanted))
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"),
            UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            failure(.mismatch(wanted))
        default: unexpected
        }
    }
}
