// Lines for the changelog, ready to paste: breaks first, then additions, deprecations and corrections.

import SpecModel
import SpecSyntax

struct ChangelogLines {
    private(set) var lines: [String] = []

    private let changes: [Change]
    private let renames: Renames
    /// The name of a request builder's operation: `projects.create`.
    private let calls: [String: String]

    init(_ changes: [Change], _ renames: Renames, from before: API, to after: API) {
        self.changes = changes
        self.renames = renames
        var calls: [String: String] = [:]
        for resource in before.resources + after.resources {
            for operation in resource.operations {
                calls[operation.request.value] = "`\(resource.name.value).\(operation.name.value)`"
            }
        }
        self.calls = calls
        addRenames()
        addBreaks()
        add("New operations", .operationAdded)
        add("New attributes", .attributeAdded)
        add("Now optional", .attributeOptional)
        add("Can now be unset", .attributeNullable)
        add("New ways to walk lists", .pagesAdded)
        add("New fields", .fieldAdded)
        add("New values", .enumValueAdded)
        add("Deprecated", .deprecated)
        addOtherMinorChanges()
        addCorrections()
        if lines.isEmpty, !changes.isEmpty { lines = ["No changes for users of the client."] }
    }

    private mutating func addRenames() {
        for (old, new) in renames.types { lines.append("**Breaking**: `\(old)` is now called `\(new)`.") }
        for (old, new) in renames.calls { lines.append("**Breaking**: `\(old)` is now called `\(new)`.") }
    }

    /// Each break with its meaning. Breaks in Swift are reported once for each type, and only where neither a break on
    /// the wire nor a rename explains them.
    private mutating func addBreaks() {
        let breaks = changes.filter { $0.rule.verdict == .major }
        for change in breaks where change.rule.layer != .swift {
            lines.append("**Breaking**: \(sentence(change)).")
        }
        let reported = Set(breaks.filter { $0.rule.layer == .wire }.flatMap(\.types))
        let inSwift = breaks.filter { change in
            change.rule.layer == .swift && !change.types.contains(where: reported.contains) && !renames.explain(change)
        }
        let types = Set(inSwift.flatMap(\.types)).union(reported)
        var order: [String] = []
        var words: [String: [String]] = [:]
        for change in inSwift where !isMethod(of: types, change) {
            let type = change.types[0]
            if words[type] == nil { order.append(type) }
            let member = change.subject.dropFirst(type.count).drop { $0 == "." }
            words[type, default: []].append(member.isEmpty ? change.words : "`\(member)` \(change.words)")
        }
        for type in order {
            lines.append("**Breaking**: `\(type)`: \(words[type, default: []].joined(separator: "; ")).")
        }
    }

    /// Whether a change is one of the method of a request whose own changes are reported.
    private func isMethod(of reported: Set<String>, _ change: Change) -> Bool {
        let parts = change.subject.split(separator: ".")
        guard parts.count == 2 else { return false }
        return reported.contains { type in
            guard let call = calls[type]?.filter({ $0 != "`" }).split(separator: "."), call.count == 2 else {
                return false
            }
            return parts[0].lowercased() == call[0].lowercased() && parts[1].hasPrefix("\(call[1])(")
        }
    }

    private mutating func add(_ title: String, _ rule: ChangeRule) {
        // Changes of the same owner with the same advice are reported together.
        var order: [String] = []
        var subjects: [String: [String]] = [:]
        for change in changes where change.rule == rule {
            let rest = place(change) + advice(change)
            if subjects[rest] == nil { order.append(rest) }
            subjects[rest, default: []].append(name(change))
        }
        if order.isEmpty { return }
        let groups = order.map { rest in subjects[rest, default: []].wholeList + rest }
        lines.append("\(title): \(groups.joined(separator: "; ")).")
    }

    private mutating func addOtherMinorChanges() {
        let reported: Set<ChangeRule> = [
            .operationAdded, .attributeAdded, .attributeOptional, .attributeNullable, .pagesAdded, .fieldAdded,
            .enumValueAdded, .deprecated,
        ]
        for change in changes
        where change.rule.verdict == .minor && change.rule.layer != .swift && !reported.contains(change.rule) {
            let sentence = sentence(change)
            lines.append("\(sentence.prefix(1).uppercased())\(sentence.dropFirst()).")
        }
    }

    private mutating func addCorrections() {
        let count = changes.count { $0.rule.verdict == .patch && $0.rule.layer == .spec }
        if count > 0 { lines.append("Corrected documentation (\(count) \(count == 1 ? "place" : "places")).") }
    }

    /// `topics`, or `projects.create` and its route.
    private func name(_ change: Change) -> String {
        if change.rule == .operationAdded {
            let request = change.words.split(separator: "(").last?.dropLast().description ?? ""
            return "\(calls[request] ?? request) (`\(change.subject)`)"
        }
        if change.rule == .pagesAdded { return change.subject }
        return calls[change.subject] ?? "`\(change.subject)`"
    }

    /// Returns the replacement of something deprecated, behind a comma.
    private func advice(_ change: Change) -> String {
        guard change.rule == .deprecated else { return "" }
        return change.words.split(separator: ":", maxSplits: 1).dropFirst().first.map { ",\($0)" } ?? ""
    }

    private func sentence(_ change: Change) -> String {
        // Words, and no name or route.
        let isPlain = change.subject.first?.isLowercase == true && change.subject.contains(" ")
        return
            "\(isPlain ? change.subject : calls[change.subject] ?? "`\(change.subject)`")\(place(change)) \(change.words)"
    }

    private func place(_ change: Change) -> String {
        let owners = change.owners.map { calls[$0] ?? "`\($0)`" }
        return owners.isEmpty ? "" : " of \(owners.shortList)"
    }
}

extension Change {
    /// The Swift types that it is about.
    fileprivate var types: [String] {
        switch rule.layer {
        case .wire, .spec:
            if !owners.isEmpty { return owners }
            if words.hasSuffix(")"), let name = words.split(separator: "(").last { return [String(name.dropLast())] }
            return [subject]
        case .swift: return [subject.split(separator: ".").first.map(String.init) ?? subject]
        }
    }
}
