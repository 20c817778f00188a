// Documents that are almost right: examples in which something was changed.

/// Changes documents at random, the same way for the same seed.
///
/// Three changes in four are of JSON: they replace a value, repeat or rename a member, or nest a value. The others are
/// of bytes.
struct DocumentMutator {
    private var random: Chance

    init(seed: UInt64, index: Int) {
        random = Chance(seed: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// One of the documents, changed in one to three places; once in twenty as it is.
    mutating func document(from originals: [[UInt8]]) -> [UInt8] {
        var bytes = random.pick(originals)
        if random.once(in: 20) { return bytes }
        for _ in 0..<random.number(1...3) {
            bytes = random.once(in: 4) ? changingBytes(of: bytes, originals) : changingTokens(of: bytes, originals)
        }
        return bytes
    }

    // MARK: - By bytes

    private mutating func changingBytes(of bytes: [UInt8], _ originals: [[UInt8]]) -> [UInt8] {
        guard !bytes.isEmpty else { return Array(random.pick(Self.values).utf8) }
        var bytes = bytes
        let place = random.number(0...bytes.count - 1)
        let length = min(random.number(1...8), bytes.count - place)
        switch random.number(0...7) {
        case 0: bytes[place] ^= 1 << UInt8(random.number(0...7))
        case 1: bytes[place] = UInt8(random.number(0...255))
        case 2: bytes.removeSubrange(place..<place + length)
        case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        case 4: bytes.insert(contentsOf: random.pick(Self.fragments), at: place)
        case 5: bytes.removeSubrange(place...)
        case 6: bytes.swapAt(place, random.number(0...bytes.count - 1))
        case _:
            // The end of one document after the beginning of another.
            let other = random.pick(originals)
            bytes.replaceSubrange(place..., with: other.suffix(bytes.count - place))
        }
        return bytes
    }

    // MARK: - By tokens

    private mutating func changingTokens(of bytes: [UInt8], _ originals: [[UInt8]]) -> [UInt8] {
        let tokens = JSONTokens(bytes).all
        guard let token = tokens.isEmpty ? nil : random.pick(tokens) else { return changingBytes(of: bytes, originals) }
        var bytes = bytes
        switch token.kind {
        case .name:
            changeName(token.range, in: &bytes)
        case .string:
            bytes.replaceSubrange(token.range, with: random.once(in: 2) ? value() : string())
        case .number, .word:
            bytes.replaceSubrange(
                token.range, with: random.once(in: 3) ? value() : Array(random.pick(Self.numbers).utf8))
        case .punctuation:
            changePunctuation(token.range, in: &bytes)
        }
        return bytes
    }

    private mutating func changeName(_ range: Range<Int>, in bytes: inout [UInt8]) {
        let name = Array(bytes[range])
        switch random.number(0...5) {
        case 0: bytes.replaceSubrange(range, with: string())
        case 1: bytes.insert(contentsOf: name + Array(":".utf8) + value() + Array(",".utf8), at: range.lowerBound)
        case 2: bytes.replaceSubrange(range, with: escaping(name))
        case 3: bytes.insert(contentsOf: Array("\"unknown\":".utf8) + value() + Array(",".utf8), at: range.lowerBound)
        case 4: bytes.replaceSubrange(range, with: Array(String(decoding: name, as: UTF8.self).uppercased().utf8))
        case _: bytes.insert(contentsOf: random.pick(Self.spaces).utf8, at: range.lowerBound)
        }
    }

    private mutating func changePunctuation(_ range: Range<Int>, in bytes: inout [UInt8]) {
        switch random.number(0...3) {
        case 0: bytes.replaceSubrange(range, with: random.pick(Self.fragments))
        case 1: bytes.insert(contentsOf: random.pick(Self.spaces).utf8, at: range.lowerBound)
        case 2: bytes.insert(contentsOf: random.pick(Self.spaces).utf8, at: range.upperBound)
        case _: bytes.removeSubrange(range)
        }
    }

    /// The same text, one letter of it as an escape.
    private mutating func escaping(_ string: [UInt8]) -> [UInt8] {
        guard string.count > 2 else { return string }
        let place = random.number(1...string.count - 2)
        guard string[place] < 0x80, string[place] != UInt8(ascii: "\\"), string[place - 1] != UInt8(ascii: "\\") else {
            return string
        }
        let hexadecimal = String(string[place], radix: 16, uppercase: random.once(in: 2))
        let escape = "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
        return Array(string[..<place]) + Array(escape.utf8) + string[(place + 1)...]
    }

    private mutating func value() -> [UInt8] {
        switch random.number(0...4) {
        case 0: Array(random.pick(Self.values).utf8)
        case 1: string()
        case 2: Array(random.pick(Self.numbers).utf8)
        case 3: Array("[".utf8) + Array(random.pick(Self.values).utf8) + Array("]".utf8)
        case _: Array("{\"id\":".utf8) + Array(random.pick(Self.numbers).utf8) + Array("}".utf8)
        }
    }

    private mutating func string() -> [UInt8] {
        var text = Array("\"".utf8)
        for _ in 0..<random.number(0...6) { text += random.pick(Self.letters) }
        return text + Array("\"".utf8)
    }
}

// MARK: - What is put in

extension DocumentMutator {
    private static let values = [
        "null", "true", "false", "{}", "[]", "0", "-1", "\"\"", "\"x\"", "[null]", "[[]]", "{\"a\":null}", "{\"id\":1}",
        "[1,2]", "\"2024-02-29T12:00:00Z\"", "\"2024-02-29\"", "\"2023-02-29\"", "\"2024-01-01T00:00:00.123+05:30\"",
        "nul", "tru", "NaN", "nil", "\"private\"", "10", "40.0", "\"40\"",
    ]

    private static let numbers = [
        "0", "-0", "1", "-1", "0.0", "-0.0", "1.0", "1.5", "1e2", "1E+2", "100e-2", "1.0e0", "1e-2", "12e-1",
        "2147483648",
        "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809",
        "18446744073709551616", "1e18", "1e19", "9.223372036854775807e18", "0.1", "0.30000000000000004", "1e22", "1e23",
        "123456789012345678901234567890", "5e-324", "1e-400", "1.7976931348623157e308", "1e309", "-1e309", "4.35",
        "0.1e1", "2.5e1", "1e1000", "00", "01", "1.", ".5", "+1", "1e", "1e+", "-", "0x10", "1_0", "1.2.3",
    ]

    private static let letters: [[UInt8]] =
        [
            "a", "name", "é", "プ", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u00e9", "\\u0000", "\\ud83d\\ude00",
            "\\ud83d",
            "\\ude00", "\\uZZZZ", "\\x", "\u{2028}", "\u{7f}", "12345678", "2024-01-01", "T10:00:00Z", " ", "%", "'",
        ].map { Array($0.utf8) } + [
            [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xFF], [0x0A], [0x1F],
        ]

    private static let fragments: [[UInt8]] =
        [
            "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "null", "0", "-", ".", "e", "\\u", "\\ud800", "/*",
            "//", "'", "\u{feff}",
            "\u{a0}", "[[[[[[[[", "{\"a\":", "true", ",,", "\"\"",
        ].map { Array($0.utf8) } + [[0], [0x0B], [0x80], [0xC0, 0xAF], [0xFF], [0xEF, 0xBB, 0xBF]]

    private static let spaces = [" ", "\n", "\t", "\r\n", "  \n\t ", "\u{b}", "\u{a0}", "         "]
}

/// SplitMix64, and random values.
private struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    mutating func once(in times: Int) -> Bool { next() % UInt64(times) == 0 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int(next() % UInt64(elements.count))] }
}
