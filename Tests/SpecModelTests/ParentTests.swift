// Parents: the routes of operations, what they inherit, and mistakes in both.

import SpecModel
import SpecSyntax
import Testing

@Suite struct ParentTests {
    /// A resource with a parent of three cases, and an operation with these lines.
    private func spec(
        _ operation: String, resource: String = "", cases: String = "", tables: String = ""
    ) -> String {
        """
        resource:
          name: kites
          type: Kites
          about: "Toys that the wind carries."
        \(resource)  path:
            kite_id: { type: integer, required: true, about: "Number on the tail." }
        operations:
          get:
            GET: /:launch_place/kites/:kite_id
            about: "Gets one of them."
            docs: https://docs.gitlab.com/api/projects/#kites
            returns: string
        \(operation.split(separator: "\n").map { "    " + $0 + "\n" }.joined())parents:
          LaunchPlace:
            about: "Somewhere that wind blows."
            label: from
            cases:
              beach:
                path: /coasts/:id/beaches/:name
                about: "Sand beside the sea."
                tables: [coast]
                attributes:
                  name: { type: string, required: true, about: "As the map has it." }
              field:
                path: /fields/:field_id
                about: "Grass, after the harvest."
                attributes:
                  field_id: { type: integer, required: true, about: "Number in the register." }
              sky: { path: /sky, about: "All places together." }
        \(cases)tables:
          coast:
            id: { type: integer, required: true, about: "Which side of the land." }
        \(tables)
        """
    }

    private func operation(_ text: String) throws -> SpecModel.Operation {
        let (api, diagnostics) = read(text)
        return try #require(api?.resources.first?.operations.last, "\(diagnostics)")
    }

    @Test func eachCaseIsARouteWithItsRows() throws {
        let operation = try operation(
            spec(#"query: { wind: { type: integer, parents: [field, sky], about: "How strong." } }"#))
        #expect(
            operation.routes.map(\.text) == [
                "GET /coasts/:id/beaches/:name/kites/:kite_id", "GET /fields/:field_id/kites/:kite_id",
                "GET /sky/kites/:kite_id",
            ])
        #expect(
            operation.routes.map { $0.attributes.map(\.name.value) } == [
                ["id", "name", "kite_id"], ["field_id", "kite_id", "wind"], ["kite_id", "wind"],
            ])
        #expect(operation.routes[0].path.placeholders.map(\.value) == ["id", "name", "kite_id"])
        #expect(operation.attributes.map(\.name.value) == ["launch_place", "kite_id", "wind"])
        #expect(operation.attributes[0].swiftName.text == "launchPlace")
    }

    @Test func operationsTakeTheirOwnCasesOrThoseOfTheResource() throws {
        let resource = "  parents: [sky, field]\n"
        #expect(try operation(spec("", resource: resource)).routes.map { $0.parent?.name.value } == ["field", "sky"])
        let own = try operation(spec("parents: [beach]", resource: resource))
        #expect(own.routes.map { $0.parent?.name.value } == ["beach"])
        #expect(own.parent?.isNarrowed == true)
    }

    @Test(arguments: [
        ("parents: [feild]", "unknown-parent", "write 'field'"),
        ("parents: [moon]", "unknown-parent", "write one of: beach, field, sky"),
        (#"query: { a: { type: string, parents: [feild], about: "A." } }"#, "unknown-parent", "write 'field'"),
        (
            "parents: [sky]\nquery: { a: { type: string, parents: [field], about: \"A.\" } }", "unknown-parent",
            "remove the row, or write a case that the operation takes"
        ),
        (#"query: { name: { type: string, about: "A." } }"#, "duplicate-attribute", "rename one of the two rows"),
    ])
    func mistakesOfOperations(operation: String, rule: String, advice: String) {
        let found = read(spec(operation)).diagnostics.filter { $0.severity == .error }
        #expect(found.contains { $0.rule == rule && $0.fix?.advice.hasPrefix(advice) == true }, "\(found)")
    }

    @Test func aNameOfTheResourceIsReportedOnce() {
        let found = read(spec("", resource: "  parents: [feild]\n")).diagnostics.filter { $0.rule == "unknown-parent" }
        #expect(found.count == 1 && found[0].fix?.advice == "write 'field'")
    }

    @Test func aMisspeltParentIsCorrected() {
        let text = spec("").replacing("GET: /:launch_place", with: "GET: /:lunch_place")
        let found = read(text).diagnostics.filter { $0.rule == "missing-path-attribute" }
        #expect(found.count == 1 && found[0].fix?.advice == "write ':launch_place'", "\(found)")
    }

    @Test func aParentBeginsThePath() {
        let text = spec("").replacing("GET: /:launch_place", with: "GET: /winds/:launch_place")
        #expect(read(text).diagnostics.contains { $0.rule == "wrong-path" && $0.message.contains("begins with") })
        let plain = spec("parents: [sky]").replacing("GET: /:launch_place", with: "GET: /winds")
        #expect(read(plain).diagnostics.contains { $0.rule == "unknown-parent" })
    }

    @Test(arguments: [
        (
            #"pier: { path: /piers/:pier_id, about: "Planks." }"#, "missing-path-attribute",
            "add below 'attributes:' a row"
        ),
        (#"pier: { path: piers, about: "Planks." }"#, "wrong-path", "write '/piers'"),
        (
            #"pier: { path: /piers, about: "Planks.", attributes: { a: { type: string, required: true, about: "A." } } }"#,
            "missing-placeholder", "write ':a' into the path, or remove the row"
        ),
        (
            #"pier: { path: "/piers/:a", about: "Planks.", attributes: { a: { type: string, about: "A." } } }"#,
            "optional-path-attribute", "add 'required: true'"
        ),
        (
            #"pier: { path: "/piers/:a", about: "P.", attributes: { a: { type: [string], required: true, about: "A." } } }"#,
            "wrong-type", "write string"
        ),
        (
            #"pier: { path: "/p/:a", about: "P.", attributes: { a: { type: string, required: true, secret: true, about: "A." } } }"#,
            "wrong-value", "remove 'secret'"
        ),
        (#"heaven: { path: /heaven, as: sky, about: "Planks." }"#, "same-swift-name", "add 'as: sky2'"),
        (#"parent_path: { path: /heaven, about: "Planks." }"#, "reserved-name", "add 'as: parentPathValue'"),
        (#"pier: { about: "Planks." }"#, "missing-key", "add 'path: …'"),
    ])
    func mistakesOfCases(one: String, rule: String, advice: String) {
        let found = read(spec("", cases: "      \(one)\n")).diagnostics.filter { $0.severity == .error }
        #expect(found.contains { $0.rule == rule && $0.fix?.advice.hasPrefix(advice) == true }, "\(found)")
    }

    @Test func aParentIsNoTypeOfARow() {
        let row = #"query: { a: { type: LaunchPlace, about: "A." } }"#
        #expect(read(spec(row)).diagnostics.contains { $0.rule == "unknown-type" })
    }
}
