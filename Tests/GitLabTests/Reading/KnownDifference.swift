// The list of known differences between our reader and JSONDecoder, each with the reason why ours is right.

import Foundation

/// Why the two may differ.
enum KnownDifference: String, CaseIterable {
    /// JSONDecoder checks a number or a string only when it is read, and then not all of it: it accepts `01`, `1.` or a
    /// bad escape in a member that is not read. None of these is JSON by RFC 8259.
    case takenThoughNoJSON = "JSONDecoder takes what is no JSON"

    /// RFC 8259 lets a reader skip a byte order mark; JSONDecoder does, and reads UTF-16 and UTF-32 too. Our reader
    /// accepts UTF-8 without a mark, which is all that the RFC allows a server to send.
    case otherEncoding = "a byte order mark, or another encoding than UTF-8"

    /// `1e-400` and `1.00000000000000000001` are no whole numbers. JSONDecoder converts them to doubles first, which
    /// are 0 and 1, and then to integers.
    case fractionLost = "a number with a fraction that a double has no room for"

    /// `9.2233720368547758e18` is a whole number of 64 bits. JSONDecoder converts it to a double first, which may be
    /// another number, or too large.
    case largeIntegerRejected = "a whole number with a point or an exponent that a double has no room for"

    /// The reason why only our reader rejects a document, or reads another value.
    static func of(_ bytes: [UInt8]) -> KnownDifference? {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]]
        if marks.contains(where: { bytes.starts(with: $0) }) || bytes.prefix(4).contains(0) { return .otherEncoding }
        guard StrictJSON.accepts(bytes) else { return .takenThoughNoJSON }
        if decimals(in: bytes).contains(where: \.losesFraction) { return .fractionLost }
        return decimals(in: bytes).contains(where: \.isLargeInteger) ? .largeIntegerRejected : nil
    }

    /// The reason why only JSONDecoder rejects a document.
    static func rejectedByFoundation(_ bytes: [UInt8]) -> KnownDifference? {
        decimals(in: bytes).contains(where: \.isLargeInteger) ? .largeIntegerRejected : nil
    }

    /// The numbers of a document that are written with a point or an exponent.
    private static func decimals(in bytes: [UInt8]) -> [Decimal] {
        JSONTokens(bytes).all.filter { $0.kind == .number }.compactMap { token in
            Decimal(String(decoding: bytes[token.range], as: UTF8.self))
        }
    }

    /// A number as it is written, exactly: digits times a power of ten.
    private struct Decimal {
        let text: String
        /// Without zeros at either end; empty for 0.
        let digits: Substring
        let exponent: Int

        /// nil for a number without point and exponent.
        init?(_ text: String) {
            guard text.contains(where: { ".eE".contains($0) }) else { return nil }
            let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
            let places = parts[0].drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
            guard places.count <= 2, let power = parts.count == 2 ? Int(parts[1]) : 0 else { return nil }
            let fraction = places.count == 2 ? places[1] : ""
            let all = String(places[0] + fraction)
            let kept = all.reversed().drop { $0 == "0" }.reversed()
            self.text = text
            digits = String(kept)[...].drop { $0 == "0" }
            exponent = power - fraction.count + (all.count - kept.count)
        }

        /// Whether it is whole as a double, and is not.
        var losesFraction: Bool {
            guard !digits.isEmpty, exponent < 0, let double = Double(text) else { return false }
            return double == double.rounded()
        }

        /// Whether it is a whole number from 2^53, up to which doubles have every whole number.
        var isLargeInteger: Bool {
            exponent >= 0 && digits.count + exponent >= 16 && digits.count + exponent <= 19
        }
    }
}
