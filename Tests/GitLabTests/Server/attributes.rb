# frozen_string_literal: true

# What the four project operations accept, declared for Grape with the types that GitLab declares.

require 'grape'

# A list that may come as "a,b" or as an array whose elements may hold commas too. Anything else is no list.
COMMA_LIST = lambda do |value|
  Array(value.is_a?(Hash) ? nil : value).flat_map { |element| element.to_s.split(',') }.map(&:strip)
end

# A file, or something blank, which is how an avatar is removed.
module FileOrBlank
  FILE = Grape::Validations::Types::File

  def self.parse(value) = value.blank? ? nil : FILE.parse(value)
  def self.parsed?(value) = value.nil? || FILE.parsed?(value)
end

# Tables of attributes, used by the routes with `use`.
module Attributes
  extend Grape::API::Helpers

  FLAG = Grape::API::Boolean
  VISIBILITY = %w[private internal public].freeze
  ACCESS = %w[disabled private enabled].freeze
  ORDERS = %w[id name path created_at updated_at star_count last_activity_at similarity
              repository_size storage_size packages_size wiki_size].freeze

  params :paging do
    optional :page, type: Integer, default: 1
    optional :per_page, type: Integer, default: 20, except_values: [0]
    optional :pagination, type: String, values: %w[keyset legacy]
  end

  params :filters do
    optional :archived, :imported, :include_hidden, :include_pending_delete, :membership, :owned,
             :repository_checksum_failed, :search_namespaces, :simple, :starred, :statistics, :wiki_checksum_failed,
             :with_custom_attributes, :with_issues_enabled, :with_merge_requests_enabled, :active, type: FLAG
    optional :id_after, :id_before, :topic_id, type: Integer
    optional :last_activity_after, :last_activity_before, :updated_after, :updated_before, type: DateTime
    optional :marked_for_deletion_on, type: Date
    optional :min_access_level, type: Integer, values: [5, 10, 15, 20, 25, 30, 40, 50]
    optional :order_by, type: String, values: ORDERS, default: 'created_at'
    optional :sort, type: String, values: %w[asc desc], default: 'desc'
    optional :repository_storage, :search, :with_programming_language, type: String
    optional :topic, type: Array[String], coerce_with: COMMA_LIST
    optional :visibility, type: String, values: VISIBILITY
    optional :custom_attributes, type: Hash
  end

  params :views do
    optional :license, :statistics, :with_custom_attributes, type: FLAG, default: false
  end

  # What both create and edit take.
  params :settings do
    optional :ci_config_path, :default_branch, :description, :external_authorization_classification_label, :import_url,
             :issue_branch_template, :merge_commit_template, :merge_request_title_regex,
             :merge_request_title_regex_description, :mr_default_title_template, :name, :path, :repository_storage,
             :squash_commit_template, :suggestion_commit_message, type: String
    optional :approvals_before_merge, :build_timeout, :max_pipelines_per_merge_train, type: Integer
    optional :allow_merge_on_skipped_pipeline, :auto_devops_enabled, :auto_duo_code_review_enabled,
             :autoclose_referenced_issues, :container_registry_enabled, :duo_remote_flows_enabled,
             :duo_sast_fp_detection_enabled, :duo_sast_vr_workflow_enabled, :duo_secret_detection_fp_enabled,
             :emails_disabled, :emails_enabled, :enforce_auth_checks_on_uploads, :group_runners_enabled, :issues_enabled, :jobs_enabled,
             :lfs_enabled, :merge_pipelines_enabled, :merge_requests_enabled, :merge_trains_enabled,
             :merge_trains_skip_train_allowed, :mirror, :mirror_trigger_builds, :mr_default_target_self,
             :only_allow_merge_if_all_discussions_are_resolved, :only_allow_merge_if_all_status_checks_passed,
             :only_allow_merge_if_pipeline_succeeds, :packages_enabled, :prevent_merge_without_jira_issue,
             :printing_merge_request_link_enabled, :public_builds, :public_jobs, :remove_source_branch_after_merge,
             :request_access_enabled, :resolve_outdated_diff_discussions, :service_desk_enabled,
             :shared_runners_enabled, :show_default_award_emojis, :show_diff_preview_in_email, :snippets_enabled,
             :spp_repository_pipeline_access, :warn_about_potentially_unwanted_characters, :wiki_enabled, type: FLAG
    optional :analytics_access_level, :builds_access_level, :container_registry_access_level,
             :environments_access_level, :feature_flags_access_level, :forking_access_level,
             :infrastructure_access_level, :issues_access_level, :merge_requests_access_level,
             :model_experiments_access_level, :model_registry_access_level, :monitor_access_level,
             :releases_access_level, :repository_access_level, :requirements_access_level,
             :security_and_compliance_access_level, :snippets_access_level, :wiki_access_level,
             type: String, values: ACCESS
    optional :package_registry_access_level, :pages_access_level, type: String, values: [*ACCESS, 'public']
    optional :auto_cancel_pending_pipelines, type: String, values: %w[disabled enabled]
    optional :auto_devops_deploy_strategy, type: String, values: %w[continuous manual timed_incremental]
    optional :build_git_strategy, type: String, values: %w[fetch clone]
    optional :merge_method, type: String, values: %w[ff rebase_merge merge]
    optional :resource_group_default_process_mode, type: String,
                                                   values: %w[unordered oldest_first newest_first newest_ready_first]
    optional :squash_option, type: String, values: %w[never always default_on default_off]
    optional :visibility, type: String, values: VISIBILITY
    optional :tag_list, :topics, type: Array[String], coerce_with: COMMA_LIST
    optional :avatar, type: FileOrBlank
    optional :container_expiration_policy_attributes, type: Hash do
      optional :cadence, :older_than, :name_regex, :name_regex_keep, type: String
      optional :keep_n, type: Integer
      optional :enabled, type: FLAG
    end
  end

  # What only create takes.
  params :creation do
    optional :group_with_project_templates_id, :namespace_id, :template_project_id, type: Integer
    optional :initialize_with_readme, :use_custom_template, type: FLAG
    optional :repository_object_format, type: String, values: %w[sha1 sha256]
    optional :template_name, type: String
    mutually_exclusive :import_url, :template_name, :template_project_id
    at_least_one_of :name, :path
  end

  # What only edit takes.
  params :changes do
    optional :allow_pipeline_trigger_approve_deployment, :ci_allow_fork_pipelines_to_run_in_parent_project,
             :ci_display_pipeline_variables, :ci_forward_deployment_enabled, :ci_forward_deployment_rollback_allowed,
             :ci_push_repository_for_job_token_allowed, :ci_separated_caches, :keep_latest_artifact,
             :mirror_overwrites_diverged_branches, :only_mirror_protected_branches, :protect_merge_request_pipelines,
             :restrict_user_defined_variables, :security_policy_pipeline_must_succeed,
             :web_based_commit_signing_enabled, type: FLAG
    optional :merge_train_enforcement, values: %w[allow_bypass enforce_for_all_users enforce_with_owner_override]
    optional :reviewer_assignment_strategy, values: %w[disabled code_owners dap_powered]
    optional :ci_default_git_depth, :ci_delete_pipelines_in_seconds, :fallback_approvals_required,
             :max_artifacts_size, :mirror_user_id, type: Integer
    optional :issues_template, :merge_requests_template, :mirror_branch_regex, type: String
    optional :ci_restrict_pipeline_cancellation_role, type: String, values: %w[developer maintainer no_one]
    optional :ci_pipeline_variables_minimum_override_role, type: String,
                                                           values: %w[owner maintainer developer no_one_allowed]
    optional :ci_id_token_sub_claim_components, type: Array[String]
  end
end
