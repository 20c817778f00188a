// Requests whose path begins with that of a parent: the path, its checks, and what the operation does not take.

import Testing

@testable import GitLabRuntime

private struct Place: ParentResource, Hashable, CustomStringConvertible {
    static let parentTemplates = [
        ParentTemplate("town", "town(_:name:)", "/towns/:id/streets/:name"),
        ParentTemplate("village", "village(_:)", "/villages/:number"),
        ParentTemplate("sea", "sea()", "/sea"),
    ]

    let parentPath: ParentPath

    static func town(_ id: IDOrPath, name: String) -> Place {
        Place(
            parentPath: ParentPath("/towns/:id/streets/:name") {
                $0.add("id", id)
                $0.add("name", name)
            })
    }

    static func village(_ number: Int) -> Place {
        Place(parentPath: ParentPath("/villages/:number") { $0.add("number", number) })
    }

    static func sea() -> Place { Place(parentPath: ParentPath("/sea")) }
}

private struct ListHouses: GitLabRequest, Hashable, CustomDebugStringConvertible {
    typealias Response = JSONValue
    static let endpoint = Endpoint("houses.list", .get, "/:place/houses/:house", parents: Place.self)

    var place: Place
    var house = "a/b"

    func addPath(to path: inout PathAttributes) {
        path.add(place.parentPath)
        path.add("house", house)
    }
}

private struct BuildHouse: GitLabRequest {
    typealias Response = JSONValue
    static let endpoint = Endpoint(
        "houses.build", .post, "/:place/houses", parents: Place.self, only: ["town", "village"],
        constraints: [.only("permit", on: ["town"])])

    var place: Place
    var permit: String?

    func addPath(to path: inout PathAttributes) { path.add(place.parentPath) }
    func addBody(to body: inout ParameterEncoder) { body.add("permit", permit) }
}

@Suite struct ParentTests {
    private let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("[]") })

    private func path(_ place: Place) throws -> String? {
        try client.httpRequest(for: ListHouses(place: place)).head.path
    }

    @Test func theParentBeginsThePath() throws {
        #expect(
            try path(.town("a/b.c", name: "d/e é")) == "/api/v4/towns/a%2Fb%2Ec/streets/d%2Fe%20%C3%A9/houses/a%2Fb")
        #expect(try path(.village(7)) == "/api/v4/villages/7/houses/a%2Fb")
        #expect(try path(.sea()) == "/api/v4/sea/houses/a%2Fb")
    }

    @Test(arguments: ["", "..", "a/../b", "a\0b"])
    func valuesAreCheckedAsElsewhere(name: String) {
        let error = #expect(throws: GitLabError.self) { try path(.town(1, name: name)) }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.message.contains("`name`") == true)
        #expect(error?.path == "/towns/:id/streets/:name/houses/:house")
    }

    @Test func aParentThatIsNotTakenIsNamedWithThoseThatAre() {
        let error = #expect(throws: GitLabError.self) { try client.httpRequest(for: BuildHouse(place: .sea())) }
        #expect(
            error?.message
                == "`houses.build` does not take `.sea()`: use `.town(_:name:)` or `.village(_:)`")
    }

    @Test func anAttributeOfAnotherParentIsRejected() throws {
        _ = try client.httpRequest(for: BuildHouse(place: .town(1, name: "x"), permit: "yes"))
        _ = try client.httpRequest(for: BuildHouse(place: .village(7)))
        let error = #expect(throws: GitLabError.self) {
            try client.httpRequest(for: BuildHouse(place: .village(7), permit: "yes"))
        }
        #expect(error?.message == "`.village(_:)` has no `permit`: leave it out, or use `.town(_:name:)`")
    }

    @Test func pathTemplatesAreThoseOfTheDocumentation() async throws {
        #expect(ListHouses.endpoint.pathTemplate == "/:place/houses/:house")
        #expect(BuildHouse.endpoint.pathTemplates == ["/towns/:id/streets/:name/houses", "/villages/:number/houses"])
        #expect(GetThing.endpoint.pathTemplates == ["/things/:id"])
        let failing = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}", status: 404) })
        let request = ListHouses(place: .village(7))
        let error = try await gitLabError { try await failing.send(request) }
        #expect(error.kind == .notFound)
        #expect("\(error)".contains("/villages/7/houses"), "\(error)")
    }

    @Test func middlewareSeesTheWholeTemplate() async throws {
        let seen = Locked<[String]>([])
        let client = client.with { $0.middleware = [Seeing { template in seen.withLock { $0.append(template) } }] }
        _ = try await client.send(ListHouses(place: .village(7)))
        #expect(seen.withLock { $0 } == ["/villages/:number/houses/:house"])
    }

    @Test func requestsAreEqualWhenTheirParentsAre() {
        #expect(ListHouses(place: .village(7)) == ListHouses(place: .village(7)))
        #expect(ListHouses(place: .village(7)) != ListHouses(place: .village(8)))
        #expect(ListHouses(place: .village(7)).hashValue == ListHouses(place: .village(7)).hashValue)
        #expect(BuildHouse.endpoint != ListHouses.endpoint)
    }

    @Test func printingShowsTheCallThatMakesIt() {
        #expect("\(Place.town("a/b", name: "c"))" == #"town("a/b", name: "c")"#)
        #expect("\(Place.village(7)) \(Place.sea())" == "village(7) sea()")
        #expect("\(ListHouses(place: .village(7)))" == #"ListHouses(place: village(7), house: "a/b")"#)
    }
}

private struct Seeing: Middleware {
    let note: @Sendable (String) -> Void

    func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
        note(request.pathTemplate)
        return try await next(request)
    }
}
