// Changes in the Swift that users see, from the generated files of both specs.

import SpecSyntax
import SwiftEmitter

struct SurfaceDifferences {
    private(set) var changes: [Change] = []

    init(_ before: SwiftSurface, _ after: SwiftSurface) {
        let pairs = Pairs(before.types, after.types) { $0.name }
        for type in pairs.removed where !type.isInside(pairs.removed) {
            changes.append(Change(.typeRemoved, type.name, "was removed", before: type.range))
        }
        for type in pairs.added where !type.isInside(pairs.added) {
            changes.append(Change(.typeAdded, type.name, "was added", after: type.range))
        }
        for (before, after) in pairs.both { compare(before, after) }
    }

    private mutating func compare(_ before: SwiftSurface.TypeDeclaration, _ after: SwiftSurface.TypeDeclaration) {
        // A list with keyset pages is one with offset pages too.
        let keeps = after.conformances.contains("KeysetPagedRequest") ? ["OffsetPagedRequest"] : []
        for conformance in before.conformances where !(after.conformances + keeps).contains(conformance) {
            changes.append(
                Change(
                    .conformanceRemoved, after.name, "no longer conforms to \(conformance)", before: before.range,
                    after: after.range))
        }
        for conformance in after.conformances where !before.conformances.contains(conformance) {
            changes.append(
                Change(
                    .conformanceAdded, after.name, "now conforms to \(conformance)", before: before.range,
                    after: after.range))
        }
        compareDeprecation(before.isDeprecated, after.isDeprecated, after.name, before.range, after.range)
        let old = Dictionary(grouping: before.members, by: \.name)
        let new = Dictionary(grouping: after.members, by: \.name)
        var seen: Set<String> = []
        for member in before.members where seen.insert(member.name).inserted {
            compare(old[member.name, default: []], new[member.name, default: []], of: after.name)
        }
        for member in after.members where old[member.name] == nil {
            changes.append(Change(.memberAdded, "\(after.name).\(member.name)", "was added", after: member.range))
        }
    }

    /// Compares the declarations of one name: a property, or the overloads of a function.
    private mutating func compare(_ before: [SwiftSurface.Member], _ after: [SwiftSurface.Member], of type: String) {
        let pairs = Pairs(before, after) { $0.signature }
        for (before, after) in pairs.both { compareUse(before, after, of: type) }
        for (old, new) in zip(pairs.removed, pairs.added) {
            changes.append(
                Change(
                    .memberChanged, "\(type).\(new.name)", "is now `\(new.signature)`, not `\(old.signature)`",
                    before: old.range, after: new.range))
        }
        for member in pairs.removed.dropFirst(pairs.added.count) {
            changes.append(
                Change(.memberRemoved, "\(type).\(member.name)", "was removed", before: member.range))
        }
        for member in pairs.added.dropFirst(pairs.removed.count) {
            changes.append(Change(.memberAdded, "\(type).\(member.name)", "was added", after: member.range))
        }
    }

    private mutating func compareUse(_ before: SwiftSurface.Member, _ after: SwiftSurface.Member, of type: String) {
        let name = "\(type).\(after.name)"
        if before.use != after.use {
            changes.append(
                Change(
                    .memberChanged, name, "can now be \(after.use.words)",
                    before: before.range, after: after.range))
        }
        compareDeprecation(before.isDeprecated, after.isDeprecated, name, before.range, after.range)
    }

    private mutating func compareDeprecation(
        _ before: Bool, _ after: Bool, _ name: String, _ old: SourceRange, _ new: SourceRange
    ) {
        if before == after { return }
        changes.append(
            Change(
                after ? .swiftDeprecated : .swiftNotDeprecated, name,
                after ? "is deprecated" : "is no longer deprecated", before: old, after: new))
    }
}

extension SwiftSurface.TypeDeclaration {
    /// Whether a type around this one is among others: then this one needs no mention.
    fileprivate func isInside(_ others: [SwiftSurface.TypeDeclaration]) -> Bool {
        others.contains { name.hasPrefix($0.name + ".") }
    }
}

extension Symbol.Use {
    fileprivate var words: String {
        switch self {
        case .get: "read only"
        case .set: "set only"
        case .getAndSet: "read and set"
        case .call: "called"
        }
    }
}
