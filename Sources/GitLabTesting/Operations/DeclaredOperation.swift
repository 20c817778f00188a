// An operation of the spec with its attributes.

import GitLab

struct DeclaredOperation: Sendable {
    enum Response: Sendable, Hashable {
        case nothing, download
        case value(DeclaredType)
    }

    /// `badges.list`
    let name: String
    /// The type of the request: `ListBadges`.
    let request: String
    let module: String
    let method: String
    let paths: [String]
    let response: Response
    /// The status of success.
    let status: Int
    let pages: [String]
    /// Groups of attributes of which one has to be sent.
    let atLeastOneOf: [[String]]
    /// Groups of attributes of which only one may be sent.
    let exclusive: [[String]]
    /// nil where a member of any role, or everybody, may use it.
    let lowestRole: InMemoryGitLab.Role?
    let isForAdministrators: Bool
    let attributes: [DeclaredAttribute]

    init(_ entry: JSONValue) {
        func text(_ name: String) -> String { entry[name]?.stringValue ?? "" }
        func groups(_ name: String) -> [[String]] { (entry[name]?.arrayValue ?? []).map(\.texts) }
        name = text("operation")
        request = text("request")
        module = text("module")
        method = text("method")
        paths = entry["paths"]?.texts ?? []
        response =
            switch text("returns") {
            case "nothing": .nothing
            case "download": .download
            case let words: .value(DeclaredType(words))
            }
        status = entry["status"]?.intValue ?? 200
        pages = entry["pages"]?.texts ?? []
        atLeastOneOf = groups("at_least_one_of")
        exclusive = groups("exclusive")
        lowestRole = InMemoryGitLab.Role(spec: text("role"))
        isForAdministrators = entry["admin"]?.boolValue ?? false
        attributes = (entry["attributes"]?.arrayValue ?? []).map(DeclaredAttribute.init)
    }

    /// The attributes of query and body on one of the paths.
    func parameters(onPath index: Int) -> [DeclaredAttribute] {
        attributes.filter { ["query", "body"].contains($0.location) && ($0.paths?.contains(index) ?? true) }
    }

    /// The model of the response, or of its elements.
    var model: String? {
        guard case .value(let type) = response else { return nil }
        return (type.element ?? type).name
    }

    var isList: Bool {
        if case .value(.array) = response { true } else { false }
    }
}

/// A row of a table of attributes.
struct DeclaredAttribute: Sendable {
    let name: String
    /// `path`, `query`, `header` or `body`; empty for a member of a hash.
    let location: String
    let type: DeclaredType
    let isRequired: Bool
    /// Whether each text is split at commas.
    let isCommaSeparated: Bool
    /// Whether it is sent as the whole body.
    let isWholeBody: Bool
    let minimum: Int?
    let maximum: Int?
    /// The largest number of characters.
    let maximumLength: Int?
    let defaultValue: [String]?
    /// The places of the paths that have it; nil: all.
    let paths: [Int]?

    init(_ entry: JSONValue) {
        name = entry["name"]?.stringValue ?? ""
        location = entry["in"]?.stringValue ?? ""
        type = DeclaredType(entry["type"]?.stringValue ?? "")
        isRequired = entry["required"]?.boolValue ?? false
        isCommaSeparated = entry["comma"]?.boolValue ?? false
        isWholeBody = entry["whole"]?.boolValue ?? false
        minimum = entry["minimum"]?.intValue
        maximum = entry["maximum"]?.intValue
        maximumLength = entry["length"]?.intValue
        defaultValue = entry["default"]?.texts
        paths = entry["on"]?.arrayValue?.compactMap(\.intValue)
    }
}

/// A field of a model.
struct DeclaredField: Sendable {
    let name: String
    let type: DeclaredType
    /// Whether every response has it, and never as null.
    let isAlwaysPresent: Bool
    /// nil where the type is a model.
    let example: JSONValue?

    init(_ entry: JSONValue) {
        name = entry["name"]?.stringValue ?? ""
        type = DeclaredType(entry["type"]?.stringValue ?? "")
        isAlwaysPresent = entry["always"]?.boolValue ?? false
        example = entry["example"]
    }
}

extension JSONValue {
    /// The texts of an array.
    var texts: [String] { (arrayValue ?? []).compactMap(\.stringValue) }
}
