// Changes in the rows of requests.

import SpecModel
import SpecSyntax

extension SpecDifferences {
    /// Compares the rows of an operation or of a hash.
    mutating func compare(_ before: [Attribute], _ after: [Attribute], of owner: String) {
        let pairs = Pairs(before, after) { $0.name.value }
        for row in pairs.removed {
            collector.add(
                Change(.attributeRemoved, row.name.value, of: [owner], "is not there any more", before: row.name.range))
        }
        for row in pairs.added {
            collector.add(
                Change(
                    row.isRequired ? .requiredAttributeAdded : .attributeAdded, row.name.value, of: [owner],
                    row.isRequired ? "is new and has to be given" : "is new", after: row.name.range))
        }
        for (before, after) in pairs.both { compare(before, after, of: owner) }
    }

    private mutating func compare(_ before: Attribute, _ after: Attribute, of owner: String) {
        func add(_ rule: ChangeRule, _ words: String, _ old: SourceRange? = nil, _ new: SourceRange? = nil) {
            collector.add(
                Change(
                    rule, after.name.value, of: [owner], words, before: old ?? before.name.range,
                    after: new ?? after.name.range))
        }
        if before.isRequired != after.isRequired {
            if after.isRequired {
                add(.attributeRequired, "has to be given now")
            } else {
                add(.attributeOptional, "can be left out now")
            }
        }
        if before.location != after.location {
            add(
                .attributeMoved, "travels in the \(after.location.rawValue) now, not in the \(before.location.rawValue)"
            )
        }
        let (old, new) = (oldForms.form(before), newForms.form(after))
        if old != new {
            add(.attributeFormChanged, "is \(new) now, not \(old)", before.type.range, after.type.range)
        } else if before.isCommaSeparated != after.isCommaSeparated {
            add(
                .listStyleChanged,
                after.isCommaSeparated ? "is written with commas now" : "is written element by element now")
        }
        if before.isNullable != after.isNullable {
            if after.isNullable {
                add(.attributeNullable, "can be null now")
            } else {
                add(.attributeNotNullable, "cannot be null any more")
            }
        }
        if before.isSecret != after.isSecret {
            add(.secrecyChanged, after.isSecret ? "is hidden in descriptions now" : "shows in descriptions now")
        }
        if before.defaultValue?.value != after.defaultValue?.value {
            add(
                .defaultChanged, "has the default \(Self.words(after)) now, not \(Self.words(before))",
                before.defaultValue?.range, after.defaultValue?.range)
        }
        if before.limits.words != after.limits.words {
            add(.limitsChanged, "has other limits or another unit")
        }
        compareSpec(
            SpecRow(before.name, about: before.about, availability: before.availability),
            SpecRow(after.name, about: after.about, availability: after.availability), of: [owner])
    }

    private static func words(_ row: Attribute) -> String {
        row.defaultValue.map { $0.value.joined(separator: ", ") } ?? "none"
    }
}

extension Limits {
    fileprivate var words: [String?] {
        [
            unit?.value, minimum.map { "\($0.value)" }, maximum.map { "\($0.value)" },
            maximumLength.map { "\($0.value)" },
        ]
    }
}
