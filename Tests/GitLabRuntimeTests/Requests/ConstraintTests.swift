// Rules between attributes: the parameters that break them, which are not sent.

import Testing

@testable import GitLabRuntime

@Suite struct ConstraintTests {
    private func violation(_ constraint: Constraint, query: [String] = [], body: [String] = []) -> String? {
        var inQuery = Parameters()
        var inBody = Parameters()
        for name in query { inQuery.add(name, "x") }
        for name in body { inBody.add(name, value: .null) }
        return constraint.violation(query: inQuery, body: inBody)?.message
    }

    @Test func atLeastOne() {
        #expect(violation(.atLeastOne)?.contains("at least one attribute") == true)
        #expect(violation(.atLeastOne, query: ["a"]) != nil)
        #expect(violation(.atLeastOne, body: ["a"]) == nil)
        #expect(violation(.atLeastOne(of: ["name", "path"]))?.contains("`name` or `path`") == true)
        #expect(violation(.atLeastOne(of: ["name", "path"]), body: ["other"]) != nil)
        #expect(violation(.atLeastOne(of: ["name", "path"]), body: ["path"]) == nil)
        #expect(violation(.atLeastOne(of: ["name", "path"]), query: ["name"], body: ["path"]) == nil)
    }

    @Test func exclusive() {
        let constraint = Constraint.exclusive(["a", "b", "c"])
        #expect(violation(constraint) == nil)
        #expect(violation(constraint, body: ["b", "d"]) == nil)
        #expect(violation(constraint, body: ["b", "c"])?.contains("`b` and `c`") == true)
        #expect(violation(constraint, query: ["a"], body: ["b", "c"])?.contains("`a`, `b` and `c`") == true)
    }

    @Test func needsAnotherAttribute() {
        let query = { (add: (inout ParameterEncoder) -> Void) -> String? in
            let query = Parameters.collecting(add)
            return Constraint.needs("remove", "path").violation(query: query, body: Parameters())?.message
        }
        #expect(query { $0.add("remove", true) } == "`remove` needs `path` to be set too")
        #expect(
            query {
                $0.add("remove", true); $0.add("path", "a/b")
            } == nil)
        #expect(query { $0.add("remove", false) } == nil)
        #expect(query { $0.add("path", "a/b") } == nil)
    }

    @Test func needs() {
        let constraint = Constraint.needs("after", "order_by", equals: "updated_at")
        func violation(_ build: (inout ParameterEncoder) -> Void) -> String? {
            let query = Parameters.collecting(build)
            return constraint.violation(query: query, body: Parameters())?.message
        }
        #expect(violation { $0.add("order_by", "id") } == nil)
        #expect(
            violation { $0.add("after", "x") }?.contains("`after` needs `order_by` to be set to `updated_at`") == true)
        #expect(
            violation {
                $0.add("after", "x")
                $0.add("order_by", ThingOrder.id)
            } != nil
        )
        #expect(
            violation {
                $0.add("after", "x")
                $0.add("order_by", ThingOrder.updatedAt)
            } == nil
        )
    }

    @Test func nothingIsSent() async throws {
        let transport = ScriptedTransport { _, _ in .json("{}") }
        let client = GitLabClient.scripted(transport)
        let error = try await gitLabError { try await client.send(EditThing(1)) }
        #expect(error.kind == .invalidRequest)
        #expect(error.method == "PUT" && error.path == "/things/:id")
        #expect(error.status == nil)
        let list = try await gitLabError { try await client.things.list { $0.updatedAfter = .now }.page(1) }
        #expect(
            list.kind == .invalidRequest && list.message.contains("`updated_after`")
                && list.message.contains("`order_by`"))
        #expect(transport.sent.isEmpty)
    }
}
