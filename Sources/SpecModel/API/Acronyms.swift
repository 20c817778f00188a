// The one table of acronyms. Swift names, the importers and the Python scripts read it.

/// Words that Swift names write in one case: `avatarURL`, `beforeSHA`.
public enum Acronyms {
    /// One word each; `scripts/swift_names.py` reads these lines too.
    static let table = """
        2fa ai api aws cd ci cicd cidr crm css csv cve cvs dast dap dco dns dora eks fp gcp gid gke gmt gpg html http https
        id ide iid ip json jwt ldap lfs mfa ml mr npm oidc oid otp pdf png rpm rsa saml sast sbom scim sha sla
        smtp spdx spp sql ssh ssl sso svg tls totp ttl ui uid uri url utc uuid vr vsa xml yaml
        """

    private static let words = Set(table.split(whereSeparator: \.isWhitespace).map(String.init))

    /// The number of letters of the longest one.
    private static let longest = words.map(\.utf8.count).max() ?? 0

    /// The word in capitals, if it is an acronym, or one in the plural or with a number: `URL`, `URLs`, `SHA256`.
    ///
    /// - Parameter word: a word in small letters.
    public static func capitals(of word: String) -> String? {
        let stem = word.utf8.prefix { !$0.isASCIIDigit }
        // Most words are longer than any acronym, which costs less to see than looking them up.
        if stem.count > longest + 1 { return nil }
        if words.contains(word) { return word.uppercased() }
        if word.utf8.last == UInt8(ascii: "s"), words.contains(String(word.dropLast())) {
            return word.dropLast().uppercased() + "s"
        }
        guard !stem.isEmpty, word.utf8.dropFirst(stem.count).allSatisfy(\.isASCIIDigit) else { return nil }
        return words.contains(String(Substring(stem))) ? word.uppercased() : nil
    }

    /// A name of Swift's with its acronyms in capitals, `beforeSHA` for `beforeSha`; nil if they are.
    static func corrected(_ name: String) -> String? {
        var corrected = ""
        var isChanged = false
        // Ds of IDs is part of an acronym.
        var followsCapital = false
        for word in name.capitalisedWords {
            let capitals = followsCapital ? nil : capitals(ofCapitalised: word)
            if capitals != nil { isChanged = true }
            corrected += capitals.map { $0[...] } ?? word
            followsCapital = (capitals?.utf8.last ?? word.utf8.last)?.isASCIICapital == true
        }
        return isChanged ? corrected : nil
    }

    /// The word of a name in capitals, if it begins with a capital, goes on in small letters and is an acronym.
    private static func capitals(ofCapitalised word: Substring) -> String? {
        let letters = word.utf8
        guard letters.first?.isASCIICapital == true, letters.dropFirst().contains(where: \.isASCIISmall) else {
            return nil
        }
        return capitals(of: word.lowercased())
    }
}

extension String {
    /// The parts of a name that begin with a capital letter, and the part before the first: `before` and `Sha`.
    fileprivate var capitalisedWords: [Substring] {
        var words: [Substring] = []
        var start = startIndex
        for index in utf8.indices where utf8[index].isASCIICapital && index > start {
            words.append(self[start..<index])
            start = index
        }
        words.append(self[start...])
        return words
    }
}

extension UInt8 {
    fileprivate var isASCIISmall: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
