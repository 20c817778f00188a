// `gitlab-codegen import-table` from end to end: a table through a pipe, rows in the file, and a client of them.

import Foundation
import Testing

@Suite struct ImportTableTests {
    let project: SampleProject

    init() throws {
        project = try SampleProject()
    }

    private func run(_ table: String, _ arguments: String...) throws -> Run {
        try project.write(table, to: "table.md")
        let words = arguments.map { "'\($0)'" }.joined(separator: " ")
        let command = "cat table.md | '\(Codegen.executable.path)' import-table \(words)"
        return try Codegen.run(URL(filePath: "/bin/sh"), ["-c", command], in: project.url)
    }

    private let table = """
        | Attribute | Type | Required | Description |
        |---|---|---|---|
        | `id` | integer/string | yes | Which project. |
        | `with_moss` | boolean | no | Default is `false`. |

        """

    @Test(arguments: ["projects.get", "GetProject", "GET /projects/:id"])
    func rowsArriveAndTheClientHasThem(_ name: String) throws {
        let run = try run(table, name)
        #expect(run.code == 0 && run.errors == "")
        #expect(run.output.hasPrefix("projects.get: 1 added, 1 there already\n  added  with_moss\n"))
        #expect(
            try project.text("spec/projects.yaml").hasSuffix(
                """
                    query:
                      with_moss: { type: boolean, default: false, about: "TODO: say what it does." }

                """))
        #expect(try project.run("generate").code == 0)
        #expect(try project.text("Generated/GitLab/Projects/GetProject.swift").contains("public var withMoss: Bool?"))
        let lint = try project.run("lint")
        #expect(lint.code == 1 && lint.errors.contains("spec/projects.yaml:17:58: warning: "))
        #expect(lint.errors.contains("[unfinished-sentence]"))
    }

    @Test func hashesGetAFile() throws {
        let run = try run(
            table + "| `moss[colour]` | string | no | Green. |\n", "projects.get")
        #expect(run.code == 0, "\(run.errors)")
        #expect(try project.text("spec/types/get_project_attributes.yaml").contains("  GetProjectMoss:\n"))
        #expect(try project.run("generate").code == 0)
    }

    @Test func aRowThatIsThereStaysUnlessAskedToBeFixed() throws {
        let table = table.replacingOccurrences(of: "Which project.", with: "Which. Introduced in GitLab 12.3.")
        let told = try run(table, "projects.get")
        #expect(told.code == 0 && told.errors.contains("standard input:3:3: warning: the table says of 'id'"))
        #expect(told.errors.contains("spec/projects.yaml:15:7: note: this row stays as it is\n"))
        #expect(try !project.text("spec/projects.yaml").contains("12.3"))
        let fixed = try run(table, "projects.get", "--fix")
        #expect(fixed.code == 0 && fixed.errors == "")
        #expect(fixed.output.hasPrefix("fixed spec/projects.yaml:15:7: add since: \"12.3\", as --fix does\n"))
        #expect(
            try project.text("spec/projects.yaml").contains(
                "id: { type: id_or_path, of: project, required: true, since: \"12.3\", about: \"The ID or full path of the project.\" }\n"
            ))
    }

    @Test func whatIsWrongIsSaidAndNothingIsWritten() throws {
        let before = try project.text("spec/projects.yaml")
        let unknown = try run(table + "| `mud` | intger | no | Slip. |\n", "projects.get")
        #expect(unknown.code == 1 && unknown.output == "")
        #expect(
            unknown.errors.contains(
                "standard input:5:11: error: there is no type for the words 'intger' [unknown-table-type]"))
        #expect(unknown.errors.contains("fix: write 'integer' into the table\n"))
        let nowhere = try run(table, "projects.gett")
        #expect(nowhere.code == 2 && nowhere.errors.contains("did you mean 'projects.get'?"))
        #expect(try run("no table", "projects.get").code == 1)
        #expect(try project.run("import-table").code == 2)
        #expect(try project.text("spec/projects.yaml") == before)
    }

    @Test func helpHasAnExample() throws {
        let run = try project.run("import-table", "--help")
        #expect(run.code == 0 && run.output.contains("pbpaste | gitlab-codegen import-table projects.create"))
    }
}
