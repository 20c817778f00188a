// RFC 8259 in the simplest form: it decides when two readers differ.

import Foundation

/// Whether bytes are JSON, checked one after another against the grammar of RFC 8259.
///
/// Slow, and without any value: it shares no code with the client's reader. Half a surrogate pair is rejected, which
/// RFC 8259 leaves open.
struct StrictJSON {
    /// Whether a document is JSON; false too if arrays and objects are more than 512 deep in each other.
    static func accepts(_ bytes: [UInt8]) -> Bool {
        guard String(bytes: bytes, encoding: .utf8) != nil else { return false }
        var grammar = StrictJSON(bytes: bytes)
        grammar.space()
        guard grammar.value(depth: 0) else { return false }
        grammar.space()
        return grammar.place == bytes.count
    }

    private let bytes: [UInt8]
    private var place = 0

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: Character? { place < bytes.count ? Character(Unicode.Scalar(bytes[place])) : nil }

    private mutating func take(_ wanted: Character) -> Bool {
        guard next == wanted else { return false }
        place += 1
        return true
    }

    private mutating func take(_ wanted: String) -> Bool {
        wanted.allSatisfy { take($0) }
    }

    private mutating func space() {
        // Not as characters: CR and LF would be one.
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private mutating func value(depth: Int) -> Bool {
        guard depth <= 512 else { return false }
        switch next {
        case "n": return take("null")
        case "t": return take("true")
        case "f": return take("false")
        case "\"": return string()
        case "[": return depth < 512 && list(closedBy: "]") { $0.value(depth: depth + 1) }
        case "{": return depth < 512 && list(closedBy: "}") { $0.member(depth: depth + 1) }
        case _: return number()
        }
    }

    private mutating func list(closedBy end: Character, _ element: (inout StrictJSON) -> Bool) -> Bool {
        place += 1
        space()
        if take(end) { return true }
        while true {
            guard element(&self) else { return false }
            space()
            if take(end) { return true }
            guard take(",") else { return false }
            space()
        }
    }

    private mutating func member(depth: Int) -> Bool {
        guard string() else { return false }
        space()
        guard take(":") else { return false }
        space()
        return value(depth: depth)
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0") {
            guard digits() else { return false }
        }
        if take("."), !digits() { return false }
        guard take("e") || take("E") else { return true }
        _ = take("+") || take("-")
        return digits()
    }

    /// At least one.
    private mutating func digits() -> Bool {
        let start = place
        while let digit = next, ("0"..."9").contains(digit) { place += 1 }
        return place > start
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"): guard escape() else { return false }
            case _: guard byte >= 0x20 else { return false }
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard let letter = next else { return false }
        place += 1
        guard letter == "u" else { return "\"\\/bfnrt".contains(letter) }
        guard let first = unit() else { return false }
        guard (0xD800...0xDFFF).contains(first) else { return true }
        guard first < 0xDC00, take("\\"), take("u"), let second = unit() else { return false }
        return (0xDC00...0xDFFF).contains(second)
    }

    private mutating func unit() -> UInt16? {
        guard place + 4 <= bytes.count else { return nil }
        let digits = bytes[place..<place + 4]
        place += 4
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
