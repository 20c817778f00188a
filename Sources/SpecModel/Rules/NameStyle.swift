// Wire names that GitLab would not write.

import SpecSyntax

extension Rule {
    static let nameStyle = Rule(
        "name-style",
        "Wire names are in snake case, those of header fields in capitalised words; acronyms in Swift names in capitals.",
        severity: .warning,
        failing: Example(
            .rows,
            #"""
            webURL: { type: string, about: "Address that it is found at." }
            """#),
        passing: Example(
            .rows,
            #"""
            web_url: { type: string, about: "Address that it is found at." }
            """#))
}

extension Lint {
    func checkNameStyle() {
        for attribute in api.resources.flatMap(\.operations).flatMap(\.attributes) {
            if attribute.location == .header {
                checkIsHeaderName(attribute.name)
            } else {
                checkIsSnakeCase(attribute.name)
            }
        }
        for attribute in api.hashes.flatMap(\.attributes) { checkIsSnakeCase(attribute.name) }
        for field in api.models.flatMap(\.fields) { checkIsSnakeCase(field.name) }
        for table in declarations.tables { checkIsSnakeCase(table.name) }
        checkAcronyms()
    }

    private func checkIsSnakeCase(_ name: Located<String>) {
        // Another rule reports an invalid name.
        guard name.value.isWireName, !name.value.isSnakeCase else { return }
        let better = name.value.nameWords.joined(separator: "_")
        diagnostics.report(
            .nameStyle, "GitLab writes names in snake case, not '\(name.value)'", at: name.range,
            fix: better.isSnakeCase
                ? Fix("write '\(better)'", edits: [Fix.Edit(name.range, better)])
                : Fix("use small letters, digits and '_'"))
    }

    /// Names that the spec gives itself: acronyms are in capitals there as well.
    private func checkAcronyms() {
        let operations = api.resources.flatMap(\.operations)
        var names = api.resources.flatMap { [$0.name, $0.type] } + operations.flatMap { [$0.name, $0.request] }
        names += api.models.map(\.name) + api.hashes.map(\.name) + api.enums.map(\.name) + api.events.map(\.name)
        var own = operations.flatMap(\.attributes).map { ($0.name, $0.swiftName) }
        own += api.hashes.flatMap(\.attributes).map { ($0.name, $0.swiftName) }
        own += api.models.flatMap(\.fields).map { ($0.name, $0.swiftName) }
        own += api.enums.flatMap(\.values).map { ($0.name, $0.swiftName) }
        // Three names in four are there more than once.
        var right: Set<String> = []
        for (name, swiftName) in names.map({ ($0, $0.value) }) + own.map({ ($0, $1.text) })
        where !right.contains(swiftName) {
            guard let better = Acronyms.corrected(swiftName) else {
                right.insert(swiftName)
                continue
            }
            diagnostics.report(
                .nameStyle, "acronyms are in capitals, not as in '\(swiftName)'", at: name.range,
                fix: Fix("write '\(better)'"))
        }
    }

    private func checkIsHeaderName(_ name: Located<String>) {
        let words = name.value.split(separator: "-", omittingEmptySubsequences: false)
        let isCapitalised = words.allSatisfy {
            $0.utf8.first?.isASCIICapital == true && $0.utf8.allSatisfy(\.isASCIILetterOrDigit)
        }
        guard !isCapitalised else { return }
        diagnostics.report(
            .nameStyle, "header fields are written in capitalised words, not '\(name.value)'", at: name.range,
            fix: Fix("write it as in If-Unmodified-Since"))
    }
}

extension String {
    /// Small letters and digits, words joined by one `_`; `_links` may begin with one.
    fileprivate var isSnakeCase: Bool {
        let underscore = UInt8(ascii: "_")
        var isInWord = false
        for byte in utf8.first == underscore ? utf8.dropFirst() : utf8[...] {
            if byte == underscore ? !isInWord : byte.isASCIICapital || !byte.isASCIILetterOrDigit { return false }
            isInWord = byte != underscore
        }
        return isInWord
    }
}
