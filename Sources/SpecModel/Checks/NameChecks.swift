// What names may look like.

import SpecSyntax

extension Located<String> {
    /// A Swift type: `ListProjects`.
    func checkIsTypeName(diagnostics: DiagnosticCollector) {
        guard !value.isEmpty, value.first?.isUppercase != true || !value.isIdentifier else { return }
        diagnostics.report(
            .wrongName, "'\(value)' is no name for a Swift type", at: range,
            fix: Fix(
                renaming: self, to: value.prefix(1).uppercased() + value.dropFirst(),
                otherwise: "start it with a capital and use letters and digits only: ListProjects"))
    }

    /// A Swift method or property: `list`.
    func checkIsMemberName(_ what: String, diagnostics: DiagnosticCollector) {
        guard !value.isEmpty, value.first?.isLowercase != true || !value.isIdentifier else { return }
        diagnostics.report(
            .wrongName, "'\(value)' is no Swift name for \(what)", at: range,
            fix: Fix(
                renaming: self, to: value.prefix(1).lowercased() + value.dropFirst(),
                otherwise: "start it with a small letter and use letters and digits only: transferLocations"))
    }

    /// A name as GitLab writes them: no brackets, which would make a hash of it, and no blanks.
    func checkIsWireName(diagnostics: DiagnosticCollector) {
        guard !value.isWireName else { return }
        diagnostics.report(
            .wrongName, "'\(value)' is no name of an attribute or a field", at: range,
            fix: Fix("use letters, digits and '_'; nested names are rows of a hash"))
    }
}

extension Fix {
    /// Advice to write a name a little differently, where that makes it a name.
    fileprivate init(renaming name: Located<String>, to better: String, otherwise advice: String) {
        if better.isIdentifier {
            self.init("write '\(better)'", edits: [Edit(name.range, better)])
        } else {
            self.init(advice)
        }
    }

    /// Advice to write the nearest known name.
    init(replacing name: Located<String>, among known: some Sequence<String>, otherwise advice: String? = nil) {
        if let nearest = nearestSpelling(to: name.value, among: known) {
            self.init("write '\(nearest)'", edits: [Edit(name.range, nearest)])
        } else {
            self.init(advice ?? "write one of: \(known.joined(separator: ", "))")
        }
    }
}

extension String {
    /// Letters, digits, `_` and `-`, with no digit at the start.
    var isWireName: Bool {
        let isPlain = utf8.allSatisfy {
            $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
        return !isEmpty && isPlain && utf8.first?.isASCIIDigit == false
    }

    var isIdentifier: Bool { utf8.allSatisfy(\.isASCIILetterOrDigit) && utf8.first?.isASCIIDigit == false }
}

extension UInt8 {
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isASCIICapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

    var isASCIILetterOrDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
