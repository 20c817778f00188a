// Which header fields of a request a snapshot shows.

import HTTPTypes

/// Whether a header field of a request says something of the request, and whether its value may be shown.
enum FieldVisibility {
    /// Name and value.
    case shown
    /// The name alone: a credential, or a field that this package does not know.
    case secret
    /// Nothing: every request has it, or it differs each time.
    case omitted

    private static let shownNames: Set<String> = [
        "content-type", "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "range",
        "sudo",
    ]

    private static let omittedNames: Set<String> = [
        "accept", "accept-encoding", "baggage", "connection", "content-length", "date", "host", "traceparent",
        "tracestate", "transfer-encoding", "user-agent", "x-request-id",
    ]

    init(_ name: HTTPField.Name) {
        if Self.shownNames.contains(name.canonicalName) {
            self = .shown
        } else {
            self = Self.omittedNames.contains(name.canonicalName) ? .omitted : .secret
        }
    }
    /// Parts of the names of fields that hold credentials.
    private static let credentialNames = ["auth", "cookie", "key", "password", "secret", "token"]

    /// Returns whether the value of a field is a secret that a response might repeat.
    static func isCredential(_ name: HTTPField.Name) -> Bool {
        FieldVisibility(name) == .secret && credentialNames.contains { name.canonicalName.contains($0) }
    }
}
