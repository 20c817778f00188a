// The spec language: every kind of mapping with the keys it takes. This is the one place that defines them.

extension Shape {
    static let file = Shape(
        "a spec file",
        [
            .optional("resource", .mapping(resource), "the group of operations"),
            .optional("operations", .rows(operation), "the operations of the resource"),
            .optional("tables", .tables(attributeRow), "tables of attributes that operations share"),
            .optional("hashes", .rows(hash), "hashes with fixed keys in requests"),
            .optional("types", .rows(model), "the types of responses"),
            .optional("enums", .rows(enumeration), "sets of known values"),
            .optional("parents", .rows(parent), "choices of paths that the paths of operations begin with"),
            .optional("events", .rows(event), "what GitLab sends to webhooks"),
            .optional("modules", .rows(module), "the Swift modules of the client"),
            .optional("drift", .mapping(drift), "known differences from GitLab's OpenAPI documents"),
        ], dependencies: [("operations", "resource")])

    static let module = Shape(
        "a module",
        [
            .required(
                "folder", .pattern(Pattern.folder), "the folder below that of the spec whose declarations it has"),
            about("what it has"),
            .optional("tags", .texts(nil), "the tags of GitLab's OpenAPI document whose operations it has"),
            .optional("shared", .flag, "whether the other modules import it"),
        ], named: Pattern.typeName)

    static let resource = Shape(
        "a resource",
        [
            .required("name", .pattern(Pattern.memberName), "its name in the client"),
            .required("type", .pattern(Pattern.typeName), "its Swift type"),
            about("what it is for"),
            docs,
            .optional("path_tables", .texts(nil), "shared tables of the attributes in the paths of its operations"),
            .optional("path", .rows(attributeRow), "the attributes in the paths of its operations"),
            .optional("within", .pattern(Pattern.memberName), "the resource that offers it as a property too"),
            .optional("parents", .texts(nil), "the cases of the parent that its operations take; absent, all"),
            .optional("lacks", .text, "the parts of GitLab's page without an operation here, as a list of words"),
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
            .optional("nullable_response", .flag, "whether the response may be null"),
            .optional(
                "status", .wholeNumber,
                "the status of success, where POST responds not 201, DELETE not 204, others not 200"),
            .optional(
                "idempotent", .flag, "whether the request is idempotent; by default as HTTP defines for the method"),
            .optional(
                "pages", .texts(Operation.PageMode.allCases.map(\.rawValue)),
                "how its list is paged, which adds the attributes"),
            .optional("path_tables", .texts(nil), "shared tables of attributes in the path"),
            .optional("query_tables", .texts(nil), "shared tables of query attributes"),
            .optional("header_tables", .texts(nil), "shared tables of header fields"),
            .optional("body_tables", .texts(nil), "shared tables of body attributes"),
            .optional("path", .rows(attributeRow), "the attributes in the path, besides those of its resource"),
            .optional("query", .rows(attributeRow), "the attributes in the query"),
            .optional("header", .rows(attributeRow), "the header fields"),
            .optional("body", .rows(attributeRow), "the attributes in the body"),
            .optional("constraints", .list(constraint), "rules over several attributes"),
            .optional(
                "preconditions", .list(precondition), "attributes that name a state which the thing must still have"),
            .optional("waiters", .rows(waiter), "ways to wait for a state, by the word behind waitUntil"),
            .optional("follow", .mapping(follower), "how the download is followed while it grows"),
            .optional("parents", .texts(nil), "the cases of the parent that it takes; absent, those of its resource"),
            suppress,
        ] + availability, named: Pattern.memberName, alternatives: [Operation.Method.allCases.map(\.rawValue)])

    static let constraint = Shape(
        "a constraint",
        [
            .optional("at_least_one_of", .textsOrAny, "names of which at least one is required, or 'any'"),
            .optional("exclusive", .texts(nil), "names of which at most one may be set"),
            .optional("attribute", .text, "the attribute that needs another"),
            .optional("needs", .need, "the other attribute, or the other attribute and its value"),
        ], alternatives: [["at_least_one_of", "exclusive", "attribute"]],
        dependencies: [("attribute", "needs"), ("needs", "attribute")])

    static let precondition = Shape(
        "a precondition",
        [
            .required("attribute", .text, "the attribute, of the request or of a hash in it"),
            .required("status", .wholeNumber, "the status of the response if the thing has another state"),
            .optional("words", .text, "words of the message, where other failures have the same status"),
        ])

    static let waiter = Shape(
        "a waiter",
        [
            about("what is waited for"),
            .required("field", .text, "the field of the response with the state"),
            .optional("ends", .texts(nil), "the values that end the wait"),
            .optional("while", .texts(nil), "the only values for which the wait goes on"),
            .optional("fails", .texts(nil), "the values that end the wait with an error"),
            .optional("message", .text, "the field with the server's words about a failure"),
            .optional("failure", .text, "the field that has a text if it has failed"),
            .optional("with", .texts(nil), "boolean attributes of the query that the state needs"),
        ], named: Pattern.memberName, alternatives: [["ends", "while"]], dependencies: [("message", "fails")])

    static let follower = Shape(
        "a follower",
        [
            .required(
                "until", .text, "the operation of the resource whose waiter ends it, and the waiter: get.finished"),
            .required("offset", .text, "the attribute with the position to begin at"),
            .required("limit", .text, "the attribute with the most bytes to send"),
        ])

    static let attributeRow = Shape(
        "an attribute row",
        [
            .required("type", .type, "the type of the value"),
            .optional(
                "of", .choice(Reference.allCases.map(\.rawValue)),
                "the thing that an id_or_path refers to; required for that type"),
            about("what the attribute does"),
            .optional("required", .flag, "whether it is required"),
            .optional("default", .plain, "the server's default"),
            .optional("nullable", .flag, "whether null can be sent to unset it"),
            .optional("secret", .flag, "whether descriptions redact it"),
            .optional("comma_separated", .flag, "whether the server splits on commas"),
            .optional("encoded_by", .text, "the attribute that says how a content is encoded, which is sent with it"),
            .optional("unit", .text, "the unit of a number"),
            .optional("minimum", .wholeNumber, "the smallest number"),
            .optional("maximum", .wholeNumber, "the largest number"),
            .optional("max_length", .wholeNumber, "the most characters"),
            .optional("parents", .texts(nil), "the cases of the parent that have it; absent, all"),
            swiftName,
            suppress,
        ] + availability, named: Pattern.wireName)

    static let fieldRow = Shape(
        "a field row",
        [
            .required("type", .type, "the type of the value"),
            about("what the field means"),
            .optional("always", .flag, "whether every view of the type has it"),
            .optional("nullable", .flag, "whether the server may return null"),
            .optional("encoded_by", .text, "the field that says how the text encodes bytes, such as base64"),
            .optional("secret", .flag, "whether descriptions redact it"),
            .optional("unit", .text, "the unit of a number"),
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
                "the thing that its id names: a value of the type can be given there"),
            .required("fields", .rows(fieldRow), "its rows"),
            deprecated,
            suppress,
        ], named: Pattern.typeName)

    static let enumeration = Shape(
        "an enum",
        [
            about("what it chooses"),
            docs,
            .optional("type", .choice(EnumType.RawType.allCases.map(\.rawValue)), "the type on the wire"),
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

    static let parent = Shape(
        "a parent",
        [
            about("what it stands for"),
            .required("label", .pattern(Pattern.memberName), "the label of the argument"),
            docs,
            .required("cases", .rows(parentCase), "the paths to choose from"),
            deprecated,
            suppress,
        ], named: Pattern.typeName)

    static let parentCase = Shape(
        "a case of a parent",
        [
            .required("path", .pattern(Pattern.path), "the path that the paths of operations go on from"),
            about("what it stands for"),
            .optional("tables", .texts(nil), "shared tables of the attributes in the path"),
            .optional("attributes", .rows(attributeRow), "the attributes in the path"),
            swiftName,
            suppress,
        ] + availability, named: Pattern.wireName)

    static let event = Shape(
        "an event",
        [
            about("what has happened"),
            .required("docs", .pattern(Pattern.docs), "the section in GitLab's documentation"),
            .required("header", .text, "the value of the header X-Gitlab-Event"),
            .required("type", .pattern(Pattern.typeName), "the type of the body"),
            .optional("object_kind", .texts(nil), "the values of 'object_kind' in its body"),
            .optional("event_name", .texts(nil), "the values of 'event_name' in a body without 'object_kind'"),
            .optional("noteable_type", .text, "what the comment is on: 'noteable_type' in its body"),
            suppress,
        ], named: Pattern.memberName, alternatives: [["object_kind", "event_name"]])

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
            .required("documents", .rows(driftDocument), "the documents that the spec is compared with"),
            .optional("accepted", .list(acceptedDifference), "accepted differences"),
        ])

    static let driftDocument = Shape(
        "a document",
        [
            .required("title", .text, "the title in the document, which identifies it"),
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
            .optional("documents", .texts(nil), "the documents that it applies to; absent, all"),
            .required("because", .text, "the reason, in a sentence"),
        ])

    private static let roles = [
        "guest", "planner", "reporter", "security_manager", "developer", "maintainer", "owner",
    ]

    private static let audience: [Key] = [
        .optional("tier", .choice(Tier.allCases.map(\.rawValue)), "the lowest tier that has it"),
        .optional("role", .choice(roles), "the lowest role that may use it"),
        .optional("admin", .flag, "whether it is for administrators only"),
    ]

    private static let availability: [Key] =
        audience + [
            .optional("since", .version, "the version that introduced it"),
            .optional("offering", .texts(nil), "the offerings that have it"),
            .optional("when", .text, "the condition under which it exists"),
            deprecated,
        ]

    private static let deprecated = Key.optional(
        "deprecated", .mapping(deprecation), "since when, and what to use instead")

    private static let suppress = Key.optional(
        "suppress", .suppressions, "suppressed rules, each with the reason")

    private static let swiftName = Key.optional(
        "as", .pattern(Pattern.memberName), "its Swift name, where the default is a poor one")

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
    static let folder = "^[a-z][a-z0-9_]*$"
    static let docs = "^https://docs\\.gitlab\\.com/"
    static let section = "^(https://docs\\.gitlab\\.com/|#[a-z0-9_-]+$)"
}
