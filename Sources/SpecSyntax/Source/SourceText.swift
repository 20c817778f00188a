// The lines of a spec file, for showing a diagnostic's source line and for turning positions into byte offsets.

/// A spec file split into lines, at the same line breaks that libyaml counts.
public struct SourceText: Sendable {
    public let name: SourceName
    let bytes: [UInt8]
    /// How many bytes a byte order mark takes: 3, or 0 where there is none.
    let markLength: Int
    /// The byte offset at which each line starts.
    private let lineStarts: [Int]

    public init(_ file: SpecFile) {
        let bytes = file.bytes
        name = SourceName(file.path)
        self.bytes = bytes
        // A byte order mark is no part of the first line.
        markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var starts = [markLength]
        var index = markLength
        while index < bytes.count {
            // Nearly every byte is a character of ASCII, and none of those breaks a line.
            if (0x0E..<0xC2).contains(bytes[index]) {
                index += 1
                continue
            }
            let length = Self.lineBreakLength(in: bytes, at: index)
            index += max(length, 1)
            if length > 0 { starts.append(index) }
        }
        lineStarts = starts
    }

    /// The text of a line, without its line break. Empty where there is no such line.
    public func line(_ number: Int) -> String {
        guard lineStarts.indices.contains(number - 1) else { return "" }
        let start = lineStarts[number - 1]
        var end = lineStarts.indices.contains(number) ? lineStarts[number] : bytes.count
        while end > start, Self.endsInBreak(bytes[start..<end]) { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The byte offset of a position; the end of its line where it lies behind that. Nil where there is no such line.
    func offset(of position: SourcePosition) -> Int? {
        guard lineStarts.indices.contains(position.line - 1) else { return nil }
        let line = byteRange(ofLine: position.line)
        var offset = line.lowerBound
        var column = 1
        while column < position.column, offset < line.upperBound {
            offset += 1
            // The bytes after the first of a character begin with the bits 10.
            while offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    /// Whether the bytes are whole characters.
    func isCharacter(from start: Int, to end: Int) -> Bool {
        String(validating: bytes[start..<end], as: UTF8.self) != nil
    }

    /// The position of a byte; the end of the file behind it.
    func position(ofByte offset: Int) -> SourcePosition {
        let offset = min(max(offset, markLength), bytes.count)
        var range = lineStarts.indices
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            range = lineStarts[middle] <= offset ? middle..<range.upperBound : range.lowerBound..<middle
        }
        let before = bytes[lineStarts[range.lowerBound]..<offset]
        return SourcePosition(line: range.lowerBound + 1, column: before.count { $0 & 0xC0 != 0x80 } + 1)
    }

    /// The number of lines; a file that ends in a line break has an empty last one.
    public var lineCount: Int { lineStarts.count }

    /// The bytes of a line including its line break.
    func byteRange(ofLine number: Int) -> Range<Int> {
        guard lineStarts.indices.contains(number - 1) else { return bytes.count..<bytes.count }
        return lineStarts[number - 1]..<(lineStarts.indices.contains(number) ? lineStarts[number] : bytes.count)
    }

    /// How many bytes the line break at an offset takes: LF, CR, CR LF, NEL, LS or PS; 0 where there is none.
    private static func lineBreakLength(in bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0x0A: 1
        case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
        case 0xE2:
            index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] & 0xFE) == 0xA8 ? 3 : 0
        default: 0
        }
    }

    private static func endsInBreak(_ line: ArraySlice<UInt8>) -> Bool {
        line.last == 0x0A || line.last == 0x0D
    }
}
