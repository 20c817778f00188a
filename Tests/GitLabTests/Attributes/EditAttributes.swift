// Every attribute that editing a project takes, with a value and what is to arrive.

import GitLab

extension EditProject: TabledRequest {
    @available(*, deprecated, message: "Deprecated attributes are rows too.")
    static func addRows(to table: inout AttributeTable<Self>) {
        table.row("allow_merge_on_skipped_pipeline", true) { $0.allowMergeOnSkippedPipeline = $1 }
        table.row("allow_pipeline_trigger_approve_deployment", false) { $0.allowPipelineTriggerApproveDeployment = $1 }
        table.row("only_allow_merge_if_all_status_checks_passed", true) {
            $0.onlyAllowMergeIfAllStatusChecksPassed = $1
        }
        table.row("approvals_before_merge", 104) { $0.approvalsBeforeMerge = $1 }
        table.row("auto_cancel_pending_pipelines", arrives: "enabled") { $0.autoCancelPendingPipelines = .enabled }
        table.row("auto_devops_deploy_strategy", arrives: "manual") { $0.autoDevopsDeployStrategy = .manual }
        table.row("auto_devops_enabled", true) { $0.autoDevopsEnabled = $1 }
        table.row("auto_duo_code_review_enabled", false) { $0.autoDuoCodeReviewEnabled = $1 }
        table.row("autoclose_referenced_issues", true) { $0.autocloseReferencedIssues = $1 }
        table.row("avatar", arrives: Picture.arrives) { $0.avatar = Picture.file }
        table.row("build_git_strategy", arrives: "clone") { $0.buildGitStrategy = .clone }
        table.row("build_timeout", 112) { $0.buildTimeout = $1 }
        table.row("ci_config_path", "ci config path, é & 13") { $0.ciConfigPath = $1 }
        table.row("ci_default_git_depth", 114) { $0.ciDefaultGitDepth = $1 }
        table.row("ci_delete_pipelines_in_seconds", 115) { $0.ciDeletePipelinesInSeconds = $1 }
        table.row("ci_display_pipeline_variables", false) { $0.ciDisplayPipelineVariables = $1 }
        table.row("ci_forward_deployment_enabled", true) { $0.ciForwardDeploymentEnabled = $1 }
        table.row("ci_forward_deployment_rollback_allowed", false) { $0.ciForwardDeploymentRollbackAllowed = $1 }
        table.row("ci_allow_fork_pipelines_to_run_in_parent_project", true) {
            $0.ciAllowForkPipelinesToRunInParentProject = $1
        }
        table.row("ci_id_token_sub_claim_components", arrives: ["project_path", "ref_type"]) {
            $0.ciIDTokenSubClaimComponents = [.projectPath, .refType]
        }
        table.row("ci_separated_caches", true) { $0.ciSeparatedCaches = $1 }
        table.row("ci_restrict_pipeline_cancellation_role", arrives: "maintainer") {
            $0.ciRestrictPipelineCancellationRole = .maintainer
        }
        table.row("ci_pipeline_variables_minimum_override_role", arrives: "maintainer") {
            $0.ciPipelineVariablesMinimumOverrideRole = .maintainer
        }
        table.row("ci_push_repository_for_job_token_allowed", false) { $0.ciPushRepositoryForJobTokenAllowed = $1 }
        table.row("container_expiration_policy_attributes", arrives: CleanupPolicy.arrives) {
            $0.containerExpirationPolicyAttributes = CleanupPolicy.hash
        }
        table.row("container_registry_enabled", false) { $0.containerRegistryEnabled = $1 }
        table.row("default_branch", "default branch, é & 27") { $0.defaultBranch = $1 }
        table.row("description", "description, é & 28") { $0.description = $1 }
        table.row("duo_remote_flows_enabled", true) { $0.duoRemoteFlowsEnabled = $1 }
        table.row("duo_sast_fp_detection_enabled", false) { $0.duoSastFpDetectionEnabled = $1 }
        table.row("duo_sast_vr_workflow_enabled", true) { $0.duoSastVrWorkflowEnabled = $1 }
        table.row("emails_disabled", false) { $0.emailsDisabled = $1 }
        table.row("emails_enabled", true) { $0.emailsEnabled = $1 }
        table.row("enforce_auth_checks_on_uploads", false) { $0.enforceAuthChecksOnUploads = $1 }
        table.row("external_authorization_classification_label", "external authorization classification, é & 35") {
            $0.externalAuthorizationClassificationLabel = $1
        }
        table.row("group_runners_enabled", false) { $0.groupRunnersEnabled = $1 }
        table.row("import_url", "import url, é & 37") { $0.importURL = $1 }
        table.row("issues_enabled", false) { $0.issuesEnabled = $1 }
        table.row("issues_template", "issues template, é & 39") { $0.issuesTemplate = $1 }
        table.row("merge_requests_template", "merge requests template, é & 40") { $0.mergeRequestsTemplate = $1 }
        table.row("jobs_enabled", true) { $0.jobsEnabled = $1 }
        table.row("keep_latest_artifact", false) { $0.keepLatestArtifact = $1 }
        table.row("lfs_enabled", true) { $0.lfsEnabled = $1 }
        table.row("max_artifacts_size", 144) { $0.maxArtifactsSize = $1 }
        table.row("merge_commit_template", "merge commit template, é & 45") { $0.mergeCommitTemplate = $1 }
        table.row("merge_method", arrives: "rebase_merge") { $0.mergeMethod = .rebaseMerge }
        table.row("merge_pipelines_enabled", true) { $0.mergePipelinesEnabled = $1 }
        table.row("merge_requests_enabled", false) { $0.mergeRequestsEnabled = $1 }
        table.row("mr_default_title_template", "mr default title, é & 49") { $0.mrDefaultTitleTemplate = $1 }
        table.row("merge_trains_enabled", false) { $0.mergeTrainsEnabled = $1 }
        table.row("merge_trains_skip_train_allowed", true) { $0.mergeTrainsSkipTrainAllowed = $1 }
        table.row("max_pipelines_per_merge_train", 152) { $0.maxPipelinesPerMergeTrain = $1 }
        table.row("mirror_overwrites_diverged_branches", true) { $0.mirrorOverwritesDivergedBranches = $1 }
        table.row("mirror_trigger_builds", false) { $0.mirrorTriggerBuilds = $1 }
        table.row("mirror_user_id", 155) { $0.mirrorUserID = $1 }
        table.row("mirror", false) { $0.mirror = $1 }
        table.row("mr_default_target_self", true) { $0.mrDefaultTargetSelf = $1 }
        table.row("name", "name, é & 58") { $0.name = $1 }
        table.row("only_allow_merge_if_all_discussions_are_resolved", true) {
            $0.onlyAllowMergeIfAllDiscussionsAreResolved = $1
        }
        table.row("only_allow_merge_if_pipeline_succeeds", false) { $0.onlyAllowMergeIfPipelineSucceeds = $1 }
        table.row("only_mirror_protected_branches", true) { $0.onlyMirrorProtectedBranches = $1 }
        table.row("packages_enabled", false) { $0.packagesEnabled = $1 }
        table.row("package_registry_access_level", arrives: "private") { $0.packageRegistryAccessLevel = .private }
        table.row("path", "path, é & 64") { $0.path = $1 }
        table.row("prevent_merge_without_jira_issue", true) { $0.preventMergeWithoutJiraIssue = $1 }
        table.row("printing_merge_request_link_enabled", false) { $0.printingMergeRequestLinkEnabled = $1 }
        table.row("protect_merge_request_pipelines", true) { $0.protectMergeRequestPipelines = $1 }
        table.row("public_builds", false) { $0.publicBuilds = $1 }
        table.row("public_jobs", true) { $0.publicJobs = $1 }
        table.row("remove_source_branch_after_merge", false) { $0.removeSourceBranchAfterMerge = $1 }
        table.row("repository_storage", "repository storage, é & 71") { $0.repositoryStorage = $1 }
        table.row("request_access_enabled", false) { $0.requestAccessEnabled = $1 }
        table.row("resolve_outdated_diff_discussions", true) { $0.resolveOutdatedDiffDiscussions = $1 }
        table.row("restrict_user_defined_variables", false) { $0.restrictUserDefinedVariables = $1 }
        table.row("service_desk_enabled", true) { $0.serviceDeskEnabled = $1 }
        table.row("shared_runners_enabled", false) { $0.sharedRunnersEnabled = $1 }
        table.row("show_default_award_emojis", true) { $0.showDefaultAwardEmojis = $1 }
        table.row("snippets_enabled", false) { $0.snippetsEnabled = $1 }
        table.row("issue_branch_template", "issue branch template, é & 79") { $0.issueBranchTemplate = $1 }
        table.row("spp_repository_pipeline_access", false) { $0.sppRepositoryPipelineAccess = $1 }
        table.row("squash_commit_template", "squash commit template, é & 81") { $0.squashCommitTemplate = $1 }
        table.row("squash_option", arrives: "always") { $0.squashOption = .always }
        table.row("suggestion_commit_message", "suggestion commit message, é & 83") { $0.suggestionCommitMessage = $1 }
        table.row("tag_list", ["tag_list a", "tag_list b"]) { $0.tagList = $1 }
        table.row("topics", ["topics a", "topics b"]) { $0.topics = $1 }
        table.row("visibility", arrives: "internal") { $0.visibility = .internal }
        table.row("warn_about_potentially_unwanted_characters", true) { $0.warnAboutPotentiallyUnwantedCharacters = $1 }
        table.row("wiki_enabled", false) { $0.wikiEnabled = $1 }
        table.row("web_based_commit_signing_enabled", true) { $0.webBasedCommitSigningEnabled = $1 }
        table.row("analytics_access_level", arrives: "private") { $0.analyticsAccessLevel = .private }
        table.row("builds_access_level", arrives: "private") { $0.buildsAccessLevel = .private }
        table.row("container_registry_access_level", arrives: "private") { $0.containerRegistryAccessLevel = .private }
        table.row("environments_access_level", arrives: "private") { $0.environmentsAccessLevel = .private }
        table.row("feature_flags_access_level", arrives: "private") { $0.featureFlagsAccessLevel = .private }
        table.row("forking_access_level", arrives: "private") { $0.forkingAccessLevel = .private }
        table.row("infrastructure_access_level", arrives: "private") { $0.infrastructureAccessLevel = .private }
        table.row("issues_access_level", arrives: "private") { $0.issuesAccessLevel = .private }
        table.row("merge_requests_access_level", arrives: "private") { $0.mergeRequestsAccessLevel = .private }
        table.row("model_experiments_access_level", arrives: "private") { $0.modelExperimentsAccessLevel = .private }
        table.row("model_registry_access_level", arrives: "private") { $0.modelRegistryAccessLevel = .private }
        table.row("monitor_access_level", arrives: "private") { $0.monitorAccessLevel = .private }
        table.row("pages_access_level", arrives: "private") { $0.pagesAccessLevel = .private }
        table.row("releases_access_level", arrives: "private") { $0.releasesAccessLevel = .private }
        table.row("repository_access_level", arrives: "private") { $0.repositoryAccessLevel = .private }
        table.row("requirements_access_level", arrives: "private") { $0.requirementsAccessLevel = .private }
        table.row("security_and_compliance_access_level", arrives: "private") {
            $0.securityAndComplianceAccessLevel = .private
        }
        table.row("snippets_access_level", arrives: "private") { $0.snippetsAccessLevel = .private }
        table.row("wiki_access_level", arrives: "private") { $0.wikiAccessLevel = .private }
        table.row("show_diff_preview_in_email", true) { $0.showDiffPreviewInEmail = $1 }
        table.row("resource_group_default_process_mode", arrives: "oldest_first") {
            $0.resourceGroupDefaultProcessMode = .oldestFirst
        }
        table.row("merge_request_title_regex", "merge request title, é & 111") { $0.mergeRequestTitleRegex = $1 }
        table.row("merge_request_title_regex_description", "merge request title, é & 112") {
            $0.mergeRequestTitleRegexDescription = $1
        }
        table.row("mirror_branch_regex", "mirror branch regex, é & 113") { $0.mirrorBranchRegex = $1 }
        table.row("fallback_approvals_required", 214) { $0.fallbackApprovalsRequired = $1 }
        table.row("duo_secret_detection_fp_enabled", true) { $0.duoSecretDetectionFpEnabled = $1 }
        table.row("merge_train_enforcement", arrives: "enforce_for_all_users") {
            $0.mergeTrainEnforcement = .enforceForAllUsers
        }
        table.row("reviewer_assignment_strategy", arrives: "code_owners") {
            $0.reviewerAssignmentStrategy = .codeOwners
        }
        table.row("security_policy_pipeline_must_succeed", false) { $0.securityPolicyPipelineMustSucceed = $1 }
    }
}
