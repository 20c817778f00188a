// No secret in anything that shows a request or a response, whichever operation or type it is of.

import Foundation
import GitLab
import HTTPTypes
import Testing

/// Everything that printing, describing, dumping and reflecting shows of a value.
enum Shown {
    static func text(of value: some Any) -> String {
        var text = "\(value)" + String(describing: value) + String(reflecting: value)
        print(value, to: &text)
        debugPrint(value, Optional(value) as Any, [value], to: &text)
        dump(value, to: &text)
        reflect(value, to: &text, depth: 6)
        return text
    }

    /// Goes through the mirrors by hand, to stored properties that are not printed at all.
    private static func reflect(_ value: Any, to text: inout String, depth: Int) {
        guard depth > 0 else { return }
        for child in Mirror(reflecting: value).children {
            text += "\(child.label ?? "")=\(child.value) "
            reflect(child.value, to: &text, depth: depth - 1)
        }
    }
}

@Suite struct SecretSampleTests {
    static let samples = OperationSample.all.filter { !$0.secrets.isEmpty }

    @Test(arguments: samples) func requestsShowNoSecret(sample: OperationSample) throws {
        let shown = sample.shown()
        for secret in sample.secrets { #expect(!shown.contains(secret), "\(secret)") }
        #expect(shown.contains("[redacted]") && shown.contains(sample.type))
        // Printed, they have the names that the properties have.
        let printed = sample.printed()
        #expect(
            printed.contains(": [redacted]") && !printed.contains(" hidden") && !printed.contains("nullable"),
            "\(printed)")
    }

    @Test func allSecretsAreTried() {
        #expect(Self.samples.count >= 20)
        #expect(Set(Self.samples.map(\.type)).count >= 15, "\(Set(Self.samples.map(\.type)).sorted())")
        #expect(Set(Self.samples.flatMap(\.secrets)).count >= 14)
    }

    /// GitLab repeats values that it rejects.
    @Test func errorsShowNoSecret() async throws {
        let url = "https://user:pa55-w0rd@mirror.example.com/x.git"
        let body = """
            {"message":{"import_url":["is blocked: \(url) and pa55-w0rd","https://other:pw@example.com"],\
            "name":["has already been taken"]}}
            """
        let transport = CannedTransport(status: .badRequest, bytes: Array(body.utf8))
        let gitlab = GitLabClient(baseURL: Example.server, transport: transport)
        let error = try await #require(throws: GitLabError.self) {
            try await gitlab.projects.create(name: "demo") { $0.importURL = url }
        }
        #expect(error.fieldMessages["name"] == ["has already been taken"])
        let redacted = "is blocked: https://[redacted]@mirror.example.com/x.git and [redacted]"
        #expect(error.fieldMessages["import_url"] == [redacted, "https://[redacted]@example.com"])
        let shown = Shown.text(of: error)
        #expect(!shown.contains("pa55-w0rd") && !shown.contains("other:pw"))
        #expect(shown.contains("has already been taken"))
    }

    @Test func pathsInErrorsShowNoSecret() async throws {
        let transport = CannedTransport(status: .notFound, bytes: Array(#"{"message":"404 Not found"}"#.utf8))
        let gitlab = GitLabClient(baseURL: Example.server, transport: transport)
        let request = DownloadUploadBySecret(1, secret: "0123456789/abcdef", filename: "a.txt")
        let error = try await #require(throws: GitLabError.self) { try await gitlab.download(request) }
        #expect(error.path == "/api/v4/projects/1/uploads/[redacted]/a.txt")
    }

    @Test func responsesShowNoSecret() throws {
        let json = """
            {"id":1,"name":"demo","path":"demo","path_with_namespace":"a/demo","description":"shown",\
            "import_url":"https://u:s3cret-1@example.com/x.git","runners_token":"s3cret-2"}
            """
        let project = try JSONDecoder().decode(Project.self, from: Data(json.utf8))
        #expect(project.importURL == "https://u:s3cret-1@example.com/x.git" && project.runnersToken == "s3cret-2")
        let invited = #"{"invite_email":"a@example.com","access_level":30,"invite_token":"s3cret-3"}"#
        let invitation = try JSONDecoder().decode(Invitation.self, from: Data(invited.utf8))
        #expect(invitation.inviteToken == "s3cret-3")
        let holders: [Any] = [
            project, [project], ["k": [project]], Optional(project) as Any, (project, 1),
            Result<Project, any Error>.success(project), invitation, [invitation],
        ]
        for holder in holders { #expect(!Shown.text(of: holder).contains("s3cret")) }
        #expect(Shown.text(of: project).contains("shown") && Shown.text(of: project).contains("[redacted]"))
        #expect(
            "\(project)" == """
                Project(id: 1, name: "demo", path: "demo", pathWithNamespace: "a/demo", description: "shown", \
                importURL: [redacted], runnersToken: [redacted])
                """)
        // For a store of one's own they are all there.
        let stored = try JSONEncoder().encode(project)
        let again = try JSONDecoder().decode(Project.self, from: stored)
        #expect(again.runnersToken == "s3cret-2" && again.importURL == project.importURL)
        #expect(try JSONDecoder().decode(Invitation.self, from: JSONEncoder().encode(invitation)) == invitation)
    }

    @Test func secretsTakePartInEqualityAndHashing() {
        let one = AddHook(1, url: "https://example.com") { $0.token = "s3cret-1" }
        let other = AddHook(1, url: "https://example.com") { $0.token = "s3cret-2" }
        #expect(one != other && one.nullable.token.value == "s3cret-1")
        #expect(Set([one, other, one]).count == 2)
        #expect(HookEntry(key: "a", value: "s3cret-1") != HookEntry(key: "a", value: "s3cret-2"))
    }

    /// The error for a response does not show a secret at the place of the error.
    @Test func decodingErrorsShowNoSecret() async throws {
        let json = #"{"id":1,"name":"n","path":"p","path_with_namespace":"a/p","runners_token":{"s3cret":"s3cret-1"}}"#
        let transport = CannedTransport(status: .ok, bytes: Array(json.utf8))
        let gitlab = GitLabClient(
            baseURL: Example.server, transport: transport, configuration: .init(unreadableContent: .fail))
        let error = try await #require(throws: GitLabError.self) { try await gitlab.projects.get(1) }
        #expect(error.kind == .decoding && error.message.contains("runners_token"))
        #expect(!Shown.text(of: error).contains("s3cret"))
    }
}
