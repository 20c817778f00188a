// Actions on a project besides creating and editing it.

import Foundation
import GitLab
import Testing

extension RealStack {
    @Suite("Actions on a project")
    struct Actions {
        private let name = "Project of \(UUID().uuidString)"

        /// A new project, and the resource to act on it.
        private func make() async throws -> (projects: Projects, project: Project) {
            let projects = try await GitLabClient.of(.writing).projects
            return (projects, try await projects.create(name: name))
        }

        @Test("Import with a file and nested settings")
        func importing() async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let path = "imported-\(UUID().uuidString.lowercased())"
            let file = FileUpload(filename: "export é.tar.gz", contentType: "application/gzip", bytes: [31, 139, 8, 0])
            let status = try await projects.import(file: file, path: path) {
                $0.name = name
                $0.namespacePath = "group/sub"
                $0.overrideParams = ProjectOverrides {
                    $0.description = "a & b é"
                    $0.visibility = .internal
                    $0.buildTimeout = 3600
                    $0.topics = ["swift", "a b"]
                    $0.containerExpirationPolicyAttributes = ContainerExpirationPolicyAttributes {
                        $0.cadence = "7d"
                        $0.keepN = 5
                        $0.enabled = true
                    }
                }
            }
            #expect(status.importStatus == .scheduled)
            #expect(status.importType == .gitlabProject)
            #expect(status.pathWithNamespace == "group/sub/\(path)")
            let project = try await projects.get(status.id)
            #expect(project.name == name)
            #expect(project.description == "a & b é")
            #expect(project.visibility == .internal)
            #expect(project.buildTimeout == 3600)
            #expect(project.topics == ["swift", "a b"])
            #expect(project.containerExpirationPolicy?.cadence == "7d")
            #expect(project.containerExpirationPolicy?.keepN == 5)
            #expect(project.containerExpirationPolicy?.enabled == true)
        }

        @Test("On the wire: the file of an import, and its settings with their types")
        func importOnTheWire() async throws {
            let echo = try await Echo.of(
                ImportProject(file: Picture.file, path: "p") {
                    $0.overwrite = true
                    $0.overrideParams = ProjectOverrides { $0.containerExpirationPolicyAttributes = CleanupPolicy.hash }
                }
            )
            #expect(echo.headers["content-type"]?.hasPrefix("multipart/form-data; boundary=") == true)
            #expect(
                echo.params == [
                    "file": Picture.arrives, "path": "p", "overwrite": true,
                    "override_params": ["container_expiration_policy_attributes": CleanupPolicy.arrives],
                ])
            let policy = echo.types["override_params"]?["container_expiration_policy_attributes"]
            #expect(policy?["keep_n"] == "Integer")
            #expect(policy?["enabled"] == "Boolean")
        }

        @Test("An import of nothing is rejected with GitLab's words")
        func emptyImport() async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let error = try await #require(throws: GitLabError.self) {
                try await projects.import(file: FileUpload(filename: "e.tar.gz", bytes: []), path: "p")
            }
            #expect(error.kind == .badRequest)
            #expect(error.message == "The file is empty")
        }

        @Test("A pipeline with variables")
        func pipeline() async throws {
            let (_, project) = try await make()
            let pipelines = try await GitLabClient.of(.writing).pipelines
            let pipeline = try await pipelines.create(project.id, ref: "feature/é") {
                $0.variables = [
                    PipelineVariable(key: "VAR1", value: "hello"), PipelineVariable(key: "VAR2", value: ""),
                ]
            }
            #expect(pipeline.projectID == project.id)
            #expect(pipeline.ref == "feature/é")
            #expect(pipeline.status == .created)
        }

        @Test("On the wire: the variables of a pipeline, each whole, in their order")
        func pipelineOnTheWire() async throws {
            let echo = try await Echo.of(
                CreatePipeline(7, ref: "main") {
                    $0.variables = [
                        PipelineVariable(key: "A", value: "1 & 2"),
                        PipelineVariable(key: "B", value: "é") { $0.variableType = .file },
                        PipelineVariable(key: "A", value: ""),
                    ]
                }
            )
            #expect(
                echo.params["variables"] == [
                    ["key": "A", "value": "1 & 2", "variable_type": "env_var"],
                    ["key": "B", "value": "é", "variable_type": "file"],
                    ["key": "A", "value": "", "variable_type": "env_var"],
                ])
        }

        @Test("Share, and take it back")
        func sharing() async throws {
            let (projects, project) = try await make()
            let link = try await projects.share(project.id, groupID: 3, groupAccess: .developer) {
                $0.expiresAt = CalendarDate("2031-02-28")
            }
            #expect(link.projectID == project.id)
            #expect(link.groupID == 3)
            #expect(link.groupAccess == .developer)
            #expect(link.expiresAt == CalendarDate("2031-02-28"))
            let groups = try await projects.get(project.id).sharedWithGroups
            #expect(groups?.map(\.groupFullPath) == ["group/sub"])
            #expect(groups?.first?.groupAccessLevel == .developer)

            try await projects.unshare(project.id, groupID: 3)
            #expect(try await projects.get(project.id).sharedWithGroups == [])
            let error = try await #require(throws: GitLabError.self) {
                try await projects.unshare(project.id, groupID: 3)
            }
            #expect(error.kind == .notFound)
        }

        @Test("Delete, restore, and delete for good")
        func deleting() async throws {
            let (projects, project) = try await make()
            try await projects.delete(project.id)
            #expect(try await projects.get(project.id).markedForDeletionOn == CalendarDate("2030-01-31"))
            #expect(try await projects.restore(project.id).markedForDeletionOn == nil)

            let tooEarly = try await #require(throws: GitLabError.self) {
                try await projects.delete(project.id) {
                    $0.permanentlyRemove = true
                    $0.fullPath = project.pathWithNamespace
                }
            }
            #expect(tooEarly.kind == .badRequest)
            try await projects.delete(project.id)
            try await projects.delete(project.id) {
                $0.permanentlyRemove = true
                $0.fullPath = project.pathWithNamespace
            }
            let gone = try await #require(throws: GitLabError.self) { try await projects.get(project.id) }
            #expect(gone.kind == .notFound)
        }

        @Test("Nothing is deleted that has changed since the moment the caller knows")
        func deletingUnmodified() async throws {
            let (projects, project) = try await make()
            let updatedAt = try #require(project.updatedAt)
            let error = try await #require(throws: GitLabError.self) {
                try await projects.delete(project.id) { $0.ifUnmodifiedSince = updatedAt - 1 }
            }
            #expect(error.status == 412)
            #expect(try await projects.get(project.id).markedForDeletionOn == nil)
            try await projects.delete(project.id) { $0.ifUnmodifiedSince = updatedAt }
            #expect(try await projects.get(project.id).markedForDeletionOn != nil)
        }

        @Test("Transfer, to a namespace by path and by number")
        func transfer() async throws {
            let (projects, project) = try await make()
            let moved = try await projects.transfer(project.id, namespace: "group/sub")
            #expect(moved.id == project.id)
            #expect(moved.pathWithNamespace == "group/sub/\(project.path)")
            #expect(try await projects.get(moved.pathWithNamespace).namespace?.id == 3)
            #expect(try await projects.transfer(project.id, namespace: 2).namespace?.fullPath == "group")
            let error = try await #require(throws: GitLabError.self) {
                try await projects.transfer(project.id, namespace: "no/such group")
            }
            #expect(error.message == "404 Namespace Not Found")
        }

        @Test("Housekeeping, once at a time")
        func housekeeping() async throws {
            let (projects, project) = try await make()
            try await projects.startHousekeeping(project.id) { $0.task = .prune }
            let error = try await #require(throws: GitLabError.self) {
                try await projects.startHousekeeping(project.id)
            }
            #expect(error.kind == .conflict)
            #expect(error.message == "Housekeeping is already running")
        }
    }
}
