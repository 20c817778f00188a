// A small spec and documents in both versions that say the same, to be changed by the tests.

import Drift
import OpenAPI
import SpecModel
import SpecSyntax

enum Comparing {
    static let spec = """
        resource: { name: things, type: Things, about: "Things that people keep." }
        operations:
          list:
            GET: /things
            request: ListThings
            about: "Lists them."
            docs: https://docs.gitlab.com/api/projects/
            returns: [Thing]
            query:
              after:  { type: datetime, about: "Only newer ones." }
              labels: { type: [string], comma_separated: true, about: "Only such." }
          edit:
            PUT: /things/:id
            request: EditThing
            about: "Changes one."
            docs: https://docs.gitlab.com/api/projects/
            returns: Thing
            path:
              id: { type: id_or_path, of: project, required: true, about: "Which one." }
            body:
              name:     { type: string, required: true, about: "Name shown to people." }
              level:    { type: Level, about: "Who may open it." }
              old:      { type: boolean, deprecated: { use: name }, about: "Used to be something." }
              settings: { type: Preferences, about: "How it looks." }
        hashes:
          Preferences:
            about: "How a thing looks."
            attributes:
              color: { type: string, about: "Of its cover." }
        types:
          Thing:
            about: "Something kept."
            fields:
              id:     { type: integer, about: "Number." }
              level:  { type: Level, about: "Who may open it." }
              parent: { type: Parent, about: "Thing that it is in." }
          Parent:
            about: "Container of things."
            fields:
              born: { type: date, about: "When." }
        enums:
          Level:
            about: "An audience."
            values:
              private: { about: "Members." }
              public:  { about: "All." }

        """

    static let document = """
        openapi: 3.0.0
        info: { title: Things }
        paths:
          /api/v4/things:
            get:
              tags: [things]
              parameters:
                - { in: query, name: after, schema: { type: string, format: date-time } }
                - { in: query, name: labels, schema: { type: array, items: { type: string } } }
              responses:
                '200': { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Small' } } } } }
          /api/v4/things/{thing_id}:
            put:
              tags: [things]
              parameters:
                - { in: path, name: thing_id, required: true, schema: { oneOf: [{ type: string }, { type: integer }] } }
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Edit' } } } }
              responses:
                '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Whole' } } } }
          /api/v4/others:
            get: { tags: [others], responses: { '200': { description: OK } } }
        components:
          schemas:
            Edit:
              type: object
              required: [name]
              properties:
                name: { type: string }
                level: { type: string, enum: [private, public] }
                old: { type: boolean, description: 'Deprecated: see `name`' }
                settings: { type: object, properties: { color: { type: string } } }
            Small:
              type: object
              properties: { id: { type: integer } }
            Whole:
              type: object
              properties:
                id: { type: integer }
                level: { type: string }
                parent: { $ref: '#/components/schemas/Parent' }
            Parent:
              type: object
              properties:
                born: { type: string, format: date }

        """

    /// The same in OpenAPI 2.0, which is less expressive.
    static let olderDocument = """
        swagger: '2.0'
        info: { title: Things }
        basePath: /api
        paths:
          /v4/things:
            get:
              parameters:
                - { in: query, name: after, type: string, format: date-time }
                - { in: query, name: labels, type: string }
              responses:
                '200': { schema: { type: array, items: { $ref: '#/definitions/Whole' } } }
          /v4/things/{id}:
            put:
              parameters:
                - { in: path, name: id, required: true, type: string }
                - { in: formData, name: name, required: true, type: string }
                - { in: formData, name: level, type: string, enum: [private, public] }
                - { in: formData, name: old, type: boolean, description: '[DEPRECATED] See `name`' }
                - { in: formData, name: 'settings[color]', type: string }
              responses:
                '200': { schema: { $ref: '#/definitions/Whole' } }
        definitions:
          Whole:
            type: object
            properties:
              id: { type: integer }
              level: { type: string }
              parent: { type: object, properties: { born: { type: string } } }

        """

    struct Result {
        let check: DriftCheck?
        let specProblems: [Diagnostic]

        var diagnostics: [Diagnostic] { check?.diagnostics ?? [] }
        /// Each as `rule: message`.
        var lines: [String] { diagnostics.map { "\($0.rule): \($0.message)" } }
    }

    static func compare(_ spec: String = spec, _ document: String = document, tag: String? = nil) -> Result {
        let collector = DiagnosticCollector()
        let reading = SpecReading(
            [SpecFile(path: "spec/things.yaml", bytes: Array(spec.utf8))], diagnostics: collector)
        guard
            let document = OpenAPIDocument(
                SourceText(SpecFile(path: "api.yaml", bytes: Array(document.utf8))), diagnostics: collector),
            !collector.hasErrors
        else { return Result(check: nil, specProblems: collector.sorted) }
        return Result(
            check: DriftCheck(reading.api, reading.knownDrift, against: document, tag: tag), specProblems: [])
    }

    /// The spec with accepted differences.
    static func spec(accepting entries: String, covers: String = "") -> String {
        spec + """
            drift:
              documents:
                ours:  { title: Things, version: "3.0"\(covers), about: "Our own." }
                older: { title: Things, version: "2.0", about: "Our own." }
              accepted:
            \(entries)

            """
    }
}
