// Names that types of the spec cannot have.

extension ReservedTypeNames {
    /// Names of the language, and of members of generated types.
    private static let inGeneratedTypes = [
        (module: "Swift", "Any AnyObject Protocol Self Type"),
        (module: "generated types", "Deprecated ID Nullable RawValue WebhookPayload"),
        (module: "GitLabWebhooks", "WebhookDelivery WebhookError WebhookEvent WebhookLimits WebhookVerification"),
        (
            module: "a module",
            "CoreFoundation Dispatch Foundation FoundationEssentials GitLab GitLabRuntime Glibc HTTPTypes Observation SwiftUI"
        ),
    ]

    private static let owners: [Substring: String] = {
        let names = (modules + inGeneratedTypes).flatMap { module, names in
            names.split(whereSeparator: \.isWhitespace).map { ($0, module) }
        }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }()

    /// The module whose name it is; nil for a name that is free.
    static func owner(of name: String) -> String? { owners[Substring(name)] }

    private static let namesOfClientMembers = Set(clientMembers.split(whereSeparator: \.isWhitespace))

    /// Whether GitLabClient has a member of the name, so that it can have no resource of it.
    static func isClientMember(_ name: String) -> Bool { namesOfClientMembers.contains(Substring(name)) }

    /// All names that are taken.
    public static var all: some Sequence<String> { owners.keys.lazy.map(String.init) }
}
