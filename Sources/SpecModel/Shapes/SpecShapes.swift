// The spec language: every kind of mapping with the keys it takes. This is the one place that defines them.

extension Shape {
    static let file = Shape(
        "a spec file",
        [
            .optional("resource", .mapping(resource), "the group of operations"),
            .optional("operations", .rows(operation), "the calls of the resource"),
            .optional("tables", .tables(attributeRow), "tables of attributes that operations share"),
            .optional("hashes", .rows(hash), "hashes with fixed keys that requests carry"),
            .optional("types", .rows(model), "what responses hold"),
            .optional("enums", .rows(enumeration), "sets of known values"),
            .optional("drift", .mapping(drift), "known differences from GitLab's OpenAPI documents"),
        ], dependencies: [("operations", "resource")])

    static let resource = Shape(
        "a resource",
        [
            .required("name", .pattern(Pattern.memberName), "how the client calls it"),
            .required("type", .pattern(Pattern.typeName), "its Swift type"),
            about("what it is for"),
            docs,
            .optional("path_tables", .texts(nil), "shared tables of the attributes in the paths of its operations"),
            .optional("path", .rows(attributeRow), "the attributes in the paths of its operations"),
            .optional("within", .pattern(Pattern.memberName), "the resource that offers it as a property too"),
            .optional("lacks", .text, "what of GitLab's page has no operation here, as a list of words"),
            suppress,
        ] + audience)

    static let operation = Shape(
        "an operation",
        Operation.Method.allCases.map {
            Key.optional($0.rawValue, .pattern(Pattern.path), "the path of a \($0.rawValue) request")
        } + [
            .optional(
                "request", .pattern(Pattern.typeName),
                "the Swift type of its request, where it is not the verb and the resource"),
            about("what it does"),
            .optional(
                "docs", .pattern(Pattern.section),
                "the section on the page of its resource, as #anchor, or the address of another page"),
            .required("returns", .response, "the type of the response, 'nothing' or 'download'"),
            .optional("nullable_answer", .flag, "whether the server may respond null"),
            .optional(
                "status", .wholeNumber,
                "the status of success, where POST responds not 201, DELETE not 204, others not 200"),
            .optional("idempotent", .flag, "whether sending it twice does no more than once; else as HTTP has it"),
            .optional(
                "pages", .texts(Operation.PageMode.allCases.map(\.rawValue)),
                "how its list is paged, which brings the attributes"),
            .optional("path_tables", .texts(nil), "shared tables of attributes in the path"),
            .optional("query_tables", .texts(nil), "shared tables of query attributes"),
            .optional("header_tables", .texts(nil), "shared tables of header fields"),
            .optional("body_tables", .texts(nil), "shared tables of body attributes"),
            .optional("path", .rows(attributeRow), "the attributes in the path, besides those of its resource"),
            .optional("query", .rows(attributeRow), "the attributes in the query"),
            .optional("header", .rows(attributeRow), "the header fields"),
            .optional("body", .rows(attributeRow), "the attributes in the body"),
            .optional("constraints", .list(constraint), "rules over several attributes"),
            suppress,
        ] + availability, named: Pattern.memberName, alternatives: [Operation.Method.allCases.map(\.rawValue)])

    static let constraint = Shape(
        "a constraint",
        [
            .optional("at_least_one_of", .textsOrAny, "names of which one has to be given, or 'any'"),
            .optional("exclusive", .texts(nil), "names of which one may be given"),
            .optional("attribute", .text, "the attribute that needs another"),
            .optional("needs", .need, "the other attribute, or the other attribute and its value"),
        ], alternatives: [["at_least_one_of", "exclusive", "attribute"]],
        dependencies: [("attribute", "needs"), ("needs", "attribute")])

    static let attributeRow = Shape(
        "an attribute row",
        [
            .required("type", .type, "the type of the value"),
            .optional(
                "of", .choice(Reference.allCases.map(\.rawValue)),
                "what an id_or_path names; without it, such a row is an error"),
            about("what the attribute does"),
            .optional("required", .flag, "whether a call has to give it"),
            .optional("default", .plain, "what the server takes otherwise"),
            .optional("nullable", .flag, "whether null can be sent, to unset it"),
            .optional("secret", .flag, "whether no description may show it"),
            .optional("comma_separated", .flag, "whether the server splits on commas"),
            .optional("unit", .text, "what a number counts"),
            .optional("minimum", .wholeNumber, "the smallest number"),
            .optional("maximum", .wholeNumber, "the largest number"),
            .optional("max_length", .wholeNumber, "the most characters"),
            swiftName,
            suppress,
        ] + availability, named: Pattern.wireName)

    static let fieldRow = Shape(
        "a field row",
        [
            .required("type", .type, "the type of the value"),
            about("what the field tells"),
            .optional("always", .flag, "whether every view of the type has it"),
            .optional("nullable", .flag, "whether the server responds null"),
            .optional("encoded_by", .text, "the field that says how the text encodes bytes, such as base64"),
            .optional("secret", .flag, "whether no description may show it"),
            .optional("unit", .text, "what a number counts"),
            swiftName,
            suppress,
        ] + availability, named: Pattern.wireName)

    static let hash = Shape(
        "a hash",
        [
            about("what the hash sets"),
            .optional("tables", .texts(nil), "shared tables of its rows"),
            .optional("attributes", .rows(attributeRow), "its rows"),
            deprecated,
            suppress,
        ], named: Pattern.typeName)

    static let model = Shape(
        "a type",
        [
            about("what it describes"),
            docs,
            .optional(
                "identifies", .texts(Reference.allCases.map(\.rawValue)),
                "what its id names: a value of the type can be given there"),
            .required("fields", .rows(fieldRow), "its rows"),
            deprecated,
            suppress,
        ], named: Pattern.typeName)

    static let enumeration = Shape(
        "an enum",
        [
            about("what it chooses"),
            docs,
            .optional("type", .choice(EnumType.RawType.allCases.map(\.rawValue)), "what goes over the wire"),
            .optional(
                "ordered", .flag, "whether a larger number means more, so that values can be compared"),
            .required("values", .rows(enumValueRow), "its rows"),
            deprecated,
            suppress,
        ], named: Pattern.typeName)

    static let enumValueRow = Shape(
        "an enum value",
        [
            about("what the value means"),
            .optional("value", .wholeNumber, "the number on the wire"),
            swiftName,
            suppress,
        ] + availability)

    static let deprecation = Shape(
        "a deprecation",
        [
            .optional("since", .version, "the version that deprecated it"),
            .optional("use", .text, "the attribute to use instead, or a few words"),
            .optional("inverted", .flag, "whether true there means false here"),
        ])

    static let drift = Shape(
        "a list of differences",
        [
            .required("documents", .rows(driftDocument), "the documents that the spec is held against"),
            .optional("accepted", .list(acceptedDifference), "differences that are as they should be"),
        ])

    static let driftDocument = Shape(
        "a document",
        [
            .required("title", .text, "the title in the document, by which it is known again"),
            .required("version", .version, "the version of OpenAPI that it is in"),
            .optional("covers", .texts(nil), "the tags of which the spec has every operation"),
            about("where it comes from"),
        ], named: Pattern.wireName)

    static let acceptedDifference = Shape(
        "an accepted difference",
        [
            .required("what", .choice(DriftKind.allCases.map(\.rawValue)), "the kind of the differences"),
            .required("at", .texts(nil), "operations or types, with * for any characters"),
            .optional("names", .texts(nil), "attributes or fields; absent, all"),
            .optional("documents", .texts(nil), "the documents that it speaks of; absent, all"),
            .required("because", .text, "the reason, in a sentence"),
        ])

    private static let audience: [Key] = [
        .optional("tier", .choice(Tier.allCases.map(\.rawValue)), "the lowest tier that has it"),
        .optional("role", .text, "the lowest role that may use it"),
        .optional("admin", .flag, "whether it is for administrators only"),
    ]

    private static let availability: [Key] =
        audience + [
            .optional("since", .version, "the version that introduced it"),
            .optional("offering", .texts(nil), "the offerings that have it"),
            .optional("when", .text, "the condition under which it is there"),
            deprecated,
        ]

    private static let deprecated = Key.optional(
        "deprecated", .mapping(deprecation), "since when, and what to use instead")

    private static let suppress = Key.optional(
        "suppress", .suppressions, "rules that it does without, each with the reason")

    private static let swiftName = Key.optional(
        "as", .pattern(Pattern.memberName), "its Swift name, where the rule gives a poor one")

    private static func about(_ purpose: String) -> Key {
        .required("about", .text, "one sentence on \(purpose)", absence: .missingSentence)
    }

    private static let docs = Key.optional("docs", .pattern(Pattern.docs), "the page in GitLab's documentation")
}

/// The patterns of names and addresses, as regular expressions for the schema. The readers check the same by hand, with
/// better words.
private enum Pattern {
    static let memberName = "^([a-z]|_[0-9])[A-Za-z0-9]*$"
    static let wireName = "^[A-Za-z0-9_-]+$"
    static let typeName = "^[A-Z][A-Za-z0-9]*$"
    static let path = "^/"
    static let docs = "^https://docs\\.gitlab\\.com/"
    static let section = "^(https://docs\\.gitlab\\.com/|#[a-z0-9_-]+$)"
}
