// What the actions of daily use change. An action is known by the last part of its path, and changes the fields that
// the model of its item has.

import GitLab

enum ActionEffects {
    enum Value: Sendable, Hashable {
        case fixed(JSONValue)
        /// The moment of the request.
        case now
        /// A new secret.
        case secret
    }

    /// The new values of fields, by the last part of the path of an action.
    static let byVerb: [String: [String: Value]] = [
        "activate": ["state": .fixed("active")],
        "approve": ["approved": .fixed(true), "state": .fixed("active")],
        "archive": ["archived": .fixed(true)],
        "ban": ["state": .fixed("banned")],
        "block": ["state": .fixed("blocked")],
        "cancel": ["status": .fixed("canceled")],
        "deactivate": ["state": .fixed("deactivated")],
        "enable": ["enabled": .fixed(true)],
        "disable": ["enabled": .fixed(false)],
        "erase": ["erased_at": .now],
        "keep": ["artifacts_expire_at": .fixed(nil)],
        "mark_as_done": ["state": .fixed("done")],
        "merge": ["state": .fixed("merged"), "merged_at": .now],
        "play": ["status": .fixed("pending")],
        "promote": [:],
        "publish": [:],
        "reject": ["state": .fixed("rejected")],
        "restore": ["marked_for_deletion_on": .fixed(nil)],
        "retry": ["status": .fixed("pending")],
        "rotate": ["token": .secret, "revoked": .fixed(false)],
        "star": [:],
        "stop": ["state": .fixed("stopped")],
        "subscribe": ["subscribed": .fixed(true)],
        "take_ownership": [:],
        "unapprove": ["approved": .fixed(false)],
        "unarchive": ["archived": .fixed(false)],
        "unban": ["state": .fixed("active")],
        "unblock": ["state": .fixed("active")],
        "unstar": [:],
        "unsubscribe": ["subscribed": .fixed(false)],
        "verify": ["verified": .fixed(true)],
    ]

    /// The states that `state_event` leads to.
    static let states: [String: JSONValue] = [
        "close": "closed", "reopen": "opened", "activate": "active", "merge": "merged",
    ]
}
