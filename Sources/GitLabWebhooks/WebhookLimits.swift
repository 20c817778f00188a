// Limits of a body.

import GitLabRuntime

/// Limits of the body of a request. A body beyond is rejected before anything is made of it.
///
/// Reading takes memory of a few times the body's size. The server that calls this must have a limit of its own for
/// the bytes that it collects.
public struct WebhookLimits: Sendable, Hashable {
    /// The most bytes of a body: by default 25 MiB, more than which GitLab does not send.
    public var maximumSize: Int

    /// How deep arrays and objects may be nested, at most 512: by default 64, several times what GitLab sends.
    public var maximumDepth: Int

    /// Creates limits.
    public init(maximumSize: Int = 25 * 1_048_576, maximumDepth: Int = 64) {
        self.maximumSize = maximumSize
        self.maximumDepth = maximumDepth
    }

    func checkSize(of body: [UInt8]) throws(WebhookError) {
        guard body.count <= maximumSize else {
            throw WebhookError(.tooLarge, "its body has \(body.count) bytes, and \(maximumSize) are allowed")
        }
    }

    func checkContent(of body: [UInt8]) throws(WebhookError) {
        let depth = min(maximumDepth, 512)
        do throws(JSONGuard.Objection) {
            try JSONGuard.check(body, deepest: depth)
        } catch {
            throw WebhookError(.invalidBody, error.reason(maximumDepth: depth))
        }
    }
}

extension JSONGuard.Objection {
    fileprivate func reason(maximumDepth: Int) -> String {
        switch self {
        case .notJSON(let error): "its body is not JSON: \(error)"
        case .tooDeep: "its body is nested more than \(maximumDepth) deep"
        case .duplicateName(let offset): "its body has two members of one name in an object (byte \(offset))"
        }
    }
}
