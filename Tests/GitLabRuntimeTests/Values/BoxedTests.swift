// Parts in storage of their own behave as if they were stored in place.

import Foundation
import Testing

@testable import GitLabRuntime

private struct Part: Hashable, Sendable {
    var name: String
    var token: Redacted<String>?
}

private struct Whole {
    @Boxed var part: Part?

    init(part: Part? = nil) {
        self.part = part
    }
}

@Suite struct BoxedTests {
    @Test func aPartIsNilUntilItIsSet() {
        var whole = Whole()
        #expect(whole.part == nil)
        whole.part = Part(name: "a")
        #expect(whole.part == Part(name: "a"))
        whole.part = nil
        #expect(whole.part == nil)
        #expect(Whole(part: Part(name: "b")).part?.name == "b")
    }

    @Test func copiesAreIndependent() {
        let one = Whole(part: Part(name: "one"))
        var other = one
        other.part?.name += ", changed"
        #expect(one.part?.name == "one")
        #expect(other.part?.name == "one, changed")
    }

    @Test func whatHoldsItIsAsSmallAsAReference() {
        #expect(MemoryLayout<Whole>.size == MemoryLayout<AnyObject>.size)
        #expect(MemoryLayout<Part?>.size > MemoryLayout<Whole>.size)
    }

    @Test func descriptionsShowThePartAndNoBox() {
        let whole = Whole(part: Part(name: "demo"))
        #expect("\(whole)" == "Whole(_part: \(String(reflecting: Optional(Part(name: "demo")))))")
        #expect("\(Boxed(wrappedValue: Part(name: "demo")))" == "\(String(describing: Optional(Part(name: "demo"))))")
        #expect("\(Whole())" == "Whole(_part: nil)")
        var dumped = ""
        dump(whole, to: &dumped)
        #expect(dumped.contains("demo"))
        #expect(!dumped.contains("box"))
    }

    @Test func aSecretInItIsHiddenAndFound() {
        let whole = Whole(part: Part(name: "demo", token: Redacted("glpat-1234")))
        var dumped = ""
        dump(whole, to: &dumped)
        #expect(!"\(whole) \(dumped)".contains("glpat"))
        #expect(SecretText.secrets(in: whole) == ["glpat-1234"])
    }
}
