// A comparison for people:
//
//     wire
//       major  stars of Boat is text now, not integer [field-form-changed]
//              before  spec/boats.yaml:20:21
//              after   spec/boats.yaml:20:21
//
//     major: field-form-changed: Responses are decoded as a different type.

import SpecSyntax

extension Comparison {
    /// Everything that changed, the verdict with its reason, and the lines for the changelog.
    public var report: String {
        guard let verdict else { return "Nothing changed.\n" }
        var text = ""
        for layer in ChangeRule.Layer.allCases {
            let changes = changes.filter { $0.rule.layer == layer }
            if changes.isEmpty { continue }
            text += "\(layer.title)\n"
            for change in changes { text += change.report }
            text += "\n"
        }
        text += "For the changelog:\n\n"
        for line in changelog { text += Self.wrapped(line) }
        let rules = ChangeRule.all.filter { rule in rule.verdict == verdict && changes.contains { $0.rule == rule } }
        text += "\nVerdict: \(verdict.rawValue)\n"
        for rule in rules { text += "  \(rule.id): \(rule.reason)\n" }
        return text
    }

    /// A list item of at most 120 columns.
    private static func wrapped(_ line: String) -> String {
        var lines = [""]
        for word in "* \(line)".split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] += word
            } else if last.count + 1 + word.count <= 120 {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append("  \(word)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Change {
    fileprivate var report: String {
        let verdict = rule.verdict.rawValue.padded
        return "  \(verdict)\(message) [\(rule.id)]\n"
            + "         before  \(before?.words ?? "-")\n"
            + "         after   \(after?.words ?? "-")\n"
    }
}

extension SourceRange {
    fileprivate var words: String { "\(path):\(start.line):\(start.column)" }
}

extension String {
    fileprivate var padded: String { self + String(repeating: " ", count: max(1, 7 - count)) }
}

extension ChangeRule.Layer {
    fileprivate var title: String {
        switch self {
        case .wire: "On the wire"
        case .swift: "In Swift"
        case .spec: "In the spec"
        }
    }
}
