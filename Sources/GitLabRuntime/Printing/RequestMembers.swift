// Requests and hashes as their attributes, for printing: found by reflection, so that they need no code for it.

enum RequestMembers {
    /// Returns the attributes of a request or a hash with the names that they have in Swift, those that are not set
    /// among them.
    ///
    /// Generated types store some behind other names: what is large as `_name`, secrets as `redactedName`, and what can be
    /// null or is deprecated in a struct of its own.
    static func members(of value: Any) -> [(label: String, value: Any)] {
        Mirror(reflecting: value).children.flatMap { child -> [(label: String, value: Any)] in
            guard let label = child.label else { return [] }
            switch label {
            case "nullable", "deprecated":
                let store = Mirror(reflecting: child.value)
                return store.displayStyle == .struct ? members(of: child.value) : [(label, child.value)]
            default: return [(publicName(of: label, child.value), child.value)]
            }
        }
    }

    private static func publicName(of label: String, _ value: Any) -> String {
        if label.hasPrefix("_") { return String(label.dropFirst()) }
        guard label.hasPrefix("redacted"), isSecret(type(of: value)) else { return label }
        return uncapitalised(label.dropFirst("redacted".count))
    }

    private static func isSecret(_ type: Any.Type) -> Bool { type is any Secret.Type }

    /// `ImportURL` as `importURL`, `URL` as `url`, `URLVariables` as `urlVariables`, `IDs` as `ids`.
    private static func uncapitalised(_ name: Substring) -> String {
        var capitals = name.prefix(while: \.isUppercase)
        let rest = name[capitals.endIndex...]
        let isPlural = rest.first == "s" && rest.dropFirst().first?.isLowercase != true
        if capitals.count > 1, rest.first?.isLowercase == true, !isPlural { capitals = capitals.dropLast() }
        return capitals.lowercased() + name[capitals.endIndex...]
    }
}

/// A type that holds a secret, or may hold one.
private protocol Secret {}
extension Redacted: Secret {}
extension Optional: Secret where Wrapped: Secret {}

extension EndpointRequest {
    /// The type and the attributes that are set, without secrets: `EditProject(id: 42, name: "demo")`. For a type that
    /// is `CustomDebugStringConvertible`.
    ///
    /// It is for people and may change. Long texts and lists are cut.
    public var debugDescription: String { ValueText.text(of: self) }
}

extension ParameterHash {
    /// The type and the members that are set, without secrets.
    ///
    /// It is for people and may change. Long texts and lists are cut.
    public var debugDescription: String { ValueText.text(of: self) }
}
