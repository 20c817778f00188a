// The English words for guessing names of operations.

import SpecModel

/// Words as they stand in paths, tags and names.
enum English {
    /// The words of a text, in small letters: of `merge_requests`, `CI runners`, `batch-renew`, `APIEntitiesUserBasic`.
    static func words(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        let characters = Array(Self.brands.reduce(String(text)) { $0.replacing($1.key, with: $1.value) })
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

    /// Names with a capital inside that are one word.
    private static let brands = ["GitLab": "Gitlab", "NuGet": "Nuget", "GitHub": "Github"]

    /// Words that stand for one thing and for many.
    private static let unchanging: Set<String> = [
        "access", "analytics", "artifactory", "ci", "emoji", "info", "metadata", "metrics", "news", "series",
        "settings",
        "statistics", "terraform",
    ]

    /// One of many: `branch` of `branches`.
    static func singular(_ word: String) -> String {
        if unchanging.contains(word) { return word }
        for (plural, singular) in [("statuses", "status"), ("aliases", "alias")] where word == plural {
            return singular
        }
        for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        for ending in ["ches", "shes", "xes", "sses", "zes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return word.hasSuffix("s") && word.count > 2 ? String(word.dropLast()) : word
    }

    /// Many of one: `branches` of `branch`.
    static func plural(_ word: String) -> String {
        if unchanging.contains(word) || isPlural(word) { return word }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        return word + (["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) ? "es" : "s")
    }

    /// Whether a word stands for many.
    static func isPlural(_ word: String) -> Bool { singular(word) != word }

    /// Returns the part that words of one kind share: `mirror` of `mirrors` and `mirroring`.
    static func stem(_ word: String) -> String {
        let one = singular(word)
        return one.hasSuffix("ing") && one.count > 6 ? String(one.dropLast(3)) : one
    }

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
