// Reading again only what has changed.

import HTTPTypes

/// The mark of one state of a response (`ETag`), with its quotation marks and perhaps `W/` in front, as the server gave
/// it.
public struct EntityTag: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The mark as the server gave it.
    public let rawValue: String

    /// A mark that was kept.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The mark.
    public var description: String { rawValue }
}

/// What came of reading something again.
public enum Conditional<Value> {
    /// It is as it was; GitLab sent nothing.
    case notModified
    /// It is new or has changed. The tag is for the next time; nil if the server gave none.
    case modified(Value, EntityTag?)

    /// The value; nil if it is as it was.
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
    /// Reads something unless it is as it was, by the tag that came with it.
    ///
    /// ```swift
    /// switch try await gitlab.send(GetProject(42), ifNoneMatch: tag) {
    /// case .notModified: break
    /// case .modified(let project, let newTag): (cached, tag) = (project, newTag)
    /// }
    /// ```
    ///
    /// GitLab makes the response all the same and compares it then: what is saved is the transfer, and not a call against
    /// the rate limit.
    ///
    /// - Parameters:
    ///   - request: a request that reads.
    ///   - tag: the tag that came the last time; nil the first time.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/invalidRequest`` for a request that writes or a tag that can
    ///   not be sent; `CancellationError` if the task is cancelled.
    public func send<R: GitLabRequest>(
        _ request: R,
        ifNoneMatch tag: EntityTag?
    ) async throws -> Conditional<R.Response> {
        do {
            return try await response(to: request, changing: { head in try Self.setCondition(tag, in: &head) }) {
                let tag = $0.head.headerFields[.eTag].map(EntityTag.init(rawValue:))
                return .modified(try read(R.Response.self, from: $0, to: $1), tag)
            }
        } catch let error as GitLabError where error.status == 304 && tag != nil {
            return .notModified
        }
    }

    private static func setCondition(_ tag: EntityTag?, in head: inout HTTPRequest) throws {
        guard head.method == .get || head.method == .head else {
            throw GitLabError(kind: .invalidRequest, message: "only reading can depend on an entity tag", head: head)
        }
        guard let tag else { return }
        guard !tag.rawValue.isEmpty, tag.rawValue.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            throw GitLabError(kind: .invalidRequest, message: "the entity tag is none that a server gives", head: head)
        }
        head.headerFields[.ifNoneMatch] = tag.rawValue
    }
}
