// `gitlab-codegen operations` from end to end.

import Foundation
import Testing

@Suite struct OperationsTests {
    private struct Printed: Decodable {
        struct Route: Decodable, Equatable {
            let method, path, call, request, module: String
            let tier, since: String?
        }
        struct LeftOut: Decodable, Equatable {
            let at, documents: [String]
            let because: String
        }

        let operations: [Route]
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let left_out: [LeftOut]
    }

    @Test func scriptsReadTheRoutes() throws {
        let project = try SampleProject()
        try project.write(
            """
            drift:
              documents:
                sample: { title: Sample API, version: "3.0", covers: [Projects], about: "The document of the tests." }
              accepted:
                - { what: missing-operation, at: ["HEAD *"], documents: [sample], because: "Nobody needs it." }
                - { what: extra-operation, at: ["GET *"], because: "It is new." }

            """, to: "spec/drift.yaml")
        let run = try project.run("operations")
        #expect(run.code == 0 && run.errors == "", "\(run.errors)")
        let printed = try JSONDecoder().decode(Printed.self, from: Data(run.output.utf8))
        #expect(
            printed.operations == [
                Printed.Route(
                    method: "GET", path: "/projects/:id", call: "gitlab.projects.get(_:)", request: "GetProject",
                    module: "GitLab", tier: nil, since: nil)
            ])
        #expect(
            printed.left_out == [Printed.LeftOut(at: ["HEAD *"], documents: ["sample"], because: "Nobody needs it.")])
    }

    @Test func aSpecWithErrorsPrintsNothing() throws {
        let project = try SampleProject()
        try project.write("resource: { name: things }\n", to: "spec/things.yaml")
        let run = try project.run("operations")
        #expect(run.code == 1 && run.output == "" && run.errors.contains("spec/things.yaml:1:"), "\(run.errors)")
    }
}
