// Conditions of a request on the present state of a thing, which the server checks.

/// An attribute that names the state of a thing which a request is for, and the response if the thing has another one by
/// then: an optimistic lock.
public struct Precondition: Sendable, Hashable {
    /// The attribute, by GitLab's name: `sha`. It may stand within a hash of the body.
    public let attribute: String

    /// The status of the response if the condition does not hold.
    public let status: Int

    /// Words of the message, if other failures have the same status.
    public let words: String?

    /// Creates a condition.
    ///
    /// - Parameters:
    ///   - attribute: the attribute, by GitLab's name.
    ///   - status: the status of the response if the condition does not hold.
    ///   - words: words of the message, if other failures have the same status.
    public init(_ attribute: String, status: Int, words: String? = nil) {
        self.attribute = attribute
        self.status = status
        self.words = words
    }

    /// The condition that many requests can have, as a header field.
    static let unmodified = Precondition("If-Unmodified-Since", status: 412)
}

extension GitLabError {
    /// Returns the error as one of a condition that does not hold, if it is one.
    func namingPrecondition(of request: some EndpointRequest) -> GitLabError {
        let conditions = request.endpoint.preconditions + [.unmodified]
        guard let status, let broken = conditions.first(where: { $0.status == status && isAbout($0, of: request) })
        else { return self }
        var error = self
        error.kind = .preconditionFailed
        error.failedPrecondition = broken.attribute
        error.message += " Get it again, look at what has changed, and send the new state as `\(broken.attribute)`."
        return error
    }

    private func isAbout(_ condition: Precondition, of request: some EndpointRequest) -> Bool {
        if let words = condition.words, !message.contains(words) { return false }
        return [request.bodyParameters, request.headerParameters, request.queryParameters].contains {
            $0.hold(condition.attribute)
        }
    }
}

extension Parameters {
    /// Whether there is a value for an attribute, here or in a hash within.
    fileprivate func hold(_ attribute: String) -> Bool {
        pairs.contains { $0.value != .null && ($0.name == attribute || $0.value.holds(attribute)) }
    }
}

extension ParameterValue {
    fileprivate func holds(_ attribute: String) -> Bool {
        switch self {
        case .array(let elements), .commaList(let elements): elements.contains { $0.holds(attribute) }
        case .object(let members), .openHash(let members): members.hold(attribute)
        default: false
        }
    }
}
