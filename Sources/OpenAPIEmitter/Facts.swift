// The tiers, roles, versions and limits of rows: in words, and for programs.

import SpecModel
import SpecSyntax

extension Limits {
    var sentences: [String] { unit.map { ["In \($0.value)."] } ?? [] }
}

extension Availability {
    var sentences: [String] {
        var sentences: [String] = []
        if let condition {
            sentences.append("Only when \(condition.value)\(condition.value.hasSuffix(".") ? "" : ".")")
        }
        if isAdminOnly { sentences.append("For administrators.") }
        if let role { sentences.append("Role: \(role.value) or higher.") }
        if let tier { sentences.append(tier.value.sentence) }
        if !offering.isEmpty { sentences.append("Only on \(offering.map(\.value).joined(separator: ", ")).") }
        if let since { sentences.append("Since GitLab \(since.value).") }
        return sentences + deprecation.sentences
    }

    var extensions: Members {
        var members = Members()
        members["x-gitlab-tier"] = tier.map { .string($0.value.rawValue) }
        if isAdminOnly { members["x-gitlab-admin"] = .boolean(true) }
        members["x-gitlab-since"] = since.map { .string($0.value) }
        return members
    }
}

extension Tier {
    fileprivate var sentence: String {
        switch self {
        case .premium: "Needs GitLab Premium."
        case .ultimate: "Needs GitLab Ultimate."
        }
    }
}

extension Deprecation? {
    var sentences: [String] {
        guard let deprecation = self else { return [] }
        var sentence = "Deprecated"
        if let since = deprecation.since { sentence += " since GitLab \(since.value)" }
        if let replacement = deprecation.replacement {
            let isName = !replacement.value.contains(" ")
            sentence += ": use \(isName ? "`\(replacement.value)`" : replacement.value)"
            if deprecation.isInverted { sentence += ", which means the opposite" }
        }
        return [sentence + "."]
    }
}
