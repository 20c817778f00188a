// Rules over several attributes, in words and as JSON Schema.

import SpecModel
import SpecSyntax

extension Constraint {
    /// Whether the body may not be empty.
    var isAboutBodyAsAWhole: Bool {
        switch self {
        case .atLeastOneOfBody: true
        case .atLeastOne, .exclusive, .needs, .needsAny: false
        }
    }

    var sentence: String {
        switch self {
        case .atLeastOneOfBody: "At least one attribute is required."
        case .atLeastOne(let names): "At least one of \(Self.list(names)) is required."
        case .exclusive(let names): "At most one of \(Self.list(names)) may be set."
        case .needs(let name, let other, let value):
            "`\(name.value)` works only with `\(other.value)` set to `\(value.value)`."
        case .needsAny(let name, let other): "`\(name.value)` works only together with `\(other.value)`."
        }
    }

    private static func list(_ names: [Located<String>]) -> String {
        names.map { "`\($0.value)`" }.joined(separator: ", ")
    }

    /// The rule over the members of an object; nil where it also uses others.
    ///
    /// Unions of whole objects would say the same in fewer words, but make most generators drop the properties.
    func schema(among members: Set<String>) -> Members? {
        var rule = Members()
        switch self {
        case .atLeastOneOfBody:
            rule["minProperties"] = .integer(1)
        case .atLeastOne(let names):
            guard names.allSatisfy({ members.contains($0.value) }), let last = names.last else { return nil }
            rule["required"] = .strings([last.value])
            for name in names.dropLast().reversed() {
                var absent = Members()
                absent["not"] = Self.requiring([name.value])
                var outer = Members()
                outer["if"] = absent.json
                outer["then"] = rule.json
                rule = outer
            }
        case .exclusive(let names):
            guard names.allSatisfy({ members.contains($0.value) }) else { return nil }
            var dependent = Members()
            for (index, name) in names.enumerated().dropLast() {
                var others = Members()
                others["anyOf"] = .array(names[(index + 1)...].map { Self.requiring([$0.value]) })
                var none = Members()
                none["not"] = others.json
                dependent[name.value] = none.json
            }
            rule["dependentSchemas"] = dependent.json
        case .needs(let name, let other, let value):
            guard members.contains(name.value), members.contains(other.value) else { return nil }
            var fixed = Members()
            fixed["const"] = .string(value.value)
            var properties = Members()
            properties[other.value] = fixed.json
            var needed = Members()
            needed["required"] = .strings([other.value])
            needed["properties"] = properties.json
            var dependent = Members()
            dependent[name.value] = needed.json
            rule["dependentSchemas"] = dependent.json
        case .needsAny:
            // False needs nothing, which a schema cannot express in a line; the description says it.
            return nil
        }
        return rule
    }

    private static func requiring(_ names: [String]) -> JSONText {
        var members = Members()
        members["required"] = .strings(names)
        return members.json
    }
}
