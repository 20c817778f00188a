// The tokens of a document, so that a change keeps the rest.

/// Finds tokens, whether or not they make a document.
struct JSONTokens {
    enum Kind {
        case name, string, number, word, punctuation
    }

    struct Token {
        let kind: Kind
        let range: Range<Int>
    }

    private(set) var all: [Token] = []

    init(_ bytes: [UInt8]) {
        var place = 0
        while place < bytes.count {
            let start = place
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
                    place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
                }
                place = min(place + 1, bytes.count)
                let isName = bytes[place...].first { !" \n\r\t".utf8.contains($0) } == UInt8(ascii: ":")
                all.append(Token(kind: isName ? .name : .string, range: start..<place))
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                place = Self.end(of: bytes, from: start) { "+-.eE0123456789".utf8.contains($0) }
                all.append(Token(kind: .number, range: start..<place))
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                place = Self.end(of: bytes, from: start) { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
                all.append(Token(kind: .word, range: start..<place))
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
                UInt8(ascii: ":"):
                place += 1
                all.append(Token(kind: .punctuation, range: start..<place))
            case _:
                place += 1
            }
        }
    }

    private static func end(of bytes: [UInt8], from start: Int, _ belongs: (UInt8) -> Bool) -> Int {
        bytes[start...].firstIndex { !belongs($0) } ?? bytes.count
    }
}
