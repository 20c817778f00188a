// The events of the spec: what GitLab sends to webhooks.

import SpecSyntax

/// A kind of event that GitLab sends to webhooks, with the type of its content.
public struct WebhookEventType: Sendable {
    /// The Swift name of the case.
    public let name: Located<String>
    public let about: Located<String>
    public let docs: Located<String>
    /// The type of the body.
    public let type: Located<String>
    /// The value of the header `X-Gitlab-Event`, where no administrator's hook gets it.
    public let header: Located<String>
    /// The field of the body that says the kind.
    public let field: KindField
    /// The values of that field; the first one is that of examples.
    public let kinds: [Located<String>]
    /// What a comment is on: the value of `noteable_type`; nil for events that are no comments, and for other comments.
    public let noteableType: Located<String>?
    public var file: String { name.range.path }

    /// A field of a body that says the kind of its event.
    public enum KindField: String, Sendable, CaseIterable {
        case objectKind = "object_kind"
        case eventName = "event_name"
    }
}
