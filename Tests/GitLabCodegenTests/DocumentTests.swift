// The commands that read OpenAPI documents, from end to end, on a small document of our own, for CI.

import Foundation
import Testing

@Suite struct DocumentTests {
    let project: SampleProject

    init() throws {
        project = try SampleProject()
        try Data(Self.document.utf8).write(to: project.url.appending(path: "api.yaml"))
    }

    /// It differs from the sample in each kind of thing: an operation, an attribute, a type, a field.
    private static let document = """
        openapi: 3.0.0
        info: { title: Sample API }
        paths:
          /api/v4/projects/{id}:
            get:
              tags: [Projects]
              parameters:
                - { in: path, name: id, required: true, schema: { type: string } }
                - { in: query, name: license, schema: { type: boolean } }
              responses:
                '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Project' } } } }
          /api/v4/projects/{id}/labels:
            get:
              tags: [Labels]
              parameters:
                - { in: path, name: id, required: true, schema: { oneOf: [{ type: integer }, { type: string }] } }
                - { in: query, name: sort, schema: { type: string, enum: [asc, desc] } }
              responses:
                '200': { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Label' } } } } }
          /api/v4/projects/{id}/labels/{name}/promote:
            put:
              tags: [Labels]
              responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Label' } } } } }
        components:
          schemas:
            Project: { type: object, properties: { id: { type: string } } }
            Label: { type: object, properties: { name: { type: string }, project: { $ref: '#/components/schemas/Project' } } }

        """

    private let accepted = """
        drift:
          documents:
            sample: { title: Sample API, version: "3.0", covers: [Projects], about: "The document of the tests." }
          accepted:
            - { what: attribute-type, at: ["GET /projects/:id"], names: [id], because: "Paths are taken too." }
            - { what: field-type, at: [Project], names: [id], because: "It is a number." }
            - { what: missing-attribute, at: ["GET *"], names: [license], because: "Nobody needs it." }

        """

    @Test func driftTellsEveryDifferenceWithBothPlaces() throws {
        let run = try project.run("drift", "--against", "api.yaml")
        #expect(run.code == 1)
        for message in [
            "spec/projects.yaml:15:19: error: 'id' of GET /projects/:id is id_or_path, in the document string [attribute-type]\n",
            "api.yaml:8:29: note: in the document\n",
            "spec/projects.yaml:8:3: error: 'license' of GET /projects/:id (boolean) is not in the spec [missing-attribute]\n",
            "spec/types/project.yaml:6:19: error: 'id' of Project is integer, in the document string [field-type]\n",
            "fix: change the spec, or accept it in drift.yaml: { what: field-type, at: [\"Project\"], names: [id], because: \"…\" }\n",
            "\n3 errors\n",
        ] { #expect(run.errors.contains(message), "\(run.errors)") }
        #expect(
            run.output
                == "api.yaml is OpenAPI 3.0.0, for which nothing is accepted: 1 operations compared, 0 differences accepted by 0 entries.\n"
        )
    }

    @Test func acceptancesCoverThemAndExpire() throws {
        try project.write(accepted, to: "spec/drift.yaml")
        let run = try project.run("drift", "--against", "api.yaml")
        #expect(run.code == 0 && run.errors == "", "\(run.errors)")
        #expect(run.output.contains("known as sample: 1 operations compared, 3 differences accepted by 3 entries."))
        #expect(try project.run("lint").code == 0, "accepted differences are a part of the spec")
        let fixed = Self.document.replacing(
            "properties: { id: { type: string } }", with: "properties: { id: { type: integer } }")
        try Data(fixed.utf8).write(to: project.url.appending(path: "api.yaml"))
        let later = try project.run("drift", "--against", "api.yaml", "--format", "json")
        #expect(later.code == 1)
        #expect(
            later.output.contains("the acceptance of 'field-type' covers nothing")
                && later.output.contains("needless-acceptance"))
    }

    @Test func aReportSaysWhatDriftMeans() throws {
        let run = try project.run("drift", "--against", "api.yaml", "--format", "markdown")
        #expect(run.code == 1 && run.errors == "", "\(run.errors)")
        #expect(
            run.output == """
                # Drift

                api.yaml is OpenAPI 3.0.0, for which nothing is accepted: 1 operations compared, 0 differences accepted by 0 entries.

                | Difference | Count | For users of the client | To follow the document |
                |---|--:|---|---|
                | New attributes | 1 | Requests cannot set them; `CustomRequest` can. | minor version |
                | Attributes of another type | 1 | GitLab may reject their values. | major version |
                | Fields of another type | 1 | Responses with them may not be readable. | major version |

                ## New in the document

                ### New attributes

                * 'license' of GET /projects/:id (boolean) is not in the spec (`spec/projects.yaml:8`, `api.yaml:9`)

                ## Changed

                ### Attributes of another type

                * 'id' of GET /projects/:id is id_or_path, in the document string (`spec/projects.yaml:15`, `api.yaml:8`)

                ### Fields of another type

                * 'id' of Project is integer, in the document string (`spec/types/project.yaml:6`, `api.yaml:26`)

                """)
        try project.write(
            accepted + "    - { what: extra-field, at: [\"Thing|*\"], because: \"There is none.\" }\n",
            to: "spec/drift.yaml")
        let settled = try project.run("drift", "--against", "api.yaml", "--format", "markdown")
        #expect(settled.code == 1)
        #expect(
            settled.output.hasSuffix(
                """
                The spec and the document agree.

                ## For maintainers

                These entries of the spec can be removed.

                * the acceptance of 'extra-field' covers nothing (`spec/drift.yaml:8`)

                """), "\(settled.output)")
    }

    @Test func aReportOfNoDocumentIsAnError() throws {
        try Data("nothing: here".utf8).write(to: project.url.appending(path: "other.yaml"))
        let other = try project.run("drift", "--against", "other.yaml", "--format", "markdown")
        #expect(other.code == 1 && other.output == "" && other.errors.contains("this is not an OpenAPI document"))
        let wrong = try project.run("drift", "--against", "api.yaml", "--format", "html")
        #expect(wrong.code == 2 && wrong.errors.contains("markdown"), "\(wrong.errors)")
    }

    @Test func wrongCallsEndWithTwo() throws {
        let tag = try project.run("drift", "--against", "api.yaml", "--tag", "Project")
        #expect(tag.code == 2 && tag.errors == "error: api.yaml has no tag 'Project'; did you mean 'Projects'?\n")
        #expect(try project.run("drift", "--against", "nothing.yaml").code == 2)
        #expect(try project.run("import-openapi", "api.yaml").code == 2, "neither --tag nor --all")
        #expect(
            try project.run("import-openapi", "api.yaml", "--tag", "Lables").errors.contains("did you mean 'Labels'?"))
        try Data("nothing: here".utf8).write(to: project.url.appending(path: "other.yaml"))
        let other = try project.run("drift", "--against", "other.yaml")
        #expect(other.code == 1 && other.errors.contains("other.yaml:1:1: error: this is not an OpenAPI document"))
    }

    @Test func anImportedTagGeneratesAndLintListsWhatIsLeft() throws {
        let run = try project.run("import-openapi", "api.yaml", "--tag", "Labels")
        #expect(run.code == 0, "\(run.errors)")
        #expect(
            run.output == """
                  written  spec/labels.yaml
                  written  spec/types/labels_types.yaml
                  reused   type Project: it has the name of the document's
                2 operations in 2 files; `gitlab-codegen lint` lists what a person has to write.

                """)
        #expect(
            try project.text("spec/labels.yaml").contains(
                "  promote:\n    PUT: \"/projects/:id/labels/:name/promote\"\n"))
        #expect(try project.text("spec/types/labels_types.yaml").contains("project: { type: Project, about: "))
        let generate = try project.run("generate")
        #expect(
            generate.code == 0 && generate.output.contains("written  Generated/GitLab/Labels/PromoteLabel.swift")
        )
        #expect(
            generate.errors == "note: 13 sentences are unfinished: `gitlab-codegen lint` lists them\n",
            "\(generate.errors)")
        let lint = try project.run("lint")
        #expect(
            lint.code == 1
                && lint.errors.contains(
                    "spec/labels.yaml:7:10: warning: 'labels' has no sentence yet [unfinished-sentence]\n")
        )
        #expect(lint.errors.hasSuffix("\n13 warnings\n"))

        let again = try project.run(
            "import-openapi", "api.yaml", "--tag", "Projects", "--tag", "Labels", "--format", "github")
        #expect(again.code == 0 && again.output.contains("there is already an operation for GET /projects/:id"))
        #expect(again.errors.contains("0 operations in 0 files"))
    }

    @Test func anOperationJoinsTheSpec() throws {
        try project.write(
            """
            tables:
              project_id:
                id: { type: id_or_path, of: project, required: true, about: "Number or path of the project." }

            """, to: "spec/tables.yaml")
        let rows =
            "      id: { type: id_or_path, of: project, required: true, about: \"The ID or full path of the project.\" }\n"
        let shared = try project.text("spec/projects.yaml")
            .replacing("    path:\n" + rows, with: "    path_tables: [project_id]\n")
        try project.write(shared + "# The end.\n", to: "spec/projects.yaml")
        let extended = Self.document.replacing(
            "  /api/v4/projects/{id}/labels:",
            with: """
                  /api/v4/projects:
                    post:
                      tags: [Elsewhere]
                      responses: { '201': { content: { application/json: { schema: { $ref: '#/components/schemas/Project' } } } } }
                  /api/v4/projects/{id}/labels:
                """)
        try Data(extended.utf8).write(to: project.url.appending(path: "api.yaml"))
        let run = try project.run("import-openapi", "api.yaml", "--operation", "POST /projects")
        #expect(run.code == 0 && run.errors == "", "\(run.errors)")
        #expect(
            run.output == """
                  changed  spec/projects.yaml
                  reused   resource Projects: it has /projects, in spec/projects.yaml
                  reused   type Project: it has the name of the document's
                1 operation in 1 file; `gitlab-codegen lint` lists what a person has to write.

                """)
        let text = try project.text("spec/projects.yaml")
        #expect(text.hasPrefix(shared) && text.hasSuffix("# The end.\n"), "the rest stays: \(text)")
        #expect(text.contains("\n\n  create:\n    POST: \"/projects\"\n"))

        let labels = try project.run("import-openapi", "api.yaml", "--operation", "GET /projects/{id}/labels")
        #expect(labels.output.contains("  written  spec/labels.yaml\n"))
        #expect(labels.output.contains("  reused   table project_id: GET /projects/:id takes 'id' from it\n"))
        #expect(try project.text("spec/labels.yaml").contains("\n  path_tables: [project_id]\n"))
        #expect(try project.run("generate").code == 0)
    }

    @Test func anOperationHasARoute() throws {
        let before = try project.traces()
        for (route, message) in [
            (
                "GET /project/:id",
                "error: api.yaml has no operation 'GET /project/:id'; did you mean 'GET /projects/:id'?\n"
            ),
            ("labels", "--operation takes a method and a path"),
        ] {
            let run = try project.run("import-openapi", "api.yaml", "--operation", route)
            #expect(run.code == 2 && run.errors.contains(message), "\(run.errors)")
        }
        let both = try project.run("import-openapi", "api.yaml", "--operation", "GET /projects/:id", "--all")
        #expect(both.code == 2 && both.errors.contains("give one of --operation, --tag, and --all"))
        #expect(try project.traces() == before)
    }

    @Test func anImportOverwritesNothing() throws {
        try project.write("enums: {}\n", to: "spec/labels.yaml")
        let before = try project.traces()
        let run = try project.run("import-openapi", "api.yaml", "--tag", "Labels")
        #expect(run.code == 2 && run.errors.hasPrefix("error: spec/labels.yaml is there already:"))
        #expect(try project.traces() == before)
    }

    @Test func aWholeDocumentStartsASpec() throws {
        let run = try project.run("import-openapi", "api.yaml", "--all", "--spec", "fresh/spec")
        #expect(
            run.code == 0
                && run.output.hasSuffix(
                    "3 operations in 4 files; `gitlab-codegen lint` lists what a person has to write.\n")
        )
        #expect(try project.run("generate", "--spec", "fresh/spec", "--output", "fresh/Generated").code == 0)
    }

    @Test(arguments: ["drift", "import-openapi"]) func helpHasAnExample(_ command: String) throws {
        let help = try project.run(command, "--help")
        #expect(
            help.code == 0 && help.output.contains("Examples:") && help.output.contains("gitlab-codegen \(command) "))
    }
}
