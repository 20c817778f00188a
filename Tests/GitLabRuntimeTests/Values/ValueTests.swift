// Ids, write states, open enums and JSON values.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct ValueTests {
    @Test func idsComeFromNumbersAndTexts() {
        let number = 42
        let long: Int64 = 42
        let path = "group/project"
        #expect(GetThing(number) == GetThing(42))
        #expect(GetThing(long) == GetThing(42))
        #expect(GetThing(path) == GetThing("group/project"))
        #expect(GetThing(IDOrPath.path("x")) == GetThing("x"))
        #expect(GetThing(Thing(id: 42).id) == GetThing(42))
        #expect(IDOrPath(number) == .id(42) && IDOrPath(path) == .path("group/project"))
        #expect(([7, "a/b"] as [IDOrPath]).map(\.description) == ["7", "a/b"])
    }

    @Test func writeStatesByAssignment() {
        var request = EditThing(1)
        #expect(request.nullable.description == .absent)
        request.description = nil
        #expect(request.nullable.description == .null)
        #expect(request.nullable.description.value == nil)
        request.description = "text"
        #expect(request.nullable.description == .value("text"))
        #expect(request.nullable.description.value == "text")
        request.nullable.description = .absent
        #expect(request == EditThing(1))
    }

    @Test func requestsAreEqualWhenTheySendTheSame() {
        let one = EditThing(1) { $0.visibility = .private }
        #expect(one == EditThing(1) { $0.visibility = Visibility(rawValue: "private") })
        #expect(one != EditThing(2) { $0.visibility = .private })
        #expect(one != EditThing(1) { $0.visibility = .public })
        #expect(
            one
                != EditThing(1) {
                    $0.visibility = .private
                    $0.description = nil
                }
        )
        #expect(EditThing(1) { $0.topics = [] } != EditThing(1))
        #expect(ListThings { $0.page = 2 } != ListThings { $0.page = 3 })
        #expect(
            ListThings { $0.customAttributes = ["a": "1", "b": "2"] }
                == ListThings { $0.customAttributes = ["b": "2", "a": "1"] })
        #expect(ExpirationAttributes(cadence: "7d") == ExpirationAttributes(cadence: "7d", note: { print() }))
        #expect(ExpirationAttributes(cadence: "7d") != ExpirationAttributes(cadence: "7d", keepN: 1))
        let requests: Set = [one, EditThing(1) { $0.visibility = .private }, EditThing(1)]
        #expect(requests.count == 2)
    }

    @Test func openEnumsKeepUnknownValues() throws {
        let json = Data(#"{"id":1,"visibility":"galactic","level":35}"#.utf8)
        let thing = try JSONDecoder().decode(Thing.self, from: json)
        #expect(thing.visibility?.rawValue == "galactic")
        #expect(thing.level?.rawValue == 35)
        #expect(thing.visibility != .private)
        #expect(Visibility(rawValue: "private") == .private)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(thing), as: UTF8.self)
                == #"{"id":1,"level":35,"visibility":"galactic"}"#)
        #expect("\(Visibility.private) \(Level.guest)" == "private 10")
        #expect(Set([Visibility.private, Visibility(rawValue: "private"), .public]).count == 2)
        #expect(Level.guest.parameterValue == .integer(10))
        switch thing.visibility {
        case .private?, .public?: Issue.record("known")
        default: break
        }
    }

    @Test func jsonValuesReadAndWriteAnything() throws {
        let text = #"{"a":[1,-2.5,"x",true,false,null,{}],"big":9223372036854775807,"huge":1e300,"one":1.0}"#
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(value["a"]?[0] == 1)
        #expect(value["a"]?[1] == -2.5)
        #expect(value["a"]?[3] == true)
        #expect(value["a"]?[5] == .null)
        #expect(value["a"]?[6] == [:])
        #expect(value["a"]?[7] == nil)
        #expect(value["none"] == nil)
        #expect(value["big"] == .integer(.max))
        #expect(value["huge"] == .double(1e300))
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
        let literal: JSONValue = ["x": [1, 2.5, "t", true, nil]]
        #expect(literal == .object(["x": .array([.integer(1), .double(2.5), .string("t"), .bool(true), .null])]))
    }
}
