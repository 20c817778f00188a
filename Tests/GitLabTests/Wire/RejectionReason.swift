// Every reason for which the encoder rejects a value, with the server's reading of it when it is sent.

import Foundation
import Testing

/// A reason for a rejection, and where it applies.
struct RejectionReason: Sendable, CustomTestStringConvertible {
    /// A value that is rejected for this reason.
    struct Example: Sendable {
        let face: Face
        let route: Route
        var id = "1"
        let members: [Tree.Member]
        /// The status and the text of the server's response if that value is sent; only how they begin where it ends
        /// with an ellipsis.
        let response: String
    }

    /// The message, without names and numbers.
    let fragment: String
    let faces: Set<Face>
    /// Empty where the parsers that would misread it are not among those that the tests run.
    let examples: [Example]

    init(_ fragment: String, _ faces: Set<Face>, _ examples: [Example] = []) {
        self.fragment = fragment
        self.faces = faces
        self.examples = examples
    }

    var testDescription: String { fragment }

    func isMeant(by reason: String) -> Bool { reason.contains(fragment) }

    /// The reason in a message, without the attribute and the fix.
    static func reason(in message: String) -> String {
        let mark = "` cannot be sent: "
        guard let start = message.range(of: mark, options: .backwards) else { return message }
        let reason = message[start.upperBound...]
        return String(reason[..<(reason.range(of: "; ")?.lowerBound ?? reason.endIndex)])
    }
}

extension RejectionReason.Example {
    static func query(_ name: String, _ tree: Tree, _ response: String, to route: Route = .free) -> Self {
        Self(face: .query, route: route, members: [Tree.Member(name, tree)], response: response)
    }

    static func form(_ name: String, _ tree: Tree, _ response: String, to route: Route = .free) -> Self {
        Self(face: .form, route: route, members: [Tree.Member(name, tree)], response: response)
    }

    /// A multipart body with a small file besides the value.
    static func multipart(_ name: String, _ tree: Tree, _ response: String, to route: Route = .free) -> Self {
        Self(
            face: .multipart, route: route, members: [.init(name, tree), .init("file", .file("f", "c"))],
            response: response.replacing(
                "FILE", with: #""file":{"$file":{"base64":"Yw==","# + octets + #""filename":"f"}}"#))
    }

    /// A file of this name with one byte of content.
    static func file(named name: String, type: String? = nil, _ response: String) -> Self {
        Self(
            face: .multipart, route: .free, members: [.init("f", .file(name, type: type, "c"))],
            response: response.replacing("CONTENT", with: #"{"$file":{"base64":"Yw==","# + octets))
    }

    private static var octets: String { #""content_type":"application/octet-stream","# }

    static func json(_ name: String, _ tree: Tree, _ response: String, to route: Route = .free) -> Self {
        Self(face: .json, route: route, members: [Tree.Member(name, tree)], response: response)
    }

    static func path(_ id: String, _ response: String) -> Self {
        Self(face: .path, route: .freeWithID, id: id, members: [], response: response)
    }
}

extension RejectionReason {
    static let all: [RejectionReason] = names + shapes + values + files + sizes + paths

    private static let names: [RejectionReason] = [
        RejectionReason(
            "cannot represent an empty key", [.query, .form, .multipart],
            [
                .query("", "x", "200 {}"), .form("", "x", "200 {}"),
                .query("h", .open([.init("", "x")]), #"200 {"h":["x"]}"#),
                .multipart("h", .open([.init("", "x")]), #"200 {FILE,"h":["x"]}"#),
            ]),
        RejectionReason(
            "the server would split the key at its brackets", [.query, .form, .multipart],
            [
                .query("h", .open([.init("a[b]", "x")]), #"200 {"h":{"a":{"b":"x"}}}"#),
                .query("a[b", "x", #"200 {"a":{"b":"x"}}"#),
                .query("h", .open([.init("]", "x")]), #"200 {"h":[null]}"#),
                .form("h", .open([.init("a[b]", "x")]), #"200 {"h":{"a":{"b":"x"}}}"#),
                .multipart("h", .open([.init("a[b]", "x")]), #"200 {FILE,"h":{"a":{"b":"x"}}}"#),
            ]),
        RejectionReason(
            "the server would end a key at its line break", [.query, .form],
            [
                .query("v", [["a\nb": ["k": "x"]]], #"200 {"v":[{"a":"x"}]}"#),
                .form("v", [["a\nb": ["k": "x"]]], #"200 {"v":[{"a":"x"}]}"#),
                .query("v", ["h": [["a\nb": [["k": "x"]]]]], #"200 {"v":{"h":[{"a":"x"}]}}"#),
            ]),
        RejectionReason(
            "the key contains a control character", [.multipart],
            [
                .multipart("h", .open([.init("a\nb", "x")]), ##"200 {"\"h":{"a\u000ab":{"\"":"x"}},FILE}"##),
                .multipart("h", .open([.init("a\r\nb", "x")]), ##"200 {"\"h":{"a\u000d\u000ab":{"\"":"x"}},FILE}"##),
            ]),
        RejectionReason(
            "the server would read the text after the semicolon in the key as the name of the field", [.multipart],
            [.multipart("h", .open([.init("x; name=evil", "y")]), #"200 {"evil":"y",FILE}"#)]),
        RejectionReason(
            "in a query the server reads it as the format of the response", [.query],
            [.query("format", "zip", #"406 {"error":"The requested format 'zip' is not supported."}"#)]),
        RejectionReason(
            "the path has an attribute of the same name, which takes precedence",
            [.query, .form, .multipart, .json],
            [
                .query("id", "2", #"200 {"id":"1"}"#, to: .freeWithID),
                .form("id", "2", #"200 {"id":"1"}"#, to: .freeWithID),
                .json("id", "2", #"200 {"id":"1"}"#, to: .freeWithID),
                .multipart("id", "2", #"200 {FILE,"id":"1"}"#, to: .freeWithID),
            ]),
    ]

    private static let shapes: [RejectionReason] = [
        RejectionReason(
            "cannot represent an empty hash", [.query, .form, .multipart],
            [
                .query("settings", .hash([]), #"400 {"error":"settings is invalid"}"#, to: .declared),
                .query("open", .open([]), #"400 {"error":"open is invalid"}"#, to: .declared),
                .query(
                    "rows", [["key": "a"], .hash([]), ["key": "b"]], #"200 {"rows":[{"key":"a"},"",{"key":"b"}]}"#,
                    to: .declared),
                .form("settings", .hash([]), #"400 {"error":"settings is invalid"}"#, to: .declared),
                .multipart("settings", .hash([]), #"400 {"error":"settings is invalid"}"#, to: .declared),
            ]),
        RejectionReason(
            "cannot represent an empty array", [.query, .form, .multipart],
            [
                .query("open", .open([.init("a", [])]), #"200 {"open":{"a":""}}"#, to: .declared),
                .form("open", .open([.init("a", [])]), #"200 {"open":{"a":""}}"#, to: .declared),
                .multipart("open", .open([.init("a", [])]), #"200 {FILE,"open":{"a":""}}"#, to: .declared),
            ]),
        RejectionReason(
            "cannot represent an array in an array", [.query, .form, .multipart],
            [
                .query("v", [["a", "b"], ["c"]], #"200 {"v":[["a"],["b"],["c"]]}"#),
                .form("v", [["a", "b"]], #"200 {"v":[["a"],["b"]]}"#),
                .multipart("v", [["a", "b"]], #"200 {FILE,"v":[["a"],["b"]]}"#),
            ]),
        RejectionReason(
            "it would be merged into the element before it", [.query, .form, .multipart],
            [
                .query("v", [["key": "A"], ["value": "1"]], #"200 {"v":[{"key":"A","value":"1"}]}"#),
                .query("v", [["t": ["x"]], ["t": ["y"]]], #"200 {"v":[{"t":["x","y"]}]}"#),
                .query("v", [["h": "s"], ["h": ["x": "1"]]], "400 Bad Request"),
                .query(
                    "rows", [["key": "a"], ["text": "b"]], #"200 {"rows":[{"key":"a","text":"b"}]}"#, to: .declared),
                .form("v", [["key": "A"], ["value": "1"]], #"200 {"v":[{"key":"A","value":"1"}]}"#),
                .multipart("v", [["key": "A"], ["value": "1"]], #"200 {FILE,"v":[{"key":"A","value":"1"}]}"#),
            ]),
        RejectionReason(
            "it is nested more than 100 levels deep", [.query, .form, .multipart],
            [
                .query("r", nested(101), "400 Bad Request"), .form("r", nested(101), "400 Bad Request"),
                .multipart("r", nested(101), "400 Bad Request"),
            ]),
        RejectionReason(
            "it would arrive as text, because the server does not know its type", [.query, .form, .multipart],
            [
                .query("open", .open([.init("n", 1)]), #"200 {"open":{"n":"1"}}"#, to: .declared),
                .query("open", .open([.init("n", true)]), #"200 {"open":{"n":"true"}}"#, to: .declared),
                .query("open", .open([.init("n", .double(0.5))]), #"200 {"open":{"n":"0.5"}}"#, to: .declared),
                .form("open", .open([.init("n", 1)]), #"200 {"open":{"n":"1"}}"#, to: .declared),
                .multipart("open", .open([.init("n", 1)]), #"200 {FILE,"open":{"n":"1"}}"#, to: .declared),
            ]),
    ]

    private static func nested(_ levels: Int) -> Tree {
        (1..<levels).reduce("x") { tree, _ in .hash([Tree.Member("n", tree)]) }
    }

    private static let values: [RejectionReason] = [
        RejectionReason(
            "it contains a NUL character, which GitLab rejects", [.query, .form, .multipart, .json, .path],
            [
                .query("text", "a\0", "400 Bad Request", to: .declared),
                .form("text", "a\0b", "400 Bad Request", to: .declared),
                .multipart("text", "a\0", "400 Bad Request", to: .declared), .path("a\0", "400 Bad Request"),
            ]),
        RejectionReason(
            "null cannot be sent next to a file", [.multipart],
            [
                .multipart("text", nil, #"200 {FILE,"text":""}"#, to: .declared),
                .multipart("level", nil, #"400 {"error":"level does not have a valid value"}"#, to: .declared),
            ]),
        RejectionReason(
            "GitLab splits this list on commas, and the element contains one", [.query, .form, .multipart, .json],
            [
                .query("list", .commas(["a", "b,c"]), #"200 {"list":["a","b","c"]}"#, to: .declared),
                .json("list", .commas(["a", "b,c"]), #"200 {"list":["a","b","c"]}"#, to: .declared),
                .form("list", .commas(["a", "b,c"]), #"200 {"list":["a","b","c"]}"#, to: .declared),
                .multipart("list", .commas(["a", "b,c"]), #"200 {FILE,"list":["a","b","c"]}"#, to: .declared),
            ]),
        RejectionReason(
            "it is not a single value", [.query, .form, .multipart, .json],
            [
                .query("list", .commas(["a", nil]), #"200 {"list":["a"]}"#, to: .declared),
                .json("list", .commas(["a", nil]), #"200 {"list":["a"]}"#, to: .declared),
                .json("list", .commas(["a", ["b"]]), ##"200 {"list":["a","[\"b\"]"]}"##, to: .declared),
            ]),
        RejectionReason(
            "it is infinite or not a number", [.query, .form, .multipart, .json],
            [
                .query("ratio", .double(.nan), #"400 {"error":"ratio is invalid"}"#, to: .declared),
                .query("ratio", .double(.infinity), #"400 {"error":"ratio is invalid"}"#, to: .declared),
                .json(
                    "ratio", .double(.nan), #"400 {"error":"\nProblem:\n  message body does not match…"#, to: .declared),
            ]),
        // Nothing else can be written: ISO 8601 has four digits for the year.
        RejectionReason("the date is outside the years 1 to 9999", [.query, .form, .multipart, .json]),
    ]

    private static let files: [RejectionReason] = [
        RejectionReason(
            "cannot contain a file", [.query, .form],
            [
                .query("file", .file("f", "c"), #"400 {"error":"file is invalid"}"#, to: .declared),
                .form("file", .file("f", "c"), #"400 {"error":"file is invalid"}"#, to: .declared),
            ]),
        // Rack would take it; Workhorse and the middleware behind it, which are not run here, do not.
        RejectionReason("GitLab accepts no files in arrays", [.multipart]),
        RejectionReason(
            "its file name is empty, and the server would drop the file", [.multipart], [.file(named: "", "200 {}")]),
        RejectionReason(
            "its file name contains a slash, and the server would cut off what stands before it", [.multipart],
            [
                .file(named: "a/b", #"200 {"f":CONTENT"filename":"b"}}}"#),
                .file(named: "a\\b", #"200 {"f":CONTENT"filename":"b"}}}"#),
                .file(named: "../../x", #"200 {"f":CONTENT"filename":"x"}}}"#),
            ]),
        RejectionReason(
            "its file name contains a control character", [.multipart],
            [
                .file(named: "a\r\nb", ##"200 {"f":CONTENT"filename":"\"a\u000d\u000ab\""}}}"##),
                .file(named: "a\nb", ##"200 {"f":CONTENT"filename":"\"a\u000ab\""}}}"##),
            ]),
        RejectionReason(
            "its file name contains text that the server would read as the name of the field", [.multipart],
            [
                .file(named: "x; name=evil", #"200 {"evil":CONTENT"filename":"x; name=evil"}}}"#),
                .file(named: "x;NAME=evil", #"200 {"evil":CONTENT"filename":"x;NAME=evil"}}}"#),
            ]),
        RejectionReason(
            "its file name looks percent-encoded, and the server would decode it", [.multipart],
            [
                .file(named: "a%41.txt", #"200 {"f":CONTENT"filename":"aA.txt"}}}"#),
                .file(named: "a%2Fb", #"200 {"f":CONTENT"filename":"b"}}}"#),
            ]),
        RejectionReason(
            "its content type is empty or holds characters that a header field cannot", [.multipart],
            [
                .file(
                    named: "f", type: "text/plain\r\nX: y",
                    #"200 {"f":{"$file":{"base64":"Yw==","content_type":"text/plain","filename":"f"}}}"#)
            ]),
    ]

    private static let sizes: [RejectionReason] = [
        RejectionReason(
            "the URL would be", [.query],
            [.query("text", .text(String(repeating: "x", count: 12_300)), "400 ", to: .declared)]),
        RejectionReason(
            "GitLab accepts up to 16 MiB of text next to files", [.multipart],
            [.multipart("text", .text(String(repeating: "x", count: 16 << 20 + 1)), "400 Bad Request", to: .declared)]),
        RejectionReason(
            "values next to files", [.multipart],
            [
                .multipart(
                    "texts", .array(Array(repeating: "x", count: 4_095)),
                    "500 Puma caught this error: Maximum total multiparts…", to: .declared)
            ]),
        RejectionReason(
            "GitLab accepts up to 127 files at once", [.multipart],
            [
                .multipart(
                    "open", .open((0..<127).map { .init("f\($0)", .file("f")) }),
                    "500 Puma caught this error: Too many open files…", to: .declared)
            ]),
    ]

    private static let paths: [RejectionReason] = [
        RejectionReason(
            "it is empty, and the path would name the whole collection", [.query, .form, .multipart, .json, .path],
            [.path("", "200 {}")]),
        // These parsers would take them; the transports and proxies before them resolve them, see `DotSegmentTests`.
        RejectionReason("`.` and `..` would change the path", [.query, .form, .multipart, .json, .path]),
    ]
}
