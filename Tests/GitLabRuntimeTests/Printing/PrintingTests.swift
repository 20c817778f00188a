// Models, requests and pages as a person sees them: Swift's names, set fields, no secrets, bounded length.

import Foundation
import Testing

@testable import GitLabRuntime

private struct Publicity: OpenEnum {
    let rawValue: String
    static let knownRawValues = ["private", "public"]
}

private struct Grade: OpenEnum {
    let rawValue: Int
}

/// Written as the generator writes it.
private struct Room: GitLabModel {
    var id: Int
    var description: String?
    init(id: Int) { self.id = id }
    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Room { Room(id: 0) }
    mutating func recordFields(in fields: inout FieldRecorder) {
        fields.integer("id", always: &id)
        fields.string("description", &description)
    }
}

/// With a field of each kind. `description` is always there, as in many models, and is not the printed text.
private struct House: GitLabModel {
    var id: Int
    var description: String
    var webURL: String?
    @Boxed var room: Room?
    var rooms: [Room]?
    var level: Publicity?
    var rank: Grade?
    var createdAt: Date?
    var dueOn: CalendarDate?
    var open: Bool?
    var share: Double?
    var labels: [String]?
    var notes: [String: String]?
    var anything: JSONValue?
    private var redactedImportURL: Redacted<String>?
    private var redactedKey = Redacted("")
    var importURL: String? {
        get { redactedImportURL?.value }
        set { redactedImportURL = Redacted(newValue) }
    }
    var key: String {
        get { redactedKey.value }
        set { redactedKey.value = newValue }
    }
    init(id: Int, description: String) { (self.id, self.description) = (id, description) }
    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: House { House(id: 0, description: "") }
    mutating func recordFields(in fields: inout FieldRecorder) {
        fields.integer("id", always: &id)
        fields.string("description", always: &description)
        fields.string("web_url=webURL", &webURL)
        fields.part("room", &_room)
        fields.value("rooms", &rooms)
        fields.enumeration("_level", &level)
        fields.value("rank", &rank)
        fields.moment("created_at", &createdAt)
        fields.value("due_on", &dueOn)
        fields.boolean("open", &open)
        fields.number("share", &share)
        fields.strings("labels", &labels)
        fields.value("notes", &notes)
        fields.value("anything", &anything)
        fields.secret("import_url=importURL", &redactedImportURL)
        fields.secret("key", always: &redactedKey)
    }
}

/// A request as the generator writes it.
private struct EditHouse: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = House
    static let endpoint = Endpoint("houses.edit", .put, "/houses/:id")
    var id: IDOrPath
    var name: String?
    @Boxed var policy: Policy?
    var entries: [Policy]?
    var file: FileUpload?
    private var redactedURL: Redacted<String>?
    private var redactedIDs: Redacted<[Int]>?
    private var redactedURLVariables: Redacted<String>?
    var nullable = Nullable()
    private var deprecated = Deprecated()
    var description: String? {
        @available(*, unavailable, message: "read `nullable.description`")
        get { nullable.description.value }
        set { nullable.description = WriteState(newValue) }
    }
    struct Nullable: Sendable {
        var description: WriteState<String> = .absent
        var depth: WriteState<Int> = .absent
        var token: WriteState<String> {
            get { redactedToken.value }
            set { redactedToken.value = newValue }
        }
        private var redactedToken = Redacted(WriteState<String>.absent)
    }
    private struct Deprecated: Sendable {
        var tagList: [String]?
    }
    init(_ id: some IDOrPathConvertible, _ configure: (inout EditHouse) -> Void = { _ in }) {
        self.id = IDOrPath(id)
        configure(&self)
    }
    mutating func setSecrets() {
        (redactedURL, redactedIDs, redactedURLVariables) = (Redacted("s3cret"), Redacted([1234]), Redacted("s3cret"))
        nullable.token = .value("s3cret")
        deprecated.tagList = ["old"]
    }
}

private struct Policy: ParameterHash {
    var cadence: String?
    private var redactedValue: Redacted<String>?
    init(cadence: String? = nil, value: String? = nil) { (self.cadence, redactedValue) = (cadence, Redacted(value)) }
    func add(to hash: inout ParameterEncoder) {}
}

private func printed(_ value: Any) -> String {
    var text = ""
    print(value, terminator: "", to: &text)
    return text
}

@Suite struct PrintingTests {
    private var house: House {
        var house = House(id: 42, description: "has a \"door\"\nand a window")
        house.webURL = "https://example.com"
        house.room = Room(id: 1)
        house.room?.description = "small"
        house.rooms = [Room(id: 2), Room(id: 3)]
        house.level = Publicity(rawValue: "private")
        house.rank = Grade(rawValue: 30)
        house.createdAt = Timestamp.date("2024-02-29T12:00:00.5Z")
        house.dueOn = CalendarDate("2024-03-01")
        house.open = true
        house.share = 0.5
        house.labels = ["a", "b"]
        house.notes = ["y": "2", "x": "1"]
        house.anything = ["b": [1, nil], "a": "text"]
        house.importURL = "https://user:s3cret@example.com"
        house.key = "s3cret"
        return house
    }

    /// GitLab returns the address of a hook as it was set, with its user and password, if any.
    @Test(arguments: [0, 150, 186, 196, 1_000]) func usersOfURLsAreRedacted(_ before: Int) {
        let start = String(repeating: "x", count: before) + " "
        var house = House(id: 1, description: start + "https://user:pw-s3cret@hooks.example.com/a and so on")
        house.webURL = "https://gitlab.example.com/a?private_token=s3cret"
        house.labels = [start + "http://pw-s3cret@hooks.example.com", "me@example.com", "a=b"]
        let text = String(reflecting: house)
        #expect(!text.contains("s3cret") && !text.contains("pw-"), "\(text)")
        #expect(text.contains(#""me@example.com", "a=b""#), "\(text)")
        if before == 0 { #expect(text.contains("https://[redacted]@hooks.example.com/a and so on"), "\(text)") }
    }

    @Test func modelsReadLikeTheirInitialisers() {
        let expected = #"""
            House(id: 42, description: "has a \"door\"\nand a window", webURL: "https://example.com", \#
            room: Room(id: 1, description: "small"), rooms: [Room(id: 2), Room(id: 3)], level: private, rank: 30, \#
            createdAt: 2024-02-29T12:00:00.500Z, dueOn: 2024-03-01, open: true, share: 0.5, labels: ["a", "b"], \#
            notes: ["x": "1", "y": "2"], anything: ["a": "text", "b": [1, nil]], importURL: [redacted], key: [redacted])
            """#
        #expect(printed(house) == expected)
        #expect("\(house)" == expected && String(reflecting: house) == expected && printed([house]) == "[\(expected)]")
        #expect(house.description == "has a \"door\"\nand a window")
    }

    @Test func whatIsNilIsLeftOut() {
        #expect(printed(House(id: 1, description: "")) == #"House(id: 1, description: "", key: [redacted])"#)
        #expect(printed(Room(id: 7)) == "Room(id: 7)")
    }

    @Test func mirrorsHaveThePublicNames() {
        let children = Mirror(reflecting: house).children
        #expect(
            children.compactMap(\.label) == [
                "id", "description", "webURL", "room", "rooms", "level", "rank", "createdAt", "dueOn", "open", "share",
                "labels", "notes", "anything", "importURL", "key",
            ])
        let values = Dictionary(children.map { ($0.label ?? "", $0.value) }) { first, _ in first }
        #expect(
            values["level"] as? Publicity == Publicity(rawValue: "private") && values["room"] as? Room == house.room)
        #expect("\(values["importURL"] as Any)".contains("[redacted]"))
        #expect(Mirror(reflecting: House(id: 1, description: "")).children.count == 16)
        var dumped = ""
        dump(house, to: &dumped)
        #expect(
            dumped.contains("- importURL: [redacted]") || dumped.contains("▿ importURL: Optional([redacted])"),
            "\(dumped)")
        #expect(!dumped.contains("_room") && !dumped.contains("redactedKey") && !dumped.contains("s3cret"))
    }

    @Test func requestsShowWhatIsSet() {
        #expect(printed(EditHouse(42)) == "EditHouse(id: 42)")
        let named = EditHouse("group/house") {
            $0.name = "x"
            $0.description = nil
        }
        #expect(printed(named) == #"EditHouse(id: "group/house", name: "x", description: nil)"#)
        #expect("\(named)" == printed(named) && String(reflecting: named) == printed(named))
        var full = EditHouse(42) {
            $0.policy = Policy(cadence: "1d", value: "s3cret")
            $0.entries = [Policy(), Policy(value: "s3cret")]
            $0.file = FileUpload(filename: "a.png", contentType: "image/png", bytes: [1, 2, 3])
            $0.description = "new"
            $0.nullable.depth = .value(7)
        }
        full.setSecrets()
        #expect(
            printed(full) == """
                EditHouse(id: 42, policy: Policy(cadence: "1d", value: [redacted]), entries: [Policy(), Policy(value: \
                [redacted])], file: a.png (image/png, 3 bytes), url: [redacted], ids: [redacted], urlVariables: [redacted], \
                description: "new", depth: 7, token: [redacted], tagList: ["old"])
                """)
        full.nullable.token = .null
        #expect(printed(full).contains("token: nil"))
        #expect(printed(Policy(cadence: "1d")) == #"Policy(cadence: "1d")"#)
    }

    @Test func customRequestsHideTheirValues() throws {
        let request = try CustomRequest(.get, "/things/:id", path: ["id": 1], query: ["q": "s3cret"])
        #expect(printed(request) == "CustomRequest(GET /things/:id with q)")
        let list = GitLabClient.scripted(ScriptedTransport { _, _ in .json("[]") }).pages(request)
        #expect(
            printed(list) == "PagedList(CustomListRequest<JSONValue>(request: CustomRequest(GET /things/:id with q)))")
    }

    @Test func lists() async throws {
        let items = (1...25).map { #"{"id":\#($0)}"# }.joined(separator: ",")
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("[\(items)]") })
        let list = client.things.list { $0.archived = true }
        #expect(printed(list) == "PagedList(ListThings(archived: true))")
        let page = try await client.pages(try CustomRequest(.get, "/rooms"), of: Room.self).page(1)
        let shown = (1...20).map { "Room(id: \($0))" }.joined(separator: ", ")
        #expect(printed(page) == "Page(number: 1, perPage: 20, isLast: true, items: [\(shown), … 5 more])")
        #expect("\(client)" == "GitLabClient(https://gitlab.example.com/api/v4)")
    }

    @Test func muchIsCut() {
        var house = House(id: 1, description: String(repeating: "é", count: 5_000))
        #expect(
            printed(house)
                == #"House(id: 1, description: ""# + String(repeating: "é", count: 200)
                + #"…" (10000 bytes), key: [redacted])"#)
        house.description = ""
        house.labels = (0..<1_000_000).map(String.init)
        #expect(printed(house).hasSuffix(#""19", … 999980 more], key: [redacted])"#))
        house.labels = nil
        house.notes = Dictionary(uniqueKeysWithValues: (10...40).map { ("\($0)", "") })
        #expect(printed(house).contains(#""29": "", … 11 more]"#))
        house.notes = nil
        house.anything = (0..<500).reduce(JSONValue.null) { inner, _ in .array([inner]) }
        #expect(printed(house) == #"House(id: 1, description: "", anything: [[[[[[[[…]]]]]]]], key: [redacted])"#)
        house.anything = .array(
            Array(
                repeating: .array(
                    Array(
                        repeating: .array(
                            Array(repeating: .string(String(repeating: "x", count: 200)), count: 20)), count: 20)),
                count: 20))
        let long = printed(house)
        #expect(long.utf8.count < 18_000 && long.contains("more]"), "\(long.utf8.count)")
    }
}
