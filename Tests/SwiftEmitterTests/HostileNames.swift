// The names and texts of the hostile specs.

enum HostileNames {
    static let tameTypes = ["Thing", "Cloud", "Kite", "Colour", "Measure", "Weight", "Harbour", "ListThings"]
    static let tameRows = ["name", "size", "level", "star_count", "web_url", "before_sha", "order_by", "title"]

    static let types = """
        Int String Any AnyObject Self Type Protocol Hashable Sendable FieldRecorder ModelFields Result Task Data Date URL
        Error Void Never Optional Array Dictionary Bool Double Character Endpoint IDOrPath Boxed Hidden Redacted WriteState
        Nullable Deprecated Answer Response Item ID RawValue Element Namespace View State Label Group Link GitLab
        GitLabRuntime Swift Foundation GitLabClient GitLabRequest GitLabModel ListRequest PagedList Download FileUpload
        CalendarDate JSONValue ParameterEncoder PathAttributes OpenEnum KeysetOrder EncodedContent ProjectReference
        Identifiable Comparable CustomDebugStringConvertible Decodable Codable HTTPRequest Thing THING Things things
        T Class Enum Init None Some Widget2 X1 _Hidden 2nd Ab-C Ünder K
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// Names of Swift members, which may also stand below `as`.
    static let members = """
        client configure self init Type Protocol some none path query body headers fields field endpoint hash modelFields
        hashValue encode description debugDescription nullable limit deprecated send pages get set httpRequest download
        configuration middleware prepare let var inout func in is as try throw class struct enum extension import return
        default switch case where while for repeat if else guard defer do break continue true false nil super static
        public private internal fileprivate open final lazy weak unowned mutating nonmutating async await actor any some
        dynamic indirect infix prefix postfix operator left right required optional override convenience willSet didSet
        Any Self associatedtype typealias protocol subscript deinit throws rethrows catch fallthrough precedencegroup
        macro package borrowing consuming each isolated nonisolated sending copy consume discard discardable yield
        rawValue knownValues deprecatedValues allCases isKnown emptyModel carry recordFields read add addPath addQuery addBody
        addHeaders keyset parameterValue customMirror id page perPage redactedName redactedSize newValue oldValue value
        example exampleJSON to from with of on error result coderr aB AB x1 date url data int string array
        projects version baseURL transport clock users groups events metadata close shutdown waiting
        unsafe using nonsending parameters request response item answer items pagination retry timeout cursor
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// Names of attributes and fields.
    static let rows = [
        "_", "-", "__", "_-_", "_2fa_enabled", "2fa", "a_b", "aB", "a-b", "a__b", "a_", "_a", "-a", "A", "URL",
        "_links",
        "links", "name_", "_name", "na_me", "size_", "id", "ID", "redacted_name", "redacted_size", "name_bytes",
        "If-Match",
        "x_1", "x1", "x_2nd", "a.b", "a b", "a[]", "a[b]", "", " ", "é", "名", "sha256", "ids", "is_a", "page",
        "per_page",
        "a/b", "a\"b", "a\\(b)", "`a`", "*", "$0", "#if", "@a", "a:b",
    ]

    /// Values of enums.
    static let values = [
        "+1", "-1", "", "Etc/GMT+0", "Etc/GMT-0", "Etc/GMT0", "50%", "2nd", "_2nd", "2-nd", " ", "_", "-", "*", "**",
        "a b", "a\"b", "a\\(b)", "a\\b", "a\nb", "*/", "/*", "//", "`", "c++", "c#", "c", "C", "f(x)", "<", ">=", "é",
        "名",
        "👍", "a\u{2028}b", "\u{0}x", "1", "100", "1.0", "1_0", "true", "null", "~", "none", "some", "None", "Some",
        "a.b",
        "a-b", "a_b", "aB", "$0", "@x", "#x", "x:y", "application/vnd.api+json", "Europe/St. Petersburg", "\"\"\"", "'",
    ]

    static let texts = [
        "*/", "A */ b.", "/* A", "A\nb.", "A\\(b).", "A\\", "`A", "`a` and `b", "A \"b\".", "\"\"\"", "A\u{2028}b.",
        "- Parameter x: y", "A\tb", "${a}", "👍🏽", "A\u{0}b", "```", "#if x", "#sourceLocation(file: \"a\", line: 1)",
        "A\u{202E}b", "\\u{41}", "`order_by`", "~", "</p>", "{ a }",
    ]

    static let files = ["git_lab", "GitLab", "2fa", "things", "THINGS", "thing", "all_examples", "a b", "_", "Thing"]
}
