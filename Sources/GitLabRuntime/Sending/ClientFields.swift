// The header fields that a client sends with each request, checked once for all of them.

import HTTPTypes

/// The header fields of a configuration, as they are sent.
final class ClientFields: Sendable {
    /// `User-Agent`, which any server may see.
    let userAgent: HTTPField
    /// The fields for the configured origin only, in the order of the names.
    let others: [HTTPField]

    /// The product name of this package in `User-Agent`.
    static let product = "gitlab-swift"

    /// The field for the media type of most responses. Making one checks each of its characters.
    static let json = HTTPField(name: .accept, value: "application/json")

    /// The fields of a configuration without any.
    static let standard = ClientFields(userAgent: HTTPField(name: .userAgent, value: product), others: [])

    private init(userAgent: HTTPField, others: [HTTPField]) {
        self.userAgent = userAgent
        self.others = others
    }

    init(userAgent: String, fields: [String: String]) throws(ValidationError) {
        guard HTTPField.isValidValue(userAgent) else {
            throw ValidationError("`userAgent` cannot be sent: it \(Self.flaw)")
        }
        self.userAgent = HTTPField(name: .userAgent, value: Self.withProduct(userAgent))
        var others: [HTTPField] = []
        for (name, value) in fields.sortedByName {
            guard let field = HTTPField.Name(name) else {
                throw ValidationError("`headerFields`: \"\(name.prefix(100))\" is not a name of a header field")
            }
            if let reason = Self.reason(against: field) { throw ValidationError("`headerFields`: `\(name)` \(reason)") }
            guard HTTPField.isValidValue(value) else {
                throw ValidationError("`headerFields`: the value of `\(name)` cannot be sent: it \(Self.flaw)")
            }
            guard !others.contains(where: { $0.name == field }) else {
                throw ValidationError("`headerFields`: `\(name)` is there twice, in upper and in lower case")
            }
            var secret = HTTPField(name: field, value: value)
            secret.indexingStrategy = .disallow
            others.append(secret)
        }
        self.others = others
    }

    private static let flaw = "contains a control character, such as a line break, or has spaces around it"

    /// `triage-bot/2.1` becomes `triage-bot/2.1 gitlab-swift`.
    private static func withProduct(_ userAgent: String) -> String {
        if userAgent.isEmpty { return product }
        let isNamed = userAgent.split(separator: " ").contains { $0 == product || $0.hasPrefix("\(product)/") }
        return isNamed ? userAgent : "\(userAgent) \(product)"
    }

    /// Returns why a field cannot be set; nil if it can.
    private static func reason(against name: HTTPField.Name) -> String? {
        switch name.canonicalName {
        case "authorization", "private-token", "job-token", "deploy-token", "cookie":
            "contains credentials: pass them to the client as `credentials`"
        case "proxy-authorization":
            "is for a proxy that the transport connects to: configure the transport"
        case "sudo":
            "names another user: use `sudo`"
        case "user-agent":
            "has a setting of its own: use `userAgent`"
        case "host", "content-length", "content-type", "content-encoding", "transfer-encoding", "connection", "expect",
            "te", "trailer", "upgrade", "keep-alive", "proxy-connection", "http2-settings", "accept", "accept-encoding",
            "range":
            "is set by the client or its transport for each request"
        case let name where name.hasPrefix("if-"):
            "is a condition, which belongs to a single request"
        default:
            nil
        }
    }
}

extension ClientFields {
    /// Adds the fields for the configured origin only. A field that a request or a middleware has set wins.
    func add(to head: inout HTTPRequest) {
        for field in others where !head.headerFields.contains(field.name) { head.headerFields.append(field) }
    }

    /// The values that may be the secret of a proxy, for redacting texts that come from elsewhere. A value of fewer
    /// than 8 bytes does not count, because it would redact ordinary words in messages.
    var secrets: [String] {
        others.isEmpty ? [] : others.map(\.value).filter { $0.utf8.count >= 8 }
    }
}

extension GitLabClient {
    /// Returns the text without secrets: those of the credentials, and the values of ``Configuration/headerFields``.
    func redacting(_ text: String) -> String {
        let secrets = (try? parts.fields.get())?.secrets ?? []
        return SecretText.redacting(text, secrets.isEmpty ? credentials.secrets : credentials.secrets + secrets)
    }
}

extension ClientFields: CustomStringConvertible, CustomReflectable {
    /// The user agent and the names of the other fields: a value may be a secret.
    var description: String { ([userAgent.value] + others.map(\.name.rawName)).joined(separator: ", ") }

    var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
