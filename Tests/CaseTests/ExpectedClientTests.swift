// The expected clients of the golden cases, in use: the requests that they send and the models that they read.

import CasesClient
import Foundation
import GitLabRuntime
import HTTPTypes
import Testing

@Suite struct ExpectedClientTests {
    private let client = GitLabClient(baseURL: URL(string: "https://gitlab.example.com")!)

    private func target<Request: GitLabRequest>(_ request: Request) throws -> String {
        let head = try client.httpRequest(for: request).head
        return "\(head.method.rawValue) \(head.path ?? "")"
    }

    private func body<Request: GitLabRequest>(_ request: Request) throws -> String {
        String(decoding: try client.httpRequest(for: request).body.bytes ?? [], as: UTF8.self)
    }

    @Test func aListTakesItsPagesAndItsConstraints() throws {
        let list = ListShelves {
            $0.orderBy = .updatedAt
            $0.updatedAfter = Date(timeIntervalSince1970: 0)
            $0.words = ["a b", "c"]
            $0.ids = [1, 2]
            $0.extra = ["k": "v"]
            $0.perPage = 50
        }
        let target = try target(list)
        #expect(target.hasPrefix("GET /api/v4/shelves?"))
        for part in [
            "order_by=updated_at", "words=a%20b%2Cc", "extra%5Bk%5D=v", "per_page=50", "updated_after=1970-01-01T00",
        ] {
            #expect(target.contains(part), "\(part) in \(target)")
        }
        #expect(throws: (any Error).self) { try self.target(ListShelves { $0.updatedAfter = Date() }) }
        #expect(throws: (any Error).self) { try self.target(ListShelves { $0.ids = [1] }) }
    }

    @Test func headersTravelAsHeaders() throws {
        let request = ListShelfBooks("top/left", kind: "poems") { $0.ifModifiedSince = "yesterday" }
        let head = try client.httpRequest(for: request).head
        #expect(head.path == "/api/v4/shelves/top%2Fleft/books/poems")
        #expect(head.headerFields[.ifModifiedSince] == "yesterday")
    }

    @Test func writesAreSentInThreeStates() throws {
        #expect(try body(CreateLetter(sender: "Ada")) == #"{"sender":"Ada"}"#)
        let unset = try body(CreateLetter(subject: "x") { $0.note = nil })
        #expect(unset.contains(#""note":null"#) && unset.contains(#""subject":"x""#))
        #expect(try body(EditLetter(7) { $0.note = "y" }) == #"{"note":"y"}"#)
        #expect(throws: (any Error).self) { try self.body(EditLetter(7)) }
        let nested = EditLetter(7) {
            $0.paper = LetterPaper { $0.color = nil }
            $0.copies = [LetterCopy(to: "Bob")]
            $0.marks = ["k": "v"]
        }
        let sent = try body(nested)
        for part in [#""paper":{"color":null}"#, #""copies":[{"to":"Bob"}]"#, #""marks":{"k":"v"}"#] {
            #expect(sent.contains(part), "\(part) in \(sent)")
        }
        #expect(try target(BurnLetter(7) { $0.twice = true }) == "DELETE /api/v4/letters/7?twice=true")
    }

    @Test func modelsReadWhatTheyCanAndKeepWhatIsNew() throws {
        let json = """
            {"id": 1, "full_name": "House", "web_url": null, "height": 1.5, "founded_on": "1900-02-03", "rooms": [{"name": "A"}],
             "keepers": {"a": {"name": "B"}}, "grade": 5, "quiet": "roaring", "anything": [1], "_links": {"x": "y"},
             "self": "here", "unknown": 1}
            """
        let museum = try JSONDecoder().decode(Museum.self, from: Data(json.utf8))
        #expect(museum.id == 1 && museum.fullName == "House" && museum.webURL == nil && museum.isOpen == nil)
        #expect(museum.grade == .good && museum.quiet == MuseumQuiet(rawValue: "roaring"))
        #expect("\(MuseumGrade.good)" == "good" && "\(MuseumGrade(rawValue: 7))" == "7")
        #expect(museum.keepers?["a"]?.name == "B" && museum.links == ["x": "y"] && museum.ownAddress == "here")
        #expect(MuseumQuiet.silent.rawValue == "none" && MuseumQuiet.knownValues == [.silent, .default])
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(Museum.self, from: Data(#"{"full_name": "House"}"#.utf8))
        }
    }

    @Test func hostileNamesAndTextsAreOnlyNamesAndTexts() throws {
        let trap = RepeatTrap("a/b c") {
            $0.in = "x"
            $0.func = ["y"]
        }
        #expect(try target(trap) == "GET /api/v4/traps/a%2Fb%20c?in=x&func%5B%5D=y")
        let response = try JSONDecoder().decode(Trap.self, from: Data(#"{"protocol": "p", "switch": "a\"b\\c"}"#.utf8))
        #expect(response.protocol == "p" && response.switch == .quoted)
    }

    @Test func eventsAreRecognisedByTheirBodies() throws {
        func payload(_ json: String) throws -> WebhookPayload {
            try WebhookPayload(WebhookBody(Array(json.utf8)))
        }
        #expect(try payload(#"{"object_kind":"drizzle"}"#) == .rain(RainEvent(objectKind: "drizzle")))
        #expect(
            try payload(#"{"event_name":"station_destroy"}"#) == .station(StationEvent(eventName: "station_destroy")))
        guard case .rainNote = try payload(#"{"object_kind":"note","object_attributes":{"noteable_type":"Rain"}}"#),
            case .note = try payload(#"{"object_kind":"note","object_attributes":{"noteable_type":"Fog"}}"#),
            case .unknown = try payload(#"{"object_kind":"fog","event_name":"station_create"}"#)
        else {
            Issue.record("an event is taken for another one")
            return
        }
    }
}
