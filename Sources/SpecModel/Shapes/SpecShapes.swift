// The spec language: every kind of mapping with the keys it takes. This is the one place that says what may stand where.

extension Shape {
    static let file = Shape(
        "a spec file",
        [
            .optional("resource", .anything, "the group of operations"),
            .optional("operations", .mapping, "the calls of the resource"),
            .optional("attributes", .mapping, "attribute tables that operations share"),
            .optional("hashes", .mapping, "hashes with fixed keys that requests carry"),
            .optional("types", .mapping, "what answers hold"),
            .optional("enums", .mapping, "sets of known values"),
        ])

    static let resource = Shape(
        "a resource",
        [
            .required("name", .text, "how the client calls it"),
            .required("type", .text, "its Swift type"),
            about("what it is for"),
            docs(isRequired: false),
        ])

    static let operation = Shape(
        "an operation",
        Operation.Method.allCases.map {
            Key.optional($0.rawValue, .text, "the path of a \($0.rawValue) request")
        } + [
            .required("request", .text, "the Swift type of its request builder"),
            about("what it does"),
            docs(isRequired: true),
            .required("returns", .anything, "the type of the answer, 'nothing' or 'download'"),
            .optional("nullable_answer", .flag, "whether the server may answer null"),
            .optional("pages", .texts, "how its list is paged"),
            .optional("path_tables", .texts, "shared tables of path attributes"),
            .optional("query_tables", .texts, "shared tables of query attributes"),
            .optional("header_tables", .texts, "shared tables of header fields"),
            .optional("body_tables", .texts, "shared tables of body attributes"),
            .optional("path", .mapping, "the attributes in the path"),
            .optional("query", .mapping, "the attributes in the query"),
            .optional("header", .mapping, "the header fields"),
            .optional("body", .mapping, "the attributes in the body"),
            .optional("constraints", .list, "rules over several attributes"),
        ] + availability)

    static let constraint = Shape(
        "a constraint",
        [
            .optional("at_least_one_of", .anything, "names of which one has to be given, or 'any'"),
            .optional("exclusive", .texts, "names of which one may be given"),
            .optional("attribute", .text, "the attribute that needs another"),
            .optional("needs", .anything, "the other attribute, or the other attribute and its value"),
        ])

    static let attributeRow = Shape(
        "an attribute row",
        [
            .required("type", .anything, "the type of the value"),
            about("what the attribute does"),
            .optional("required", .flag, "whether a call has to give it"),
            .optional("default", .anything, "what the server takes otherwise"),
            .optional("nullable", .flag, "whether null can be sent, to unset it"),
            .optional("secret", .flag, "whether no description may show it"),
            .optional("comma_separated", .flag, "whether the server splits on commas"),
            .optional("unit", .text, "what a number counts"),
            .optional("minimum", .wholeNumber, "the smallest number"),
            .optional("maximum", .wholeNumber, "the largest number"),
            .optional("max_length", .wholeNumber, "the most characters"),
            swiftName,
        ] + availability)

    static let fieldRow = Shape(
        "a field row",
        [
            .required("type", .anything, "the type of the value"),
            about("what the field tells"),
            .optional("always", .flag, "whether every view of the type has it"),
            .optional("nullable", .flag, "whether the server answers null"),
            .optional("secret", .flag, "whether no description may show it"),
            .optional("unit", .text, "what a number counts"),
            swiftName,
        ] + availability)

    static let hash = Shape(
        "a hash",
        [
            about("what the hash sets"),
            .optional("tables", .texts, "shared tables of its rows"),
            .optional("attributes", .mapping, "its rows"),
        ])

    static let model = Shape(
        "a type",
        [
            about("what it describes"),
            docs(isRequired: false),
            .required("fields", .mapping, "its rows"),
        ])

    static let enumeration = Shape(
        "an enum",
        [
            about("what it chooses"),
            docs(isRequired: false),
            .optional("type", .choice(EnumType.RawType.allCases.map(\.rawValue)), "what goes over the wire"),
            .required("values", .mapping, "its rows"),
        ])

    static let enumValueRow = Shape(
        "an enum value",
        [
            about("what the value means"),
            .optional("value", .wholeNumber, "the number on the wire"),
            swiftName,
        ] + availability)

    static let deprecation = Shape(
        "a deprecation",
        [
            .optional("since", .version, "the version that deprecated it"),
            .optional("use", .text, "the attribute to use instead, or a few words"),
            .optional("inverted", .flag, "whether true there means false here"),
        ])

    private static let availability: [Key] = [
        .optional("tier", .choice(Tier.allCases.map(\.rawValue)), "the lowest tier that has it"),
        .optional("role", .text, "the lowest role that may use it"),
        .optional("admin", .flag, "whether it is for administrators only"),
        .optional("since", .version, "the version that introduced it"),
        .optional("offering", .texts, "the offerings that have it"),
        .optional("when", .text, "the condition under which it is there"),
        .optional("deprecated", .mapping, "since when, and what to use instead"),
    ]

    private static let swiftName = Key.optional("as", .text, "its Swift name, where the rule gives a poor one")

    private static func about(_ purpose: String) -> Key {
        .required("about", .text, "one sentence on \(purpose)")
    }

    private static func docs(isRequired: Bool) -> Key {
        Key(name: "docs", value: .text, isRequired: isRequired, purpose: "the page in GitLab's documentation")
    }
}
