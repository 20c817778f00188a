// What the client proves its identity with. The secret is never part of any description.

import HTTPTypes

/// What a request is authenticated with.
///
/// A secret does not show in `print`, `dump`, descriptions or mirrors of credentials or of anything that holds them.
/// It is sent to the configured host only, as a header field.
///
/// Source: <https://docs.gitlab.com/api/rest/authentication/>
public struct Credentials: Sendable {
    enum Kind: Sendable {
        case none
        case personalAccessToken(String)
    }

    let kind: Kind

    /// No credentials: only what is public can be read.
    public static let none = Credentials(kind: .none)

    /// A personal, project or group access token, sent as `PRIVATE-TOKEN`.
    ///
    /// An empty token, or one that holds a line break, a space or another control character (often the end of the line
    /// of the file that it was read from), is refused when a request is sent.
    public static func personalAccessToken(_ token: String) -> Credentials {
        Credentials(kind: .personalAccessToken(token))
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of credentials, without the secret.
    public var description: String {
        switch kind {
        case .none: "no credentials"
        case .personalAccessToken: "personal access token (hidden)"
        }
    }

    /// The kind of credentials, without the secret.
    public var debugDescription: String { description }

    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Credentials {
    /// Adds the header field to a request that goes to the configured host.
    func authorize(_ head: inout HTTPRequest) throws(Refusal) {
        switch kind {
        case .none:
            break
        case .personalAccessToken(let token):
            guard !token.isEmpty else { throw Refusal("the personal access token is empty") }
            guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                throw Refusal("the personal access token holds a line break, a space or another character no token has")
            }
            var field = HTTPField(name: .privateToken, value: token)
            // Keeps the token out of the compression tables of HTTP/2.
            field.indexingStrategy = .disallow
            head.headerFields[fields: .privateToken] = [field]
        }
    }

    /// The text with the secret blotted out, for words that come from elsewhere.
    func redacting(_ text: String) -> String {
        switch kind {
        case .none: text
        case .personalAccessToken(let token): token.isEmpty ? text : text.replacing(token, with: "[hidden]")
        }
    }
}
