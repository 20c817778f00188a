// Reads what a row does without:
//
//     star_count: { type: integer, waive: { field-without-example: "GitLab's examples are of older servers." }, about: "…" }

import SpecSyntax

extension FileReading {
    /// Reads a mapping of rule names to reasons.
    func readWaivers(_ node: Node, in scope: SourceRange) {
        guard case .mapping(let mapping) = node.content else {
            diagnostics.report(
                .wrongWaiver, "'waive' maps names of rules to reasons", at: node.range,
                fix: Fix("write waive: { rule-name: \"The reason.\" }"))
            return
        }
        for entry in mapping.entries {
            let rule = Located(entry.key.text, at: entry.key.range)
            if !Rule.waivable.contains(rule.value) {
                diagnostics.report(
                    .wrongWaiver, "there is no rule '\(rule.value)' that can be waived", at: rule.range,
                    fix: Fix(replacing: rule, among: Rule.waivable))
            } else if entry.value.scalar?.text.contains(" ") != true {
                diagnostics.report(
                    .wrongWaiver, "waiving '\(rule.value)' takes a reason", at: entry.value.range,
                    fix: Fix("write \(rule.value): \"The reason, in a sentence.\""))
            } else {
                diagnostics.note(Waiver(of: rule, in: scope))
            }
        }
    }
}

extension Rule {
    /// The names of the rules that a row can do without.
    static let waivable = (ofSyntax + ofModel).filter(\.isWaivable).map(\.id).sorted()
}
