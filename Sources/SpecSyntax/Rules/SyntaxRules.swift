// The rules that reading YAML checks.

extension Rule {
    /// The rules of the syntax of a spec file.
    public static let ofSyntax: [Rule] = [
        .duplicateKey, .noAliases, .noAnchors, .noMergeKeys, .noTags, .oneDocument, .textKeys, .yamlSyntax,
    ]
}
