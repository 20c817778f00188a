// A request to a GitLab for tests.

import GitLab
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A request that reached ``ScriptedGitLab`` or ``InMemoryGitLab``, read the way GitLab reads it.
///
/// Its description shows no secret: of header fields the names, of the query no tokens, of the body the length and the
/// names of its members. The properties hold everything.
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

    /// The body as text; nil if it is empty or not UTF-8.
    public var bodyText: String? { bytes.isEmpty ? nil : String(bytes: bytes, encoding: .utf8) }

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
    var line: String { "\(method.rawValue) \(SecretNames.redacting(path: path))" }
}

extension RecordedRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `POST /projects, query {"page":"2"}, body of 27 bytes: name, topics`, without secrets.
    public var description: String {
        ([line] + [shownQuery.map { "query \($0)" }, shownBody.map { "body of \($0)" }].compactMap(\.self))
            .joined(separator: ", ")
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Method, path, query and the names of fields and of the members of the body, without secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "request": line,
                "query": shownQuery as Any,
                "fields": fields.map(\.name.rawName).joined(separator: ", "),
                "body": shownBody as Any,
            ],
            displayStyle: .struct
        )
    }

    private var shownQuery: String? {
        if query.isEmpty { return nil }
        return (try? SecretNames.redacting(.object(query)).serialized()).map { String(decoding: $0, as: UTF8.self) }
    }

    private var shownBody: String? {
        if bytes.isEmpty { return nil }
        guard case .object(let members)? = body, !members.isEmpty else { return "\(bytes.count) bytes" }
        return "\(bytes.count) bytes: \(members.keys.sorted().joined(separator: ", "))"
    }
}
