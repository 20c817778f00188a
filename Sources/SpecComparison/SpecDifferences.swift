// Changes on the wire and in the words of the spec, from the models of both specs.

import SpecModel
import SpecSyntax

/// The comparison of two specs, declaration by declaration.
struct SpecDifferences {
    struct Side {
        let api: API
        let operations: [Operation]

        init(_ api: API) {
            self.api = api
            operations = api.resources.flatMap(\.operations)
        }
    }

    let before: Side
    let after: Side
    /// The new names of types of the old spec, where only the name changed.
    let renames: [String: String]
    let oldForms: WireForms
    let newForms: WireForms
    var collector = ChangeCollector()

    init(_ before: API, _ after: API) {
        self.before = Side(before)
        self.after = Side(after)
        renames = before.renames(in: after)
        oldForms = WireForms(before, renamed: renames)
        newForms = WireForms(after)
        compareOperations()
        compareTypes()
        compareResources()
        compareParents()
    }

    private mutating func compareParents() {
        for (before, after) in Pairs(before.api.parents, after.api.parents, by: { $0.name.value }).both {
            compareSpec(SpecRow(parent: before), SpecRow(parent: after), of: [])
            for (old, new) in Pairs(before.cases, after.cases, by: { $0.name.value }).both {
                compareSpec(SpecRow(case: old), SpecRow(case: new), of: [after.name.value])
            }
        }
    }

    private mutating func compareResources() {
        for (before, after) in Pairs(before.api.resources, after.api.resources, by: { $0.type.value }).both {
            compareSpec(
                SpecRow(before.name, about: before.about, docs: before.docs),
                SpecRow(after.name, about: after.about, docs: after.docs), of: [])
        }
    }
}

/// The facts that every row and declaration has.
struct SpecRow {
    let name: Located<String>
    let subject: String
    let about: Located<String>
    let availability: Availability?
    let deprecation: Deprecation?
    let docs: Located<String>?

    init(
        _ name: Located<String>, subject: String? = nil, about: Located<String>, availability: Availability? = nil,
        deprecation: Deprecation? = nil, docs: Located<String>? = nil
    ) {
        self.name = name
        self.subject = subject ?? name.value
        self.about = about
        self.availability = availability
        self.deprecation = deprecation ?? availability?.deprecation
        self.docs = docs
    }
}

extension SpecRow {
    fileprivate init(parent: ParentType) {
        self.init(parent.name, about: parent.about, deprecation: parent.deprecation, docs: parent.docs)
    }

    fileprivate init(case one: ParentType.Case) {
        self.init(one.name, about: one.about, availability: one.availability)
    }
}

extension SpecDifferences {
    /// Compares sentences, availability and deprecation.
    mutating func compareSpec(_ before: SpecRow, _ after: SpecRow, of owners: [String]) {
        func add(_ rule: ChangeRule, _ words: String, _ old: SourceRange?, _ new: SourceRange?) {
            collector.add(
                Change(
                    rule, after.subject, of: owners, words, before: old ?? before.name.range,
                    after: new ?? after.name.range))
        }
        if before.about.value != after.about.value {
            add(.sentenceChanged, "has a different sentence", before.about.range, after.about.range)
        }
        if before.docs?.value != after.docs?.value {
            add(.docsChanged, "has a different documentation link", before.docs?.range, after.docs?.range)
        }
        if before.availability?.words != after.availability?.words {
            add(
                .availabilityChanged,
                "is now \(after.availability?.words ?? "for everyone"), not \(before.availability?.words ?? "for everyone")",
                nil, nil)
        }
        switch (before.deprecation, after.deprecation) {
        case (nil, let deprecation?):
            let use = deprecation.replacement.map { ": use \($0.value)" } ?? ""
            add(.deprecated, "is deprecated\(use)", nil, deprecation.range)
        case (let deprecation?, nil):
            add(.deprecationChanged, "is no longer deprecated", deprecation.range, nil)
        case (let old?, let new?) where old.words != new.words:
            add(.deprecationChanged, "has a different deprecation text", old.range, new.range)
        case (.some, .some), (nil, nil): break
        }
    }
}

extension Availability {
    /// Availability and version, without the deprecation.
    fileprivate var words: String {
        var words: [String] = []
        if let tier { words.append(tier.value.rawValue) }
        if let role { words.append("\(role.value) or higher") }
        if isAdminOnly { words.append("for administrators") }
        if let since { words.append("since \(since.value)") }
        if !offering.isEmpty { words.append("on \(offering.map(\.value).joined(separator: ", "))") }
        if let condition { words.append("when \(condition.value)") }
        return words.isEmpty ? "for everyone" : words.joined(separator: ", ")
    }
}

extension Deprecation {
    fileprivate var words: [String?] { [since?.value, replacement?.value, "\(isInverted)"] }
}
