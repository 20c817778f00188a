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

    /// The word in capitals, if it is an acronym, or one in the plural or with a number: `URL`, `URLs`, `SHA256`.
    ///
    /// - Parameter word: a word in small letters.
    public static func capitals(of word: String) -> String? {
        if words.contains(word) { return word.uppercased() }
        if word.last == "s", words.contains(String(word.dropLast())) { return word.dropLast().uppercased() + "s" }
        let stem = word.prefix { !$0.isNumber }
        guard !stem.isEmpty, word.dropFirst(stem.count).allSatisfy(\.isNumber) else { return nil }
        return words.contains(String(stem)) ? word.uppercased() : nil
    }

    /// A name of Swift's with its acronyms in capitals, `beforeSHA` for `beforeSha`; nil if they are.
    static func corrected(_ name: String) -> String? {
        var corrected = ""
        var word = ""
        func end() {
            // Ds of IDs is part of an acronym.
            let isWord = word.first?.isUppercase == true && corrected.last?.isUppercase != true
            corrected +=
                isWord && word.dropFirst().contains(where: \.isLowercase)
                ? capitals(of: word.lowercased()) ?? word : word
            word = ""
        }
        for character in name {
            if character.isUppercase { end() }
            word.append(character)
        }
        end()
        return corrected == name ? nil : corrected
    }
}
