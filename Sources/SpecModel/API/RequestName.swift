// The name of a request by the rule: the verb, the resource, and the rest of the operation's name.

extension Operation {
    /// `list` of `Hooks` is `ListHooks`, `get` is `GetHook`, `listEvents` is `ListHookEvents`, and `listForUser` is
    /// `ListHooksForUser`.
    public static func requestName(of operation: String, in resource: String) -> String {
        let verb = operation.prefix { !$0.isUppercase }
        let rest = operation.dropFirst(verb.count)
        let isVariant = rest.hasSuffix("By") || prepositions.contains { rest.starts(withWord: $0) }
        let isAboutMany = verb == "list" && (rest.isEmpty || isVariant)
        return String(verb).capitalised + (isAboutMany ? resource : resource.singular) + rest
    }

    private static let prepositions = ["By", "For", "From", "In", "Including", "Of", "On", "To", "With"]
}

extension Substring {
    /// Whether a name begins with a word, and another one or nothing follows.
    fileprivate func starts(withWord word: String) -> Bool {
        hasPrefix(word) && dropFirst(word.count).first?.isLowercase != true
    }
}

extension String {
    /// `Branches` is `Branch`, `Policies` is `Policy`; a word without an `s` at its end stays.
    fileprivate var singular: String {
        if hasSuffix("ies") { return dropLast(3) + "y" }
        if ["ches", "shes", "sses", "xes"].contains(where: hasSuffix) { return String(dropLast(2)) }
        return hasSuffix("s") && !hasSuffix("ss") ? String(dropLast()) : self
    }
}
