// Text that comes from outside, for terminals and logs.

extension String {
    /// The text on one line without characters that control a terminal or the direction of text: control characters,
    /// format characters and line separators are written as Swift writes them, `\u{1B}`.
    ///
    /// The joiners within emoji and words stay.
    var printable: String {
        guard utf8.contains(where: { !(0x20...0x7E).contains($0) }) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isPrintable {
                text.unicodeScalars.append(scalar)
            } else {
                text += scalar.escaped(asASCII: true)
            }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        case .format: value == 0x200C || value == 0x200D
        default: true
        }
    }
}
