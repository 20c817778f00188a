// Properties of emitted Swift that hold for every spec.

import SpecModel
import SpecSyntax
import SwiftEmitter
import Testing

@Suite struct EmissionTests {
    private func emit(_ texts: [String: String]) throws -> [SwiftFile] {
        let diagnostics = DiagnosticCollector()
        let files = texts.sorted { $0.key < $1.key }.map { SpecFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let api = try #require(API(files, diagnostics: diagnostics), "\(diagnostics.sorted)")
        return ClientEmitter(api).swiftFiles()
    }

    private func emit(_ text: String) throws -> String {
        try emit(["spec/test.yaml": text]).map(\.text).joined()
    }

    /// A resource `rooms` with one operation.
    private func operation(_ name: String, _ path: String, _ rows: String = "") throws -> String {
        let placeholders = path.split(separator: "/").filter { $0.hasPrefix(":") }.map {
            "\($0.dropFirst()): { type: integer, required: true, about: \"P.\" }"
        }
        return try emit(
            """
            resource: { name: rooms, type: Rooms, about: "Rooms.", docs: https://docs.gitlab.com/api/x/ }
            operations:
              \(name):
                GET: \(path)
                about: "A."
                returns: [string]
                path: { \(placeholders.joined(separator: ", ")) }
                query: { \(rows) }
            """)
    }

    @Test(arguments: [
        ("listForUser", "/users/:user_id/rooms", "list(forUser userID: Int)", "ListRoomsForUser(userID)"),
        ("listForIssue", "/x/:id/i/:issue_iid", "list(_ id: Int, forIssue issueIID: Int)", "(id, issueIID: issueIID)"),
        (
            "listForGroup", "/groups/:group_id/keys/:key", "list(forGroup groupID: Int, key: Int)",
            "(groupID, key: key)"
        ),
        ("getForGroup", "/groups/:id/rooms/:room_id", "get(forGroup id: Int, roomID: Int)", "(id, roomID: roomID)"),
        (
            "getForGroupIncludingEmpty", "/groups/:id/rooms/:room_id",
            "get(forGroupIncludingEmpty id: Int, roomID: Int)", "(id, roomID: roomID)"
        ),
        ("listLentBy", "/users/:user_id/lent", "list(lentBy userID: Int)", "ListRoomsLentBy(userID)"),
        ("listIncludingEmpty", "/x/:id", "list(includingEmpty id: Int)", "ListRoomsIncludingEmpty(id)"),
        ("listByFloor", "/x/:id/:floor", "list(_ id: Int, floor: Int)", "ListRoomsByFloor(id, floor: floor)"),
        ("listBooks", "/x/:id/books", "listBooks(_ id: Int)", "ListRoomBooks(id)"),
        ("listForms", "/x/:id/forms", "listForms(_ id: Int)", "ListRoomForms(id)"),
        ("listForAll", "/all", "listForAll()", "ListRoomsForAll()"),
    ])
    func aVariantIsALabel(_ name: String, _ path: String, _ method: String, _ request: String) throws {
        let text = try operation(name, path)
        #expect(text.contains("func \(method) async throws -> [String]"), "\(text)")
        #expect(text.contains(request), "\(text)")
    }

    @Test func aClosureIsThereWhereItCanSetSomething() throws {
        #expect(!(try operation("list", "/x/:id").contains("configure")))
        let text = try operation("list", "/x/:id", #"owned: { type: boolean, about: "O." }"#)
        #expect(text.contains("_ configure: (inout ListRooms) -> Void = { _ in }"))
        #expect(text.contains("configure(&self)"))
    }

    @Test func textsOfTheSpecCannotEndACommentOrALiteral() throws {
        let text = try emit(
            #"""
            types:
              Thing:
                about: "One line.\nimport Evil \u2028 struct Evil {}"
                fields:
                  a: { type: string, deprecated: { use: "say \"no\" \\(evil)\n" }, about: "A. \r func evil() {}" }
            """#)
        #expect(text.contains("/// One line. import Evil struct Evil {}\n"))
        #expect(text.contains("/// A. func evil() {}\n"))
        #expect(text.contains(#"message: "use say \"no\" \\(evil)\n")"#))
    }

    /// Of more than four fields or attributes, optional, and not in a list: what would be copied along in place.
    @Test func largePartsAreKeptApart() throws {
        func rows(_ count: Int) -> String {
            (0..<count).map { "part_\($0): { type: string, about: \"P.\" }" }.joined(separator: ", ")
        }
        let text = try emit(
            """
            types:
              Five: { about: "Five.", fields: { \(rows(5)) } }
              Four: { about: "Four.", fields: { \(rows(4)) } }
              Whole:
                about: "Whole."
                fields:
                  large: { type: Five, about: "L." }
                  small: { type: Four, about: "S." }
                  always: { type: Five, always: true, about: "A." }
                  list: { type: [Five], about: "L." }
            hashes:
              FiveSent: { about: "Five.", attributes: { \(rows(5)) } }
              FourSent: { about: "Four.", attributes: { \(rows(4)) } }
              Sent:
                about: "Sent."
                attributes:
                  large: { type: FiveSent, about: "L." }
                  small: { type: FourSent, about: "S." }
                  required: { type: FiveSent, required: true, about: "R." }
            """)
        #expect(text.contains("    @Boxed public var large: Five?\n"))
        #expect(text.contains("    @Boxed public var large: FiveSent?\n"))
        for property in ["small: Four?", "always: Five", "list: [Five]?", "small: FourSent?", "required: FiveSent"] {
            #expect(text.contains("    public var \(property)\n"))
        }
        #expect(text.contains("fields.part(\"large\", &_large)"))
        #expect(text.contains("hash.add(\"large\", large)"))
    }

    @Test func wordsOfTheLanguageStandInBackticks() throws {
        let text = try emit(
            """
            types:
              Thing: { about: "A.", fields: { default: { type: string, always: true, about: "D." }, in: { type: string, about: "I." } } }
            """)
        #expect(text.contains("public var `default`: String\n"))
        #expect(text.contains("public init(default: String) {\n        self.default = `default`\n"))
        #expect(
            text.contains(
                "        fields.string(\"default\", always: &`default`)\n        fields.string(\"in\", &`in`)\n"))
    }

    @Test(arguments: [
        ("", ": { type: datetime, required: true, about: \"From when on.\" }", "nothing", true),
        ("", ": { type: datetime, about: \"From when on.\" }", "nothing", false),
        (
            "    constraints: [{ at_least_one_of: [since, name] }]\n", ": { type: datetime, about: \"From when on.\" }",
            "nothing", true
        ),
        ("", ": { type: date, required: true, about: \"From when on.\" }", "[datetime]", true),
    ])
    func aFileOfMethodsImportsWhatItsDeclarationsName(
        _ constraints: String, _ since: String, _ response: String, _ isImported: Bool
    ) throws {
        let files = try emit([
            "spec/things.yaml": """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              tag:
                POST: /things
                request: TagThing
                about: "Tags a thing."
                docs: https://example.com
                returns: \(response)
            \(constraints)    body:
                  name: { type: string, about: "The tag." }
                  since\(since)
            """
        ])
        let methods = try #require(files.first { $0.path == "GitLab/Things/Things.swift" })
        #expect(methods.text.contains("import FoundationEssentials\n") == isImported, "\(methods.text)")
    }

    @Test func fieldsAreRecordedByTheirNames() throws {
        let rows = ["fields", "self_link", "web_url", "id"].map { "      \($0): { type: integer, about: \"A.\" }" }
        let text = try emit("types:\n  Thing:\n    about: \"A.\"\n    fields:\n" + rows.joined(separator: "\n"))
        #expect(
            text.contains(
                """
                    public mutating func recordFields(in fields: inout FieldRecorder) {
                        fields.integer("fields", &self.fields)
                        fields.integer("self_link", &selfLink)
                        fields.integer("web_url=webURL", &webURL)
                        fields.integer("id", &id)
                    }
                """))
    }

    /// One more in the middle changes no other.
    @Test func aFieldMoreIsALineMore() throws {
        let rows = ["a", "b", "c"].map { "      \($0): { type: string, about: \"A.\" }" }
        func lines(_ rows: [String]) throws -> [Substring] {
            try emit("types:\n  Thing:\n    about: \"A.\"\n    fields:\n" + rows.joined(separator: "\n"))
                .split(separator: "\n", omittingEmptySubsequences: false)
        }
        let difference = try lines(rows).difference(from: try lines([rows[0], rows[2]]))
        #expect(difference.removals.isEmpty)
        #expect(difference.insertions.count == 4)
    }

    /// The compiler would warn of each deprecated field, and of nothing else.
    @Test func deprecatedFieldsAreReadWithoutWarnings() throws {
        let rows = "{ a: { type: string, about: \"A.\" }, b: { type: integer, deprecated: { use: a }, about: \"B.\" } }"
        let text = try emit("types:\n  Thing: { about: \"A.\", fields: \(rows) }")
        #expect(text.contains("    @available(*, deprecated)\n    public mutating func recordFields("))
        #expect(
            !(try emit("types:\n  Thing: { about: \"A.\", fields: { a: { type: string, about: \"A.\" } } }"))
                .contains("deprecated"))
    }

    @Test func aRequiredAttributeIsAParameterAndAFileOfTypesOneSwiftFile() throws {
        let files = try emit([
            "spec/things.yaml": """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              tag:
                POST: /things/:id/tags/:tag_name
                request: TagThing
                about: "Tags a thing."
                docs: https://example.com
                returns: Thing
                path:
                  tag_name: { type: string, required: true, about: "The tag." }
                  id: { type: id_or_path, of: project, required: true, about: "The thing." }
                body_tables: [shared]
                body:
                  since: { type: datetime, required: true, about: "From when on." }
            """,
            "spec/tables/shared.yaml": """
            tables: { shared: { note: { type: string, about: "A note." } } }
            """,
            "spec/types/big_thing.yaml": """
            types: { Thing: { about: "A thing.", fields: { id: { type: integer, always: true, about: "Its number." } } } }
            """,
        ])
        #expect(
            files.map(\.path) == [
                "GitLab/GitLab.swift", "GitLab/Models/BigThing.swift", "GitLab/Things/TagThing.swift",
                "GitLab/Things/Things.swift",
            ])
        #expect(
            files.map(\.sources) == [[], ["spec/types/big_thing.yaml"], ["spec/things.yaml"], ["spec/things.yaml"]])
        #expect(files[2].text.contains("import FoundationEssentials"), "dates are Foundation's")
        #expect(!files[1].text.contains("Foundation"))
        #expect(
            files[2].text.contains(
                """
                    public init(
                        _ id: some ProjectReference,
                        tagName: String,
                        since: Date,
                        _ configure: (inout TagThing) -> Void = { _ in }
                    ) {
                        self.id = IDOrPath(id)
                        self.tagName = tagName
                        self.since = since
                        configure(&self)
                    }
                """))
        #expect(
            files[2].text.contains(
                """
                    public func addPath(to path: inout PathAttributes) {
                        path.add("id", id)
                        path.add("tag_name", tagName)
                    }
                """))
        #expect(
            files[3].text.contains("try await client.send(TagThing(id, tagName: tagName, since: since, configure))"))
    }

    @Test func noLineIsLongerThanTheFormatterAllows() throws {
        let words = Array(repeating: "word", count: 80).joined(separator: " ")
        let text = try emit(
            """
            types:
              Thing: { about: "\(words).", fields: { id: { type: integer, about: "\(words)." } } }
            """)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
        #expect(text.split(separator: "\n").filter { $0.count > 110 }.count > 4, "lines are filled")
    }

    @Test func aDeprecatedFieldIsRenamedOnlyIfTheTypesAgree() throws {
        let text = try emit(
            """
            types:
              Thing:
                about: "A thing."
                fields:
                  a: { type: string, deprecated: { use: c }, about: "A." }
                  b: { type: boolean, deprecated: { use: c }, about: "B." }
                  c: { type: string, about: "C." }
                  d: { type: string, deprecated: { use: "the other page" }, about: "D." }
                  e: { type: string, deprecated: { use: c, inverted: true }, about: "E." }
            """)
        #expect(text.contains("@available(*, deprecated, renamed: \"c\")\n    public var a:"))
        #expect(text.contains("@available(*, deprecated, message: \"use `c`\")\n    public var b:"))
        #expect(text.contains("@available(*, deprecated, message: \"use the other page\")\n    public var d:"))
        #expect(
            text.contains(
                "@available(*, deprecated, message: \"use `c`, which means the opposite\")\n    public var e:"))
    }

    @Test func secretsAreStoredWhereNothingShowsThem() throws {
        let text = try emit(
            """
            types:
              Thing:
                about: "A thing."
                fields:
                  url_token: { type: string, always: true, secret: true, about: "A." }
                  keys: { type: [string], secret: true, about: "B." }
            hashes:
              Preferences:
                about: "Preferences."
                attributes:
                  value: { type: string, required: true, secret: true, about: "C." }
                  token: { type: string, nullable: true, secret: true, about: "D." }
                  old_key: { type: string, secret: true, deprecated: { since: "14.0" }, about: "E." }
            """)
        #expect(
            text.contains(
                """
                    public var urlToken: String {
                        get { redactedURLToken.value }
                        set { redactedURLToken.value = newValue }
                    }

                    private var redactedURLToken: Redacted<String>
                """))
        #expect(text.contains("    private var redactedKeys: Redacted<[String]>?\n"))
        #expect(text.contains("        self.redactedURLToken = Redacted(urlToken)\n"))
        #expect(
            text.contains(
                "        fields.secret(\"url_token\", always: &redactedURLToken)\n"
                    + "        fields.secret(\"keys\", &redactedKeys)\n")
        )
        #expect(text.contains("        self.redactedValue = Redacted(value)\n"))
        #expect(text.contains("        hash.add(\"value\", redactedValue.value)\n"))
        #expect(text.contains("        hash.add(\"token\", nullable.token)\n"))
        #expect(text.contains("        hash.add(\"old_key\", redactedOldKey?.value)\n"))
        #expect(
            text.contains(
                "    @available(*, deprecated)\n    public var oldKey: String? {\n        get { redactedOldKey?.value }"
            ))
        #expect(
            text.contains(
                """
                        public var token: WriteState<String> {
                            get { redactedToken.value }
                            set { redactedToken.value = newValue }
                        }

                        private var redactedToken = Redacted(WriteState<String>.absent)
                """))
    }

    @Test func everyKindOfAnswerHasItsMethod() throws {
        func operation(_ name: String, _ method: String, _ response: String) -> String {
            """
              \(name):
                \(method): /things/:id/\(name)
                request: \(name.prefix(1).uppercased() + name.dropFirst())Thing
                about: "Does it."
                docs: https://example.com
                returns: \(response)
                path: { id: { type: id_or_path, of: project, required: true, about: "The thing." } }
                header: { If-Unmodified-Since: { type: datetime, about: "Not if it changed after this moment." } }

            """
        }
        let text = try emit(
            "resource: { name: things, type: Things, about: \"Things.\" }\noperations:\n"
                + operation("measure", "GET", "{string: number}") + operation("remove", "DELETE", "nothing")
                + operation("fetch", "GET", "download") + operation("rule", "GET", "Rule\n    nullable_response: true")
                + operation("parts", "GET", "[Rule]")
                + "types: { Rule: { about: \"A rule.\", fields: { extra: { type: json, about: \"More.\" } } } }")
        #expect(
            text.contains(
                ") async throws -> [String: Double] {\n        try await client.send(MeasureThing(id, configure))"))
        #expect(text.contains(") async throws {\n        _ = try await client.send(RemoveThing(id, configure))"))
        #expect(text.contains("public struct RemoveThing: GitLabRequest, Hashable, CustomDebugStringConvertible {"))
        #expect(text.contains("public typealias Response = EmptyResponse"))
        #expect(
            text.contains(") async throws -> Download {\n        try await client.download(FetchThing(id, configure))"))
        #expect(text.contains("public struct FetchThing: DownloadRequest, Hashable, CustomDebugStringConvertible {"))
        #expect(text.contains(") async throws -> Rule? {"))
        #expect(text.contains("public typealias Response = Rule?"))
        #expect(text.contains("public struct PartsThing: ListRequest, Hashable, CustomDebugStringConvertible {"))
        #expect(text.contains(") async throws -> [Rule] {"))
        #expect(text.contains("public var extra: JSONValue?"))
        #expect(
            text.contains(
                """
                    public func addHeaders(to headers: inout ParameterEncoder) {
                        headers.add("If-Unmodified-Since", ifUnmodifiedSince)
                    }
                """))
    }

    @Test func anAttributeMayHaveTheNameOfAParameter() throws {
        let text = try emit(
            """
            hashes: { Extra: { about: "E.", attributes: { value: { type: string, about: "V." } } } }
            resource: { name: things, type: Things, about: "Things." }
            operations:
              list:
                GET: /things
                request: ListThings
                about: "Lists."
                docs: https://example.com
                returns: nothing
                query: { query: { type: string, about: "Q." } }
            """)
        #expect(text.contains("query.add(\"query\", self.query)"))
        #expect(text.contains("hash.add(\"value\", value)"))
    }

    @Test func twoFilesOfOneNameAreReported() throws {
        let texts = [
            "spec/things.yaml": """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              list: { GET: /things, request: ListThings, about: "L.", docs: "https://example.com", returns: nothing }
            """,
            "spec/types/things.yaml": "enums: { A: { about: \"A.\", values: {} }, B: { about: \"B.\", values: {} } }",
            "spec/types/list_things.yaml": "enums: { C: { about: \"C.\", values: {} } }",
        ]
        let diagnostics = DiagnosticCollector()
        let files = texts.map { SpecFile(path: $0.key, bytes: Array($0.value.utf8)) }
        try #require(API(files, diagnostics: diagnostics)).checkFileNames(diagnostics: diagnostics)
        #expect(
            diagnostics.sorted.map { "\($0.range.path):\($0.range.start.column) \($0.rule)" } == [
                "spec/types/list_things.yaml:10 same-file-name", "spec/types/things.yaml:10 same-file-name",
            ])
    }

    @Test func theEndpointSaysWhatTheMethodDoesNot() throws {
        let rows = """
                request: NAME
                about: "Does it."
                docs: https://example.com
                returns: nothing
            """
        func operation(_ name: String, _ route: String, _ more: String = "") -> String {
            "  \(name):\n    \(route)\n" + rows.replacing("NAME", with: "\(name.uppercased())It") + "\n\(more)"
        }
        let text = try emit(
            "resource: { name: things, type: Things, about: \"Things.\" }\noperations:\n"
                + operation("a", "POST: /a", "    idempotent: true\n")
                + operation("b", "DELETE: /b", "    idempotent: false\n")
                + operation("c", "DELETE: /c"))
        #expect(text.contains(#"Endpoint("things.a", .post, "/a", idempotent: true)"#))
        #expect(text.contains(#"Endpoint("things.b", .delete, "/b", idempotent: false)"#))
        #expect(text.contains(#"Endpoint("things.c", .delete, "/c")"#))
    }

    @Test func listsThatComeByKeysetSayInWhichOrder() throws {
        let text = try emit(
            """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              list:
                GET: /things
                request: ListThings
                about: "Lists them."
                docs: https://example.com
                returns: [string]
                pages: [offset, keyset]
                query:
                  order_by: { type: string, about: "Order." }
                  id_after: { type: integer, about: "From where on." }
                constraints: [{ attribute: pagination, needs: { order_by: id } }]
            tables:
              offset_paging:
                page: { type: integer, about: "Which." }
                per_page: { type: integer, about: "How many." }
              keyset_paging:
                pagination: { type: string, about: "How." }
            """)
        #expect(text.contains("public struct ListThings: KeysetPagedRequest, Hashable, CustomDebugStringConvertible {"))
        #expect(text.contains(#"public static let keyset = KeysetOrder("id", after: "id_after")"#))
    }

    @Test func theCatalogueNamesEveryMethod() throws {
        let diagnostics = DiagnosticCollector()
        let text = """
            resource: { name: things, type: Things, about: "Things." }
            operations:
              make:
                POST: /things/:id
                request: MakeThing
                about: "Makes it."
                docs: https://example.com
                returns: nothing
                path: { id: { type: id_or_path, of: project, required: true, about: "The thing." } }
                body: { name: { type: string, about: "N." }, size: { type: integer, about: "S." } }
                constraints: [{ at_least_one_of: [name, size] }]
              fetch:
                GET: /things
                request: FetchThing
                about: "Fetches it."
                docs: https://example.com
                returns: download
            """
        let api = try #require(API([SpecFile(path: "spec/t.yaml", bytes: Array(text.utf8))], diagnostics: diagnostics))
        let pages = ClientEmitter(api).documentationPages()
        #expect(pages.map(\.path) == ["GitLab/GitLab.docc/GitLab.md", "GitLab/GitLab.docc/Things.md"])
        #expect(pages[0].text.contains("### Resources\n\n- ``Things``\n"))
        #expect(pages[1].title == "# ``GitLab/Things``")
        #expect(
            pages[1].text == """
                ## Topics

                ### Downloading

                - ``fetch()``

                ### Writing

                - ``make(_:name:_:)``
                - ``make(_:size:_:)``

                ### Requests

                - ``MakeThing``
                - ``FetchThing``

                """)
    }

    @Test func aHashTakesTheRowsOfTables() throws {
        let text = try emit(
            """
            tables: { shared: { note: { type: string, about: "A note." } } }
            hashes: { Extra: { about: "More.", tables: [shared], attributes: { size: { type: integer, about: "Its size." } } } }
            """)
        #expect(text.contains("hash.add(\"note\", note)\n        hash.add(\"size\", size)\n"))
    }
}
