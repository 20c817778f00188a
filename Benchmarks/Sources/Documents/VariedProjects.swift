// Pages of projects as a server sends them: different in names, lengths, letters, and in null and missing fields.

import GitLab
import GitLabTesting

/// Projects of full width, made from the example of the model: every field that the spec has. The seed makes them the
/// same in every run.
///
/// Of the fields that not every response has, one in ten is null and one in thirty is missing, except in every tenth
/// project, which has all. One text in four has letters beyond ASCII, and longer texts have the escapes that GitLab
/// writes (`\n`, `\"`, `\u003c`).
public enum VariedProjects {
    /// A page, as the bytes of the body.
    public static func page(_ count: Int, seed: UInt64 = 42) -> [UInt8] {
        var maker = ProjectMaker(seed: seed)
        return Array(("[" + (0..<count).map { maker.project($0).text }.joined(separator: ",") + "]").utf8)
    }

    /// One project, as the bytes of the body.
    public static func one(seed: UInt64 = 43) -> [UInt8] {
        var maker = ProjectMaker(seed: seed)
        return Array(maker.project(1).text.utf8)
    }
}

private struct ProjectMaker {
    private var chance: SeededGenerator
    private let example = JSONTree(Project.exampleJSON)
    /// Path with namespace of the project that is made now.
    private var path = ""

    /// The members of every response.
    private static let always: Set<String> = ["id", "name", "path", "path_with_namespace"]

    init(seed: UInt64) {
        chance = SeededGenerator(seed: seed)
    }

    mutating func project(_ number: Int) -> JSONTree {
        guard case .object(let members) = example else { return example }
        path = (0..<Int.random(in: 2...4, using: &chance)).map { _ in slug() }.joined(separator: "/")
        return .object(
            members.compactMap { name, value in
                let varied = self.varied(value, name)
                guard !Self.always.contains(name), !number.isMultiple(of: 10) else { return (name, varied) }
                if chance.once(in: 30) { return nil }
                return (name, chance.once(in: 10) ? .scalar("null") : varied)
            })
    }

    private mutating func varied(_ value: JSONTree, _ name: String) -> JSONTree {
        switch value {
        case .object(let members):
            return .object(members.map { ($0.name, varied($0.value, $0.name)) })
        case .array(let elements):
            guard let first = elements.first else { return value }
            return .array((0..<Int.random(in: 0...3, using: &chance)).map { _ in varied(first, name) })
        case .scalar(let text):
            return .scalar(scalar(text, name))
        }
    }

    private mutating func scalar(_ text: String, _ name: String) -> String {
        switch text.utf8.first {
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            chance.once(in: 2) ? "true" : "false"
        case UInt8(ascii: "\""):
            string(text, name)
        case _:
            number(text, name)
        }
    }

    private mutating func number(_ text: String, _ name: String) -> String {
        if name.hasSuffix("access_level") || name == "notification_level" { return text }
        if name.hasSuffix("_size") { return String(Int.random(in: 0...900_000_000_000, using: &chance)) }
        if name == "id" || name.hasSuffix("_id") { return String(Int.random(in: 1...80_000_000, using: &chance)) }
        return String(Int.random(in: 0...5_000, using: &chance))
    }

    private mutating func string(_ text: String, _ name: String) -> String {
        if isDate(text) { return text.utf8.count > 12 ? moment() : "\"\(day())\"" }
        if name.hasSuffix("access_level") {
            return "\"\(chance.pick(["disabled", "private", "enabled", "public"]))\""
        }
        if name.hasSuffix("ssh_url_to_repo") { return "\"git@gitlab.example.com:\(path).git\"" }
        if name.hasSuffix("http_url_to_repo") { return "\"https://gitlab.example.com/\(path).git\"" }
        if text.hasPrefix("\"http") { return "\"https://gitlab.example.com/\(path)/-/\(slug())\"" }
        if name == "path_with_namespace" || name == "full_path" { return "\"\(path)\"" }
        if name == "path" { return "\"\(slug())\"" }
        if name.hasPrefix("description") || name.hasSuffix("template") { return "\"\(prose())\"" }
        // One word may be the value of an enum; several are a text of the example's.
        return text.contains(" ") || name.hasSuffix("name") ? "\"\(phrase())\"" : text
    }

    private func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count > 11 && bytes[5] == UInt8(ascii: "-") && bytes[8] == UInt8(ascii: "-")
    }

    private mutating func day() -> String {
        "20\(padded(10...26))-\(padded(1...12))-\(padded(1...28))"
    }

    private mutating func moment() -> String {
        let milliseconds = chance.once(in: 4) ? "" : ".\(padded(100...999))"
        return "\"\(day())T\(padded(0...23)):\(padded(0...59)):\(padded(0...59))\(milliseconds)Z\""
    }

    private mutating func padded(_ range: ClosedRange<Int>) -> String {
        let number = Int.random(in: range, using: &chance)
        return number < 10 ? "0\(number)" : "\(number)"
    }

    private mutating func slug() -> String {
        (0..<Int.random(in: 1...3, using: &chance)).map { _ in chance.pick(Words.ascii) }.joined(separator: "-")
    }

    private mutating func phrase() -> String {
        let words = chance.once(in: 4) ? Words.other : Words.ascii
        return (0..<Int.random(in: 1...5, using: &chance)).map { _ in chance.pick(words) }.joined(separator: " ")
    }

    private mutating func prose() -> String {
        (0..<Int.random(in: 1...8, using: &chance)).map { _ in
            chance.once(in: 3) ? chance.pick(Words.escaped) : phrase()
        }.joined(separator: " ")
    }
}
