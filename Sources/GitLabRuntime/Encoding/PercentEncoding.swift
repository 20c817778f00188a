// Percent-encoding of text in paths, queries and forms.

/// Percent-encoding that leaves only what RFC 3986 calls unreserved: letters, digits, `-`, `.`, `_` and `~`.
///
/// All else is encoded although a URL may hold some of it as it is, because servers read some of that differently: `+`
/// is a space to GitLab, and `;` begins the next parameter of a query.
enum PercentEncoding {
    /// Each unreserved character at its place in ASCII, and a space at the place of any other.
    private static var unreserved: StaticString {
        """
                                                     -. 0123456789      \
         ABCDEFGHIJKLMNOPQRSTUVWXYZ    _ abcdefghijklmnopqrstuvwxyz   ~
        """
    }

    @inline(__always)
    static func isUnreserved(_ byte: UInt8) -> Bool {
        byte < 0x7F && unreserved.utf8Start[Int(byte)] != UInt8(ascii: " ")
    }

    /// Returns the text, percent-encoded.
    static func text(_ text: String) -> String {
        var encoded = ByteBuffer()
        encoded.append(percentEncoded: text)
        return encoded.text
    }

    /// The most bytes that one byte becomes.
    static let longest = 3

    /// Writes a text, percent-encoded.
    ///
    /// - Parameter end: where to write; moved behind what was written.
    /// - Returns: false if the text holds a NUL character, which is encoded like others, but which no server takes.
    @inline(__always)
    static func write(_ text: UnsafeBufferPointer<UInt8>, to end: inout UnsafeMutablePointer<UInt8>) -> Bool {
        var hasNUL = false
        for byte in text {
            if isUnreserved(byte) {
                end.pointee = byte
                end += 1
            } else {
                hasNUL = hasNUL || byte == 0
                end[0] = UInt8(ascii: "%")
                end[1] = hexDigit(byte >> 4)
                end[2] = hexDigit(byte & 0xF)
                end += 3
            }
        }
        return !hasNUL
    }

    /// Writes a text that holds nothing to encode.
    ///
    /// - Returns: false if it does; the written bytes are then invalid.
    @inline(__always)
    static func write(
        ifUnreserved text: UnsafeBufferPointer<UInt8>,
        to end: inout UnsafeMutablePointer<UInt8>
    ) -> Bool {
        for byte in text {
            guard isUnreserved(byte) else { return false }
            end.pointee = byte
            end += 1
        }
        return true
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

extension ByteBuffer {
    /// Appends a text, percent-encoded.
    ///
    /// - Returns: false if the text holds a NUL character, which is encoded like others, but which no server takes.
    @discardableResult
    mutating func append(percentEncoded text: String) -> Bool {
        var isText = true
        text.withBytes { bytes in
            append(upTo: PercentEncoding.longest * bytes.count) { room in
                var end = room
                isText = PercentEncoding.write(bytes, to: &end)
                return end - room
            }
        }
        return isText
    }
}

extension String {
    /// Lends the text as UTF-8.
    @inline(__always)
    func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(read) { return result }
        // Only what comes from Objective-C is not stored like that.
        var copy = self
        return copy.withUTF8(read)
    }

    /// Returns whether the text holds this byte.
    func holds(_ byte: UInt8) -> Bool {
        withBytes { bytes in bytes.contains(byte) }
    }
}
