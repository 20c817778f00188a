// The reason why a request is not sent, before the request is known.

/// Why a request cannot be sent; becomes a ``GitLabError`` of kind `invalidRequest` once the request is known.
struct ValidationError: Error, Hashable {
    /// The sentence for the user, which names the attribute.
    let message: String

    init(_ message: String) {
        self.message = message
    }

    /// - Parameters:
    ///   - attribute: the place of the value, such as `variables[1][key]`.
    ///   - reason: why it cannot be sent.
    ///   - wayOut: the fix, if there is one.
    init(_ attribute: AttributePath, _ reason: String, wayOut: String? = nil) {
        message = "`\(attribute)` cannot be sent: \(reason)" + (wayOut.map { "; \($0)" } ?? "")
    }
}

/// Where a value stands in the parameters, written as GitLab writes it in its own errors: `variables[1][key]`.
struct AttributePath: Hashable, CustomStringConvertible {
    enum Step: Hashable {
        case name(String)
        case index(Int)
    }

    var steps: [Step] = []

    var description: String {
        var text = ""
        for (place, step) in steps.enumerated() {
            switch step {
            case .name(let name): text += place == 0 ? name : "[\(name)]"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }
}
