// `gitlab-codegen subset` from end to end.

import Foundation
import Testing

@Suite struct SubsetTests {
    let project: SampleProject

    init() throws {
        project = try SampleProject()
        try project.write("# Operations that the bot calls.\nprojects.get\n", to: "operations.txt")
    }

    private func subset(_ arguments: String...) throws -> Run {
        try Codegen.run(
            ["subset", "--operations", "operations.txt", "--output", "Sources/Bot"] + arguments, in: project.url)
    }

    @Test func itIsWrittenAndVerified() throws {
        #expect(try subset("--verify").code == 1)
        let first = try subset()
        #expect(first.code == 0 && first.output == "Sources/Bot/: 6 written, 0 changed, 0 removed, 0 unchanged\n")
        #expect(try project.text("Sources/Bot/Projects/GetProject.swift").contains("public struct GetProject"))
        #expect(
            !FileManager.default.fileExists(
                atPath: project.url.appending(path: "Sources/Bot/Models/Visibility.swift").path))
        let current = try subset("--verify")
        #expect(current.code == 0 && current.output == "Sources/Bot/ is current: 6 files\n")
        try project.write("GET /projects/{number}\n", to: "operations.txt")
        #expect(try subset("--verify").code == 0, "the route names the same operation")

        let path = "Sources/Bot/Models/Project.swift"
        try project.write(project.text(path) + "\n// mine\n", to: path)
        let edited = try subset("--verify")
        #expect(edited.code == 1 && edited.output.contains("changed   Sources/Bot/Models/Project.swift"))
        #expect(
            edited.output.hasSuffix(": gitlab-codegen subset --operations operations.txt --output Sources/Bot\n"))
    }

    @Test func anUnknownOperationWritesNothing() throws {
        try project.write("projects.got\nPATCH /nothing\n", to: "operations.txt")
        let run = try subset()
        #expect(run.code == 1 && run.output == "")
        #expect(
            run.errors.hasPrefix(
                "error: operations.txt: line 1: there is no operation 'projects.got'; did you mean 'projects.get'?\n"
                    + "error: operations.txt: line 2: there is no operation 'PATCH /nothing'"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: project.url.appending(path: "Sources").path))
    }
}
