// Which file names both of GitLab's multipart parsers read as they are meant.

enum FileName {
    /// Returns why a file name cannot be sent; nil if it can.
    static func objection(to name: String) -> String? {
        if name.isEmpty { return "its file name is empty, and the server would drop the file" }
        if name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            return "its file name contains a control character"
        }
        if name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
            return "its file name contains a slash, and the server would cut off what stands before it"
        }
        if looksLikeParameter(name) {
            return "its file name contains text that the server would read as the name of the field"
        }
        if isPercentEncoded(name) {
            return "its file name looks percent-encoded, and the server would decode it"
        }
        return nil
    }

    /// Returns whether there is a `; name=` in it: Rack takes the last one of the line, quoted or not.
    static func looksLikeParameter(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).dropFirst().contains { part in
            let text = part.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(5)
            return String(decoding: text, as: UTF8.self).lowercased() == "name="
        }
    }

    /// Returns whether there are percent signs and each begins a valid escape: only then Rack decodes them.
    private static func isPercentEncoded(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        let signs = bytes.indices.filter { bytes[$0] == UInt8(ascii: "%") }
        return !signs.isEmpty
            && signs.allSatisfy { place in
                place + 2 < bytes.count && isHexDigit(bytes[place + 1]) && isHexDigit(bytes[place + 2])
            }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default:
            false
        }
    }
}
