// Reading the suppressed rules of a row:
//
//     star_count: { type: integer, suppress: { field-without-example: "GitLab's examples are of older servers." }, about: "…" }

import SpecSyntax

extension FileReading {
    /// Reads a mapping of rule names to reasons.
    func readSuppressions(_ node: Node, in scope: SourceRange) {
        guard case .mapping(let mapping) = node.content else {
            diagnostics.report(
                .wrongSuppression, "'suppress' maps names of rules to reasons", at: node.range,
                fix: Fix("write suppress: { rule-name: \"The reason.\" }"))
            return
        }
        for entry in mapping.entries {
            let rule = Located(entry.key.text, at: entry.key.range)
            if !Rule.suppressible.contains(rule.value) {
                diagnostics.report(
                    .wrongSuppression, "there is no rule '\(rule.value)' that can be suppressed", at: rule.range,
                    fix: Fix(replacing: rule, among: Rule.suppressible))
            } else if entry.value.scalar?.text.contains(" ") != true {
                diagnostics.report(
                    .wrongSuppression, "suppressing '\(rule.value)' takes a reason", at: entry.value.range,
                    fix: Fix("write \(rule.value): \"The reason, in a sentence.\""))
            } else {
                diagnostics.note(Suppression(of: rule, in: scope))
            }
        }
    }
}

extension Rule {
    /// The names of the rules that a row can suppress.
    static let suppressible = (ofSyntax + ofModel).filter(\.isSuppressible).map(\.id).sorted()
}
