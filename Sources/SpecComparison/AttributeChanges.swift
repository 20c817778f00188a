// Changes in the rows of requests.

import SpecModel
import SpecSyntax

extension SpecDifferences {
    /// Compares the rows of an operation or of a hash.
    mutating func compare(_ before: [Attribute], _ after: [Attribute], of owner: String) {
        let pairs = Pairs(before, after) { $0.name.value }
        for row in pairs.removed {
            collector.add(
                Change(.attributeRemoved, row.name.value, of: [owner], "was removed", before: row.name.range))
        }
        for row in pairs.added {
            collector.add(
                Change(
                    row.isRequired ? .requiredAttributeAdded : .attributeAdded, row.name.value, of: [owner],
                    row.isRequired ? "was added and is required" : "was added", after: row.name.range))
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
                add(.attributeRequired, "is now required")
            } else {
                add(.attributeOptional, "is now optional")
            }
        }
        if before.location != after.location {
            add(
                .attributeMoved, "is now sent in the \(after.location.rawValue), not in the \(before.location.rawValue)"
            )
        }
        let (old, new) = (oldForms.form(before), newForms.form(after))
        if old != new {
            add(.attributeFormChanged, "is now \(new), not \(old)", before.type.range, after.type.range)
        } else if before.isCommaSeparated != after.isCommaSeparated {
            add(
                .listStyleChanged,
                after.isCommaSeparated ? "is now joined with commas" : "is now sent element by element")
        }
        if before.isNullable != after.isNullable {
            if after.isNullable {
                add(.attributeNullable, "can now be null")
            } else {
                add(.attributeNotNullable, "can no longer be null")
            }
        }
        if before.isSecret != after.isSecret {
            add(
                .secrecyChanged,
                after.isSecret ? "is now redacted in descriptions" : "is no longer redacted in descriptions")
        }
        if before.defaultValue?.value != after.defaultValue?.value {
            add(
                .defaultChanged, "now has the default \(Self.words(after)), not \(Self.words(before))",
                before.defaultValue?.range, after.defaultValue?.range)
        }
        if before.limits.words != after.limits.words {
            add(.limitsChanged, "has different limits or a different unit")
        }
        compareParents(before, after, of: owner)
        compareSpec(
            SpecRow(before.name, about: before.about, availability: before.availability),
            SpecRow(after.name, about: after.about, availability: after.availability), of: [owner])
    }

    /// A row without parents exists for all of them.
    private mutating func compareParents(_ before: Attribute, _ after: Attribute, of owner: String) {
        let (old, new) = (before.parents.map(\.value), after.parents.map(\.value))
        guard Set(old) != Set(new) else { return }
        let isWider = new.isEmpty || !old.isEmpty && Set(old).isSubset(of: new)
        let words = new.isEmpty ? "all parents" : new.joined(separator: ", ")
        collector.add(
            Change(
                isWider ? .attributeAdded : .attributeRemoved, after.name.value, of: [owner],
                isWider ? "now exists for \(words)" : "now exists for \(words) only", before: before.name.range,
                after: after.name.range))
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
