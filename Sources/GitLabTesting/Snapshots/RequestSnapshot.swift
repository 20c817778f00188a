// Requests as text, for a test that compares all of them at once.

import GitLab
import HTTPTypes

extension RecordedRequest {
    /// The request as text without secrets, the same each time: for a comparison with the text that a test expects.
    ///
    /// ```
    /// POST /projects/42/issues
    ///   field Content-Type: application/json
    ///   field PRIVATE-TOKEN: [redacted]
    ///   body labels = "bug,ui"
    ///   body title = "It breaks"
    /// ```
    ///
    /// Each header field, parameter of the query and parameter of the body has a line, in the order of their names. The
    /// values of a query and of a form are texts; of a file, the name and the size in bytes are shown. Members and
    /// elements of values are named as in a query: `actions[0][action]`. Left out are header fields that all requests
    /// have (`Accept`, `User-Agent`) and that differ each time; of credentials and of fields that are not known, the
    /// values are. Secret parameters are `[redacted]`, as in ``description``.
    ///
    /// A value has at most 200 characters, a request 100 lines of parameters; what is left out is counted.
    public var snapshot: String {
        let scrubber = SecretScrubber().with(credentialsOf: self)
        let summary = RequestSummary(self, scrubber)
        return ([summary.line] + (fieldLines(scrubber) + summary.parameterLines).map { "  \($0)" })
            .joined(separator: "\n")
    }

    private func fieldLines(_ scrubber: SecretScrubber) -> [String] {
        let lines: [(name: String, line: String)] = fields.compactMap { field in
            let name = field.name.rawName
            switch FieldVisibility(field.name) {
            case .omitted: return nil
            case .secret: return (name, "field \(name): \(SecretNames.redaction)")
            case .shown:
                // A boundary differs each time.
                let value = field.name == .contentType ? RequestSummary.type(field.value) : field.value
                return (name, "field \(name): \(RequestSummary.cut(scrubber.text(value)))")
            }
        }
        return lines.sorted { ($0.name.lowercased(), $0.line) < ($1.name.lowercased(), $1.line) }.map(\.line)
    }
}

extension Sequence where Element == RecordedRequest {
    /// The requests as text, one after the other; see ``RecordedRequest/snapshot``. At most 200 are shown, and the others
    /// counted.
    public var snapshot: String {
        let most = 200
        let requests = Array(self)
        var texts = requests.prefix(most).map(\.snapshot)
        if requests.count > most { texts.append("… and \(requests.count - most) more requests") }
        return texts.joined(separator: "\n")
    }
}

extension InMemoryGitLab {
    /// The requests so far as text; see ``RecordedRequest/snapshot``.
    public var requestSnapshot: String { received.snapshot }
}

extension ScriptedGitLab {
    /// The requests so far as text; see ``RecordedRequest/snapshot``.
    public var requestSnapshot: String { received.snapshot }
}
