// The defaults of operations: the path and the page of their resource, the attributes of their pages, and the names of
// their requests.

import SpecModel
import SpecSyntax
import Testing

@Suite struct InheritanceTests {
    private static let tables = """
        tables:
          project_id:
            id: { type: id_or_path, of: project, required: true, about: "The project." }
          offset_paging:
            page: { type: integer, about: "The page." }
            per_page: { type: integer, maximum: 100, about: "How many." }
          keyset_paging:
            pagination: { type: string, about: "How." }
        """

    /// A resource with a table and a row of its paths, and an operation with these lines.
    private func spec(_ operation: String, page: String = "  docs: https://docs.gitlab.com/api/pings/\n") -> String {
        """
        resource:
          name: pings
          type: Pings
          about: "Signs of life."
        \(page)  path_tables: [project_id]
          path:
            ping_id: { type: integer, required: true, about: "The ping." }
        operations:
          get:
            GET: /projects/:id/pings/:ping_id
            about: "Asks whether somebody is there."
            docs: "#get-a-ping"
            returns: string
          list:
        \(operation.split(separator: "\n").map { "    " + $0 + "\n" }.joined())\(Self.tables)
        """
    }

    private func operation(_ lines: String) throws -> SpecModel.Operation {
        let result = read(spec(lines))
        return try #require(result.api?.resources.first?.operations.last, "\(result.diagnostics)")
    }

    private let list = """
        GET: /projects/:id/pings
        about: "Lists signs of life."
        docs: "#list"
        returns: [string]
        """

    /// The rules on defaults of operations that a spec breaks.
    private func rules(_ text: String) -> [String] {
        let collector = DiagnosticCollector()
        let files = [SpecFile(path: "spec/pings.yaml", bytes: Array(text.utf8))]
        let reading = SpecReading(files, diagnostics: collector)
        Lint(reading, diagnostics: collector).check()
        let own = ["missing-anchor", "needless-suppression", "repetition"]
        return collector.sorted.map(\.rule).filter(own.contains)
    }

    @Test func rowsArePassedOnWhereThePathNamesThem() throws {
        let api = try #require(read(spec(list)).api)
        let operations = api.resources[0].operations
        #expect(operations[0].attributes.map(\.name.value) == ["id", "ping_id"])
        #expect(operations[1].attributes.map(\.name.value) == ["id"])
        #expect(api.resources[0].path.map(\.name.value) == ["ping_id", "id"])
    }

    @Test func anOwnRowTakesThePlaceOfOne() throws {
        let operation = try operation(list + "\npath: { id: { type: integer, required: true, about: \"A number.\" } }")
        #expect(operation.attributes.map(\.type.value) == [.builtIn(.integer)])
    }

    @Test func aRowThatNoPathNamesIsReported() {
        let text = spec(list).replacing("/:ping_id", with: "")
        let found = read(text).diagnostics
        #expect(found.map(\.rule) == ["missing-placeholder"])
        #expect(found.first?.message == "no path of 'pings' has ':ping_id'")
        #expect(found.first?.range.start == SourcePosition(line: 8, column: 5))
    }

    @Test func anAnchorIsOneOfThePageOfTheResource() throws {
        #expect(try operation(list).docs.value == "https://docs.gitlab.com/api/pings/#list")
        let other = list.replacing("\"#list\"", with: "https://docs.gitlab.com/api/pongs/#list")
        #expect(try operation(other).docs.value == "https://docs.gitlab.com/api/pongs/#list")
        let none = list.replacing("docs: \"#list\"\n", with: "")
        #expect(try operation(none).docs.value == "https://docs.gitlab.com/api/pings/")
        #expect(rules(spec(none)) == ["missing-anchor"])
        #expect(rules(spec(none + "\nsuppress: { missing-anchor: \"It has no section.\" }")) == [])
    }

    @Test func theAudienceIsInheritedUnlessAnOperationSaysItsOwn() throws {
        let page = "  docs: https://docs.gitlab.com/api/pings/\n  tier: premium\n  role: owner\n  admin: true\n"
        func list(_ lines: String) throws -> SpecModel.Availability {
            let api = try #require(read(spec(self.list + lines, page: page)).api)
            return api.resources[0].operations[1].availability
        }
        let inherited = try list("")
        #expect(inherited.tier?.value == .premium && inherited.role?.value == "owner" && inherited.isAdminOnly)
        let own = try list("\ntier: ultimate\nrole: guest\nadmin: false")
        #expect(own.tier?.value == .ultimate && own.role?.value == "guest" && !own.isAdminOnly)
        #expect(rules(spec(self.list + "\nrole: owner", page: page)) == ["repetition"])
    }

    @Test func withoutAPageThereIsNothingToJoin() {
        #expect(read(spec(list, page: "")).diagnostics.map(\.rule) == ["missing-docs", "missing-docs"])
    }

    @Test func pagesBringTheirAttributes() throws {
        let query =
            "\nquery: { per_page: { type: integer, maximum: 20, about: \"A few.\" }, \(Self.wide), order_by: { type: string, about: \"O.\" } }"
        let order = "\nconstraints: [{ attribute: pagination, needs: { order_by: id } }]"
        let operation = try operation(list + "\npages: [offset, keyset]" + query + order)
        #expect(
            operation.attributes(in: .query).map(\.name.value) == [
                "wide", "order_by", "page", "per_page", "pagination",
            ])
        #expect(operation.attributes(in: .query)[3].limits.maximum?.value == 20, "its own row takes the other's place")
    }

    private static let wide = "wide: { type: boolean, about: \"Whether it is wide.\" }"

    @Test func pagesNeedTheirTable() {
        let found = read(spec(list + "\npages: [offset]").replacing("offset_paging:", with: "offset:")).diagnostics
        #expect(found.map(\.rule) == ["unknown-table"])
        #expect(found.first?.message.contains("'offset_paging'") == true)
    }

    @Test(arguments: [
        ("get", "Hooks", "GetHook"), ("list", "Hooks", "ListHooks"), ("listEvents", "Hooks", "ListHookEvents"),
        ("listForUser", "Projects", "ListProjectsForUser"), ("listFormats", "Projects", "ListProjectFormats"),
        ("get", "Branches", "GetBranch"), ("edit", "Policies", "EditPolicy"), ("delete", "Addresses", "DeleteAddress"),
        ("get", "JobTokenScope", "GetJobTokenScope"), ("setURLVariable", "Hooks", "SetHookURLVariable"),
        ("get", "Access", "GetAccess"),
    ])
    func aRequestIsCalledByItsVerbAndItsResource(_ operation: String, _ resource: String, _ request: String) {
        #expect(SpecModel.Operation.requestName(of: operation, in: resource) == request)
    }

    @Test func methodsAreToldApartByTheirLabels() throws {
        func found(_ first: String, _ second: String) -> [String] {
            let rows = #"path: { room: { type: string, required: true, about: "A room." } }"#
            let text = """
                resource: { name: pings, type: Pings, about: "Pings.", docs: https://docs.gitlab.com/api/x/ }
                operations:
                  \(first): { GET: "/a/:room", about: "A.", returns: [string], \(rows) }
                  \(second): { GET: "/b/:room", about: "B.", returns: [string], \(rows) }
                """
            return read(text).diagnostics.map(\.rule)
        }
        #expect(found("list", "listByRoom") == ["duplicate-name"])
        #expect(found("list", "listForRoom") == [])
        #expect(found("list", "listBooks") == [])
    }

    @Test func anOperationMayNameItsRequest() throws {
        #expect(try operation(list).request.value == "ListPings")
        #expect(try operation(list + "\nrequest: FindPings").request.value == "FindPings")
    }

    /// Lines that repeat defaults, and the rest after fixing them; nil where they stay.
    @Test(arguments: [
        ("request: ListPings", nil),
        ("path_tables: [project_id]", nil),
        ("pages: [offset]\nquery_tables: [offset_paging]", "pages: [offset]"),
        ("pages: [offset]\nquery_tables: [more, offset_paging]", "pages: [offset]\nquery_tables: [more]"),
    ])
    func whatIsSoAnywayIsTakenOut(_ lines: String, _ left: String?) {
        let more = "\n  more:\n    wide: { type: boolean, about: \"Whether it is wide.\" }"
        func text(_ lines: String?) -> String {
            spec(list + (lines.map { "\n" + $0 } ?? "")) + (lines?.contains("more") == true ? more : "")
        }
        let collector = DiagnosticCollector()
        let files = [SpecFile(path: "spec/pings.yaml", bytes: Array(text(lines).utf8))]
        Lint(SpecReading(files, diagnostics: collector), diagnostics: collector).check()
        let found = collector.sorted.filter { $0.rule == "repetition" }
        #expect(found.count == 1, "\(collector.sorted)")
        let fixed = AppliedFixes(of: files, by: found).files.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(fixed == [text(left)])
    }

    @Test func anAddressOnThePageOfTheResourceIsShortened() {
        let collector = DiagnosticCollector()
        let long = list.replacing("\"#list\"", with: "https://docs.gitlab.com/api/pings/#list")
        let files = [SpecFile(path: "spec/pings.yaml", bytes: Array(spec(long).utf8))]
        Lint(SpecReading(files, diagnostics: collector), diagnostics: collector).check()
        let found = collector.sorted.filter { $0.rule == "repetition" }
        let fixed = AppliedFixes(of: files, by: found).files.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(fixed == [spec(list)])
    }
}
