// Changes in hashes, models and enums.

import SpecModel
import SpecSyntax

extension SpecDifferences {
    /// Compares the types that both specs declare. A type of only one of them is reported where it is used, and in
    /// Swift.
    mutating func compareTypes() {
        for (before, after) in pairs(before.api.hashes, after.api.hashes, \.name.value) {
            compare(before.attributes, after.attributes, of: after.name.value)
            compareSpec(
                SpecRow(before.name, about: before.about, deprecation: before.deprecation),
                SpecRow(after.name, about: after.about, deprecation: after.deprecation), of: [])
        }
        for (before, after) in pairs(before.api.models, after.api.models, \.name.value) {
            compare(before, after)
            compareSpec(
                SpecRow(before.name, about: before.about, deprecation: before.deprecation, docs: before.docs),
                SpecRow(after.name, about: after.about, deprecation: after.deprecation, docs: after.docs), of: [])
        }
        for (before, after) in pairs(before.api.enums, after.api.enums, \.name.value) {
            compare(before, after)
            compareSpec(
                SpecRow(before.name, about: before.about, deprecation: before.deprecation, docs: before.docs),
                SpecRow(after.name, about: after.about, deprecation: after.deprecation, docs: after.docs), of: [])
        }
    }

    private func pairs<Declared>(
        _ before: [Declared], _ after: [Declared], _ name: (Declared) -> String
    ) -> [(before: Declared, after: Declared)] {
        Pairs(before.map { (renames[name($0)] ?? name($0), $0) }, after.map { (name($0), $0) }) { $0.0 }.both
            .map { ($0.before.1, $0.after.1) }
    }

    private mutating func compare(_ before: ModelType, _ after: ModelType) {
        let owner = [after.name.value]
        let pairs = Pairs(before.fields, after.fields) { $0.name.value }
        for field in pairs.removed {
            collector.add(
                Change(.fieldRemoved, field.name.value, of: owner, "was removed", before: field.name.range))
        }
        for field in pairs.added {
            collector.add(Change(.fieldAdded, field.name.value, of: owner, "was added", after: field.name.range))
        }
        for (before, after) in pairs.both { compare(before, after, of: owner) }
    }

    private mutating func compare(_ before: Field, _ after: Field, of owner: [String]) {
        func add(_ rule: ChangeRule, _ words: String, _ old: SourceRange? = nil, _ new: SourceRange? = nil) {
            collector.add(
                Change(
                    rule, after.name.value, of: owner, words, before: old ?? before.name.range,
                    after: new ?? after.name.range))
        }
        let (old, new) = (oldForms.form(before.type.value), newForms.form(after.type.value))
        if old != new { add(.fieldFormChanged, "is now \(new), not \(old)", before.type.range, after.type.range) }
        if before.isAlwaysPresent != after.isAlwaysPresent {
            if after.isAlwaysPresent {
                add(.fieldAlwaysPresent, "is now always present")
            } else {
                add(.fieldOptional, "is no longer always present")
            }
        }
        if before.isNullable != after.isNullable {
            add(.fieldNullable, after.isNullable ? "may now be null" : "is no longer null")
        }
        if before.isSecret != after.isSecret {
            add(
                .secrecyChanged,
                after.isSecret ? "is now redacted in descriptions" : "is no longer redacted in descriptions")
        }
        if before.unit?.value != after.unit?.value { add(.limitsChanged, "has different limits or a different unit") }
        compareSpec(
            SpecRow(before.name, about: before.about, availability: before.availability),
            SpecRow(after.name, about: after.about, availability: after.availability), of: owner)
    }

    private mutating func compare(_ before: EnumType, _ after: EnumType) {
        let owner = [after.name.value]
        let pairs = Pairs(before.values, after.values) { $0.name.value }
        for value in pairs.removed {
            collector.add(
                Change(
                    .enumValueRemoved, value.name.value, of: owner, "was removed", before: value.name.range))
        }
        for value in pairs.added {
            collector.add(Change(.enumValueAdded, value.name.value, of: owner, "was added", after: value.name.range))
        }
        for (before, after) in pairs.both {
            if let old = before.number, let new = after.number, old.value != new.value {
                collector.add(
                    Change(
                        .enumNumberChanged, after.name.value, of: owner, "is now \(new.value), not \(old.value)",
                        before: old.range, after: new.range))
            }
            compareSpec(
                SpecRow(before.name, about: before.about, availability: before.availability),
                SpecRow(after.name, about: after.about, availability: after.availability), of: owner)
        }
    }
}
