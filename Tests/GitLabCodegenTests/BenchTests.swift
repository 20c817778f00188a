// The maintainer's commands from end to end: lint, --fix, the formats, explain, list and the self-test of verify.

import Foundation
import Testing

@Suite struct BenchTests {
    let project: SampleProject

    init() throws {
        project = try SampleProject()
        #expect(try project.run("generate").code == 0)
    }

    private let mistake = """
        # A comment that stays.\r
        enums:
          Level:   # and another
            about: "Rank of a soldier"
            abuot: "Typo."
            suppress: { unused-type: "A sample." }
            values:
              low:  {   about: "Not high." }   # tail


        """

    @Test func lintTellsEverythingAndGenerateLetsWarningsPass() throws {
        let clean = try project.run("lint")
        #expect(clean.code == 0 && clean.output == "spec: no problems found.\n" && clean.errors == "")
        try project.write(
            "enums:\n  Level: { about: \"Rank of a soldier.\", values: { low: { about: \"Not high\" } } }\n",
            to: "spec/a.yaml")
        let lint = try project.run("lint")
        #expect(lint.code == 1 && lint.output == "")
        #expect(lint.errors.contains("spec/a.yaml:2:3: warning: nothing names the type 'Level' [unused-type]\n"))
        #expect(lint.errors.contains("[sentence-form]") && lint.errors.hasSuffix("\n2 warnings\n"))
        #expect(!lint.errors.contains("\u{1B}"), "no colours where nobody sees them")
        #expect(try project.run("generate").code == 0)
        #expect(try project.run("verify").code == 0)
    }

    @Test func fixFixesItsLinesAndLeavesEveryOtherByte() throws {
        try project.write(mistake, to: "spec/a.yaml")
        let run = try project.run("lint", "--fix")
        #expect(run.code == 1, "what is left is a mistake for a person")
        #expect(
            run.output.contains(
                "fixed spec/a.yaml:4:12: the sentence has no full stop [sentence-form]: end with a full stop\n"))
        #expect(
            try project.text("spec/a.yaml")
                == mistake.replacing("\"Rank of a soldier\"", with: "\"Rank of a soldier.\""))
        #expect(run.errors.contains("[unknown-key]"))
        #expect(try project.namesInSpec().contains { $0.hasSuffix(".gitlab-codegen") } == false)
        let again = try project.traces()
        #expect(try project.run("lint", "--fix").code == 1)
        #expect(try project.traces() == again, "a second run has nothing to write")
    }

    @Test func generateFixesFirst() throws {
        try project.write(
            SampleProject.old.merging([
                "b.yaml":
                    "enums: { Level: { about: \"Rank of a soldier\", suppress: { unused-type: \"A sample.\" }, values: { low: { about: \"Not high.\" } } } }\n"
            ]) { $1 })
        let run = try project.run("generate", "--fix")
        #expect(run.code == 0 && run.errors == "")
        #expect(run.output.hasPrefix("fixed spec/b.yaml:1:26: "))
        #expect(run.output.contains("written  Generated/GitLab/Models/B.swift"))
    }

    @Test func formatsForProgramsAreOnTheStandardOutput() throws {
        try project.write(mistake, to: "spec/a.yaml")
        for (format, part) in [
            ("json", "\"rule\": \"unknown-key\""), ("github", "::error file=spec/a.yaml,line=5,col=5,"),
            ("code-quality", "\"check_name\": \"unknown-key\""),
        ] {
            let run = try project.run("lint", "--format", format)
            #expect(run.code == 1 && run.errors == "" && run.output.contains(part), "\(format): \(run.output)")
        }
        let report = try JSONSerialization.jsonObject(
            with: Data(try project.run("lint", "--format", "code-quality").output.utf8))
        #expect((report as? [[String: Any]])?.count == 2)
        #expect(try project.run("lint", "--format", "xml").code == 2)
    }

    @Test func driftIsADiagnosticForPrograms() throws {
        try FileManager.default.removeItem(at: project.url.appending(path: "Generated/GitLab/GitLab.swift"))
        let run = try project.run("verify", "--format", "code-quality")
        #expect(run.code == 1)
        #expect(run.output.contains("\"check_name\": \"missing-file\""))
        #expect(run.output.contains("\"path\": \"Generated/GitLab/GitLab.swift\""))
        #expect(run.output.contains("run make generate"))
    }

    @Test func theSchemaAndTheRulesAreVerifiedToo() throws {
        let schema = try project.text("spec/schema.json")
        try project.write(schema.replacing("\"type\": \"object\"", with: "\"type\": \"array\""), to: "spec/schema.json")
        try FileManager.default.removeItem(at: project.url.appending(path: "spec/rules.md"))
        let run = try project.run("verify")
        #expect(run.code == 1)
        #expect(
            run.output.contains("\n  missing   spec/rules.md\n")
                && run.output.contains("\n  changed   spec/schema.json\n"))
        #expect(try project.run("generate").code == 0)
        #expect(try project.text("spec/schema.json") == schema)
        #expect(try project.run("verify").code == 0)
        try project.write("mine", to: "spec/rules.md")
        #expect(
            try project.run("generate").code == 1, "a file of that name that is not the generator's is not replaced")
        #expect(try project.text("spec/rules.md") == "mine")
    }

    @Test func theSelfTestFindsItsThreeDeviations() throws {
        let before = try project.traces()
        let run = try project.run("verify", "--self-test")
        #expect(run.code == 0 && run.errors == "")
        #expect(run.output.split(separator: "\n").count { $0.hasPrefix("self-test: ") && $0.hasSuffix(": found") } == 3)
        #expect(try project.traces() == before)
    }

    @Test func explainGoesBothWays() throws {
        let expected = """
            Project.id: field of Project
              spec   spec/types/project.yaml:6:7: id: { type: integer, always: true, about: "Number that it is known by." }
              swift  Generated/GitLab/Models/Project.swift:10: public var id: Int
              name   the name on the wire is one of Swift's as it is
              docs   https://docs.gitlab.com/api/projects/

            """
        let line = try #require(
            try project.text("Generated/GitLab/Models/Project.swift").split(
                separator: "\n", omittingEmptySubsequences: false
            )
            .firstIndex { $0.contains("public var id") })
        #expect(line + 1 == 10)
        for subject in [
            "Project.id", "spec/types/project.yaml:6", "Generated/GitLab/Models/Project.swift:9",
            "spec/types/project.yaml:6:30",
        ] {
            let run = try project.run("explain", subject)
            #expect(
                run.code == 0 && run.errors == "" && run.output == expected, "\(subject): \(run.output)\(run.errors)")
        }
        #expect(try project.run("explain", "projects.get").output.contains(" func get("))
        #expect(try project.run("explain", "GET /projects/:id").output.contains("GetProject: request builder"))
        let unknown = try project.run("explain", "Project.idd")
        #expect(unknown.code == 1 && unknown.errors.contains("did you mean 'Project.id'?"))
    }

    @Test func listIsATableWithFilters() throws {
        #expect(
            try project.run("list", "operations").output
                == "projects.get  GET  /projects/:id  -  -  spec/projects.yaml:8\n")
        #expect(
            try project.run("list", "attributes", "--sentences").output
                == "GetProject.id  path  id_or_path  -  -  spec/projects.yaml:15  The ID or full path of the project.\n"
        )
        #expect(try project.run("list", "attributes", "--deprecated").output == "\n")
        #expect(try project.run("list", "attributes", "--tier", "gold").code == 2)
        #expect(try project.run("list", "operations", "--tag", "project").errors.contains("did you mean 'projects'?"))
    }

    @Test(arguments: ["generate", "verify", "lint", "explain", "list"])
    func helpHasAnExample(command: String) throws {
        let run = try project.run(command, "--help")
        #expect(run.code == 0 && run.output.contains("gitlab-codegen \(command)") && run.output.contains("xample"))
    }

    @Test func theExitCodesAreInTheHelp() throws {
        let help = try project.run("--help").output
        #expect(help.contains("Exit codes: 0") && help.contains("1 if") && help.contains("2 for"))
    }
}

extension SampleProject {
    func namesInSpec() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url.appending(path: "spec").path)
    }
}
