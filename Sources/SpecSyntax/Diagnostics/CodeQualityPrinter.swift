// Printing diagnostics as a Code Quality report, which GitLab shows in merge requests.
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format

/// Renders diagnostics as a JSON array of issues.
public struct CodeQualityPrinter: Sendable {
    public init() {}

    public func text(for diagnostics: [Diagnostic]) -> String {
        // Two findings with the same text in one file differ by their order.
        var seen: [String: Int] = [:]
        return JSONText.array(
            diagnostics.map { diagnostic in
                let identity = "\(diagnostic.rule)\0\(diagnostic.range.path)\0\(diagnostic.message)"
                let occurrence = seen[identity, default: 0]
                seen[identity] = occurrence + 1
                return json(diagnostic, fingerprint: Self.fingerprint("\(identity)\0\(occurrence)"))
            }
        ).text()
    }

    private func json(_ diagnostic: Diagnostic, fingerprint: String) -> JSONText {
        let advice = diagnostic.fix.map { " (fix: \($0.advice))" } ?? ""
        let severity =
            switch diagnostic.severity {
            case .error: "major"
            case .warning: "minor"
            }
        return .object([
            ("description", .string(diagnostic.message + advice)),
            ("check_name", .string(diagnostic.rule)),
            ("fingerprint", .string(fingerprint)),
            ("severity", .string(severity)),
            (
                "location",
                .object([
                    ("path", .string(diagnostic.range.path)),
                    ("lines", .object([("begin", .integer(diagnostic.range.start.line))])),
                ])
            ),
        ])
    }

    /// A name for a finding that does not change when lines move: 128 bits of FNV-1a over its text.
    private static func fingerprint(_ identity: String) -> String {
        let halves = [0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142].map { (start: UInt64) in
            identity.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
        return halves.map { half in
            let hexadecimal = String(half, radix: 16)
            return String(repeating: "0", count: 16 - hexadecimal.count) + hexadecimal
        }.joined()
    }
}
