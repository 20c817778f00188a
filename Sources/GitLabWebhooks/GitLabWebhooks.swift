// What a receiver of webhooks imports: the events and their types, and HTTP header fields.

@_exported import GitLabWebhookEvents
@_exported import HTTPTypes
