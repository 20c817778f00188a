// Characters that cannot be seen, which texts from outside must not bring into terminals, comments and files.

extension Unicode.Scalar {
    /// Whether it controls a terminal, ends a line, or changes the direction or the meaning of the text around it
    /// without being seen. The joiners of scripts and of emoji do neither.
    public var isHidden: Bool {
        if value < 0x7F { return value < 0x20 }
        // U+FFFE, U+FFFF and their kin stand for nothing, and are in no text.
        if value & 0xFFFE == 0xFFFE { return true }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: return true
        case .format: return value != 0x200C && value != 0x200D
        case _: return false
        }
    }
}

extension String {
    /// The text for a line of a terminal: hidden characters are replaced, tabs stay.
    public var visible: String { replacingHidden { $0 == "\t" } }

    /// The text for lines of a terminal: tabs and line breaks stay.
    public var visibleLines: String { replacingHidden { $0 == "\t" || $0 == "\n" } }

    private func replacingHidden(unless isAllowed: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: { $0.isHidden && !isAllowed($0) }) else { return self }
        return unicodeScalars.reduce(into: "") { visible, scalar in
            visible.unicodeScalars.append(scalar.isHidden && !isAllowed(scalar) ? "\u{FFFD}" : scalar)
        }
    }
}
