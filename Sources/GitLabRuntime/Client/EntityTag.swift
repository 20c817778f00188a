// Conditional reading by entity tag.

import HTTPTypes

/// The tag of one state of a response (`ETag`), with its quotation marks and perhaps `W/` in front, as the server sent
/// it.
public struct EntityTag: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The tag as the server sent it.
    public let rawValue: String

    /// Creates a tag from a stored one.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The tag.
    public var description: String { rawValue }
}

/// The result of a conditional read.
public enum Conditional<Value> {
    /// The state has not changed; GitLab sent no content.
    case notModified
    /// The value is new or has changed. The tag is for the next read; nil if the server sent none.
    case modified(Value, EntityTag?)

    /// The value; nil if it has not changed.
    public var value: Value? {
        switch self {
        case .notModified: nil
        case .modified(let value, _): value
        }
    }
}

extension Conditional: Sendable where Value: Sendable {}
extension Conditional: Equatable where Value: Equatable {}

extension GitLabClient {
    /// Reads a response unless it has not changed since the tag.
    ///
    /// ```swift
    /// switch try await gitlab.send(GetProject(42), ifNoneMatch: tag) {
    /// case .notModified: break
    /// case .modified(let project, let newTag): (cached, tag) = (project, newTag)
    /// }
    /// ```
    ///
    /// GitLab builds the response and then compares it: this saves the transfer, but not a call against the rate limit.
    ///
    /// - Parameters:
    ///   - request: a request that reads.
    ///   - tag: the tag of the last response; nil the first time.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/invalidRequest`` for a request that writes or a tag that
    ///   cannot be sent; `CancellationError` if the task is cancelled.
    public func send<Request: GitLabRequest>(
        _ request: Request,
        ifNoneMatch tag: EntityTag?
    ) async throws -> Conditional<Request.Response> {
        do {
            var (head, body) = try encode(request)
            try Self.setCondition(tag, in: &head)
            let response = try await response(to: Call(request.documentedEndpoint, head, body))
            let newTag = response.head.headerFields[.eTag].map(EntityTag.init(rawValue:))
            return .modified(try decode(Request.Response.self, from: response), newTag)
        } catch let error as GitLabError {
            if error.status == 304, tag != nil { return .notModified }
            throw error.redacting(secretsOf: request)
        }
    }

    private static func setCondition(_ tag: EntityTag?, in head: inout HTTPRequest) throws {
        guard head.method == .get || head.method == .head else {
            throw GitLabError(kind: .invalidRequest, message: "only reading can depend on an entity tag", head: head)
        }
        guard let tag else { return }
        guard !tag.rawValue.isEmpty, tag.rawValue.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            throw GitLabError(
                kind: .invalidRequest, message: "the entity tag is not one that a server sends", head: head)
        }
        head.headerFields[.ifNoneMatch] = tag.rawValue
    }
}
