// Values that several tests send, and how they arrive.

import GitLab

/// A file with every byte, sent as an avatar.
enum Picture {
    static let file = FileUpload(filename: "a \"b\" é.png", contentType: "image/png", bytes: Array(0...255) + [13, 10])

    /// The digest is that of the bytes 0 to 255, 13 and 10, by sha256sum.
    static let arrives: JSONValue = [
        "filename": "a \"b\" é.png", "type": "image/png", "size": 258,
        "sha256": "597d1e59fcce9a3f615f0c66170581aa200cd089392f38d405e7e6c5d0c50fc6",
    ]
}

/// A nested hash with all its members.
enum CleanupPolicy {
    static let hash = ContainerExpirationPolicyAttributes {
        $0.cadence = "7d"
        $0.keepN = 5
        $0.olderThan = "14d"
        $0.nameRegex = "v.+|x y"
        $0.nameRegexDelete = ".*&;"
        $0.nameRegexKeep = "[a-z]+\\d"
        $0.enabled = true
    }

    static let arrives: JSONValue = [
        "cadence": "7d", "keep_n": 5, "older_than": "14d", "name_regex": "v.+|x y", "name_regex_delete": ".*&;",
        "name_regex_keep": "[a-z]+\\d", "enabled": true,
    ]
}
