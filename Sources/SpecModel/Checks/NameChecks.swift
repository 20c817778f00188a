// Rules for names.

import SpecSyntax

extension Located<String> {
    /// A Swift type: `ListProjects`.
    ///
    /// - Parameter ending: what a name that is taken can end in instead, to be free.
    func checkIsTypeName(or ending: String, diagnostics: DiagnosticCollector) {
        checkIsFree(or: ending, diagnostics: diagnostics)
        guard !value.isEmpty, value.utf8.first?.isASCIICapital != true || !value.isIdentifier else { return }
        diagnostics.report(
            .wrongName, "'\(value)' is not a name for a Swift type", at: range,
            fix: Fix(
                renaming: self, to: value.prefix(1).uppercased() + value.dropFirst(),
                otherwise: "start it with a capital and use letters and digits only: ListProjects"))
    }

    /// A Swift module: `GitLabIssues`.
    func checkIsModuleName(diagnostics: DiagnosticCollector) {
        guard value.utf8.first?.isASCIICapital != true || !value.isIdentifier else { return }
        diagnostics.report(
            .wrongName, "'\(value)' is not a name for a Swift module", at: range,
            fix: Fix(
                renaming: self, to: value.prefix(1).uppercased() + value.dropFirst(),
                otherwise: "start it with a capital and use letters and digits only: GitLabIssues"))
    }

    /// No type that programs see beside it has the name.
    private func checkIsFree(or ending: String, diagnostics: DiagnosticCollector) {
        guard let owner = ReservedTypeNames.owner(of: value) else { return }
        diagnostics.report(
            .reservedTypeName, "'\(value)' is a name of \(owner)", at: range,
            fix: Fix("write '\(value)\(ending)', for example, here and where it is named"))
    }

    /// A Swift method or property: `list`.
    func checkIsMemberName(_ what: String, diagnostics: DiagnosticCollector) {
        guard !value.isEmpty, !value.isMemberName else { return }
        diagnostics.report(
            .wrongName, "'\(value)' is not a Swift name for \(what)", at: range,
            fix: Fix(
                renaming: self, to: value.prefix(1).lowercased() + value.dropFirst(),
                otherwise: "start it with a small letter and use letters and digits only: transferLocations"))
    }

    /// A property or a method beside those that its type has already, and none that no type can have.
    ///
    /// - Parameter ending: what a name that is taken can end in instead, to be free.
    func checkIsNoMember(
        of owner: String, or ending: String, _ isMember: (String) -> Bool, diagnostics: DiagnosticCollector
    ) {
        guard isMember(value) || ["init", "self"].contains(value) else { return }
        diagnostics.report(
            .reservedName, "'\(value)' is a member of \(owner)", at: range,
            fix: Fix("write '\(value)\(ending)', or a better name"))
    }

    /// Checks a name that the rule converts to Swift; an invalid name of GitLab's is reported as such.
    func checkGivesSwiftName(_ swiftName: SwiftName, diagnostics: DiagnosticCollector) {
        guard !swiftName.text.isMemberName else { return }
        let words = String(decoding: value.utf8.filter(\.isASCIILetterOrDigit), as: UTF8.self)
        let better = words.isEmpty ? "other" : SwiftName(from: words).text
        diagnostics.report(
            .wrongName, "'\(value)' cannot become a Swift name", at: range,
            fix: Fix("add 'as: \(better)', or a better name"))
    }

    /// A name as GitLab writes them: no brackets, which would make a hash of it, and no blanks.
    func checkIsWireName(diagnostics: DiagnosticCollector) {
        guard !value.isWireName else { return }
        diagnostics.report(
            .wrongName, "'\(value)' is not a name of an attribute or a field", at: range,
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
    /// Letters, digits, `_` and `-`.
    var isWireName: Bool {
        !isEmpty
            && utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }

    var isIdentifier: Bool { utf8.allSatisfy(\.isASCIILetterOrDigit) && utf8.first?.isASCIILetter == true }
}

extension UInt8 {
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isASCIICapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

    var isASCIILetter: Bool { isASCIICapital || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

    var isASCIILetterOrDigit: Bool { isASCIIDigit || isASCIILetter }
}
