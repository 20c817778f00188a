// What the bot does: it thanks those who open their first merge request in a project.

import GitLab
import GitLabWebhooks

/// Writes a comment on each merge request that is the first of its author in the project.
public struct Welcome: Sendable {
    private let gitlab: GitLabClient

    /// - Parameter gitlab: a client that may comment on merge requests.
    public init(_ gitlab: GitLabClient) {
        self.gitlab = gitlab
    }

    /// Reacts to events one by one, until there are no more or the task is cancelled. One that fails is reported, and the
    /// next one is its own.
    public func react(to events: AsyncStream<WebhookEvent>, report: @Sendable (any Error) -> Void) async {
        for await event in events {
            do {
                try await react(to: event)
            } catch {
                report(error)
            }
        }
    }

    private func react(to event: WebhookEvent) async throws {
        guard case .mergeRequest(let merge) = event.payload, merge.objectAttributes.action == .open,
            merge.objectAttributes.firstContribution == true
        else { return }
        let place = Noteable.mergeRequest(
            merge.project.pathWithNamespace, mergeRequestIID: merge.objectAttributes.iid)
        let name = merge.user.map { " @\($0.username)" } ?? ""
        try await gitlab.notes.create(on: place, body: "Thanks for your first merge request\(name)!")
    }
}
