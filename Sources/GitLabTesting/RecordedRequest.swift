// What a scripted GitLab was asked.

import GitLab
import HTTPTypes

/// A request that reached ``ScriptedGitLab``, read the way GitLab reads it.
public struct RecordedRequest: Sendable {
    /// The method.
    public let method: HTTPRequest.Method

    /// The path below `/api/v4`, as it was sent: `/projects/tools%2Fcompiler`.
    public let path: String

    /// The attributes of the query, by name. Values are texts, arrays and hashes of them; a bare name is null.
    public let query: [String: JSONValue]

    /// The body, if it is JSON.
    public let body: JSONValue?

    /// The bytes of the body, whatever it is.
    public let bytes: [UInt8]

    /// All fields, credentials among them.
    public let fields: HTTPFields

    init(_ head: HTTPRequest, bytes: [UInt8]) {
        let halves = (head.path ?? "/").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = String(halves[0])
        method = head.method
        path = whole.firstRange(of: "/api/v4").map { String(whole[$0.upperBound...]) } ?? whole
        query = halves.count == 2 ? (try? QueryString(parsing: halves[1]))?.parameters ?? [:] : [:]
        body = bytes.isEmpty ? nil : try? JSONValue(parsing: bytes)
        self.bytes = bytes
        fields = head.headerFields
    }

    /// `GET /projects/42`
    var line: String { "\(method.rawValue) \(path)" }
}
