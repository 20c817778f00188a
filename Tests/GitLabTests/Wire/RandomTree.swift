// Trees made at random, the same ones for the same seed.

/// Numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The parameters of one request.
struct RandomRequest: Sendable {
    var route: Route
    var id: String
    var members: [Tree.Member]
}

struct RandomTrees {
    private var numbers: SeededNumbers
    /// Next to a file null is always rejected, so it is seldom made there.
    private var shunsNull = false

    /// - Parameter index: which of the trees of this seed; each can be made without those before it.
    init(seed: UInt64, index: Int) {
        var mixing = SeededNumbers(seed: seed)
        numbers = SeededNumbers(seed: mixing.next() &+ UInt64(index) &* 0x2545_F491_4F6C_DD1D)
    }

    mutating func request(withFile: Bool) -> RandomRequest {
        shunsNull = withFile
        let route: Route = chance(2, of: 5) ? .declared : .freeWithID
        var members = route == .declared ? declaredMembers() : freeMembers()
        if withFile {
            members.append(Tree.Member(route == .declared ? "file" : "a file", .file(file())))
            members.removeAll { $0.name == "file" && !$0.value.isFile }
            members.shuffle(using: &numbers)
        }
        return RandomRequest(
            route: route, id: chance(9, of: 10) ? "g/" + text(NUL: 60) : text(NUL: 60), members: members)
    }

    private mutating func chance(_ count: Int, of total: Int) -> Bool { pick(total) < count }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

    private mutating func one<Element>(of elements: [Element]) -> Element { elements[pick(elements.count)] }
}

// MARK: - Texts

extension RandomTrees {
    private static let atoms = [
        "&", ";", "+", "%", "[", "]", "=", "\r\n", "\n", "\r", " ", "  ", "a", "b", "Z9", "é", "e\u{301}", "日本", "😀",
        "👩‍👩‍👧", "\u{202E}\u{5E9}\u{5DC}", "مرحبا", "\"", "\\", "'", "/", ".", "..", "?", "#", "%2F", "%00", "%zz", "&amp;",
        "--" + Faces.boundary, "\r\n--", "name=\"x\"", "; name=evil", "\u{7F}", "\u{1}", "\u{1B}", "\t", "\u{FEFF}",
        "\u{2028}", "\u{10FFFF}", "true", "null", "0", "-1", "1e3", ",", ":", "@", "<b>", "{", "}", "|", "^", "`", "~",
        "$",
        "*", "!", "(", ")", "_", "-", "\u{A0}", "a[]", "[k]", "{\"a\":1}", "glpat",
    ]

    /// - Parameter NUL: one in so many holds a NUL character.
    private mutating func text(NUL: Int = 150) -> String {
        var text = ""
        for _ in 0..<pick(5) { text += one(of: Self.atoms) }
        if chance(1, of: NUL) { text += "\0" + one(of: Self.atoms) }
        return text
    }

    private static let plainKeys = ["k", "v", "n", "key", "value", "a.b", "é ", "a&b", "x;y", "0", "12", "a+b", "%41"]

    private mutating func key() -> String {
        switch pick(80) {
        case 0: text()
        case 1: "a[" + one(of: ["", "b", "b]"])
        case 2: one(of: ["", "; name=evil", "k\n", "k\0", "k\"\\", "format"])
        default: one(of: Self.plainKeys)
        }
    }

    private mutating func keys(_ count: Int) -> [String] {
        var keys: [String] = []
        for _ in 0..<count {
            let key = key()
            // The same text in other characters is the same key to Swift, so a dictionary would hold one of them.
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    private mutating func file() -> Tree.File {
        let names = ["f.txt", "日本😀.png", "a\"b.txt", "100%.txt", "50%-a%41.txt", ".env", "a b;c=d,e.txt", "Makefile"]
        let odd = ["", "a/b", "C:\\d", "x; name=evil", "a%41.txt", "a\nb", "\u{7F}", "x;NAME=evil", "a;filename=b"]
        let contents: [[UInt8]] = [
            [], [0, 1, 2, 255, 254], Array("--\(Faces.boundary)x\r\n".utf8), Array("\r\n--\r\n".utf8),
            Array(text().utf8),
            (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) },
        ]
        return Tree.File(
            name: chance(1, of: 12) ? one(of: odd) : one(of: names),
            contentType: one(of: [nil, "text/plain", "image/png", "application/json", "text/html; charset=utf-8"]),
            content: one(of: contents))
    }
}

// MARK: - Trees of any shape

extension RandomTrees {
    private mutating func freeMembers() -> [Tree.Member] {
        keys(1 + pick(4)).map { name in
            Tree.Member(chance(1, of: 80) ? "id" : name, free(depth: 4))
        }
    }

    /// The empty array stands only in open hashes: elsewhere its encoding depends on the attribute's declared type, and
    /// nothing is declared here.
    private mutating func free(depth: Int, inOpen: Bool = false) -> Tree {
        switch depth <= 0 ? pick(5) : pick(12) {
        case 0, 1, 2: return .text(text())
        case 3: return chance(1, of: shunsNull ? 60 : 3) ? .null : .text(text())
        case 4: return inOpen && chance(3, of: 4) ? .text(text()) : number()
        case 5, 6:
            let count = chance(1, of: 12) && inOpen ? 0 : 1 + pick(3)
            // Arrays in arrays are seldom: a query and a multipart body cannot encode them.
            let depth = chance(1, of: 6) ? depth - 1 : 0
            return .array((0..<count).map { _ in free(depth: depth, inOpen: inOpen) })
        case 7, 8: return rows(depth: depth - 1, inOpen: inOpen)
        case 9: return .open(members(depth: depth - 1, inOpen: true))
        default: return .hash(members(depth: depth - 1, inOpen: inOpen))
        }
    }

    private mutating func number() -> Tree {
        switch pick(8) {
        case 0: .bool(true)
        case 1: .bool(false)
        case 2: .double(one(of: [0.5, -0.0, 1e20, 1e300, 123456.789, 2.2250738585072014e-308]))
        case 3: chance(1, of: 10) ? .double(one(of: [.nan, .infinity])) : .integer(0)
        case 4: .integer(one(of: [.min, .max]))
        default: .integer(Int64(pick(100)) - 50)
        }
    }

    private mutating func members(depth: Int, inOpen: Bool) -> [Tree.Member] {
        keys(chance(1, of: 15) ? 0 : 1 + pick(3)).map { Tree.Member($0, free(depth: depth, inOpen: inOpen)) }
    }

    /// Hashes that share some of their keys, as those in an array do.
    private mutating func rows(depth: Int, inOpen: Bool) -> Tree {
        let shared = keys(2 + pick(3))
        return .array(
            (0..<(1 + pick(4))).map { _ in
                var names = shared.filter { _ in chance(2, of: 3) }
                if names.isEmpty, !chance(1, of: 10) { names = shared }
                names.shuffle(using: &numbers)
                return .hash(names.map { Tree.Member($0, free(depth: depth - 1, inOpen: inOpen)) })
            })
    }
}

// MARK: - Trees of declared attributes

extension RandomTrees {
    private mutating func declaredMembers() -> [Tree.Member] {
        var names = WireType.attributes.filter { $0.name != "file" && $0.name != "other_file" }
        names.shuffle(using: &numbers)
        return names.prefix(1 + pick(6)).map { attribute in
            Tree.Member(attribute.name, chance(1, of: shunsNull ? 200 : 16) ? .null : declared(attribute.type))
        }
    }

    private mutating func declared(_ type: WireType) -> Tree {
        switch type {
        case .text: .text(text())
        case .flag: .bool(chance(1, of: 2))
        case .number: .integer(chance(1, of: 8) ? one(of: [.min, .max]) : Int64(pick(2_000)) - 1_000)
        case .ratio: .double(one(of: [0.5, -0.0, 1e20, 1e300, 123456.789, 2.2250738585072014e-308, -3.25]))
        case .moment: .instant(Int64(pick(4_000_000)) * 1_000_003 - 1_000_000_000_000)
        case .day: .day(one(of: ["2024-02-29", "0999-12-31", "2000-01-01", "9999-12-31"]))
        case .level: .text(one(of: ["private", "internal", "public"]))
        case .role: .integer(one(of: [5, 10, 15, 20, 25, 30, 40, 50]))
        case .array(let element): .array((0..<pick(4)).map { _ in declared(element) })
        case .commas(.text): .commas((0..<pick(4)).map { _ in .text(listed()) })
        case .commas(let element): .commas((0..<pick(4)).map { _ in declared(element) })
        case .open: .open(members(depth: 2, inOpen: true))
        case .hash(let members): .hash(some(of: members))
        case .rows(let row): .array((0..<pick(4)).map { _ in .hash(some(of: row)) })
        case .avatar where shunsNull: .file(file())
        // Files are set apart, where one is wanted.
        case .file, .avatar: .null
        }
    }

    /// An element of a comma list. An empty one is not made: GitLab drops it from an array.
    private mutating func listed() -> String {
        let text = "t" + text(NUL: 1_000).filter { chance(1, of: 30) || $0 != "," }
        return chance(1, of: 4) ? " \(text)\n" : text
    }

    private mutating func some(of members: [(name: String, type: WireType)]) -> [Tree.Member] {
        var wanted: [Tree.Member] = []
        for member in members {
            guard chance(1, of: 2) else { continue }
            if case .file = member.type { continue }
            wanted.append(Tree.Member(member.name, declared(member.type)))
        }
        if wanted.isEmpty, !chance(1, of: 10), let first = members.first {
            wanted.append(Tree.Member(first.name, declared(first.type)))
        }
        wanted.shuffle(using: &numbers)
        return wanted
    }
}

extension Tree {
    var isFile: Bool {
        if case .file = self { true } else { false }
    }
}
