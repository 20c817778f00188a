// The verbs of operations: one word for one thing, whatever the document calls it.

/// The verbs that the summaries and paths of a document have, and those of the spec.
enum Verbs {
    /// The last parts of paths, and the first words of summaries, that name an action.
    static let actions: Set<String> = Set(
        """
        accept activate add approve archive authorize ban block cancel check cherry clear close configure confirm copy
        create deactivate decompose deny disable dismiss download enable erase export finalize follow fork generate import
        invalidate invite keep link list lock mark merge move pause play poll preview promote protect publish purge rebase
        refresh register reject remove render renew reopen resend reset resolve restart restore resume retry revert revoke
        rotate run schedule search send set share star start stop subscribe sync test toggle transfer trigger unapprove
        unarchive unban unblock unfollow unlink unlock unprotect unpublish unshare unstar unsubscribe update upload validate
        verify
        """
        .split(whereSeparator: \.isWhitespace).map(String.init))

    /// The verb of the spec for those that mean the same.
    private static let synonyms = [
        "retrieve": "get", "get": "get", "fetch": "get", "show": "get", "view": "get", "return": "get", "find": "get",
        "read": "get", "list": "list", "create": "create", "add": "create", "new": "create", "generate": "create",
        "update": "edit", "edit": "edit", "modify": "edit", "change": "edit", "delete": "delete", "remove": "delete",
        "destroy": "delete",
    ]

    /// The verbs of the spec that a method can have, of those with synonyms; the first where the document has none.
    private static let ofMethods = [
        "GET": ["get", "list"], "HEAD": ["check"], "POST": ["create"], "PUT": ["edit"], "PATCH": ["edit"],
        "DELETE": ["delete"],
    ]

    /// The verbs that a `GET` has as a rule.
    static let ofReading: Set<String> = ["get", "list", "download", "search"]

    /// The verb of an operation whose path has none.
    ///
    /// - Parameter word: the first word of its summary, in small letters.
    static func verb(of method: String, summary word: String?) -> String {
        let allowed = ofMethods[method] ?? ["edit"]
        guard let word = word.map(infinitive) else { return allowed[0] }
        guard let verb = synonyms[word] else { return actions.contains(word) ? word : allowed[0] }
        return allowed.contains(verb) ? verb : allowed[0]
    }

    /// The verb that a part of a path names; nil where it names a thing.
    static func verb(ofPart word: String) -> String? { actions.contains(word) ? word : nil }

    /// The verb of the last part of a path that is a single word, such as `get` of `runs/get`.
    static func verb(ofEnd word: String) -> String? { synonyms[word] ?? verb(ofPart: word) }

    /// The verb for something that belongs to a set, such as a member; nil for other verbs.
    static func ofMembership(_ method: String) -> String? { ["POST": "add", "DELETE": "remove"][method] }

    /// The verb of a `DELETE` on the part of a path that names an action, such as `unshare` of `share`.
    static func undoing(_ action: String) -> String? {
        ["share", "star", "link", "follow", "lock", "block", "archive"].contains(action) ? "un" + action : nil
    }

    /// `get` of `gets`, `deny` of `denies`.
    private static func infinitive(_ word: String) -> String {
        let forms = [
            word, word.hasSuffix("ies") ? word.dropLast(3) + "y" : word, word.dropping("es"), word.dropping("s"),
        ]
        return forms.first { synonyms[$0] != nil || actions.contains($0) } ?? word
    }
}

extension String {
    fileprivate func dropping(_ ending: String) -> String {
        hasSuffix(ending) ? String(dropLast(ending.count)) : self
    }
}
