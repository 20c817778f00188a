// Every kind of difference, each caused by one change of a document that agrees with the spec.

import Testing

@Suite struct DifferenceTests {
    @Test func documentsThatAgreeGiveNothing() {
        for document in [Comparing.document, Comparing.olderDocument] {
            let result = Comparing.compare(Comparing.spec, document)
            #expect(result.specProblems.isEmpty && result.lines == [])
            #expect(result.check?.comparedOperations == 2)
        }
    }

    @Test(arguments: [
        ("/api/v4/things:", "/api/v4/thing:", "extra-operation: GET /things is not in the document"),
        (
            "    put:\n      tags: [things]", "    put:\n      deprecated: true",
            "operation-deprecated: PUT /things/:id is deprecated by the document"
        ),
        (
            "{ type: array, items: { $ref: '#/components/schemas/Small' } }", "{ $ref: '#/components/schemas/Small' }",
            "response-shape: GET /things responds with [Thing], in the document with Small"
        ),
        (
            "'200': { content: { application/json: { schema: { $ref: '#/components/schemas/Whole' } } } }",
            "'202': { content: { application/json: { schema: { $ref: '#/components/schemas/Whole' } } } }",
            "response-status: PUT /things/:id responds with status 200, in the document with 202"
        ),
        ("name: labels", "name: tags", "extra-attribute: 'labels' of GET /things is not in the document"),
        ("name: labels", "name: tags", "missing-attribute: 'tags' of GET /things (array of string) is not in the spec"),
        (
            "in: query, name: after", "in: header, name: after",
            "attribute-location: 'after' of GET /things is sent in the query, in the document in the header"
        ),
        (
            "format: date-time", "format: date",
            "attribute-type: 'after' of GET /things is datetime, in the document string (date)"
        ),
        (
            "items: { type: string }", "items: { type: integer }",
            "attribute-type: 'labels' of GET /things is [string], in the document array of integer"
        ),
        (
            "oneOf: [{ type: string }, { type: integer }]", "type: string",
            "attribute-type: 'id' of PUT /things/:id is id_or_path, in the document string"
        ),
        (
            "required: [name]", "required: []",
            "attribute-required: 'name' of PUT /things/:id is not required by the document"
        ),
        (
            "required: [name]", "required: [name, level]",
            "attribute-required: 'level' of PUT /things/:id is required by the document"
        ),
        (
            "enum: [private, public]", "enum: [private, internal]",
            "attribute-values: 'level' of PUT /things/:id lacks the document's internal and has public beyond the document"
        ),
        (
            "name: { type: string }", "name: { type: string, enum: [a, b] }",
            "attribute-values: 'name' of PUT /things/:id accepts any value, in the document one of a, b"
        ),
        (
            "'Deprecated: see `name`'", "Not deprecated at all",
            "attribute-deprecated: 'old' of PUT /things/:id is not deprecated by the document"
        ),
        (
            "name: { type: string }", "name: { type: string, deprecated: true }",
            "attribute-deprecated: 'name' of PUT /things/:id is deprecated by the document"
        ),
        (
            "color: { type: string }", "colour: { type: string }",
            "missing-attribute: 'settings.colour' of PUT /things/:id (string) is not in the spec"
        ),
        (
            "color: { type: string }", "color: { type: integer }",
            "attribute-type: 'settings.color' of PUT /things/:id is string, in the document integer"
        ),
        (
            "born: { type: string, format: date }", "died: { type: string, format: date }",
            "missing-field: 'died' of Parent (string (date)) is not in the spec"
        ),
        (
            "born: { type: string, format: date }", "died: { type: string, format: date }",
            "extra-field: 'born' of Parent is not in the document"
        ),
        (
            "format: date }", "format: date-time }",
            "field-type: 'born' of Parent is date, in the document string (date-time)"
        ),
        (
            "level: { type: string }", "level: { type: string, enum: [private, internal, public] }",
            "field-values: 'level' of Thing lacks the document's internal"
        ),
        (
            "name: { type: string }", "name: { type: string, format: date-time }",
            "attribute-type: 'name' of PUT /things/:id is string, in the document string (date-time)"
        ),
        (
            "born: { type: string, format: date }", "born: { type: string, deprecated: true }",
            "field-deprecated: 'born' of Parent is deprecated by the document"
        ),
    ])
    func aChangeIsFound(_ before: String, _ after: String, _ expected: String) {
        #expect(Comparing.document.contains(before))
        let result = Comparing.compare(Comparing.spec, Comparing.document.replacing(before, with: after))
        #expect(result.lines.contains(expected), "\(result.lines) \(result.specProblems)")
        #expect(result.lines.count <= 2)
    }

    @Test func whatADocumentLeavesOpenIsNoDifference() {
        for (before, after) in [
            ("format: date-time", "nullable: true"), ("{ type: array, items: { type: string } }", "{ type: string }"),
            ("properties: { color: { type: string } } }", "nullable: true }"),
            ("level: { type: string, enum: [private, public] }", "level: { type: string }"),
            ("born: { type: string, format: date }", "born: { }"),
            ("/api/v4/things:", "/api/v4/(-/)things:"), ("/api/v4/things/{thing_id}:", "/api/v4/things/*thing_id:"),
            // Only one of the views of a thing deprecates it.
            ("properties: { id: { type: integer } }", "properties: { id: { type: integer, deprecated: true } }"),
        ] {
            let result = Comparing.compare(Comparing.spec, Comparing.document.replacing(before, with: after))
            #expect(result.check != nil && result.lines == [], "\(after)")
        }
    }

    @Test func anArrayIsATextOnlyWithCommas() {
        let spec = Comparing.spec.replacing("comma_separated: true, ", with: "")
        let document = Comparing.document.replacing(
            "{ type: array, items: { type: string } }", with: "{ type: string }")
        #expect(
            Comparing.compare(spec, document).lines == [
                "attribute-type: 'labels' of GET /things is [string], in the document string"
            ])
    }

    @Test func theFieldsOfAllViewsAreThoseOfTheType() {
        // The smaller view comes last here.
        let document = Comparing.document.replacing("schemas/Small' }", with: "schemas/Other' }")
            .replacing("schemas/Whole' }", with: "schemas/Small' }").replacing(
                "schemas/Other' }", with: "schemas/Whole' }")
        #expect(document != Comparing.document && Comparing.compare(Comparing.spec, document).lines == [])
    }

    @Test func operationsOnOneRouteShareItsAttributes() {
        let spec = Comparing.spec.replacing(
            "  edit:\n",
            with: """
                  listNewer:
                    GET: /things
                    request: ListNewerThings
                    about: "Lists newer ones."
                    docs: https://docs.gitlab.com/api/projects/
                    returns: [Thing]
                    query:
                      newer: { type: boolean, about: "Only newer ones." }
                  edit:

                """)
        let labels = "- { in: query, name: labels,"
        let document = Comparing.document.replacing(
            labels, with: "- { in: query, name: newer, schema: { type: boolean } }\n        \(labels)")
        let result = Comparing.compare(spec, document)
        #expect(result.check?.comparedOperations == 3 && result.lines == [], "\(result.lines) \(result.specProblems)")
    }

    @Test func differencesHaveBothPlacesAndOfferTheirAcceptance() throws {
        let result = Comparing.compare(
            Comparing.spec, Comparing.document.replacing("format: date-time", with: "format: date"))
        let diagnostic = try #require(result.diagnostics.first)
        #expect(diagnostic.range.path == "spec/things.yaml" && diagnostic.range.start.line == 10)
        #expect(diagnostic.notes.map(\.range.path) == ["api.yaml"] && diagnostic.notes.map(\.range.start.line) == [8])
        #expect(
            diagnostic.fix?.advice
                == #"change the spec, or accept it in drift.yaml: { what: attribute-type, at: ["GET /things"], names: [after], because: "…" }"#
        )
    }

    @Test func operationsThatTheSpecLacksAreToldForTagsItCovers() {
        #expect(Comparing.compare(Comparing.spec(accepting: "    []"), Comparing.document).lines == [])
        let covering = Comparing.compare(
            Comparing.spec(accepting: "    []", covers: ", covers: [others]"), Comparing.document)
        #expect(covering.lines == ["missing-operation: GET /others is not in the spec"])
        #expect(covering.diagnostics.first?.range.path == "api.yaml")
        let tagged = Comparing.compare(tag: "others")
        #expect(tagged.lines == ["missing-operation: GET /others is not in the spec"])
        #expect(tagged.check?.comparedOperations == 0)
        #expect(Comparing.compare(tag: "things").check?.comparedOperations == 2)
    }
}
