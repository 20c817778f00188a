// The rules that reading YAML checks.

extension Rule {
    /// What makes a file of the spec one that can be read.
    public static let ofSyntax: [Rule] = [
        .duplicateKey, .noAliases, .noAnchors, .noMergeKeys, .noTags, .oneDocument, .textKeys, .yamlSyntax,
    ]
}
