// `gitlab-codegen export-openapi` from end to end, and its document for the whole spec, counted by a program that reads
// both for itself.

import Foundation
import Testing

@Suite struct ExportTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func theDocumentIsTheSameOnTheOutputAndInAFile() throws {
        let project = try SampleProject()
        let printed = try project.run("export-openapi")
        #expect(printed.code == 0 && printed.errors == "")
        #expect(printed.output.contains("\"/projects/{id}\""))
        for _ in 1...2 {
            let written = try project.run("export-openapi", "--output", "gitlab.json")
            #expect(written.code == 0 && written.output == "" && written.errors == "")
            #expect(try project.text("gitlab.json") == printed.output)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: project.url.path).sorted() == ["gitlab.json", "spec"])
    }

    @Test func whatIsWrongIsSaidAndNothingIsWritten() throws {
        var spec = SampleProject.old
        spec["types/project.yaml"]?.replace("type: integer", with: "type: integre")
        let project = try SampleProject(spec)
        let run = try project.run("export-openapi", "--output", "gitlab.json")
        #expect(run.code == 1 && run.output == "")
        #expect(run.errors.contains("spec/types/project.yaml:6:19: error: "))
        #expect(!FileManager.default.fileExists(atPath: project.url.appending(path: "gitlab.json").path))
        #expect(try project.run("export-openapi", "--output", "").code == 2)
        #expect(try project.run("export-openapi", "--spec", "nowhere").code == 2)
        try project.write(SampleProject.old)
        #expect(try project.run("export-openapi", "--output", "no/such/folder.json").code == 2)
    }

    @Test func helpHasAnExample() throws {
        let run = try SampleProject().run("export-openapi", "--help")
        #expect(run.code == 0 && run.output.contains("gitlab-codegen export-openapi > gitlab.openapi.json"))
    }

    @Test(.enabled(if: Python.isThere, "needs python3 with yaml"))
    func nothingOfTheSpecIsLost() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "openapi.json")
        let export = try Codegen.run(["export-openapi", "--output", file.path], in: Self.root)
        #expect(export.code == 0, "\(export.errors)")
        let script = Self.root.appending(path: "scripts/count-openapi.py").path
        let count = try Python.run([script, file.path], in: Self.root)
        #expect(count.code == 0, "\(count.output)\(count.errors)")
        #expect(count.output.hasSuffix(" counts in the spec and in the export: 0 differ.\n"))

        // The count notices what is lost.
        let text = try String(contentsOf: file, encoding: .utf8)
        for (from, into) in [
            ("\"required\": true,\n            \"schema\"", "\"required\": false,\n            \"schema\""),
            ("\"type\": \"boolean\"", "\"type\": \"string\""),
            ("\"x-gitlab-views\"", "\"x-views\""), ("\"deprecated\": true", "\"deprecated\": false"),
        ] {
            let range = try #require(text.range(of: from))
            try text.replacingCharacters(in: range, with: into).write(to: file, atomically: false, encoding: .utf8)
            #expect(try Python.run([script, file.path], in: Self.root).code == 1, "\(from)")
        }
    }
}
