// Requests written as the generator writes them: the tests send these, and that they compile is a test of its own.

import GitLabRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

struct ListThings: KeysetPagedRequest, Hashable, CustomDebugStringConvertible {
    typealias Item = Thing
    static let keyset = KeysetOrder("id", after: "id_after", before: "id_before")
    static let endpoint = Endpoint(
        "things.list",
        .get,
        "/things",
        constraints: [.needs("updated_after", "order_by", equals: "updated_at")]
    )
    var archived: Bool?
    var orderBy: ThingOrder?
    var sort: String?
    var topic: [String]?
    var customAttributes: [String: String]?
    var marked: CalendarDate?
    var updatedAfter: Date?
    var page: Int?
    var perPage: Int?

    init(_ configure: (inout ListThings) -> Void = { _ in }) { configure(&self) }

    func addQuery(to query: inout ParameterEncoder) {
        query.add("archived", archived)
        query.add("order_by", orderBy)
        query.add("sort", sort)
        query.addCommaSeparated("topic", topic)
        query.add("custom_attributes", customAttributes)
        query.add("marked", marked)
        query.add("updated_after", updatedAfter)
        query.add("page", page)
        query.add("per_page", perPage)
    }
}

struct EditThing: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = Thing
    static let endpoint = Endpoint("things.edit", .put, "/things/:id", constraints: [.atLeastOne])
    var id: IDOrPath

    struct Nullable: Sendable, Hashable {
        var description: WriteState<String> = .absent
        var avatar: WriteState<FileUpload> = .absent
        init() {}
    }
    var nullable = Nullable()

    var description: String? {
        @available(*, unavailable, message: "read `nullable.description`")
        get { nullable.description.value }
        set { nullable.description = WriteState(newValue) }
    }
    var avatar: FileUpload? {
        @available(*, unavailable, message: "read `nullable.avatar`")
        get { nullable.avatar.value }
        set { nullable.avatar = WriteState(newValue) }
    }
    var visibility: Visibility?
    var topics: [String]?
    var expiration: ExpirationAttributes?

    init(_ id: some IDOrPathConvertible, _ configure: (inout EditThing) -> Void = { _ in }) {
        self.id = IDOrPath(id)
        configure(&self)
    }

    func addPath(to path: inout PathAttributes) { path.add("id", id) }

    func addBody(to body: inout ParameterEncoder) {
        body.add("description", nullable.description)
        body.add("avatar", nullable.avatar)
        body.add("visibility", visibility)
        body.addCommaSeparated("topics", topics)
        body.add("expiration_attributes", expiration)
    }
}

struct ExpirationAttributes: ParameterHash {
    var cadence: String?
    var keepN: Int?
    /// Neither Hashable nor Equatable: compiles only while nothing is synthesized for hashes.
    var note: @Sendable () -> Void = {}

    func add(to hash: inout ParameterEncoder) {
        hash.add("cadence", cadence)
        hash.add("keep_n", keepN)
    }
}

/// A request with a property that is neither Hashable nor Equatable: compiles only while nothing is synthesized.
struct GetThing: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = Thing
    static let endpoint = Endpoint("things.get", .get, "/things/:id")
    var id: IDOrPath
    var note: @Sendable () -> Void = {}

    init(_ id: some IDOrPathConvertible) { self.id = IDOrPath(id) }

    func addPath(to path: inout PathAttributes) { path.add("id", id) }
}

struct StarThing: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = EmptyResponse
    static let endpoint = Endpoint("things.star", .post, "/things/:id/star")
    var id: IDOrPath
    func addPath(to path: inout PathAttributes) { path.add("id", id) }
}

struct DeleteThing: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = EmptyResponse
    static let endpoint = Endpoint("things.delete", .delete, "/things/:id")
    var id: IDOrPath
    var ifUnmodifiedSince: Date?

    init(_ id: some IDOrPathConvertible, _ configure: (inout DeleteThing) -> Void = { _ in }) {
        self.id = IDOrPath(id)
        configure(&self)
    }

    func addPath(to path: inout PathAttributes) { path.add("id", id) }

    func addHeaders(to headers: inout ParameterEncoder) {
        headers.add("If-Unmodified-Since", ifUnmodifiedSince)
    }
}

struct DownloadThing: DownloadRequest, Hashable, CustomDebugStringConvertible {
    static let endpoint = Endpoint("things.download", .get, "/things/:id/file")
    var id: IDOrPath
    var sha: String?

    init(_ id: some IDOrPathConvertible, _ configure: (inout DownloadThing) -> Void = { _ in }) {
        self.id = IDOrPath(id)
        configure(&self)
    }

    func addPath(to path: inout PathAttributes) { path.add("id", id) }

    func addQuery(to query: inout ParameterEncoder) {
        query.add("sha", sha)
    }
}

/// A list that comes whole.
struct ListParts: ListRequest, Hashable, CustomDebugStringConvertible {
    typealias Item = Thing
    static let endpoint = Endpoint("things.parts", .get, "/things/parts")
}

struct GetRule: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = Thing?
    static let endpoint = Endpoint("things.rule", .get, "/things/rule")
}

struct GetLanguages: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = [String: Double]
    static let endpoint = Endpoint("things.languages", .get, "/things/languages")
}

/// A request with parameters of the test's choosing.
struct AnyThing: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = JSONValue
    static let endpoint = Endpoint("things.any", .post, "/things/:id/any")
    var query = Parameters()
    var headers = Parameters()
    var body = Parameters()
    func addPath(to path: inout PathAttributes) { path.add("id", 7) }
    func addQuery(to query: inout ParameterEncoder) {
        for pair in self.query.pairs { query.add(pair.name, value: pair.value) }
    }
    func addHeaders(to headers: inout ParameterEncoder) {
        for pair in self.headers.pairs { headers.add(pair.name, value: pair.value) }
    }
    func addBody(to body: inout ParameterEncoder) {
        for pair in self.body.pairs { body.add(pair.name, value: pair.value) }
    }
}

struct Visibility: OpenEnum {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static let `private` = Visibility(rawValue: "private")
    static let `public` = Visibility(rawValue: "public")
    static let knownRawValues = ["private", "public"]
}

struct ThingOrder: OpenEnum {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static let id = ThingOrder(rawValue: "id")
    static let updatedAt = ThingOrder(rawValue: "updated_at")
}

struct Level: OpenEnum {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    static let guest = Level(rawValue: 10)
}

struct Thing: Codable, Sendable, Identifiable, Hashable {
    var id: Int
    var name: String?
    var createdAt: Date?
    var visibility: Visibility?
    var level: Level?
    var marked: CalendarDate?

    enum CodingKeys: String, CodingKey {
        case id
        case name
        case createdAt = "created_at"
        case visibility
        case level
        case marked = "marked_for_deletion_on"
    }
}

struct Things: Sendable {
    let client: GitLabClient
    func list(_ configure: (inout ListThings) -> Void = { _ in }) -> PagedList<ListThings> {
        client.pages(ListThings(configure))
    }
    func get(_ id: some IDOrPathConvertible) async throws -> Thing { try await client.send(GetThing(id)) }
    func delete(
        _ id: some IDOrPathConvertible,
        _ configure: (inout DeleteThing) -> Void = { _ in }
    ) async throws { _ = try await client.send(DeleteThing(id, configure)) }
    func parts() async throws -> [Thing] { try await client.send(ListParts()) }
    func rule() async throws -> Thing? { try await client.send(GetRule()) }
    func languages() async throws -> [String: Double] { try await client.send(GetLanguages()) }
    func download(
        _ id: some IDOrPathConvertible,
        _ configure: (inout DownloadThing) -> Void = { _ in }
    ) async throws -> Download { try await client.download(DownloadThing(id, configure)) }
}

extension GitLabClient {
    var things: Things { Things(client: self) }
}
