// Bodies of responses: as documented, changed, cut, deep, wide, endless, or no JSON at all.

import GitLab
import GitLabFixtures
import TestSeeds

struct HostileBodies {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed) }

    mutating func next(isError: Bool) -> HostileContent {
        switch random.number(0...(isError ? 19 : 12)) {
        case 0: HostileContent(bytes: [])
        case 1: HostileContent(bytes: mutated(), times: random.once(in: 4) ? 2 : 1)
        case 2: HostileContent(bytes: Array(list().prefix(random.number(0...4_000))))
        case 3: HostileContent(bytes: deep())
        case 4: HostileContent(bytes: wide())
        case 5: HostileContent(bytes: (0..<random.number(1...2_000)).map { _ in UInt8(random.number(0...255)) })
        case 6: endless()
        case 7: HostileContent(bytes: Array("<html><title>\(text())</title>".utf8))
        case 8, 9: HostileContent(bytes: Array(random.pick(Self.projects).utf8))
        case 10: HostileContent(bytes: odd())
        case 11, 12: HostileContent(bytes: list())
        case _: HostileContent(bytes: error())
        }
    }

    private static let projects = [Project.exampleJSON, Member.exampleJSON, BasicUser.exampleJSON]
    private static let originals = (projects + projects.map { "[\($0),\($0)]" }).map { Array($0.utf8) }

    private mutating func mutated() -> [UInt8] {
        var mutator = DocumentMutator(seed: random.next(), index: 0)
        return mutator.document(from: Self.originals)
    }

    private mutating func list() -> [UInt8] {
        let items = (0..<random.number(0...3)).map { _ in random.pick(Self.projects) }
        return Array("[\(items.joined(separator: ","))]".utf8)
    }

    private mutating func deep() -> [UInt8] {
        let (opening, closing) = random.pick([("[", "]"), ("{\"a\":", "}"), ("[{\"message\":[", "]}]")])
        let depth = random.pick([10, 500, 513, 20_000])
        return Array(
            (String(repeating: opening, count: depth) + "1"
                + (random.once(in: 3) ? "" : String(repeating: closing, count: depth))).utf8)
    }

    private mutating func wide() -> [UInt8] {
        let count = random.pick([100, 3_000])
        let members = (0..<count).map { "\"m\($0)\":[\"\(text())\",{\"a\":\($0)}]" }.joined(separator: ",")
        return Array(random.pick(["{\(members)}", "{\"message\":{\(members)}}", "[{\(members)}]"]).utf8)
    }

    private mutating func endless() -> HostileContent {
        let bytes = random.pick(["[1,", "  ", "{\"message\":\"", "x", "[[[["])
        return HostileContent(bytes: Array(String(repeating: bytes, count: 8_000).utf8), times: 40)
    }

    /// A project with one value in a form that nobody documents.
    private mutating func odd() -> [UInt8] {
        let values = [
            "\"2020-12-14T00:00:00Z\"", "\"2020-12-14\"", "\"0000-00-00\"", "\"2024-02-30T25:61:61Z\"", "1607904000",
            "\"1476\"", "\"1e400\"", "1e400", "-1", "9223372036854775808", "true", "{}", "[]", "null", "\"\"", "1.5",
            "\"\(text())\"",
        ]
        let names = [
            "created_at", "marked_for_deletion_on", "last_activity_at", "star_count", "statistics", "topics", "owner",
            "visibility", "id", "name", "namespace", "permissions", "import_status", "ci_config_path",
        ]
        let members = (0..<random.number(1...6)).map { _ in "\"\(random.pick(names))\":\(random.pick(values))" }
        let project = "{\"id\":7,\"name\":\"a\",\"path\":\"a\",\(members.joined(separator: ","))}"
        return Array((random.once(in: 2) ? project : "[\(project)]").utf8)
    }

    private mutating func error() -> [UInt8] {
        let (a, b) = (text(), text())
        return Array(
            random.pick([
                "{\"message\":\"\(a)\"}", "{\"error\":\"\(a)\",\"error_description\":\"\(b)\"}",
                "{\"message\":{\"name\":[\"\(a)\"],\"\(b)\":{\"\(a)\":[\"\(b)\"]}}}",
                "{\"error\":{\"\(a)\":[[\"\(b)\"]]}}",
                "{\"error\":\"insufficient_scope\",\"scope\":\"api \(a)\"}", "{\"error\":\"invalid_token\"}",
                "{\"error\":\"invalid_grant\",\"error_description\":\"\(a)\"}", "\"\(a)\"", "[\"\(a)\",\"\(b)\"]",
                "{\"message\":\"Offset pagination has a maximum allowed offset of 50000\"}", "{\"message\":null}",
                "{\"access_token\":\"\(HostileServer.token)2\",\"refresh_token\":\"r2\",\"expires_in\":-1}",
                "{\"access_token\":\"\(HostileServer.token)3\",\"refresh_token\":\"r3\",\"expires_in\":7200}",
            ]).utf8)
    }

    /// Text for a JSON string.
    private mutating func text() -> String {
        random.pick([
            "has already been taken", "", "\\u001b[31m", "\\u0008\\u202e", HostileServer.token, "\u{2066}é名",
            "https://user:\(HostileServer.token)@gitlab.example.com/x.git", "private_token=\(HostileServer.token)",
            HostileServer.refreshToken, String(repeating: "long ", count: 400),
        ])
    }
}
