// An operation with several routes is compared with the document on each of them.

import Testing

@Suite struct RouteTests {
    private static let spec = """
        resource: { name: notes, type: Notes, about: "Texts that people write." }
        operations:
          list:
            GET: /:noteable/notes
            about: "Lists them."
            docs: https://docs.gitlab.com/api/projects/
            returns: string
            query:
              sort:  { type: string, about: "Field to sort by." }
              lines: { type: integer, parents: [change], about: "Only about these." }
        parents:
          Noteable:
            about: "Things that people write on."
            label: "on"
            cases:
              issue:
                path: /issues/:issue_id
                about: "A question."
                attributes: { issue_id: { type: integer, required: true, about: "Which one." } }
              change:
                path: /changes/:change_id
                about: "An answer."
                attributes: { change_id: { type: integer, required: true, about: "Which one." } }
        """

    private static func operation(_ path: String, _ names: String...) -> String {
        let rows = names.map { "{ in: query, name: \($0), schema: { type: \($0 == "lines" ? "integer" : "string") } }" }
        let id = "{ in: path, name: id, required: true, schema: { type: integer } }"
        let parameters = ([id] + rows).joined(separator: ", ")
        let response = "{ '200': { content: { application/json: { schema: { type: string } } } } }"
        return "  /api/v4\(path):\n    get: { tags: [notes], parameters: [\(parameters)], responses: \(response) }\n"
    }

    private static func compare(_ operations: String...) -> [String] {
        let head = "openapi: 3.0.0\ninfo: { title: GitLab REST API, version: '3.0' }\npaths:\n"
        return Comparing.compare(spec, head + operations.joined()).lines
    }

    @Test func agreeingDocumentsGiveNothing() {
        let issue = Self.operation("/issues/{id}/notes", "sort")
        #expect(Self.compare(issue, Self.operation("/changes/{id}/notes", "sort", "lines")) == [])
    }

    @Test func aMissingRouteIsNamed() {
        #expect(
            Self.compare(Self.operation("/issues/{id}/notes", "sort"))
                == ["extra-operation: GET /changes/:change_id/notes is not in the document"])
    }

    @Test func attributesAreThoseOfTheRoute() {
        let lines = Self.compare(
            Self.operation("/issues/{id}/notes", "sort", "lines"), Self.operation("/changes/{id}/notes", "sort"))
        #expect(
            lines.sorted() == [
                "extra-attribute: 'lines' of GET /changes/:change_id/notes is not in the document",
                "missing-attribute: 'lines' of GET /issues/:issue_id/notes (integer) is not in the spec",
            ])
    }
}
