// A client of some operations: these, the types that they need, and nothing else.

import Generator
import SpecModel
import SpecSyntax
import Testing

@Suite struct OperationListTests {
    private static let spec = """
        resource: { name: boats, type: Boats, about: "Boats of a harbour.", docs: https://docs.gitlab.com/api/projects/ }
        operations:
          list:
            GET: /boats
            about: "Lists the boats."
            docs: "#list"
            returns: [Boat]
            query:
              kind: { type: Kind, about: "Only those of this kind." }
          get:
            GET: /boats/:id
            about: "Gets one boat."
            docs: "#get"
            returns: Boat
            path: { id: { type: integer, required: true, about: "Number of the boat." } }
          sink:
            DELETE: /boats/:id
            about: "Sinks a boat."
            docs: "#sink"
            returns: nothing
            path: { id: { type: integer, required: true, about: "Number of the boat." } }
        types:
          Boat:
            about: "A boat."
            fields: { mast: { type: [Mast], about: "Masts that hold its sails." } }
          Mast:
            about: "A mast."
            fields: { height: { type: integer, about: "How high it is." } }
        enums:
          Kind: { about: "Kinds of boats.", values: { sail: { about: "It has a mast." } } }
        """

    /// An operation with several routes is named by any of them, and brings its parent with it.
    @Test(arguments: ["kites.list", "GET /sky/kites", "get /fields/{id}/kites", "GET /:place/kites"])
    func anyRouteNamesTheOperation(line: String) throws {
        let spec = """
            resource: { name: kites, type: Kites, about: "Toys.", docs: https://docs.gitlab.com/api/projects/ }
            operations:
              list:
                GET: /:place/kites
                about: "Lists what flies there."
                docs: "#kites"
                returns: string
            parents:
              Place:
                about: "Somewhere that wind blows."
                label: at
                cases:
                  sky: { path: /sky, about: "All places together." }
                  field:
                    path: /fields/:field_id
                    about: "Grass, after the harvest."
                    attributes: { field_id: { type: integer, required: true, about: "Number in the register." } }
            """
        let generation = try Generation(spec: [SpecFile(path: "spec/wind.yaml", bytes: Array(spec.utf8))])
        let api = try #require(generation.api, "\(generation.report)")
        let tree = try Generation.client(of: OperationList(line).subset(of: api)).tree(of: "GitLab")
        #expect(tree["Kites/ListKites.swift"] != nil)
        #expect(tree["Models/Wind.swift"]?.contains("public struct Place: ParentResource") == true)
    }

    private func files(_ list: String) throws -> [String] {
        let generation = try Generation(spec: [SpecFile(path: "spec/harbour.yaml", bytes: Array(Self.spec.utf8))])
        let api = try #require(generation.api, "\(generation.report)")
        let tree = try Generation.client(of: OperationList(list).subset(of: api)).tree(of: "GitLab")
        let text = tree["Models/Harbour.swift"] ?? ""
        let types = ["Boat", "Mast", "Kind"].filter { text.contains(" \($0):") }
        return tree.files.map(\.path.string).filter { !$0.contains(".docc") } + types
    }

    @Test(arguments: [
        "boats.get", "  GET  /boats/:id ", "get /boats/{number}", "# It asks.\n\nboats.get # not a comment\n",
    ])
    func theTypesThatItNeeds(list: String) throws {
        if list.contains("not a comment") {
            #expect(throws: OperationList.UnknownOperations.self) { try files(list) }
        } else {
            #expect(
                try files(list) == [
                    "Boats/Boats.swift", "Boats/GetBoat.swift", "GitLab.swift", "Models/Harbour.swift", "Boat", "Mast",
                ])
        }
    }

    @Test func noTypesWhereNoneAreNeeded() throws {
        #expect(try files("boats.sink") == ["Boats/Boats.swift", "Boats/SinkBoat.swift", "GitLab.swift"])
        #expect(try files("boats.list\nboats.sink").suffix(3) == ["Boat", "Mast", "Kind"])
    }

    @Test func everyUnknownLineIsReported() throws {
        do {
            _ = try files("boats.gett\nboats.get\nPATCH /boats\n")
            Issue.record("it takes unknown operations")
        } catch let error as OperationList.UnknownOperations {
            #expect(error.problems.count == 2)
            #expect(error.problems[0] == "line 1: there is no operation 'boats.gett'; did you mean 'boats.get'?")
            #expect(error.problems[1].hasPrefix("line 3: there is no operation 'PATCH /boats'"))
        }
        #expect(throws: OperationList.UnknownOperations.self) { try files("# nothing\n") }
    }
}
