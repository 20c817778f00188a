// Descriptions of requests and responses in tests show no secret.

import Foundation
import GitLab
import HTTPTypes
import Testing

@testable import GitLabTesting

@Suite(.timeLimit(.minutes(5))) struct SecrecyTests {
    /// Everything that printing, describing and dumping shows of a value.
    private func shown(_ value: Any) -> String {
        var text = "\(value)"
        debugPrint(value, to: &text)
        dump(value, to: &text)
        text += String(describing: value) + String(reflecting: value)
        for child in Mirror(reflecting: value).children { text += "\(child.value)" + String(reflecting: child.value) }
        return text
    }

    private static let credentials: [Credentials] = [
        .personalAccessToken("glpat-s3cret"), .oauth(accessToken: "s3cret"), .jobToken("s3cret"),
        .sessionCookie("s3cret"),
        .personalAccessToken("glpat-s3cret").sentInQuery(), .oauth(accessToken: "s3cret").sentInQuery(),
        .jobToken("s3cret").sentInQuery(),
    ]

    @Test func noTokenOfARequestShows() async throws {
        for credentials in Self.credentials {
            let server = ScriptedGitLab()
            server.always(.get, "/projects/1", response: .json(Project.exampleJSON))
            let gitlab = server.client(credentials: credentials) { $0.headerFields["X-Proxy"] = "proxy-s3cret" }
            _ = try await gitlab.projects.get(1) { $0.statistics = true }
            let request = try #require(server.received.first)
            for value in [request, [request], Optional(request) as Any, server, (request, 1)] as [Any] {
                #expect(!shown(value).contains("s3cret"), "\(credentials)")
            }
            #expect("\(request)".contains(#""statistics":"true""#), "\(request)")
            #expect(request.line == "GET /projects/1")
        }
    }

    @Test func namesOfTokensInAnyForm() {
        var head = HTTPRequest(
            method: .get, scheme: "https", authority: "gitlab.test",
            path:
                "/api/v4/projects?private_token=s3cret&access_token[]=s3cret&job_token[a]=s3cret&Private_Token=s3cret&page=2"
        )
        for name in ["Authorization", "PRIVATE-TOKEN", "JOB-TOKEN", "Deploy-Token", "Cookie", "X-Proxy"] {
            if let name = HTTPField.Name(name) { head.headerFields[name] = "s3cret" }
        }
        let request = RecordedRequest(head, bytes: [])
        #expect(!shown(request).contains("s3cret"), "\(shown(request))")
        #expect("\(request)".contains(#""page":"2""#) && shown(request).contains("PRIVATE-TOKEN"))
        #expect(request.fields.contains { $0.value == "s3cret" } && request.query["private_token"] == "s3cret")
    }

    @Test func bodiesShowLengthAndNames() throws {
        let head = HTTPRequest(method: .post, scheme: "https", authority: "gitlab.test", path: "/api/v4/projects")
        let json = RecordedRequest(head, bytes: Array(#"{"name":"demo","import_url":"https://u:s3cret@h"}"#.utf8))
        #expect("\(json)" == "POST /projects, body of 49 bytes: import_url, name")
        let form = RecordedRequest(head, bytes: Array("token=s3cret".utf8))
        #expect("\(form)" == "POST /projects, body of 12 bytes")
        for request in [json, form] { #expect(!shown(request).contains("s3cret"), "\(shown(request))") }
        #expect(json.body?["name"] == "demo" && form.bodyText == "token=s3cret" && form.body == nil)
    }

    @Test func theSecretOfAnUploadIsNotShownInThePath() async throws {
        let server = ScriptedGitLab()
        let gitlab = server.client()
        _ = try? await gitlab.uploads.delete(1, secret: "s3cret", filename: "a.png")
        let request = try #require(server.received.first)
        let unmet = #expect(throws: ScriptedGitLab.Unmet.self) { try server.verify() }
        for value in [
            request, unmet as Any, UnsupportedOperation(method: "DELETE", path: request.path, registered: []),
        ] as [Any] {
            #expect(!shown(value).contains("s3cret"), "\(shown(value))")
        }
        #expect(request.path.contains("s3cret") && "\(request)".contains("/uploads/[redacted]/a.png"))
    }

    /// Unexpected requests end up in the log of a test.
    @Test func comparisonsShowNoSecret() async throws {
        let server = ScriptedGitLab()
        server.expect(
            .put, "/projects/1", body: ["import_url": "https://u:s3cret-1@h", "name": "a"], responses: .empty())
        server.expect(.get, "/projects", query: ["private_token": "s3cret-1"], responses: .page("[]"))
        let gitlab = server.client(credentials: .personalAccessToken("s3cret-3").sentInQuery())
        let first = await #expect(throws: GitLabError.self) {
            try await gitlab.projects.edit(1) { ($0.importURL, $0.name) = ("https://u:s3cret-2@h", "b") }
        }
        let second = await #expect(throws: GitLabError.self) { try await gitlab.projects.list().page(1) }
        let unmet = #expect(throws: ScriptedGitLab.Unmet.self) { try server.verify() }
        for value in [first as Any, second as Any, unmet as Any, server] {
            #expect(!shown(value).contains("s3cret"), "\(shown(value))")
        }
        #expect(first?.message.contains(#""name":"b"}"#) == true, "\(first as Any)")
    }

    @Test func othersHideWhatTheyHold() async throws {
        let server = InMemoryGitLab(projects: ["a/b"], requiredToken: "glpat-s3cret")
        server.always(.get, "/user", response: .json(#"{"token":"s3cret"}"#, fields: ["Set-Cookie": "s3cret"]))
        _ = try await server.client(credentials: .personalAccessToken("glpat-s3cret")).stars.star(1)
        let response = ScriptedResponse.json(#"{"token":"s3cret"}"#, fields: ["Set-Cookie": "s3cret"])
        let scripted = ScriptedGitLab()
        scripted.expect(.get, "/user", responses: response)
        for value in [server, server.script, response, [response], scripted, scripted.script] as [Any] {
            #expect(!shown(value).contains("s3cret"), "\(type(of: value))")
            #expect(!shown(value).contains("115, 51, 99"), "\(type(of: value))")
        }
        #expect(
            "\(response)" == "200, application/json, 18 bytes"
                && "\(ScriptedResponse.reset)" == "the connection was lost")
    }

    /// The names are facts of the spec.
    @Test func theNamesAreThoseOfTheSpec() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let spec = root.appendingPathComponent("spec")
        let files = try #require(FileManager.default.enumerator(at: spec, includingPropertiesForKeys: nil))
        var names: Set<String> = []
        for case let file as URL in files where file.pathExtension == "yaml" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard line.contains("secret: true") else { continue }
                names.insert(String(line.drop { $0 == " " }.prefix { $0 != ":" }))
            }
        }
        #expect(SecretNames.attributes == names)
    }
}
