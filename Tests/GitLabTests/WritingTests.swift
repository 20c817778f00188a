// Creating and editing: assigned attributes are stored, and others are unchanged.

import Foundation
import GitLab
import Testing

extension RealStack {
    @Suite("Creating and editing")
    struct Writing {
        /// A name that no other test uses.
        private let name = "Project of \(UUID().uuidString)"

        @Test("Create with arrays and a nested hash")
        func create() async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let created = try await projects.create(name: name) {
                $0.path = "p-\(UUID().uuidString.lowercased())"
                $0.namespaceID = 3
                $0.topics = ["swift", "a b", "é & co"]
                $0.visibility = .internal
                $0.buildTimeout = 3600
                $0.lfsEnabled = false
                $0.mergeMethod = .rebaseMerge
                $0.description = nil
                $0.containerExpirationPolicyAttributes = ContainerExpirationPolicyAttributes {
                    $0.cadence = "7d"
                    $0.keepN = 5
                    $0.enabled = true
                }
            }
            for project in [created, try await projects.get(created.id)] {
                #expect(project.id > 250)
                #expect(project.name == name)
                #expect(project.pathWithNamespace == "group/sub/\(project.path)")
                #expect(project.topics == ["swift", "a b", "é & co"])
                #expect(project.visibility == .internal)
                #expect(project.buildTimeout == 3600)
                #expect(project.lfsEnabled == false)
                #expect(project.mergeMethod == .rebaseMerge)
                #expect(project.description == nil)
                #expect(project.containerExpirationPolicy?.cadence == "7d")
                #expect(project.containerExpirationPolicy?.keepN == 5)
                #expect(project.containerExpirationPolicy?.enabled == true)
            }
        }

        @Test("Create with nothing but a path")
        func createByPath() async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let path = "p-\(UUID().uuidString.lowercased())"
            let created = try await projects.create(path: path)
            #expect(created.name == path)
            #expect(try await projects.get("root/\(path)").id == created.id)
        }

        @Test("Edit with nil unsets, and leaves the rest alone")
        func unset() async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let created = try await projects.create(name: name) {
                $0.description = "to be removed"
                $0.ciConfigPath = "kept.yml"
                $0.topics = ["kept"]
                $0.visibility = .public
            }
            let edited = try await projects.edit(created.id) { $0.description = nil }
            for project in [edited, try await projects.get(created.id)] {
                #expect(project.description == nil)
                #expect(project.ciConfigPath == "kept.yml")
                #expect(project.topics == ["kept"])
                #expect(project.visibility == .public)
                #expect(project.name == name)
            }
        }

        @Test("On the wire: nil is null, untouched is absent, an empty string stays empty")
        func threeStates() async throws {
            let request = EditProject(9) {
                $0.description = nil
                $0.ciConfigPath = ""
                $0.buildTimeout = 60
            }
            let echo = try await Echo.of(request)
            #expect(echo.params == ["id": "9", "description": .null, "ci_config_path": "", "build_timeout": 60])
            #expect(echo.types["description"] == "NilClass")
            #expect(echo.method == "PUT")
        }

        @Test("Lists: of plain strings, empty, and those that GitLab splits at commas")
        func lists() async throws {
            let request = EditProject(9) {
                $0.ciIDTokenSubClaimComponents = [.projectPath, .refType, .ref]
                $0.topics = []
            }
            let echo = try await Echo.of(request)
            #expect(echo.params["ci_id_token_sub_claim_components"] == ["project_path", "ref_type", "ref"])
            #expect(echo.params["topics"] == [])

            let projects = try await GitLabClient.of(.writing).projects
            let created = try await projects.create(name: name) { $0.topics = ["one", "two"] }
            #expect(try await projects.edit(created.id) { $0.topics = ["three"] }.topics == ["three"])
            #expect(try await projects.edit(created.id) { $0.topics = [] }.topics == [])
        }

        @Test("An avatar is uploaded, and removed with nil")
        func avatar() async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let created = try await projects.create(name: name) { $0.avatar = Picture.file }
            #expect(created.avatarURL != nil)
            #expect(try await projects.edit(created.id) { $0.avatar = nil }.avatarURL == nil)
        }

        @Test("Edit by full path")
        func editByPath() async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let created = try await projects.create(name: name)
            let edited = try await projects.edit(created.pathWithNamespace) { $0.description = "by path" }
            #expect(edited.id == created.id)
            #expect(edited.description == "by path")
        }
    }
}
