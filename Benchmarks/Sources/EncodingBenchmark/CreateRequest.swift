// Creating a project with forty attributes, by the client and by JSONEncoder.

import Foundation
@_spi(Encoding) import GitLab
import Measuring

enum CreateRequest {
    static let request = CreateProject(name: "Näive \"demo\"") {
        $0.path = "demo"
        $0.description = "A project with a sentence for a description,\nand a second line."
        $0.autocloseReferencedIssues = true
        $0.emailsEnabled = false
        $0.enforceAuthChecksOnUploads = true
        $0.issueBranchTemplate = "%{id}-%{title}"
        $0.lfsEnabled = true
        $0.requestAccessEnabled = true
        $0.topics = ["swift", "api", "open source"]
        $0.visibility = .private
        $0.defaultBranch = "main"
        $0.initializeWithReadme = true
        $0.namespaceID = 4_711
        $0.analyticsAccessLevel = .private
        $0.buildsAccessLevel = .private
        $0.containerRegistryAccessLevel = .enabled
        $0.environmentsAccessLevel = .enabled
        $0.featureFlagsAccessLevel = .private
        $0.forkingAccessLevel = .enabled
        $0.issuesAccessLevel = .enabled
        $0.mergeRequestsAccessLevel = .enabled
        $0.pagesAccessLevel = .private
        $0.releasesAccessLevel = .enabled
        $0.repositoryAccessLevel = .enabled
        $0.snippetsAccessLevel = .disabled
        $0.wikiAccessLevel = .disabled
        $0.allowMergeOnSkippedPipeline = false
        $0.mergeCommitTemplate = "Merge %{source_branch} into %{target_branch}\n\n%{title}"
        $0.mergeMethod = .fastForward
        $0.onlyAllowMergeIfAllDiscussionsAreResolved = true
        $0.onlyAllowMergeIfPipelineSucceeds = true
        $0.removeSourceBranchAfterMerge = true
        $0.resolveOutdatedDiffDiscussions = false
        $0.squashOption = .defaultOn
        $0.autoCancelPendingPipelines = .enabled
        $0.autoDevopsEnabled = false
        $0.buildTimeout = 3_600
        $0.ciConfigPath = ".ci/pipeline.yml"
        $0.sharedRunnersEnabled = true
    }

    static func run() async throws {
        var contest = Contest("The JSON body of a create with forty attributes")
        let plain = PlainCreate()
        let encoder = JSONEncoder()
        contest.add("gitlab-swift") { (try? request.encodedJSON()?.count) ?? 0 }
        contest.add("JSONEncoder with a struct of the same members") { (try? encoder.encode(plain).count) ?? 0 }
        contest.add("JSONEncoder created for each request") { (try? JSONEncoder().encode(plain).count) ?? 0 }
        if CommandLine.arguments.contains("--profile-create") { return try await contest.profile(0) }
        try await contest.run(repetitions: 2_000)

        guard let base = URL(string: "https://gitlab.example.com") else { return }
        let gitlab = GitLabClient(baseURL: base)
        var whole = Contest("The whole create request, with its URL and header fields")
        whole.add("gitlab-swift: HTTPRequest and body") {
            (try? gitlab.httpRequest(for: request).body.bytes?.count) ?? 0
        }
        try await whole.run(repetitions: 2_000)
    }
}

/// The type that a hand-written client would encode with JSONEncoder: the same members with the same values.
struct PlainCreate: Encodable {
    let name = "Näive \"demo\""
    let path = "demo"
    let description = "A project with a sentence for a description,\nand a second line."
    let autoclose_referenced_issues = true
    let emails_enabled = false
    let enforce_auth_checks_on_uploads = true
    let issue_branch_template = "%{id}-%{title}"
    let lfs_enabled = true
    let request_access_enabled = true
    let topics = ["swift", "api", "open source"]
    let visibility = "private"
    let default_branch = "main"
    let initialize_with_readme = true
    let namespace_id = 4_711
    let analytics_access_level = "private"
    let builds_access_level = "private"
    let container_registry_access_level = "enabled"
    let environments_access_level = "enabled"
    let feature_flags_access_level = "private"
    let forking_access_level = "enabled"
    let issues_access_level = "enabled"
    let merge_requests_access_level = "enabled"
    let pages_access_level = "private"
    let releases_access_level = "enabled"
    let repository_access_level = "enabled"
    let snippets_access_level = "disabled"
    let wiki_access_level = "disabled"
    let allow_merge_on_skipped_pipeline = false
    let merge_commit_template = "Merge %{source_branch} into %{target_branch}\n\n%{title}"
    let merge_method = "ff"
    let only_allow_merge_if_all_discussions_are_resolved = true
    let only_allow_merge_if_pipeline_succeeds = true
    let remove_source_branch_after_merge = true
    let resolve_outdated_diff_discussions = false
    let squash_option = "default_on"
    let auto_cancel_pending_pipelines = "enabled"
    let auto_devops_enabled = false
    let build_timeout = 3_600
    let ci_config_path = ".ci/pipeline.yml"
    let shared_runners_enabled = true
}
