// Every attribute of every operation: what is set in Swift is what Grape reads, with the type that GitLab declares.

import GitLab
import Testing

extension RealStack {
    @Suite("Every attribute")
    struct EveryAttribute {
        @Test("of listing, in the query")
        func list() async throws {
            let all = AttributeTable<ListProjects>.all
            let byDate = all.without("pagination")
            let echo = try await Echo.of(ListProjects { byDate.fill(&$0) })
            expect(byDate, in: echo)
            expect(all, coversAllOf: ListProjects(), declaredBy: echo)
            #expect(echo.types["updated_after"] == "DateTime")
            #expect(echo.types["marked_for_deletion_on"] == "Date")
            #expect(echo.types["min_access_level"] == "Integer")
            #expect(echo.types["archived"] == "Boolean")
            #expect(echo.headers["content-type"] == nil)

            let keyset = all.only("pagination")
            var request = ListProjects { $0.orderBy = .id }
            keyset.fill(&request)
            expect(keyset, in: try await Echo.of(request))
        }

        @Test("of getting, in the query")
        func get() async throws {
            let echo = try await Echo.of(
                GetProject(7) {
                    $0.license = true
                    $0.statistics = true
                    $0.withCustomAttributes = false
                }
            )
            #expect(echo.params == ["id": "7", "license": true, "statistics": true, "with_custom_attributes": false])
            #expect(echo.declared == ["id", "license", "statistics", "with_custom_attributes"])
        }

        @Test("of creating, as JSON")
        func create() async throws {
            let all = AttributeTable<CreateProject>.all
            let together = all.without("avatar", "template_name", "template_project_id")
            let echo = try await Echo.of(CreateProject(name: "") { together.fill(&$0) })
            expect(together, in: echo)
            expect(all, coversAllOf: CreateProject(name: "any"), declaredBy: echo)
            #expect(echo.headers["content-type"] == "application/json")
            #expect(echo.query == "")
        }

        @Test("of creating that exclude each other", arguments: ["import_url", "template_name", "template_project_id"])
        func createFromTemplate(name: String) async throws {
            let one = AttributeTable<CreateProject>.all.only("name", name)
            expect(one, in: try await Echo.of(CreateProject(name: "") { one.fill(&$0) }))
        }

        @Test("of creating, as multipart with the avatar")
        func createWithAvatar() async throws {
            let all = AttributeTable<CreateProject>.all.without("template_name", "template_project_id")
            let echo = try await Echo.of(CreateProject(name: "") { all.fill(&$0) })
            expect(all, in: echo)
            #expect(echo.headers["content-type"]?.hasPrefix("multipart/form-data; boundary=") == true)
        }

        @Test("of editing, as JSON")
        func edit() async throws {
            let all = AttributeTable<EditProject>.all
            let together = all.without("avatar")
            let echo = try await Echo.of(EditProject(1) { together.fill(&$0) })
            expect(together, in: echo)
            expect(all, coversAllOf: EditProject(1), declaredBy: echo)
            #expect(echo.headers["content-type"] == "application/json")
            #expect(echo.query == "")
        }

        @Test("of editing, as multipart with the avatar")
        func editWithAvatar() async throws {
            let all = AttributeTable<EditProject>.all
            let echo = try await Echo.of(EditProject(1) { all.fill(&$0) })
            expect(all, in: echo)
            #expect(echo.headers["content-type"]?.hasPrefix("multipart/form-data; boundary=") == true)
        }

        @Test("Every value of every enum is one that the server takes")
        func enums() async throws {
            try await expectTaken(SquashOption.knownValues, "squash_option") { $0.squashOption = $1 }
            try await expectTaken(MergeMethod.knownValues, "merge_method") { $0.mergeMethod = $1 }
            try await expectTaken(VisibilityLevel.knownValues, "visibility") { $0.visibility = $1 }
            try await expectTaken(BuildGitStrategy.knownValues, "build_git_strategy") { $0.buildGitStrategy = $1 }
            try await expectTaken(FeatureAccessLevel.knownValues, "pages_access_level") { $0.pagesAccessLevel = $1 }
            try await expectTaken(AutoCancelPendingPipelines.knownValues, "auto_cancel_pending_pipelines") {
                $0.autoCancelPendingPipelines = $1
            }
            try await expectTaken(AutoDevOpsDeployStrategy.knownValues, "auto_devops_deploy_strategy") {
                $0.autoDevopsDeployStrategy = $1
            }
            try await expectTaken(ResourceGroupProcessMode.knownValues, "resource_group_default_process_mode") {
                $0.resourceGroupDefaultProcessMode = $1
            }
            try await expectTaken(PipelineCancellationRole.knownValues, "ci_restrict_pipeline_cancellation_role") {
                $0.ciRestrictPipelineCancellationRole = $1
            }
            try await expectTaken(
                PipelineVariablesOverrideRole.knownValues, "ci_pipeline_variables_minimum_override_role"
            ) { $0.ciPipelineVariablesMinimumOverrideRole = $1 }
            for format in ObjectFormat.knownValues {
                let echo = try await Echo.of(CreateProject(name: "x") { $0.repositoryObjectFormat = format })
                #expect(echo.params["repository_object_format"] == .string(format.rawValue))
            }
            for order in ProjectOrder.knownValues {
                let echo = try await Echo.of(ListProjects { $0.orderBy = order })
                #expect(echo.params["order_by"] == .string(order.rawValue))
            }
            for level in AccessLevel.knownValues where level != .noAccess {
                let echo = try await Echo.of(ListProjects { $0.minAccessLevel = level })
                #expect(echo.params["min_access_level"] == .integer(Int64(level.rawValue)))
            }
        }

        private func expectTaken<Value: OpenEnum>(
            _ values: [Value], _ name: String, set: (inout EditProject, Value) -> Void
        ) async throws where Value.RawValue == String {
            #expect(values.count > 1)
            for value in values {
                let echo = try await Echo.of(EditProject(1) { set(&$0, value) })
                #expect(echo.params[name] == .string(value.rawValue))
            }
        }

        /// What the table says arrives, and nothing else but what Grape adds by itself.
        private func expect<Request>(
            _ table: AttributeTable<Request>, in echo: Echo, at location: SourceLocation = #_sourceLocation
        ) {
            for row in table.rows {
                #expect(echo.params[row.name] == row.arrives, "\(row.name)", sourceLocation: location)
            }
            let added: Set = ["id", "page", "per_page", "order_by", "sort"]
            #expect(Set(echo.params.keys).subtracting(added).isSubset(of: table.names), sourceLocation: location)
        }

        /// The table has a row for each attribute that the server declares and for each that the Swift type has.
        private func expect<Request>(
            _ table: AttributeTable<Request>, coversAllOf request: Request, declaredBy echo: Echo,
            at location: SourceLocation = #_sourceLocation
        ) {
            let declared = echo.declared.filter { $0 != "id" && !$0.contains("[") }
            #expect(table.names == declared, sourceLocation: location)
            let properties = Mirror(reflecting: request).children.flatMap { child in
                switch child.label {
                case "id"?: [String]()
                case "nullable"?, "deprecated"?: Mirror(reflecting: child.value).children.compactMap(\.label)
                case let label: [label].compactMap { $0 }
                }
            }
            #expect(properties.count == table.rows.count, sourceLocation: location)
        }
    }
}
