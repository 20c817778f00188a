// The names that an import has given already, so that none is given twice.

/// Names of Swift types, which also become names of files: capitals do not tell two of them apart.
struct NameRegister {
    private var taken: Set<String>

    /// Names that mean something else to generated code: Swift's own, and those of the runtime that it calls.
    private static let reserved: [String] = [
        "AccessToken", "Any", "Array", "Bool", "Boxed", "CalendarDate", "Character", "Codable", "Collection",
        "Conditional", "Constraint", "Credentials", "CustomRequest", "Data", "Date", "Decodable", "Decoder",
        "Dictionary", "Double", "Download", "DownloadRequest", "Duration", "EmptyResponse", "Encodable", "Encoder",
        "Endpoint", "EndpointRequest", "EntityTag", "Error", "FileUpload", "Foundation", "GitLab", "GitLabClient",
        "GitLabError", "GitLabRequest", "GitLabRuntime", "HTTPRequest", "HTTPResponse", "HTTPTypes", "Hashable",
        "Hasher", "Redacted", "IDOrPath", "Identifiable", "Int", "JSONValue", "KeysetOrder", "ListEnd", "ListRequest",
        "Middleware", "Never", "OpenEnum", "Optional", "Page", "PageCursor", "PageSequence", "PagedList", "Paging",
        "ParameterEncodable", "ParameterEncoder", "ParameterHash", "ParameterValue", "Parameters", "PathAttributes",
        "Protocol", "Range", "RateLimit", "RawResponse", "RequestBody", "ResponseBody", "Result", "RetryPolicy", "Self",
        "Sendable", "Sequence", "Set", "String", "Swift", "Task", "Timeouts", "Timestamp", "ClientClock", "Transport",
        "Type", "URL", "Void", "WriteState",
    ]

    init(_ others: some Sequence<String>) {
        taken = Set(Self.reserved.map { $0.lowercased() }).union(others.map { $0.lowercased() })
    }

    /// The first of some names that is free, else the last with a number.
    mutating func claim(_ candidates: [String]) -> String {
        for candidate in candidates where !candidate.isEmpty && taken.insert(candidate.lowercased()).inserted {
            return candidate
        }
        let last = candidates.last ?? "Type"
        for number in 2... where taken.insert("\(last)\(number)".lowercased()).inserted { return "\(last)\(number)" }
        return last
    }
}
