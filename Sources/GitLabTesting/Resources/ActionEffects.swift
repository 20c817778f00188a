// What the actions of daily use change, by operation. A test compares the fields and their values with the spec.

import GitLab

/// The effect of an action on the item in its path.
struct ActionEffect: Sendable, Hashable {
    enum Value: Sendable, Hashable {
        case fixed(JSONValue)
        /// The moment of the request.
        case now
        /// A new secret.
        case secret
    }

    /// The new values of fields.
    let sets: [String: Value]
    /// The last part of the path below the item where the response is kept, and has the new values; nil where the item
    /// has them.
    var result: String?
    /// The state that the item has to be in; nil: any.
    var from: String?

    static func sets(_ sets: [String: Value]) -> ActionEffect { ActionEffect(sets: sets) }
}

enum ActionEffects {
    static let byOperation: [String: ActionEffect] = [
        "accessTokens.rotate": rotated, "accessTokens.rotateForGroup": rotated,
        "environments.stop": .sets(["state": .fixed("stopped")]),
        "issues.subscribe": .sets(["subscribed": .fixed(true)]),
        "issues.unsubscribe": .sets(["subscribed": .fixed(false)]),
        "jobs.cancel": .sets(["status": .fixed("canceled")]),
        "jobs.erase": .sets(["erased_at": .now]),
        "jobs.play": .sets(["status": .fixed("pending")]),
        "jobs.retry": .sets(["status": .fixed("pending")]),
        "mergeRequests.approve": ActionEffect(sets: ["approved": .fixed(true)], result: "approvals"),
        "mergeRequests.merge": ActionEffect(
            sets: ["state": .fixed("merged"), "merged_at": .now], from: "opened"),
        "mergeRequests.subscribe": .sets(["subscribed": .fixed(true)]),
        "mergeRequests.unapprove": ActionEffect(sets: ["approved": .fixed(false)], result: "approvals"),
        "mergeRequests.unsubscribe": .sets(["subscribed": .fixed(false)]),
        "pagesDomains.verify": .sets(["verified": .fixed(true)]),
        "personalAccessTokens.rotate": rotated,
        "pipelines.cancel": .sets(["status": .fixed("canceled")]),
        "pipelines.retry": .sets(["status": .fixed("pending")]),
        "serviceAccountTokens.rotate": rotated, "serviceAccountTokens.rotateForGroup": rotated,
        "todos.markAsDone": .sets(["state": .fixed("done")]),
        "users.activate": active, "users.approve": active, "users.unblock": active,
        "users.block": .sets(["state": .fixed("blocked")]),
        "users.deactivate": .sets(["state": .fixed("deactivated")]),
    ]

    private static let active = ActionEffect.sets(["state": .fixed("active")])
    private static let rotated = ActionEffect.sets(["token": .secret, "revoked": .fixed(false)])

    /// The states that `state_event` leads to.
    static let states: [String: JSONValue] = ["close": "closed", "reopen": "opened", "activate": "active"]
}
