// The English words for guessing names of operations.

import SpecModel

/// Words as they stand in paths, tags and names.
enum English {
    /// The words of a text, in small letters: of `merge_requests`, `CI runners`, `batch-renew`, `APIEntitiesUserBasic`.
    static func words(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            guard character.isASCII, character.isLetter || character.isNumber else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            // A capital begins a word, unless it is one of several: the last of those does.
            let startsWord =
                character.isUppercase && index > 0
                && (characters[index - 1].isLowercase || characters[index - 1].isNumber
                    || index + 1 < characters.count && characters[index + 1].isLowercase
                        && characters[index - 1].isUppercase)
            if startsWord, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(character.lowercased())
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// The words of a name in the order of the alphabet: `BasicUser` and `UserBasic` have the same ones.
    static func wordsInOrder(_ name: String) -> [String] { words(name).sorted() }

    /// One of many: `branch` of `branches`.
    static func singular(_ word: String) -> String {
        for (plural, singular) in [
            ("statuses", "status"), ("aliases", "alias"), ("series", "series"), ("news", "news"),
        ]
        where word == plural { return singular }
        for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        for ending in ["ches", "shes", "xes", "sses", "zes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return word.hasSuffix("s") && word.count > 2 ? String(word.dropLast()) : word
    }

    /// Whether a word stands for many.
    static func isPlural(_ word: String) -> Bool { singular(word) != word }

    /// The last parts of paths that name an action on the part before.
    static let verbs: Set<String> = [
        "accept", "activate", "add", "approve", "archive", "authorize", "ban", "block", "cancel", "cherry", "clear",
        "close",
        "configure", "confirm", "copy", "create", "deactivate", "decompose", "disable", "dismiss", "download", "enable",
        "erase",
        "finalize", "follow", "fork", "import", "invalidate", "invite", "keep", "link", "list", "lock", "merge", "move",
        "pause",
        "play", "poll", "preview", "promote", "protect", "publish", "purge", "rebase", "refresh", "register", "reject",
        "remove", "renew", "reopen", "resend", "reset", "resolve", "restart", "restore", "resume", "retry", "revert",
        "revoke", "rotate", "run", "search", "send", "share", "star", "start", "stop", "subscribe", "sync", "test",
        "toggle", "transfer", "unapprove", "unarchive", "unban", "unblock", "unfollow", "unlink", "unlock",
        "unprotect", "unpublish", "unshare", "unstar", "unsubscribe", "update", "upload", "validate", "verify",
    ]

    /// Words in one, each with a capital: `MergeRequest`, `ProjectURL`.
    static func typeName(_ words: [String]) -> String {
        let name = capitalised(words)
        return name.first?.isNumber == true ? "N" + name : name
    }

    /// Words in one, each but the first with a capital: `mergeRequest`.
    static func memberName(_ words: [String]) -> String {
        guard let first = words.first else { return "" }
        let name = first + capitalised(words.dropFirst())
        return name.first?.isNumber == true ? "n" + name : name
    }

    private static func capitalised(_ words: some Sequence<String>) -> String {
        words.map { Acronyms.capitals(of: $0) ?? $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
