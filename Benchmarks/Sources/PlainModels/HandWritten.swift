// Written by scripts/make-plain-models.py from the types of spec/. Decodable with init(from:) written out.

import Foundation
import GitLab

public enum HandWritten {
    public struct Project: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(Int.self, forKey: .id)
            name = try container.decode(String.self, forKey: .name)
            nameWithNamespace = try container.decodeIfPresent(String.self, forKey: .nameWithNamespace)
            path = try container.decode(String.self, forKey: .path)
            pathWithNamespace = try container.decode(String.self, forKey: .pathWithNamespace)
            description = try container.decodeIfPresent(String.self, forKey: .description)
            descriptionHtml = try container.decodeIfPresent(String.self, forKey: .descriptionHtml)
            visibility = try container.decodeIfPresent(VisibilityLevel.self, forKey: .visibility)
            namespace = try container.decodeIfPresent(BasicNamespace.self, forKey: .namespace)
            owner = try container.decodeIfPresent(BasicUser.self, forKey: .owner)
            creatorId = try container.decodeIfPresent(Int.self, forKey: .creatorId)
            topics = try container.decodeIfPresent([String].self, forKey: .topics)
            tagList = try container.decodeIfPresent([String].self, forKey: .tagList)
            customAttributes = try container.decodeIfPresent([CustomAttribute].self, forKey: .customAttributes)
            forkedFromProject = try container.decodeIfPresent(BasicProject.self, forKey: .forkedFromProject)
            webUrl = try container.decodeIfPresent(String.self, forKey: .webUrl)
            avatarUrl = try container.decodeIfPresent(String.self, forKey: .avatarUrl)
            readmeUrl = try container.decodeIfPresent(String.self, forKey: .readmeUrl)
            sshUrlToRepo = try container.decodeIfPresent(String.self, forKey: .sshUrlToRepo)
            httpUrlToRepo = try container.decodeIfPresent(String.self, forKey: .httpUrlToRepo)
            containerRegistryImagePrefix = try container.decodeIfPresent(
                String.self, forKey: .containerRegistryImagePrefix)
            links = try container.decodeIfPresent(ProjectLinks.self, forKey: .links)
            createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
            updatedAt = try container.decodeIfPresent(Date.self, forKey: .updatedAt)
            lastActivityAt = try container.decodeIfPresent(Date.self, forKey: .lastActivityAt)
            archived = try container.decodeIfPresent(Bool.self, forKey: .archived)
            markedForDeletionAt = try container.decodeIfPresent(CalendarDate.self, forKey: .markedForDeletionAt)
            markedForDeletionOn = try container.decodeIfPresent(CalendarDate.self, forKey: .markedForDeletionOn)
            starCount = try container.decodeIfPresent(Int.self, forKey: .starCount)
            forksCount = try container.decodeIfPresent(Int.self, forKey: .forksCount)
            openIssuesCount = try container.decodeIfPresent(Int.self, forKey: .openIssuesCount)
            statistics = try container.decodeIfPresent(ProjectStatistics.self, forKey: .statistics)
            permissions = try container.decodeIfPresent(ProjectPermissions.self, forKey: .permissions)
            canCreateMergeRequestIn = try container.decodeIfPresent(Bool.self, forKey: .canCreateMergeRequestIn)
            requestAccessEnabled = try container.decodeIfPresent(Bool.self, forKey: .requestAccessEnabled)
            sharedWithGroups = try container.decodeIfPresent([SharedGroup].self, forKey: .sharedWithGroups)
            complianceFrameworks = try container.decodeIfPresent([String].self, forKey: .complianceFrameworks)
            externalAuthorizationClassificationLabel = try container.decodeIfPresent(
                String.self, forKey: .externalAuthorizationClassificationLabel)
            defaultBranch = try container.decodeIfPresent(String.self, forKey: .defaultBranch)
            emptyRepo = try container.decodeIfPresent(Bool.self, forKey: .emptyRepo)
            license = try container.decodeIfPresent(ProjectLicense.self, forKey: .license)
            licenseUrl = try container.decodeIfPresent(String.self, forKey: .licenseUrl)
            lfsEnabled = try container.decodeIfPresent(Bool.self, forKey: .lfsEnabled)
            repositoryObjectFormat = try container.decodeIfPresent(ObjectFormat.self, forKey: .repositoryObjectFormat)
            repositoryStorage = try container.decodeIfPresent(String.self, forKey: .repositoryStorage)
            webBasedCommitSigningEnabled = try container.decodeIfPresent(
                Bool.self, forKey: .webBasedCommitSigningEnabled)
            importType = try container.decodeIfPresent(ProjectImportSource.self, forKey: .importType)
            importUrl = try container.decodeIfPresent(String.self, forKey: .importUrl)
            importStatus = try container.decodeIfPresent(ImportStatus.self, forKey: .importStatus)
            importError = try container.decodeIfPresent(String.self, forKey: .importError)
            mirror = try container.decodeIfPresent(Bool.self, forKey: .mirror)
            mirrorOverwritesDivergedBranches = try container.decodeIfPresent(
                Bool.self, forKey: .mirrorOverwritesDivergedBranches)
            mirrorTriggerBuilds = try container.decodeIfPresent(Bool.self, forKey: .mirrorTriggerBuilds)
            mirrorUserId = try container.decodeIfPresent(Int.self, forKey: .mirrorUserId)
            onlyMirrorProtectedBranches = try container.decodeIfPresent(Bool.self, forKey: .onlyMirrorProtectedBranches)
            analyticsAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .analyticsAccessLevel)
            buildsAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .buildsAccessLevel)
            containerRegistryAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .containerRegistryAccessLevel)
            environmentsAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .environmentsAccessLevel)
            featureFlagsAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .featureFlagsAccessLevel)
            forkingAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .forkingAccessLevel)
            infrastructureAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .infrastructureAccessLevel)
            issuesAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .issuesAccessLevel)
            mergeRequestsAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .mergeRequestsAccessLevel)
            modelExperimentsAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .modelExperimentsAccessLevel)
            modelRegistryAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .modelRegistryAccessLevel)
            monitorAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .monitorAccessLevel)
            packageRegistryAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .packageRegistryAccessLevel)
            pagesAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .pagesAccessLevel)
            releasesAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .releasesAccessLevel)
            repositoryAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .repositoryAccessLevel)
            requirementsAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .requirementsAccessLevel)
            securityAndComplianceAccessLevel = try container.decodeIfPresent(
                FeatureAccessLevel.self, forKey: .securityAndComplianceAccessLevel)
            snippetsAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .snippetsAccessLevel)
            wikiAccessLevel = try container.decodeIfPresent(FeatureAccessLevel.self, forKey: .wikiAccessLevel)
            cicdCatalogEnabled = try container.decodeIfPresent(Bool.self, forKey: .cicdCatalogEnabled)
            containerRegistryEnabled = try container.decodeIfPresent(Bool.self, forKey: .containerRegistryEnabled)
            issuesEnabled = try container.decodeIfPresent(Bool.self, forKey: .issuesEnabled)
            jobsEnabled = try container.decodeIfPresent(Bool.self, forKey: .jobsEnabled)
            mergeRequestsEnabled = try container.decodeIfPresent(Bool.self, forKey: .mergeRequestsEnabled)
            packagesEnabled = try container.decodeIfPresent(Bool.self, forKey: .packagesEnabled)
            requirementsEnabled = try container.decodeIfPresent(Bool.self, forKey: .requirementsEnabled)
            securityAndComplianceEnabled = try container.decodeIfPresent(
                Bool.self, forKey: .securityAndComplianceEnabled)
            serviceDeskEnabled = try container.decodeIfPresent(Bool.self, forKey: .serviceDeskEnabled)
            serviceDeskAddress = try container.decodeIfPresent(String.self, forKey: .serviceDeskAddress)
            snippetsEnabled = try container.decodeIfPresent(Bool.self, forKey: .snippetsEnabled)
            wikiEnabled = try container.decodeIfPresent(Bool.self, forKey: .wikiEnabled)
            autocloseReferencedIssues = try container.decodeIfPresent(Bool.self, forKey: .autocloseReferencedIssues)
            emailsDisabled = try container.decodeIfPresent(Bool.self, forKey: .emailsDisabled)
            emailsEnabled = try container.decodeIfPresent(Bool.self, forKey: .emailsEnabled)
            enforceAuthChecksOnUploads = try container.decodeIfPresent(Bool.self, forKey: .enforceAuthChecksOnUploads)
            issueBranchTemplate = try container.decodeIfPresent(String.self, forKey: .issueBranchTemplate)
            issuesTemplate = try container.decodeIfPresent(String.self, forKey: .issuesTemplate)
            showDiffPreviewInEmail = try container.decodeIfPresent(Bool.self, forKey: .showDiffPreviewInEmail)
            warnAboutPotentiallyUnwantedCharacters = try container.decodeIfPresent(
                Bool.self, forKey: .warnAboutPotentiallyUnwantedCharacters)
            allowMergeOnSkippedPipeline = try container.decodeIfPresent(Bool.self, forKey: .allowMergeOnSkippedPipeline)
            approvalsBeforeMerge = try container.decodeIfPresent(Int.self, forKey: .approvalsBeforeMerge)
            automaticRebaseEnabled = try container.decodeIfPresent(Bool.self, forKey: .automaticRebaseEnabled)
            maxPipelinesPerMergeTrain = try container.decodeIfPresent(Int.self, forKey: .maxPipelinesPerMergeTrain)
            mergeCommitTemplate = try container.decodeIfPresent(String.self, forKey: .mergeCommitTemplate)
            mergeMethod = try container.decodeIfPresent(MergeMethod.self, forKey: .mergeMethod)
            mergePipelinesEnabled = try container.decodeIfPresent(Bool.self, forKey: .mergePipelinesEnabled)
            mergeRequestTitleRegex = try container.decodeIfPresent(String.self, forKey: .mergeRequestTitleRegex)
            mergeRequestTitleRegexDescription = try container.decodeIfPresent(
                String.self, forKey: .mergeRequestTitleRegexDescription)
            mergeRequestsTemplate = try container.decodeIfPresent(String.self, forKey: .mergeRequestsTemplate)
            mergeTrainEnforcement = try container.decodeIfPresent(
                MergeTrainEnforcement.self, forKey: .mergeTrainEnforcement)
            mergeTrainsEnabled = try container.decodeIfPresent(Bool.self, forKey: .mergeTrainsEnabled)
            mergeTrainsSkipTrainAllowed = try container.decodeIfPresent(Bool.self, forKey: .mergeTrainsSkipTrainAllowed)
            mrDefaultTargetSelf = try container.decodeIfPresent(Bool.self, forKey: .mrDefaultTargetSelf)
            mrDefaultTitleTemplate = try container.decodeIfPresent(String.self, forKey: .mrDefaultTitleTemplate)
            onlyAllowMergeIfAllDiscussionsAreResolved = try container.decodeIfPresent(
                Bool.self, forKey: .onlyAllowMergeIfAllDiscussionsAreResolved)
            onlyAllowMergeIfAllStatusChecksPassed = try container.decodeIfPresent(
                Bool.self, forKey: .onlyAllowMergeIfAllStatusChecksPassed)
            onlyAllowMergeIfPipelineSucceeds = try container.decodeIfPresent(
                Bool.self, forKey: .onlyAllowMergeIfPipelineSucceeds)
            preventMergeWithoutJiraIssue = try container.decodeIfPresent(
                Bool.self, forKey: .preventMergeWithoutJiraIssue)
            printingMergeRequestLinkEnabled = try container.decodeIfPresent(
                Bool.self, forKey: .printingMergeRequestLinkEnabled)
            printingMergeRequestsLinkEnabled = try container.decodeIfPresent(
                Bool.self, forKey: .printingMergeRequestsLinkEnabled)
            removeSourceBranchAfterMerge = try container.decodeIfPresent(
                Bool.self, forKey: .removeSourceBranchAfterMerge)
            resolveOutdatedDiffDiscussions = try container.decodeIfPresent(
                Bool.self, forKey: .resolveOutdatedDiffDiscussions)
            reviewerAssignmentStrategy = try container.decodeIfPresent(
                ReviewerAssignmentStrategy.self, forKey: .reviewerAssignmentStrategy)
            squashCommitTemplate = try container.decodeIfPresent(String.self, forKey: .squashCommitTemplate)
            squashOption = try container.decodeIfPresent(SquashOption.self, forKey: .squashOption)
            suggestionCommitMessage = try container.decodeIfPresent(String.self, forKey: .suggestionCommitMessage)
            allowPipelineTriggerApproveDeployment = try container.decodeIfPresent(
                Bool.self, forKey: .allowPipelineTriggerApproveDeployment)
            autoCancelPendingPipelines = try container.decodeIfPresent(
                AutoCancelPendingPipelines.self, forKey: .autoCancelPendingPipelines)
            autoDevopsDeployStrategy = try container.decodeIfPresent(
                AutoDevOpsDeployStrategy.self, forKey: .autoDevopsDeployStrategy)
            autoDevopsEnabled = try container.decodeIfPresent(Bool.self, forKey: .autoDevopsEnabled)
            buildGitStrategy = try container.decodeIfPresent(BuildGitStrategy.self, forKey: .buildGitStrategy)
            buildTimeout = try container.decodeIfPresent(Int.self, forKey: .buildTimeout)
            ciAllowForkPipelinesToRunInParentProject = try container.decodeIfPresent(
                Bool.self, forKey: .ciAllowForkPipelinesToRunInParentProject)
            ciConfigPath = try container.decodeIfPresent(String.self, forKey: .ciConfigPath)
            ciDefaultGitDepth = try container.decodeIfPresent(Int.self, forKey: .ciDefaultGitDepth)
            ciDeletePipelinesInSeconds = try container.decodeIfPresent(Int.self, forKey: .ciDeletePipelinesInSeconds)
            ciDisplayPipelineVariables = try container.decodeIfPresent(Bool.self, forKey: .ciDisplayPipelineVariables)
            ciForwardDeploymentEnabled = try container.decodeIfPresent(Bool.self, forKey: .ciForwardDeploymentEnabled)
            ciForwardDeploymentRollbackAllowed = try container.decodeIfPresent(
                Bool.self, forKey: .ciForwardDeploymentRollbackAllowed)
            ciIdTokenSubClaimComponents = try container.decodeIfPresent(
                [IDTokenSubClaimComponent].self, forKey: .ciIdTokenSubClaimComponents)
            ciJobTokenScopeEnabled = try container.decodeIfPresent(Bool.self, forKey: .ciJobTokenScopeEnabled)
            ciPipelineVariablesMinimumOverrideRole = try container.decodeIfPresent(
                PipelineVariablesOverrideRole.self, forKey: .ciPipelineVariablesMinimumOverrideRole)
            ciPushRepositoryForJobTokenAllowed = try container.decodeIfPresent(
                Bool.self, forKey: .ciPushRepositoryForJobTokenAllowed)
            ciRestrictPipelineCancellationRole = try container.decodeIfPresent(
                PipelineCancellationRole.self, forKey: .ciRestrictPipelineCancellationRole)
            ciSeparatedCaches = try container.decodeIfPresent(Bool.self, forKey: .ciSeparatedCaches)
            ciSkipBranchPipelinesForMrs = try container.decodeIfPresent(Bool.self, forKey: .ciSkipBranchPipelinesForMrs)
            containerExpirationPolicy = try container.decodeIfPresent(
                ContainerExpirationPolicy.self, forKey: .containerExpirationPolicy)
            groupRunnersEnabled = try container.decodeIfPresent(Bool.self, forKey: .groupRunnersEnabled)
            keepLatestArtifact = try container.decodeIfPresent(Bool.self, forKey: .keepLatestArtifact)
            maxArtifactsSize = try container.decodeIfPresent(Int.self, forKey: .maxArtifactsSize)
            protectMergeRequestPipelines = try container.decodeIfPresent(
                Bool.self, forKey: .protectMergeRequestPipelines)
            publicJobs = try container.decodeIfPresent(Bool.self, forKey: .publicJobs)
            resourceGroupDefaultProcessMode = try container.decodeIfPresent(
                ResourceGroupProcessMode.self, forKey: .resourceGroupDefaultProcessMode)
            restrictUserDefinedVariables = try container.decodeIfPresent(
                Bool.self, forKey: .restrictUserDefinedVariables)
            runnerTokenExpirationInterval = try container.decodeIfPresent(
                Int.self, forKey: .runnerTokenExpirationInterval)
            runnersToken = try container.decodeIfPresent(String.self, forKey: .runnersToken)
            sharedRunnersEnabled = try container.decodeIfPresent(Bool.self, forKey: .sharedRunnersEnabled)
            autoDuoCodeReviewEnabled = try container.decodeIfPresent(Bool.self, forKey: .autoDuoCodeReviewEnabled)
            duoFoundationalFlowsEnabled = try container.decodeIfPresent(Bool.self, forKey: .duoFoundationalFlowsEnabled)
            duoRemoteFlowsEnabled = try container.decodeIfPresent(Bool.self, forKey: .duoRemoteFlowsEnabled)
            duoSastFpDetectionEnabled = try container.decodeIfPresent(Bool.self, forKey: .duoSastFpDetectionEnabled)
            duoSastVrWorkflowEnabled = try container.decodeIfPresent(Bool.self, forKey: .duoSastVrWorkflowEnabled)
            preReceiveSecretDetectionEnabled = try container.decodeIfPresent(
                Bool.self, forKey: .preReceiveSecretDetectionEnabled)
            secretPushProtectionEnabled = try container.decodeIfPresent(Bool.self, forKey: .secretPushProtectionEnabled)
            duoSecretDetectionFpEnabled = try container.decodeIfPresent(Bool.self, forKey: .duoSecretDetectionFpEnabled)
            securityPolicyPipelineMustSucceed = try container.decodeIfPresent(
                Bool.self, forKey: .securityPolicyPipelineMustSucceed)
            sppRepositoryPipelineAccess = try container.decodeIfPresent(Bool.self, forKey: .sppRepositoryPipelineAccess)
        }
    }

    public struct BasicNamespace: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(Int.self, forKey: .id)
            name = try container.decode(String.self, forKey: .name)
            path = try container.decode(String.self, forKey: .path)
            kind = try container.decode(NamespaceKind.self, forKey: .kind)
            fullPath = try container.decode(String.self, forKey: .fullPath)
            parentId = try container.decodeIfPresent(Int.self, forKey: .parentId)
            avatarUrl = try container.decodeIfPresent(String.self, forKey: .avatarUrl)
            webUrl = try container.decodeIfPresent(String.self, forKey: .webUrl)
        }
    }

    public struct BasicUser: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(Int.self, forKey: .id)
            name = try container.decode(String.self, forKey: .name)
            username = try container.decodeIfPresent(String.self, forKey: .username)
            state = try container.decodeIfPresent(UserState.self, forKey: .state)
            locked = try container.decodeIfPresent(Bool.self, forKey: .locked)
            bot = try container.decodeIfPresent(Bool.self, forKey: .bot)
            publicEmail = try container.decodeIfPresent(String.self, forKey: .publicEmail)
            avatarUrl = try container.decodeIfPresent(String.self, forKey: .avatarUrl)
            avatarPath = try container.decodeIfPresent(String.self, forKey: .avatarPath)
            webUrl = try container.decodeIfPresent(String.self, forKey: .webUrl)
            createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
            customAttributes = try container.decodeIfPresent([CustomAttribute].self, forKey: .customAttributes)
        }
    }

    public struct CustomAttribute: Decodable, Sendable {
        public var key: String
        public var value: String

        enum CodingKeys: String, CodingKey {
            case key
            case value
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            key = try container.decode(String.self, forKey: .key)
            value = try container.decode(String.self, forKey: .value)
        }
    }

    public struct BasicProject: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(Int.self, forKey: .id)
            name = try container.decode(String.self, forKey: .name)
            nameWithNamespace = try container.decodeIfPresent(String.self, forKey: .nameWithNamespace)
            path = try container.decode(String.self, forKey: .path)
            pathWithNamespace = try container.decode(String.self, forKey: .pathWithNamespace)
            description = try container.decodeIfPresent(String.self, forKey: .description)
            visibility = try container.decodeIfPresent(VisibilityLevel.self, forKey: .visibility)
            namespace = try container.decodeIfPresent(BasicNamespace.self, forKey: .namespace)
            topics = try container.decodeIfPresent([String].self, forKey: .topics)
            tagList = try container.decodeIfPresent([String].self, forKey: .tagList)
            defaultBranch = try container.decodeIfPresent(String.self, forKey: .defaultBranch)
            webUrl = try container.decodeIfPresent(String.self, forKey: .webUrl)
            readmeUrl = try container.decodeIfPresent(String.self, forKey: .readmeUrl)
            sshUrlToRepo = try container.decodeIfPresent(String.self, forKey: .sshUrlToRepo)
            httpUrlToRepo = try container.decodeIfPresent(String.self, forKey: .httpUrlToRepo)
            avatarUrl = try container.decodeIfPresent(String.self, forKey: .avatarUrl)
            createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
            lastActivityAt = try container.decodeIfPresent(Date.self, forKey: .lastActivityAt)
            starCount = try container.decodeIfPresent(Int.self, forKey: .starCount)
            forksCount = try container.decodeIfPresent(Int.self, forKey: .forksCount)
            licenseUrl = try container.decodeIfPresent(String.self, forKey: .licenseUrl)
            license = try container.decodeIfPresent(ProjectLicense.self, forKey: .license)
            customAttributes = try container.decodeIfPresent([CustomAttribute].self, forKey: .customAttributes)
            repositoryStorage = try container.decodeIfPresent(String.self, forKey: .repositoryStorage)
        }
    }

    public struct ProjectLinks: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            selfLink = try container.decode(String.self, forKey: .selfLink)
            clusterAgents = try container.decodeIfPresent(String.self, forKey: .clusterAgents)
            events = try container.decodeIfPresent(String.self, forKey: .events)
            issues = try container.decodeIfPresent(String.self, forKey: .issues)
            labels = try container.decodeIfPresent(String.self, forKey: .labels)
            members = try container.decodeIfPresent(String.self, forKey: .members)
            mergeRequests = try container.decodeIfPresent(String.self, forKey: .mergeRequests)
            repoBranches = try container.decodeIfPresent(String.self, forKey: .repoBranches)
        }
    }

    public struct ProjectStatistics: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            commitCount = try container.decodeIfPresent(Int.self, forKey: .commitCount)
            storageSize = try container.decodeIfPresent(Int.self, forKey: .storageSize)
            repositorySize = try container.decodeIfPresent(Int.self, forKey: .repositorySize)
            wikiSize = try container.decodeIfPresent(Int.self, forKey: .wikiSize)
            lfsObjectsSize = try container.decodeIfPresent(Int.self, forKey: .lfsObjectsSize)
            jobArtifactsSize = try container.decodeIfPresent(Int.self, forKey: .jobArtifactsSize)
            pipelineArtifactsSize = try container.decodeIfPresent(Int.self, forKey: .pipelineArtifactsSize)
            packagesSize = try container.decodeIfPresent(Int.self, forKey: .packagesSize)
            snippetsSize = try container.decodeIfPresent(Int.self, forKey: .snippetsSize)
            uploadsSize = try container.decodeIfPresent(Int.self, forKey: .uploadsSize)
            containerRegistrySize = try container.decodeIfPresent(Int.self, forKey: .containerRegistrySize)
        }
    }

    public struct ProjectPermissions: Decodable, Sendable {
        public var projectAccess: MemberAccess?
        public var groupAccess: MemberAccess?

        enum CodingKeys: String, CodingKey {
            case projectAccess = "project_access"
            case groupAccess = "group_access"
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            projectAccess = try container.decodeIfPresent(MemberAccess.self, forKey: .projectAccess)
            groupAccess = try container.decodeIfPresent(MemberAccess.self, forKey: .groupAccess)
        }
    }

    public struct SharedGroup: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            groupId = try container.decode(Int.self, forKey: .groupId)
            groupName = try container.decode(String.self, forKey: .groupName)
            groupFullPath = try container.decodeIfPresent(String.self, forKey: .groupFullPath)
            groupAccessLevel = try container.decode(AccessLevel.self, forKey: .groupAccessLevel)
            expiresAt = try container.decodeIfPresent(CalendarDate.self, forKey: .expiresAt)
            memberRoleId = try container.decodeIfPresent(Int.self, forKey: .memberRoleId)
        }
    }

    public struct ProjectLicense: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            key = try container.decodeIfPresent(String.self, forKey: .key)
            name = try container.decodeIfPresent(String.self, forKey: .name)
            nickname = try container.decodeIfPresent(String.self, forKey: .nickname)
            htmlUrl = try container.decodeIfPresent(String.self, forKey: .htmlUrl)
            sourceUrl = try container.decodeIfPresent(String.self, forKey: .sourceUrl)
        }
    }

    public struct ContainerExpirationPolicy: Decodable, Sendable {
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

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            enabled = try container.decodeIfPresent(Bool.self, forKey: .enabled)
            cadence = try container.decodeIfPresent(String.self, forKey: .cadence)
            nextRunAt = try container.decodeIfPresent(Date.self, forKey: .nextRunAt)
            keepN = try container.decodeIfPresent(Int.self, forKey: .keepN)
            olderThan = try container.decodeIfPresent(String.self, forKey: .olderThan)
            nameRegex = try container.decodeIfPresent(String.self, forKey: .nameRegex)
            nameRegexDelete = try container.decodeIfPresent(String.self, forKey: .nameRegexDelete)
            nameRegexKeep = try container.decodeIfPresent(String.self, forKey: .nameRegexKeep)
        }
    }

    public struct MemberAccess: Decodable, Sendable {
        public var accessLevel: AccessLevel?
        public var notificationLevel: NotificationLevel?

        enum CodingKeys: String, CodingKey {
            case accessLevel = "access_level"
            case notificationLevel = "notification_level"
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            accessLevel = try container.decodeIfPresent(AccessLevel.self, forKey: .accessLevel)
            notificationLevel = try container.decodeIfPresent(NotificationLevel.self, forKey: .notificationLevel)
        }
    }
}
