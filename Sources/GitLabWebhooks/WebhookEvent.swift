// A request of a webhook, read.

import GitLabRuntime
import GitLabWebhookEvents
import HTTPTypes

/// A request that GitLab has sent to a webhook: what it reports, and the facts of its delivery.
///
/// ```swift
/// let event = try WebhookEvent(headers: request.headers, body: body, verifying: .secretToken(token))
/// if case .mergeRequest(let merge) = event.payload, merge.objectAttributes.action == .open { … }
/// ```
///
/// The article <doc:Webhooks> shows a whole receiver.
public struct WebhookEvent: Sendable, Hashable {
    /// The event that the request reports.
    public let payload: WebhookPayload

    /// The facts of the delivery.
    public let delivery: WebhookDelivery

    /// Reads a request, after checking who sent it.
    ///
    /// The checks come in this order: the size of the body, who sent it, its syntax and depth, its content.
    ///
    /// - Parameters:
    ///   - headers: the header fields of the request.
    ///   - body: the body of the request, as it came: a signature is of these bytes.
    ///   - verification: how to check that it is GitLab's.
    ///   - limits: what a body may be.
    /// - Throws: ``WebhookError``, which says why the request is rejected, and never shows a secret or the body.
    public init(
        headers: HTTPFields, body: [UInt8], verifying verification: WebhookVerification,
        limits: WebhookLimits = WebhookLimits()
    ) throws(WebhookError) {
        try limits.checkSize(of: body)
        try verification.check(headers, body)
        try self.init(checkedSize: body, headers, limits)
    }

    /// Reads a request, without checking who sent it: for requests that were checked before, and for tests.
    ///
    /// - Parameters:
    ///   - headers: the header fields of the request.
    ///   - body: the body of the request.
    ///   - limits: what a body may be.
    /// - Throws: ``WebhookError``, which says why the request is rejected.
    public init(headers: HTTPFields, body: [UInt8], limits: WebhookLimits = WebhookLimits()) throws(WebhookError) {
        try limits.checkSize(of: body)
        try self.init(checkedSize: body, headers, limits)
    }

    private init(checkedSize body: [UInt8], _ headers: HTTPFields, _ limits: WebhookLimits) throws(WebhookError) {
        try limits.checkContent(of: body)
        delivery = WebhookDelivery(headers)
        do throws(JSONError) {
            payload = try WebhookPayload(try WebhookBody(body))
        } catch {
            throw WebhookError(.unreadable, "its content is not that of its kind: \(error)")
        }
    }
}

extension WebhookEvent {
    /// Whether it is about something that not everybody sees who sees the project: a confidential issue, or an internal
    /// comment.
    ///
    /// A receiver that writes where others read leaves such events out. False does not mean public: an event of an unknown
    /// kind may be about anything.
    public var isConfidential: Bool {
        delivery.kind?.hasPrefix("Confidential ") == true || payload.isConfidential
    }
}

extension WebhookPayload {
    fileprivate var isConfidential: Bool {
        switch self {
        case .issue(let event): event.objectAttributes.confidential == true || event.eventType.isConfidential
        case .commitNote(let event): event.objectAttributes.isInternal || event.eventType.isConfidential
        case .issueNote(let event):
            event.objectAttributes.isInternal || event.eventType.isConfidential || event.issue.confidential == true
        case .mergeRequestNote(let event): event.objectAttributes.isInternal || event.eventType.isConfidential
        case .snippetNote(let event): event.objectAttributes.isInternal || event.eventType.isConfidential
        case .note(let event): event.objectAttributes.isInternal || event.eventType.isConfidential
        case .emoji(let event): event.issue?.confidential == true || event.note?.isInternal == true
        case .unknown(let body):
            body["event_type"]?.stringValue.isConfidential == true
                || body["object_attributes"]?["confidential"] == true
                || body["object_attributes"]?["internal"] == true
        default: false
        }
    }
}

extension WebhookNote {
    fileprivate var isInternal: Bool { self.internal == true }
}

extension String? {
    fileprivate var isConfidential: Bool { self?.hasPrefix("confidential_") == true }
}
