// The values of which Vectors/ holds the bytes. After a change here, or to what the encoder writes: make vectors

/// One value on one face.
struct VectorSubject: Sendable {
    let name: String
    let face: Face
    let route: Route
    var id = "1"
    let members: [Tree.Member]
}

enum VectorTable {
    static let all: [VectorSubject] = texts + keys + free + declared + files + paths

    /// Every body with a file is multipart and no other is.
    private static func on(
        _ faces: [Face], _ name: String, to route: Route = .free, _ members: Tree.Member...
    ) -> [VectorSubject] {
        faces.map { face in
            let file = face == .multipart ? [Tree.Member("file", .file("f.txt", type: "text/plain", "file"))] : []
            return VectorSubject(name: name, face: face, route: route, members: members + file)
        }
    }

    private static let everywhere: [Face] = [.query, .form, .multipart, .json]

    // MARK: - Texts

    private static let hostile: [(String, String)] = [
        ("empty", ""), ("space", " "), ("inner space", "a b"), ("edge spaces", "  a "), ("plus", "a+b"),
        ("percent", "100%"),
        ("escapes", "%20%2F%zz%00"), ("ampersand and equals", "a&b=c"), ("equals", "=a==b"), ("semicolon", "a;b=1;c"),
        ("hash and question mark", "a#b?c?d"), ("slashes", "/a/b//"), ("dots", "../..//x"), ("colon and at", "a:b@c"),
        ("quotes", "\"it's\""), ("backslash", "C:\\n\\\""), ("angle brackets", "<b>&amp;</b>"),
        ("brackets", "a[b][]=c"), ("other delimiters", "!$&'()*+,;={}|^`~"), ("unreserved", "AZaz09-._~"),
        ("comma", "a,b,,c"), ("latin", "café"), ("combining", "cafe\u{301}"), ("han", "日本語"), ("emoji", "😀"),
        ("emoji family", "👩‍👩‍👧"), ("right to left", "\u{202E}\u{5E9}\u{5DC}\u{5D5}\u{5DD} مرحبا"),
        ("zero width", "a\u{200B}b\u{FEFF}"), ("byte order mark", "\u{FEFF}a"), ("line separator", "a\u{2028}b"),
        ("no-break space", "\u{A0}a\u{A0}"), ("last code point", "\u{10FFFF}"), ("not a character", "\u{FFFE}"),
        ("line feed", "a\nb\n"), ("carriage return", "a\rb"), ("both", "a\r\nb\r\n"), ("tab", "a\tb"),
        ("control characters", "\u{1}\u{8}\u{B}\u{C}\u{1B}\u{1F}"), ("delete", "a\u{7F}b"), ("word null", "null"),
        ("word true", "true"), ("digits", "007"), ("JSON", "{\"a\":[1,null]}"), ("boundary", "\r\n--gitlab-swift-"),
        ("header", "a\r\nContent-Type: text/html\r\n\r\nb"), ("query", "?a=1&b[]=2#c"),
    ]

    private static let texts: [VectorSubject] = hostile.flatMap { name, text in
        on(everywhere, "text: \(name)", Tree.Member("v", .text(text)))
            + (text.isEmpty || name == "dots"
                ? []
                : [VectorSubject(name: "text: \(name)", face: .path, route: .freeWithID, id: "x" + text, members: [])])
    }

    // MARK: - Keys

    private static let oddKeys: [(String, String)] = [
        ("space", "a b"), ("dot", "a.b"), ("dash, colon, slash", "a-b_c:d/e"), ("ampersand", "a&b"), ("equals", "a=b"),
        ("semicolon", "a;b"), ("plus", "a+b"), ("percent", "%41%"), ("digits", "12"), ("double quote", "a\"b"),
        ("single quote", "it's"), ("backslash", "a\\b"), ("hash", "a#b"), ("latin", "é"), ("combining", "e\u{301}"),
        ("emoji", "😀"), ("right to left", "\u{5E9}\u{5DC}"), ("comma", "a,b"), ("dollar", "a$b"), ("upper case", "KEY"),
    ]

    private static let keys: [VectorSubject] =
        oddKeys.flatMap { name, key in
            on(everywhere, "key: \(name)", Tree.Member("open", .open([Tree.Member(key, "v")])))
        } + oddKeys.prefix(6).flatMap { name, key in on(everywhere, "name: \(name)", Tree.Member(key, "v")) }

    // MARK: - Shapes

    private static let free: [VectorSubject] =
        on(everywhere, "array", Tree.Member("a", ["x", "y", "z"]))
        + on(everywhere, "array of one", Tree.Member("a", ["x"]))
        + on(everywhere, "array of one empty text", Tree.Member("a", [""]))
        + on(everywhere, "array with empty texts", Tree.Member("a", ["", "x", ""]))
        + on(everywhere, "array of hostile texts", Tree.Member("a", .array(hostile.map { .text($0.1) })))
        + on(everywhere, "hash in hash", Tree.Member("h", ["a": ["b": ["c": "1", "d": "2"]], "e": "3"]))
        + on(
            everywhere, "open hash, sorted",
            Tree.Member("o", .open([.init("b", "2"), .init("a", "1"), .init("B", "3")])))
        + on(
            everywhere, "open hash in hash",
            Tree.Member("h", ["z": .open([.init("y", "1"), .init("x", "2")]), "a": "3"]))
        + on(everywhere, "array in open hash", Tree.Member("o", .open([.init("a", ["x", "y"])])))
        + on(everywhere, "attributes keep their order", .init("zebra", "1"), .init("ape", "2"), .init("middle", "3"))
        + on(everywhere, "hashes: one", Tree.Member("v", [["k": "A", "v": "1"]]))
        + on(everywhere, "hashes: two alike", Tree.Member("v", [["k": "A", "v": "1"], ["k": "B", "v": "2"]]))
        + on(everywhere, "hashes: more in the second", Tree.Member("v", [["v": "1"], ["k": "B", "v": "2"]]))
        + on(everywhere, "hashes: less in the second", Tree.Member("v", [["k": "A", "v": "1"], ["v": "2"]]))
        + on(everywhere, "hashes: other order", Tree.Member("v", [["k": "A", "v": "1"], ["v": "2", "k": "B"]]))
        + on(
            everywhere, "hashes: the ends share nothing",
            Tree.Member("v", [["a": "1"], ["b": "3", "a": "2"], ["b": "4"]]))
        + on(everywhere, "hashes: same twice", Tree.Member("v", [["k": "A"], ["k": "A"]]))
        + on(
            everywhere, "hashes: array members last",
            Tree.Member("v", [["t": ["x", "y"], "k": "1"], ["t": ["z"], "k": "2"]]))
        + on(
            everywhere, "hashes: array member in one",
            Tree.Member("v", [["k": "1"], ["t": ["z"], "k": "2"], ["k": "3"]]))
        + on(
            everywhere, "hashes: hash member shared",
            Tree.Member("v", [["h": ["x": "1", "y": "2"]], ["h": ["w": "0", "x": "3"]]]))
        + on(
            everywhere, "hashes: hash and scalar",
            Tree.Member("v", [["h": ["x": "1"], "k": "A"], ["k": "B", "h": ["x": "2"]]]))
        + on(
            everywhere, "hashes in hashes",
            Tree.Member("v", [["l": [["n": "x", "u": "1"], ["n": "y"]], "k": "1"], ["k": "2", "l": [["n": "z"]]]]))
        + on(everywhere, "hashes among texts", Tree.Member("v", ["x", ["k": "A"], "y", ["z": "B"]]))
        + on(
            everywhere, "hashes in a hash",
            Tree.Member(
                "assets",
                ["links": [["name": "a", "url": "https://x/?a=1&b=2"], ["name": "b", "url": "https://y/#z"]]]))
        + on([.query, .form, .json], "null", Tree.Member("a", nil), Tree.Member("b", ""))
        + on([.query, .form, .json], "null in a hash", Tree.Member("h", ["a": nil, "b": "x"]))
        + on([.query, .form, .json], "null in an array", Tree.Member("a", [nil, "", nil]))
        + on(
            [.query, .form, .json], "hashes opened by null",
            Tree.Member("v", [["k": nil, "a": "1"], ["k": nil, "a": "2"]]))
        + on([.json], "empty hash", Tree.Member("h", .hash([])), Tree.Member("o", .open([])))
        + on([.json], "empty array", Tree.Member("a", []))
        + on([.json], "arrays in arrays", Tree.Member("a", [["x", []], [["y"]]]))
        + on([.json], "hashes that share nothing", Tree.Member("v", [["k": "A"], ["v": "1"], .hash([])]))
        + on(
            [.json], "typed values in an open hash",
            Tree.Member("o", .open([.init("b", true), .init("n", -7), .init("d", .double(0.5)), .init("x", nil)])))
        + on(
            [.json], "keys with brackets",
            Tree.Member("o", .open([.init("a[b]", "1"), .init("[]", "2"), .init("", "3")])))
        + on([.json], "format in a body", Tree.Member("format", "zip"))
        + on([.form, .multipart], "format in a body", Tree.Member("format", "zip"))
        + on([.query], "format", Tree.Member("format", "json"))

    // MARK: - Declared types

    private static let declared: [VectorSubject] =
        one("text", "x") + one("text", "") + one("text", "12", "text of digits") + one("flag", true)
        + one("flag", false)
        + one("number", 0) + one("number", -42) + one("number", .integer(.max), "largest number")
        + one("number", .integer(.min), "smallest number") + one("ratio", .double(0.5)) + one("ratio", .double(-3.25))
        + one("ratio", .double(1e20), "large ratio") + one("ratio", .double(1.5e-7), "small ratio")
        + one("ratio", .double(2), "whole ratio") + one("moment", .instant(1_508_262_073_000), "moment in seconds")
        + one("moment", .instant(1_508_262_073_089), "moment in milliseconds")
        + one("moment", .instant(0), "moment zero")
        + one("moment", .instant(-62_135_596_800_000), "first moment")
        + one("moment", .instant(253_402_300_799_999), "last moment") + one("day", .day("2024-02-29"))
        + one("day", .day("0999-12-31"), "early day") + one("level", "internal") + one("role", 40)
        + one("texts", ["a", "b c", "é&;+"]) + one("texts", [], "no texts") + one("texts", [""], "one empty text")
        + one("texts", ["a,b", ","], "texts with commas") + one("numbers", [1, -2, 30])
        + one("numbers", [], "no numbers")
        + one("list", .commas(["a", "b c", "é&;+"])) + one("list", .commas(["a"]), "list of one")
        + one("list", .commas([]), "empty list")
        + one("list", .commas([" a ", "b\n"]), "list with spaces, which are trimmed")
        + one("number_list", .commas([1, 22, 333])) + one("number_list", .commas([]), "empty number list")
        + one("open", .open([.init("b", "1"), .init("a&;+", "é")]))
        + one("settings", ["text": "a", "number": 5, "flag": false, "texts": ["x", "y"], "inner": ["number": 7]])
        + one("settings", ["texts": []], "no texts in settings")
        + one("rows", [["key": "A", "text": "1"], ["text": "", "key": "B"]])
        + one("rows", [["number": 1, "flag": true], ["flag": false, "text": "x"]], "rows that share a flag")
        + one("rows", [["texts": ["a"], "key": "A"], ["key": "B", "texts": []]], "rows with texts")
        + one(
            "rows", [["inner": ["number": 1, "text": "t"]], ["inner": ["text": "u", "number": 2]]],
            "rows of inner hashes")
        + one(
            "rows", [["key": "A", "rows": [["key": "a"], ["key": "b", "text": "c"]]], ["key": "B"]], "rows in rows")
        + on([.json], "declared: no rows", to: .declared, Tree.Member("rows", []))
        + [
            "text", "flag", "number", "ratio", "moment", "day", "level", "role", "texts", "numbers", "list",
            "number_list", "avatar",
        ]
        .flatMap { on([.query, .form, .json], "declared: null \($0)", to: .declared, Tree.Member($0, nil)) }
        + on(
            everywhere, "declared: many", to: .declared, .init("text", "a & b"), .init("flag", true),
            .init("list", .commas(["x", "y"])), .init("moment", .instant(1_508_262_073_089)),
            .init("settings", ["flag": true, "texts": ["p", "q"]]), .init("rows", [["key": "K", "text": "V"]]),
            .init("open", .open([.init("location", "Antarctica")])), .init("number", 7))

    private static func one(_ attribute: String, _ tree: Tree, _ name: String? = nil) -> [VectorSubject] {
        let label = name ?? (tree.json.text == "\"\"" ? "empty \(attribute)" : attribute)
        let detail = name == nil ? " \(tree.json.text.prefix(12))" : ""
        return on(everywhere, "declared: \(label)\(detail)", to: .declared, Tree.Member(attribute, tree))
    }

    // MARK: - Files

    private static let files: [VectorSubject] =
        [
            "dk.png", "日本😀.png", "cafe\u{301}.txt", "\u{5E9}\u{5DC}.txt", "a\"b.txt", "it's.txt", "100%.txt",
            "50%-a%41.txt",
            ".env", "Makefile", "a..b.tar.gz", "a b.txt", " a.txt ", "a;b=c,d.txt", "name=x.txt", "a&b+c#d?.txt",
            "[a].txt",
            "a'b`c$d.txt", "<a>.txt", String(repeating: "n", count: 240),
        ].map { file("name \($0.prefix(20))", Tree.File(name: $0, contentType: nil, content: [0x64])) }
        + [
            "text/plain", "image/svg+xml", "text/html; charset=utf-8", "application/x-gzip",
            "multipart/mixed; boundary=\"x\"",
        ]
        .map { (type: String) in file("type \(type)", Tree.File(name: "f", contentType: type, content: [0x64])) }
        + [
            file("empty", Tree.File(name: "empty.txt", contentType: "text/plain", content: [])),
            file("all bytes", Tree.File(name: "bytes", contentType: nil, content: (0...255).map { UInt8($0) })),
            file("line breaks", Tree.File(name: "lines", contentType: nil, content: Array("\r\n\n\r\r\n--\r\n".utf8))),
            file(
                "another boundary",
                Tree.File(name: "mail", contentType: nil, content: Array("--other\r\n\r\n--other--\r\n".utf8))),
            VectorSubject(
                name: "file: in a hash", face: .multipart, route: .declared,
                members: [.init("settings", ["file": .file("f.bin"), "text": "t"]), .init("text", "after")]),
            VectorSubject(
                name: "file: several", face: .multipart, route: .declared,
                members: [
                    .init("file", .file("a")), .init("other_file", .file("b", "other")), .init("avatar", .file("c")),
                ]),
            VectorSubject(
                name: "file: last of many", face: .multipart, route: .declared,
                members: [.init("text", "t"), .init("list", .commas(["a", "b"])), .init("file", .file("a"))]),
        ]

    private static func file(_ name: String, _ file: Tree.File) -> VectorSubject {
        VectorSubject(name: "file: \(name)", face: .multipart, route: .free, members: [.init("f", .file(file))])
    }

    // MARK: - Paths

    private static let paths: [VectorSubject] = [
        "group/sub/project", "a.b", "a.json", ".env", "a..b", "...", "x/.../y", "group%2Fproject", "a%2520b", "1", "-1",
        "a+b c",
        "feature/a#1?b", "v1.0.0-rc+build", "a/b.c/d", "~root", "src/é/日本.md", "a//b", "/a", "a/",
    ].map { VectorSubject(name: "path: \($0)", face: .path, route: .freeWithID, id: $0, members: []) }
}
