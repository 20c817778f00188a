// Written by scripts/make-plain-models.py from the types of spec/. Codable as the compiler makes it.

import Foundation
import GitLab

public enum Synthesized {
    public struct Project: Codable, Sendable {
        public var id: Int
        public var name: String
        public var nameWithNamespace: String?
        public var path: String
        public var pathWithNamespace: String
        public var description: String?
        public var descriptionHtml: String?
        public var visibility: VisibilityLevel?
        public var namespace: BasicNamespace?
        public var owner: BasicUser?
        public var creatorId: Int?
        public var topics: [String]?
        public var tagList: [String]?
        public var customAttributes: [CustomAttribute]?
        public var forkedFromProject: BasicProject?
        public var webUrl: String?
        public var avatarUrl: String?
        public var readmeUrl: String?
        public var sshUrlToRepo: String?
        public var httpUrlToRepo: String?
        public var containerRegistryImagePrefix: String?
        public var links: ProjectLinks?
        public var createdAt: Date?
        public var updatedAt: Date?
        public var lastActivityAt: Date?
        public var archived: Bool?
        public var markedForDeletionAt: CalendarDate?
        public var markedForDeletionOn: CalendarDate?
        public var starCount: Int?
        public var forksCount: Int?
        public var openIssuesCount: Int?
        public var statistics: ProjectStatistics?
        public var permissions: ProjectPermissions?
        public var canCreateMergeRequestIn: Bool?
        public var requestAccessEnabled: Bool?
        public var sharedWithGroups: [SharedGroup]?
        public var complianceFrameworks: [String]?
        public var externalAuthorizationClassificationLabel: String?
        public var defaultBranch: String?
        public var emptyRepo: Bool?
        public var license: ProjectLicense?
        public var licenseUrl: String?
        public var lfsEnabled: Bool?
        public var repositoryObjectFormat: ObjectFormat?
        public var repositoryStorage: String?
        public var webBasedCommitSigningEnabled: Bool?
        public var importType: ProjectImportSource?
        public var importUrl: String?
        public var importStatus: ImportStatus?
        public var importError: String?
        public var mirror: Bool?
        public var mirrorOverwritesDivergedBranches: Bool?
        public var mirrorTriggerBuilds: Bool?
        public var mirrorUserId: Int?
        public var onlyMirrorProtectedBranches: Bool?
        public var analyticsAccessLevel: FeatureAccessLevel?
        public var buildsAccessLevel: FeatureAccessLevel?
        public var containerRegistryAccessLevel: FeatureAccessLevel?
        public var environmentsAccessLevel: FeatureAccessLevel?
        public var featureFlagsAccessLevel: FeatureAccessLevel?
        public var forkingAccessLevel: FeatureAccessLevel?
        public var infrastructureAccessLevel: FeatureAccessLevel?
        public var issuesAccessLevel: FeatureAccessLevel?
        public var mergeRequestsAccessLevel: FeatureAccessLevel?
        public var modelExperimentsAccessLevel: FeatureAccessLevel?
        public var modelRegistryAccessLevel: FeatureAccessLevel?
        public var monitorAccessLevel: FeatureAccessLevel?
        public var packageRegistryAccessLevel: FeatureAccessLevel?
        public var pagesAccessLevel: FeatureAccessLevel?
        public var releasesAccessLevel: FeatureAccessLevel?
        public var repositoryAccessLevel: FeatureAccessLevel?
        public var requirementsAccessLevel: FeatureAccessLevel?
        public var securityAndComplianceAccessLevel: FeatureAccessLevel?
        public var snippetsAccessLevel: FeatureAccessLevel?
        public var wikiAccessLevel: FeatureAccessLevel?
        public var cicdCatalogEnabled: Bool?
        public var containerRegistryEnabled: Bool?
        public var issuesEnabled: Bool?
        public var jobsEnabled: Bool?
        public var mergeRequestsEnabled: Bool?
        public var packagesEnabled: Bool?
        public var requirementsEnabled: Bool?
        public var securityAndComplianceEnabled: Bool?
        public var serviceDeskEnabled: Bool?
        public var serviceDeskAddress: String?
        public var snippetsEnabled: Bool?
        public var wikiEnabled: Bool?
        public var autocloseReferencedIssues: Bool?
        public var emailsDisabled: Bool?
        public var emailsEnabled: Bool?
        public var enforceAuthChecksOnUploads: Bool?
        public var issueBranchTemplate: String?
        public var issuesTemplate: String?
        public var showDiffPreviewInEmail: Bool?
        public var warnAboutPotentiallyUnwantedCharacters: Bool?
        public var allowMergeOnSkippedPipeline: Bool?
        public var approvalsBeforeMerge: Int?
        public var automaticRebaseEnabled: Bool?
        public var maxPipelinesPerMergeTrain: Int?
        public var mergeCommitTemplate: String?
        public var mergeMethod: MergeMethod?
        public var mergePipelinesEnabled: Bool?
        public var mergeRequestTitleRegex: String?
        public var mergeRequestTitleRegexDescription: String?
        public var mergeRequestsTemplate: String?
        public var mergeTrainEnforcement: MergeTrainEnforcement?
        public var mergeTrainsEnabled: Bool?
        public var mergeTrainsSkipTrainAllowed: Bool?
        public var mrDefaultTargetSelf: Bool?
        public var mrDefaultTitleTemplate: String?
        public var onlyAllowMergeIfAllDiscussionsAreResolved: Bool?
        public var onlyAllowMergeIfAllStatusChecksPassed: Bool?
        public var onlyAllowMergeIfPipelineSucceeds: Bool?
        public var preventMergeWithoutJiraIssue: Bool?
        public var printingMergeRequestLinkEnabled: Bool?
        public var printingMergeRequestsLinkEnabled: Bool?
        public var removeSourceBranchAfterMerge: Bool?
        public var resolveOutdatedDiffDiscussions: Bool?
        public var reviewerAssignmentStrategy: ReviewerAssignmentStrategy?
        public var squashCommitTemplate: String?
        public var squashOption: SquashOption?
        public var suggestionCommitMessage: String?
        public var allowPipelineTriggerApproveDeployment: Bool?
        public var autoCancelPendingPipelines: AutoCancelPendingPipelines?
        public var autoDevopsDeployStrategy: AutoDevOpsDeployStrategy?
        public var autoDevopsEnabled: Bool?
        public var buildGitStrategy: BuildGitStrategy?
        public var buildTimeout: Int?
        public var ciAllowForkPipelinesToRunInParentProject: Bool?
        public var ciConfigPath: String?
        public var ciDefaultGitDepth: Int?
        public var ciDeletePipelinesInSeconds: Int?
        public var ciDisplayPipelineVariables: Bool?
        public var ciForwardDeploymentEnabled: Bool?
        public var ciForwardDeploymentRollbackAllowed: Bool?
        public var ciIdTokenSubClaimComponents: [IDTokenSubClaimComponent]?
        public var ciJobTokenScopeEnabled: Bool?
        public var ciPipelineVariablesMinimumOverrideRole: PipelineVariablesOverrideRole?
        public var ciPushRepositoryForJobTokenAllowed: Bool?
        public var ciRestrictPipelineCancellationRole: PipelineCancellationRole?
        public var ciSeparatedCaches: Bool?
        public var ciSkipBranchPipelinesForMrs: Bool?
        public var containerExpirationPolicy: ContainerExpirationPolicy?
        public var groupRunnersEnabled: Bool?
        public var keepLatestArtifact: Bool?
        public var maxArtifactsSize: Int?
        public var protectMergeRequestPipelines: Bool?
        public var publicJobs: Bool?
        public var resourceGroupDefaultProcessMode: ResourceGroupProcessMode?
        public var restrictUserDefinedVariables: Bool?
        public var runnerTokenExpirationInterval: Int?
        public var runnersToken: String?
        public var sharedRunnersEnabled: Bool?
        public var autoDuoCodeReviewEnabled: Bool?
        public var duoFoundationalFlowsEnabled: Bool?
        public var duoRemoteFlowsEnabled: Bool?
        public var duoSastFpDetectionEnabled: Bool?
        public var duoSastVrWorkflowEnabled: Bool?
        public var preReceiveSecretDetectionEnabled: Bool?
        public var secretPushProtectionEnabled: Bool?
        public var duoSecretDetectionFpEnabled: Bool?
        public var securityPolicyPipelineMustSucceed: Bool?
        public var sppRepositoryPipelineAccess: Bool?

        enum CodingKeys: String, CodingKey {
            case id
            case name
            case nameWithNamespace = "name_with_namespace"
            case path
            case pathWithNamespace = "path_with_namespace"
            case description
            case descriptionHtml = "description_html"
            case visibility
            case namespace
            case owner
            case creatorId = "creator_id"
            case topics
            case tagList = "tag_list"
            case customAttributes = "custom_attributes"
            case forkedFromProject = "forked_from_project"
            case webUrl = "web_url"
            case avatarUrl = "avatar_url"
            case readmeUrl = "readme_url"
            case sshUrlToRepo = "ssh_url_to_repo"
            case httpUrlToRepo = "http_url_to_repo"
            case containerRegistryImagePrefix = "container_registry_image_prefix"
            case links = "_links"
            case createdAt = "created_at"
            case updatedAt = "updated_at"
            case lastActivityAt = "last_activity_at"
            case archived
            case markedForDeletionAt = "marked_for_deletion_at"
            case markedForDeletionOn = "marked_for_deletion_on"
            case starCount = "star_count"
            case forksCount = "forks_count"
            case openIssuesCount = "open_issues_count"
            case statistics
            case permissions
            case canCreateMergeRequestIn = "can_create_merge_request_in"
            case requestAccessEnabled = "request_access_enabled"
            case sharedWithGroups = "shared_with_groups"
            case complianceFrameworks = "compliance_frameworks"
            case externalAuthorizationClassificationLabel = "external_authorization_classification_label"
            case defaultBranch = "default_branch"
            case emptyRepo = "empty_repo"
            case license
            case licenseUrl = "license_url"
            case lfsEnabled = "lfs_enabled"
            case repositoryObjectFormat = "repository_object_format"
            case repositoryStorage = "repository_storage"
            case webBasedCommitSigningEnabled = "web_based_commit_signing_enabled"
            case importType = "import_type"
            case importUrl = "import_url"
            case importStatus = "import_status"
            case importError = "import_error"
            case mirror
            case mirrorOverwritesDivergedBranches = "mirror_overwrites_diverged_branches"
            case mirrorTriggerBuilds = "mirror_trigger_builds"
            case mirrorUserId = "mirror_user_id"
            case onlyMirrorProtectedBranches = "only_mirror_protected_branches"
            case analyticsAccessLevel = "analytics_access_level"
            case buildsAccessLevel = "builds_access_level"
            case containerRegistryAccessLevel = "container_registry_access_level"
            case environmentsAccessLevel = "environments_access_level"
            case featureFlagsAccessLevel = "feature_flags_access_level"
            case forkingAccessLevel = "forking_access_level"
            case infrastructureAccessLevel = "infrastructure_access_level"
            case issuesAccessLevel = "issues_access_level"
            case mergeRequestsAccessLevel = "merge_requests_access_level"
            case modelExperimentsAccessLevel = "model_experiments_access_level"
            case modelRegistryAccessLevel = "model_registry_access_level"
            case monitorAccessLevel = "monitor_access_level"
            case packageRegistryAccessLevel = "package_registry_access_level"
            case pagesAccessLevel = "pages_access_level"
            case releasesAccessLevel = "releases_access_level"
            case repositoryAccessLevel = "repository_access_level"
            case requirementsAccessLevel = "requirements_access_level"
            case securityAndComplianceAccessLevel = "security_and_compliance_access_level"
            case snippetsAccessLevel = "snippets_access_level"
            case wikiAccessLevel = "wiki_access_level"
            case cicdCatalogEnabled = "cicd_catalog_enabled"
            case containerRegistryEnabled = "container_registry_enabled"
            case issuesEnabled = "issues_enabled"
            case jobsEnabled = "jobs_enabled"
            case mergeRequestsEnabled = "merge_requests_enabled"
            case packagesEnabled = "packages_enabled"
            case requirementsEnabled = "requirements_enabled"
            case securityAndComplianceEnabled = "security_and_compliance_enabled"
            case serviceDeskEnabled = "service_desk_enabled"
            case serviceDeskAddress = "service_desk_address"
            case snippetsEnabled = "snippets_enabled"
            case wikiEnabled = "wiki_enabled"
            case autocloseReferencedIssues = "autoclose_referenced_issues"
            case emailsDisabled = "emails_disabled"
            case emailsEnabled = "emails_enabled"
            case enforceAuthChecksOnUploads = "enforce_auth_checks_on_uploads"
            case issueBranchTemplate = "issue_branch_template"
            case issuesTemplate = "issues_template"
            case showDiffPreviewInEmail = "show_diff_preview_in_email"
            case warnAboutPotentiallyUnwantedCharacters = "warn_about_potentially_unwanted_characters"
            case allowMergeOnSkippedPipeline = "allow_merge_on_skipped_pipeline"
            case approvalsBeforeMerge = "approvals_before_merge"
            case automaticRebaseEnabled = "automatic_rebase_enabled"
            case maxPipelinesPerMergeTrain = "max_pipelines_per_merge_train"
            case mergeCommitTemplate = "merge_commit_template"
            case mergeMethod = "merge_method"
            case mergePipelinesEnabled = "merge_pipelines_enabled"
            case mergeRequestTitleRegex = "merge_request_title_regex"
            case mergeRequestTitleRegexDescription = "merge_request_title_regex_description"
            case mergeRequestsTemplate = "merge_requests_template"
            case mergeTrainEnforcement = "merge_train_enforcement"
            case mergeTrainsEnabled = "merge_trains_enabled"
            case mergeTrainsSkipTrainAllowed = "merge_trains_skip_train_allowed"
            case mrDefaultTargetSelf = "mr_default_target_self"
            case mrDefaultTitleTemplate = "mr_default_title_template"
            case onlyAllowMergeIfAllDiscussionsAreResolved = "only_allow_merge_if_all_discussions_are_resolved"
            case onlyAllowMergeIfAllStatusChecksPassed = "only_allow_merge_if_all_status_checks_passed"
            case onlyAllowMergeIfPipelineSucceeds = "only_allow_merge_if_pipeline_succeeds"
            case preventMergeWithoutJiraIssue = "prevent_merge_without_jira_issue"
            case printingMergeRequestLinkEnabled = "printing_merge_request_link_enabled"
            case printingMergeRequestsLinkEnabled = "printing_merge_requests_link_enabled"
            case removeSourceBranchAfterMerge = "remove_source_branch_after_merge"
            case resolveOutdatedDiffDiscussions = "resolve_outdated_diff_discussions"
            case reviewerAssignmentStrategy = "reviewer_assignment_strategy"
            case squashCommitTemplate = "squash_commit_template"
            case squashOption = "squash_option"
            case suggestionCommitMessage = "suggestion_commit_message"
            case allowPipelineTriggerApproveDeployment = "allow_pipeline_trigger_approve_deployment"
            case autoCancelPendingPipelines = "auto_cancel_pending_pipelines"
            case autoDevopsDeployStrategy = "auto_devops_deploy_strategy"
            case autoDevopsEnabled = "auto_devops_enabled"
            case buildGitStrategy = "build_git_strategy"
            case buildTimeout = "build_timeout"
            case ciAllowForkPipelinesToRunInParentProject = "ci_allow_fork_pipelines_to_run_in_parent_project"
            case ciConfigPath = "ci_config_path"
            case ciDefaultGitDepth = "ci_default_git_depth"
            case ciDeletePipelinesInSeconds = "ci_delete_pipelines_in_seconds"
            case ciDisplayPipelineVariables = "ci_display_pipeline_variables"
            case ciForwardDeploymentEnabled = "ci_forward_deployment_enabled"
            case ciForwardDeploymentRollbackAllowed = "ci_forward_deployment_rollback_allowed"
            case ciIdTokenSubClaimComponents = "ci_id_token_sub_claim_components"
            case ciJobTokenScopeEnabled = "ci_job_token_scope_enabled"
            case ciPipelineVariablesMinimumOverrideRole = "ci_pipeline_variables_minimum_override_role"
            case ciPushRepositoryForJobTokenAllowed = "ci_push_repository_for_job_token_allowed"
            case ciRestrictPipelineCancellationRole = "ci_restrict_pipeline_cancellation_role"
            case ciSeparatedCaches = "ci_separated_caches"
            case ciSkipBranchPipelinesForMrs = "ci_skip_branch_pipelines_for_mrs"
            case containerExpirationPolicy = "container_expiration_policy"
            case groupRunnersEnabled = "group_runners_enabled"
            case keepLatestArtifact = "keep_latest_artifact"
            case maxArtifactsSize = "max_artifacts_size"
            case protectMergeRequestPipelines = "protect_merge_request_pipelines"
            case publicJobs = "public_jobs"
            case resourceGroupDefaultProcessMode = "resource_group_default_process_mode"
            case restrictUserDefinedVariables = "restrict_user_defined_variables"
            case runnerTokenExpirationInterval = "runner_token_expiration_interval"
            case runnersToken = "runners_token"
            case sharedRunnersEnabled = "shared_runners_enabled"
            case autoDuoCodeReviewEnabled = "auto_duo_code_review_enabled"
            case duoFoundationalFlowsEnabled = "duo_foundational_flows_enabled"
            case duoRemoteFlowsEnabled = "duo_remote_flows_enabled"
            case duoSastFpDetectionEnabled = "duo_sast_fp_detection_enabled"
            case duoSastVrWorkflowEnabled = "duo_sast_vr_workflow_enabled"
            case preReceiveSecretDetectionEnabled = "pre_receive_secret_detection_enabled"
            case secretPushProtectionEnabled = "secret_push_protection_enabled"
            case duoSecretDetectionFpEnabled = "duo_secret_detection_fp_enabled"
            case securityPolicyPipelineMustSucceed = "security_policy_pipeline_must_succeed"
            case sppRepositoryPipelineAccess = "spp_repository_pipeline_access"
        }
    }

    public struct BasicNamespace: Codable, Sendable {
        public var id: Int
        public var name: String
        public var path: String
        public var kind: NamespaceKind
        public var fullPath: String
        public var parentId: Int?
        public var avatarUrl: String?
        public var webUrl: String?

        enum CodingKeys: String, CodingKey {
            case id
            case name
            case path
            case kind
            case fullPath = "full_path"
            case parentId = "parent_id"
            case avatarUrl = "avatar_url"
            case webUrl = "web_url"
        }
    }

    public struct BasicUser: Codable, Sendable {
        public var id: Int
        public var name: String
        public var username: String?
        public var state: UserState?
        public var locked: Bool?
        public var bot: Bool?
        public var publicEmail: String?
        public var avatarUrl: String?
        public var avatarPath: String?
        public var webUrl: String?
        public var createdAt: Date?
        public var customAttributes: [CustomAttribute]?

        enum CodingKeys: String, CodingKey {
            case id
            case name
            case username
            case state
            case locked
            case bot
            case publicEmail = "public_email"
            case avatarUrl = "avatar_url"
            case avatarPath = "avatar_path"
            case webUrl = "web_url"
            case createdAt = "created_at"
            case customAttributes = "custom_attributes"
        }
    }

    public struct CustomAttribute: Codable, Sendable {
        public var key: String
        public var value: String

        enum CodingKeys: String, CodingKey {
            case key
            case value
        }
    }

    public struct BasicProject: Codable, Sendable {
        public var id: Int
        public var name: String
        public var nameWithNamespace: String?
        public var path: String
        public var pathWithNamespace: String
        public var description: String?
        public var visibility: VisibilityLevel?
        public var namespace: BasicNamespace?
        public var topics: [String]?
        public var tagList: [String]?
        public var defaultBranch: String?
        public var webUrl: String?
        public var readmeUrl: String?
        public var sshUrlToRepo: String?
        public var httpUrlToRepo: String?
        public var avatarUrl: String?
        public var createdAt: Date?
        public var lastActivityAt: Date?
        public var starCount: Int?
        public var forksCount: Int?
        public var licenseUrl: String?
        public var license: ProjectLicense?
        public var customAttributes: [CustomAttribute]?
        public var repositoryStorage: String?

        enum CodingKeys: String, CodingKey {
            case id
            case name
            case nameWithNamespace = "name_with_namespace"
            case path
            case pathWithNamespace = "path_with_namespace"
            case description
            case visibility
            case namespace
            case topics
            case tagList = "tag_list"
            case defaultBranch = "default_branch"
            case webUrl = "web_url"
            case readmeUrl = "readme_url"
            case sshUrlToRepo = "ssh_url_to_repo"
            case httpUrlToRepo = "http_url_to_repo"
            case avatarUrl = "avatar_url"
            case createdAt = "created_at"
            case lastActivityAt = "last_activity_at"
            case starCount = "star_count"
            case forksCount = "forks_count"
            case licenseUrl = "license_url"
            case license
            case customAttributes = "custom_attributes"
            case repositoryStorage = "repository_storage"
        }
    }

    public struct ProjectLinks: Codable, Sendable {
        public var selfLink: String
        public var clusterAgents: String?
        public var events: String?
        public var issues: String?
        public var labels: String?
        public var members: String?
        public var mergeRequests: String?
        public var repoBranches: String?

        enum CodingKeys: String, CodingKey {
            case selfLink = "self"
            case clusterAgents = "cluster_agents"
            case events
            case issues
            case labels
            case members
            case mergeRequests = "merge_requests"
            case repoBranches = "repo_branches"
        }
    }

    public struct ProjectStatistics: Codable, Sendable {
        public var commitCount: Int?
        public var storageSize: Int?
        public var repositorySize: Int?
        public var wikiSize: Int?
        public var lfsObjectsSize: Int?
        public var jobArtifactsSize: Int?
        public var pipelineArtifactsSize: Int?
        public var packagesSize: Int?
        public var snippetsSize: Int?
        public var uploadsSize: Int?
        public var containerRegistrySize: Int?

        enum CodingKeys: String, CodingKey {
            case commitCount = "commit_count"
            case storageSize = "storage_size"
            case repositorySize = "repository_size"
            case wikiSize = "wiki_size"
            case lfsObjectsSize = "lfs_objects_size"
            case jobArtifactsSize = "job_artifacts_size"
            case pipelineArtifactsSize = "pipeline_artifacts_size"
            case packagesSize = "packages_size"
            case snippetsSize = "snippets_size"
            case uploadsSize = "uploads_size"
            case containerRegistrySize = "container_registry_size"
        }
    }

    public struct ProjectPermissions: Codable, Sendable {
        public var projectAccess: MemberAccess?
        public var groupAccess: MemberAccess?

        enum CodingKeys: String, CodingKey {
            case projectAccess = "project_access"
            case groupAccess = "group_access"
        }
    }

    public struct SharedGroup: Codable, Sendable {
        public var groupId: Int
        public var groupName: String
        public var groupFullPath: String?
        public var groupAccessLevel: AccessLevel
        public var expiresAt: CalendarDate?
        public var memberRoleId: Int?

        enum CodingKeys: String, CodingKey {
            case groupId = "group_id"
            case groupName = "group_name"
            case groupFullPath = "group_full_path"
            case groupAccessLevel = "group_access_level"
            case expiresAt = "expires_at"
            case memberRoleId = "member_role_id"
        }
    }

    public struct ProjectLicense: Codable, Sendable {
        public var key: String?
        public var name: String?
        public var nickname: String?
        public var htmlUrl: String?
        public var sourceUrl: String?

        enum CodingKeys: String, CodingKey {
            case key
            case name
            case nickname
            case htmlUrl = "html_url"
            case sourceUrl = "source_url"
        }
    }

    public struct ContainerExpirationPolicy: Codable, Sendable {
        public var enabled: Bool?
        public var cadence: String?
        public var nextRunAt: Date?
        public var keepN: Int?
        public var olderThan: String?
        public var nameRegex: String?
        public var nameRegexDelete: String?
        public var nameRegexKeep: String?

        enum CodingKeys: String, CodingKey {
            case enabled
            case cadence
            case nextRunAt = "next_run_at"
            case keepN = "keep_n"
            case olderThan = "older_than"
            case nameRegex = "name_regex"
            case nameRegexDelete = "name_regex_delete"
            case nameRegexKeep = "name_regex_keep"
        }
    }

    public struct MemberAccess: Codable, Sendable {
        public var accessLevel: AccessLevel?
        public var notificationLevel: NotificationLevel?

        enum CodingKeys: String, CodingKey {
            case accessLevel = "access_level"
            case notificationLevel = "notification_level"
        }
    }
}
