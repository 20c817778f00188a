// The bytes of the fuzzer as decisions.

/// Takes decisions from bytes, so that small changes of the bytes are small changes of the result. After the last byte
/// all decisions are 0.
struct ByteReader {
    private var rest: UnsafeBufferPointer<UInt8>.SubSequence

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func byte() -> UInt8 {
        rest.popFirst() ?? 0
    }

    /// A number from 0 up to but not including the limit.
    mutating func choice(of limit: Int) -> Int {
        Int(byte()) % limit
    }

    /// A text of ASCII characters as they come, and of some others.
    mutating func text() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<choice(of: 24) {
            let byte = byte()
            switch byte {
            case 0..<0x80: text.append(Unicode.Scalar(byte))
            case 0x80..<0xA0: text.append("é")
            case 0xA0..<0xC0: text.append("日")
            case 0xC0..<0xE0: text.append("😀")
            default: text.append("\u{2028}")
            }
        }
        return String(text)
    }
}
