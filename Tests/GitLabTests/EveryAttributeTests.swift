// Every attribute of the project operations: Grape reads the values that are set in Swift, with the types that GitLab
// declares.

import Foundation
import GitLab
import HTTPTypes
import Testing

extension RealStack {
    @Suite("Every attribute")
    struct EveryAttribute {
        private static let routes = ["GET /projects", "GET /projects/:id", "POST /projects", "PUT /projects/:id"]

        /// The samples of the project operations: they are made from the spec, and forget no attribute.
        private static let samples = OperationSample.all.filter { routes.contains($0.route) }

        @Test("Each arrives with the type that the server declares", arguments: samples)
        func arrives(sample: OperationSample) async throws {
            let echo = try await Echo.of(sample)
            for (name, value) in sample.query.merging(sample.body, uniquingKeysWith: { first, _ in first }) {
                let type = echo.types[name] ?? .null
                #expect(echo.params[name] == value.coerced(to: type), "\(name), a \(type)")
            }
            // Parameters that Grape adds by itself.
            let added: Set = ["id", "page", "per_page", "order_by", "sort"]
            #expect(Set(echo.params.keys).subtracting(added).isSubset(of: sample.names))
        }

        @Test("All that the server declares is sent", arguments: routes)
        func covers(route: String) async throws {
            let samples = Self.samples.filter { $0.route == route }
            let declared = try await Echo.of(#require(samples.first)).declared.filter { !$0.contains("[") }
            #expect(Set(samples.flatMap(\.names)) == declared.union(route.contains(":id") ? ["id"] : []))
        }

        @Test("Types of the wire are those that GitLab declares")
        func types() async throws {
            let samples = Self.samples.filter { $0.route == "GET /projects" && $0.names.contains("archived") }
            let echo = try await Echo.of(#require(samples.first))
            #expect(echo.types["updated_after"] == "DateTime")
            #expect(echo.types["marked_for_deletion_on"] == "Date")
            #expect(echo.types["min_access_level"] == "Integer")
            #expect(echo.types["archived"] == "Boolean")
            #expect(echo.headers["content-type"] == nil)
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

    }
}

extension Echo {
    /// Sends a sample and returns the parameters that the server read.
    fileprivate static func of(_ sample: OperationSample) async throws -> Echo {
        let url = try await Servers.current.url(.reading)
        let client = GitLabClient(baseURL: url, credentials: .personalAccessToken(Token.full))
        var (head, body) = try sample.build(client)
        head.headerFields[HTTPField.Name("X-Echo")!] = "1"
        head.headerFields[HTTPField.Name("Private-Token")!] = Token.full
        let response = try await client.transport.send(head, body: body)
        let bytes = try await response.body.collect(upTo: 1 << 24)
        try #require(response.head.status == .ok, "\(String(decoding: bytes, as: UTF8.self))")
        return try JSONDecoder().decode(Echo.self, from: Data(bytes))
    }
}

extension JSONValue {
    /// Returns a text of a query or a form as a value of a Ruby type; other values are unchanged.
    fileprivate func coerced(to type: JSONValue) -> JSONValue {
        switch (self, type) {
        case (.string(let text), "Integer"): Int64(text).map { .integer($0) } ?? self
        case (.string("true"), "Boolean"): true
        case (.string("false"), "Boolean"): false
        case (.string(""), "NilClass"): .null
        // GitLab splits these at commas.
        case (.string(let text), .array): .array(text.split(separator: ",").map { .string(String($0)) })
        case (.array(let elements), .array(let types)) where elements.count == types.count:
            .array(zip(elements, types).map { $0.coerced(to: $1) })
        case (.object(let members), .object(let types)):
            .object(
                Dictionary(
                    uniqueKeysWithValues: members.map { ($0, $1.coerced(to: types[$0] ?? .null)) }))
        case _: self
        }
    }
}
