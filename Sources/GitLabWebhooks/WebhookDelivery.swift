// The facts of a delivery, from the header fields of the request.

import HTTPTypes

/// The facts of a delivery. Each is nil where the request does not have it: older versions of GitLab send fewer.
public struct WebhookDelivery: Sendable, Hashable {
    /// The kind of the hook, such as `Push Hook`, or `System Hook` for all events of an administrator's hook
    /// (`X-Gitlab-Event`).
    public let kind: String?

    /// ID of the event, unique unless one webhook's request has caused another (`X-Gitlab-Event-UUID`).
    public let eventUUID: String?

    /// ID of the webhook (`X-Gitlab-Webhook-UUID`).
    public let webhookUUID: String?

    /// ID that is the same when the request is sent again (`Idempotency-Key`): a receiver that has seen it has nothing
    /// left to do. No signature covers it.
    public let idempotencyKey: String?

    /// ID of the message that is signed (`webhook-id`), the same when the request is sent again. Newer versions of GitLab
    /// send it for webhooks with a signing token.
    public let messageID: String?

    /// Address of the server that sent it, such as `https://gitlab.example.com` (`X-Gitlab-Instance`).
    public let instance: String?

    /// The server's version, such as `GitLab/18.5.0` (`User-Agent`).
    public let userAgent: String?

    /// Reads the facts from the header fields of a request.
    public init(_ headers: HTTPFields) {
        kind = headers.single("x-gitlab-event")
        eventUUID = headers.single("x-gitlab-event-uuid")
        webhookUUID = headers.single("x-gitlab-webhook-uuid")
        idempotencyKey = headers.single("idempotency-key")
        messageID = headers.single("webhook-id")
        instance = headers.single("x-gitlab-instance")
        userAgent = headers.single("user-agent")
    }
}

extension HTTPFields {
    /// The value of a field that stands once; nil where it is missing, and where it stands twice.
    ///
    /// - Parameter name: the name in small letters.
    func single(_ name: String) -> String? {
        let values = filter { $0.name.canonicalName == name }
        return values.count == 1 ? values.first?.value : nil
    }
}
