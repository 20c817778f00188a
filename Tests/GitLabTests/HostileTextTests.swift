// Characters with a meaning for one of the parsers arrive as intended.

import Foundation
import GitLab
import Testing

extension RealStack {
    @Suite("Hostile text")
    struct HostileText {
        static let texts = [
            "`&;+%[]#? é 😀`", "a=b&c=d", "100%", "%41%2B+", "\"quoted\" \\ and \\\"", "<script>'x'</script>",
            " spaces ", "e\u{301} stays decomposed", "line\nbreak\tand\rreturn", "null", "true", "12", "../..//x",
            "日本語", "\u{7f}\u{1}",
        ]

        @Test("in a query", arguments: texts)
        func query(text: String) async throws {
            let echo = try await Echo.of(
                ListProjects {
                    $0.search = text
                    $0.customAttributes = ["plain": text, "é &;+%#?=": text]
                    $0.withProgrammingLanguage = text
                }
            )
            #expect(echo.params["search"] == .string(text))
            #expect(echo.params["custom_attributes"] == ["plain": .string(text), "é &;+%#?=": .string(text)])
            #expect(echo.params["with_programming_language"] == .string(text))
            #expect(echo.types["search"] == "String")
        }

        @Test("in a JSON body", arguments: texts)
        func json(text: String) async throws {
            let echo = try await Echo.of(
                EditProject(1) {
                    $0.description = text
                    $0.containerExpirationPolicyAttributes = .init { $0.nameRegex = text }
                }
            )
            #expect(echo.params["description"] == .string(text))
            #expect(echo.params["container_expiration_policy_attributes"]?["name_regex"] == .string(text))
            #expect(echo.types["description"] == "String")
        }

        @Test("in a multipart body", arguments: texts)
        func multipart(text: String) async throws {
            let echo = try await Echo.of(
                EditProject(1) {
                    $0.avatar = Picture.file
                    $0.description = text
                    $0.containerExpirationPolicyAttributes = .init { $0.nameRegex = text }
                }
            )
            #expect(echo.params["description"] == .string(text))
            #expect(echo.params["container_expiration_policy_attributes"]?["name_regex"] == .string(text))
            #expect(echo.params["avatar"] == Picture.arrives)
        }

        @Test("in a stored project", arguments: texts)
        func stored(text: String) async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let created = try await projects.create(name: "\(text) \(UUID().uuidString)") { $0.description = text }
            #expect(created.description == text)
            #expect(try await projects.get(created.id).description.map { Array($0.utf8) } == Array(text.utf8))
        }

        @Test("A filter by such a text finds what carries it")
        func found() async throws {
            let gitlab = try await GitLabClient.of(.reading)
            let page = try await gitlab.projects.list { $0.customAttributes = ["team": "a&b;c+d"] }.page(1)
            #expect(page.items.count == 5)
        }
    }
}
