"""The operations of GitLab's OpenAPI documents in the form of endpoints.json, with what closer sources say of them.

For make-operation-table.py. Three files are read: a folder with a JSON file for each tag of the document of mid 2026
(`{operations: [{method, path, params, body}, ...]}`, params and the properties of bodies as the document has them), the
document in OpenAPI 2.0, which also tells defaults, and the structs of client-go (`{struct: {name: Go type}}`), which
tell the types of settings: the document calls a text whatever has no type of its own.
"""

import fnmatch
import json
import re
from pathlib import Path

import yaml

OPENAPI = "GitLab's OpenAPI document of mid 2026, its sentence"
OPENAPI_2 = "GitLab's OpenAPI document in version 2.0"
CODE = "GitLab's code"
PAGE = "GitLab's page"
SEEN = "responses of GitLab"

# Routes whose description stands elsewhere: at another route, or only in version 2.0.
READ_AT = {
    # GitLab's page: the format can stand at the end of the path.
    "GET /projects/:id/repository/archive.zip": "GET /projects/:id/repository/archive",
    # The document leaves out paths with an optional end.
    "GET /projects/:id/releases/permalink/latest": "GET /projects/:id/releases/permalink/latest(/)(:suffix_path)",
}

# GitLab's proxy hands these bodies over as a file, and the newer document describes that file: read in version 2.0.
BODIES_OF_VERSION_2 = [
    "POST /projects/:id/repository/commits", "POST /projects/:id/repository/files/:file_path",
    "PUT /projects/:id/repository/files/:file_path",
]

# Where pipelines come from. Source: GitLab's code, Enums::Ci::Pipeline.
PIPELINE_SOURCES = [
    "unknown", "push", "web", "trigger", "schedule", "api", "external", "pipeline", "chat", "webide",
    "merge_request_event", "external_pull_request_event", "parent_pipeline", "ondemand_dast_scan",
    "ondemand_dast_validation", "security_orchestration_policy", "container_registry_push", "duo_workflow",
    "pipeline_execution_policy_schedule", "dependency_management_security_update",
]

# In neither document.
UNDOCUMENTED = [
    # GitLab's code, lib/api/ci/user_pipelines.rb, which is newer than the documents. Left out: `order_by` and `sort`,
    # which take one value each, and `cursor`, which is read by the paging. `page` is no attribute of the server's, but
    # a part of every list of the spec that has pages.
    {"method": "GET", "path": "/pipelines", "params": [
        {"name": "source", "in": "query", "type": "string", "enum": PIPELINE_SOURCES},
        {"name": "created_after", "in": "query", "type": "datetime"},
        {"name": "created_before", "in": "query", "type": "datetime"},
        {"name": "page", "in": "query", "type": "integer"},
        {"name": "per_page", "in": "query", "type": "integer", "default": 20},
    ]},
    # GitLab's page of releases: what can stand behind the latest release, which lib/api/releases.rb redirects to.
    {"method": "GET", "path": "/projects/:id/releases/permalink/latest/downloads/:direct_asset_path", "params": [
        {"name": "id", "in": "path", "type": "integer_or_string", "required": True},
        {"name": "direct_asset_path", "in": "path", "type": "string", "required": True},
    ]},
    # GitLab's page of generic packages, beside those of the API.
    {"method": "GET", "path": "/projects/:id/packages/generic/:package_name/:package_version/:file_name", "params": [
        {"name": "id", "in": "path", "type": "integer_or_string", "required": True},
        {"name": "package_name", "in": "path", "type": "string", "required": True},
        {"name": "package_version", "in": "path", "type": "string", "required": True},
        {"name": "file_name", "in": "path", "type": "string", "required": True},
        {"name": "path", "in": "query", "type": "string"},
    ]},
    {"method": "PUT", "path": "/projects/:id/packages/generic/:package_name/:package_version/:file_name", "params": [
        {"name": "id", "in": "path", "type": "integer_or_string", "required": True},
        {"name": "package_name", "in": "path", "type": "string", "required": True},
        {"name": "package_version", "in": "path", "type": "string", "required": True},
        {"name": "file_name", "in": "path", "type": "string", "required": True},
        {"name": "status", "in": "query", "type": "string", "enum": ["default", "hidden"], "default": "default"},
        {"name": "select", "in": "query", "type": "string", "enum": ["package_file"]},
        # The whole body, which has no name on the wire.
        {"name": "content", "in": "body", "type": "string", "required": True},
    ]},
]

# GitLab's code: these call destroy_conditionally!, which compares the header.
CONDITIONAL = [
    "DELETE /projects/:id/pipeline_schedules/:pipeline_schedule_id", "DELETE /runners", "DELETE /runners/:id",
    "DELETE /projects/:id/runners/:runner_id", "DELETE /groups/:id/variables/:key",
    "DELETE /projects/:id/deploy_keys/:key_id", "DELETE /projects/:id/deployments/:deployment_id",
    "DELETE /projects/:id/environments/:environment_id", "DELETE /projects/:id/protected_environments/:name",
    "DELETE /groups/:id", "DELETE /projects/:id/issues/:issue_iid", "DELETE /projects/:id/labels",
    "DELETE /projects/:id/labels/:name", "DELETE /groups/:id/labels/:name",
    "DELETE /projects/:id/*/notes/:note_id", "DELETE /projects/:id/*/award_emoji/:award_id",
    "DELETE /groups/:id/epics/*/notes/:note_id", "DELETE /groups/:id/epics/*/award_emoji/:award_id",
    "DELETE /projects/:id/merge_requests/:merge_request_iid", "DELETE /projects/:id/repository/branches/:branch",
    "DELETE /projects/:id/pipelines/:pipeline_id", "DELETE /projects/:id/repository/tags/:tag_name",
    "DELETE /projects/:id/snippets/:snippet_id", "DELETE /projects/:id/protected_branches/:name",
    "DELETE /snippets/:id", "DELETE /user/emails/:email_id", "DELETE /users/:id",
    "DELETE /*/:id/access_requests/:user_id", "DELETE /*/:id/badges/:badge_id", "DELETE /*/:id/boards/:board_id",
    "DELETE /*/:id/boards/:board_id/lists/:list_id", "DELETE /*/:id/hooks/:hook_id", "DELETE /*/:id/members/:user_id",
    "DELETE /*/:id/service_accounts/:user_id", "DELETE /broadcast_messages/:id", "DELETE /hooks/:hook_id",
    "DELETE /projects/:id/approval_rules/:approval_rule_id", "DELETE /projects/:id/external_status_checks/:check_id",
    "DELETE /projects/:id/invitations/:email", "DELETE /projects/:id/packages/:package_id",
    "DELETE /projects/:id/merge_requests/:merge_request_iid/approval_rules/:approval_rule_id",
    "DELETE /projects/:id/packages/:package_id/package_files/:package_file_id",
    "DELETE /projects/:id/protected_tags/:name", "DELETE /projects/:id/remote_mirrors/:mirror_id",
    "DELETE /projects/:id/triggers/:trigger_id", "DELETE /topics/:id", "DELETE /user/keys/:key_id",
    "DELETE /users/:id/keys/:key_id", "DELETE /users/:user_id/impersonation_tokens/:impersonation_token_id",
]

MERGE_REQUESTS = ["GET /merge_requests", "GET /projects/:id/merge_requests", "GET /groups/:id/merge_requests"]
ISSUES = ["GET /issues", "GET /projects/:id/issues", "GET /groups/:id/issues"]
NEW_ISSUE, CHANGED_ISSUE = "POST /projects/:id/issues", "PUT /projects/:id/issues/:issue_iid"
NEW_RULE, CHANGED_RULE = "POST /projects/:id/approval_rules", "PUT /projects/:id/approval_rules/:approval_rule_id"
COMMIT, FILES = "POST /projects/:id/repository/commits", "* /projects/:id/repository/files/:file_path"
SETTINGS = "PUT /application/settings"
SEARCHES = ["GET /search", "GET /groups/:id/search", "GET /projects/:id/search"]
MATTERMOST = "PUT /projects/:id/integrations/mattermost"
SEARCHED = {"type": "array<string>", "enum": ["title", "description"], "default": ["title", "description"]}
FLAG, NUMBER, TEXT = {"in": "query", "type": "boolean"}, {"type": "integer"}, {"in": "query", "type": "string"}
PAGES = {"page": {"in": "query", "type": "integer", "default": 1},
         "per_page": {"in": "query", "type": "integer", "default": 20}}
KEYSET = {"pagination": {"in": "query", "type": "string", "enum": ["keyset"]}}
FILTER = {"in": "query", "type": "hash", "fields": [{"name": "environment_scope", "type": "string"}]}
LINE = [{"name": "line_code", "type": "string"}, {"name": "type", "type": "string", "enum": ["new", "old", "expanded"]},
        {"name": "old_line", "type": "integer"}, {"name": "new_line", "type": "integer"}]
LINE_RANGE = {"type": "hash", "fields": [{"name": name, "type": "hash", "fields": LINE} for name in ["start", "end"]]}
OFF, DATE, TIME, OPTIONAL, LEFT_OUT = {"default": False}, {"type": "date"}, {"type": "datetime"}, {"required": False}, None

# (operations, attributes, what is so, source). A name with a dot is a member; None leaves an attribute out.
CORRECTIONS = [
    # Values that the document only tells in sentences, or not at all
    (["GET /*/access_tokens", "GET /*personal_access_tokens"], "sort",
     {"enum": ["created_asc", "created_desc", "expires_asc", "expires_desc", "last_used_asc", "last_used_desc",
               "name_asc", "name_desc"]}, PAGE),
    ("POST */deploy_tokens", "scopes",
     {"enum": ["read_repository", "read_registry", "write_registry", "read_package_registry",
               "write_package_registry", "read_virtual_registry", "write_virtual_registry"]}, OPENAPI),
    ("GET /users", "two_factor", {"enum": ["enabled", "disabled"]}, PAGE),
    ("GET /events", "scope", {"enum": ["all"]}, PAGE),
    (["GET /events", "GET /projects/:id/events", "GET /users/:id/events"], "action",
     {"enum": ["approved", "closed", "commented", "created", "destroyed", "expired", "joined", "left", "merged",
               "pushed", "reopened", "updated"]}, PAGE),
    ("GET /projects/:id/jobs", "scope",
     {"enum": ["created", "waiting_for_resource", "preparing", "waiting_for_callback", "pending", "running", "success",
               "failed", "canceling", "canceled", "skipped", "manual", "scheduled"]}, CODE),
    ("GET /projects/:id/repository/commits/:sha/merge_requests", "state",
     {"enum": ["opened", "closed", "locked", "merged"]}, PAGE),
    (SEARCHES, "order_by search_type sort",
     {"order_by": TEXT | {"enum": ["created_at"]}, "search_type": TEXT | {"enum": ["basic", "advanced", "zoekt"]},
      "sort": TEXT | {"enum": ["asc", "desc"]}}, PAGE),
    ("GET /*/iterations", "in", {"enum": ["title", "cadence_title"], "default": ["title"]}, PAGE),
    (MATTERMOST, "branches_to_be_notified",
     {"enum": ["all", "default", "protected", "default_and_protected"], "default": "default"}, PAGE),
    (MATTERMOST, "labels_to_be_notified_behavior",
     {"enum": ["match_any", "match_all"], "default": "match_any"}, PAGE),
    ("GET /projects/:id/integrations/:slug", "slug", {"without": ["mock-ci", "mock-monitoring"]},
     f"{CODE}: for the development of GitLab"),
    (SETTINGS, "sidekiq_job_limiter_mode", {"enum": ["track", "compress"]}, PAGE),
    (SETTINGS, "valid_runner_registrars", {"enum": ["group", "project"]}, CODE),
    (SETTINGS, "elasticsearch_client_adapter", {"enum": ["typhoeus", "net_http"]}, PAGE),
    (SETTINGS, "import_sources",
     {"enum": ["github", "bitbucket", "bitbucket_server", "fogbugz", "git", "gitlab_project", "gitea", "manifest"]},
     CODE),
    (SETTINGS, "restricted_visibility_levels", {"enum": ["private", "internal", "public"]}, PAGE),
    # Paths
    ("* /groups/:id*", "id", {"type": "integer_or_string"}, PAGE),
    ("* /projects/:id*", "id", {"type": "integer_or_string"}, PAGE),
    ("POST /groups/:id/projects/:project_id", "project_id", {"type": "integer_or_string"}, OPENAPI),
    ("* /*/access_tokens/:token_id*", "token_id", NUMBER, f"{PAGE}; the word `self` makes another operation"),
    ("* /*/personal_access_tokens/:token_id*", "token_id", NUMBER, PAGE),
    ("* /personal_access_tokens/:id*", "id", NUMBER, f"{PAGE}; the word `self` makes another operation"),
    ("GET /users/:id/events", "id", {"type": "integer_or_string"}, PAGE),
    (["GET /users/:user_id/keys", "GET /users/:user_id/status"], "user_id", {"type": "integer_or_string"}, PAGE),
    ("GET /keys/:id", "id", NUMBER, PAGE),
    ("* /groups/:id/epics/:epic_iid/issues*", "epic_iid epic_issue_id issue_id move_before_id move_after_id", NUMBER,
     f"{CODE}: read as numbers"),
    ("POST /projects/:id/merge_trains/merge_requests/:merge_request_iid", "merge_request_iid", NUMBER, PAGE),
    ("GET /projects/:id/jobs/*/:artifact_path", "artifact_path", {"in": "path"}, PAGE),
    ("GET /projects/:id/releases/:tag_name/downloads/:direct_asset_path", "direct_asset_path", {"in": "path"}, PAGE),
    ("POST /projects/:id/trigger/pipeline", "ref", {"in": "body"}, f"{PAGE}; the document has it at the end of a path"),
    ("GET /issues/:id", "id", NUMBER, PAGE),
    ("* /projects/:id/*/*subscribe", "issue_iid merge_request_iid", NUMBER, PAGE),
    ("* /projects/:id/issues/:issue_iid/links*", "target_issue_iid issue_link_id", NUMBER, PAGE),
    ("* /*/notes/:note_id/award_emoji*", "note_id", NUMBER, PAGE),
    ("GET /*/resource_*_events/:event_id", "event_id", NUMBER, PAGE),
    (["GET /projects/:id/issues/:issue_iid/resource_label_events*",
      "GET /projects/:id/issues/:issue_iid/resource_milestone_events*",
      "GET /projects/:id/issues/:issue_iid/resource_iteration_events*",
      "GET /projects/:id/issues/:issue_iid/resource_weight_events*"], "issue_iid", NUMBER, PAGE),
    (["GET /projects/:id/merge_requests/:merge_request_iid/resource_label_events*",
      "GET /projects/:id/merge_requests/:merge_request_iid/resource_milestone_events*"], "merge_request_iid", NUMBER,
     PAGE),
    ("GET /groups/:id/epics/:epic_id/resource_label_events*", "epic_id", NUMBER, PAGE),
    # Lists of issues and merge requests
    (ISSUES, "weight epic_id iteration_id not.iteration_id", {"type": "string"}, f"{OPENAPI}: a number, None or Any"),
    (ISSUES + MERGE_REQUESTS, "in", SEARCHED, PAGE),
    (ISSUES + MERGE_REQUESTS + ["GET /groups/:id/epics"], "with_labels_details", LEFT_OUT,
     "The spec's decision: one response would have two types"),
    (["GET /projects/:id/issues", "GET /runners/:id/jobs"], "cursor", LEFT_OUT,
     f"{CODE}: read by the paging, with `pagination`"),
    (MERGE_REQUESTS, "approver_ids approved_by_ids", {"type": "array<integer>"}, f"{OPENAPI}, and client-go"),
    (MERGE_REQUESTS, "deployed_before deployed_after", TIME, PAGE),
    (MERGE_REQUESTS[1:], "scope", {"default": "all"}, CODE),
    (MERGE_REQUESTS[0], "non_archived", OFF, CODE),
    ("GET /groups/:id/projects", "topic", {"in": "query", "type": "array<string>"}, PAGE),
    ("GET /groups/:id/epics", "include_ancestor_groups", OFF, PAGE),
    ("GET /*/iterations", "include_descendants", OFF, PAGE),
    (SEARCHES[:2], "include_archived", OFF, PAGE),
    ("GET /*/labels*", "with_counts include_descendant_groups", OFF, PAGE),
    ("GET /todos", "state", {"default": "pending"}, PAGE),
    ("GET /users", "active humans external blocked without_projects without_project_bots admins exclude_active "
     "exclude_external exclude_humans exclude_internal skip_ldap auditors with_custom_attributes", OFF, CODE),
    ("GET /users", "order_by", {"default": "id"}, CODE),
    ("GET /users", "sort", {"default": "desc"}, CODE),
    ("GET /users/:id", "with_custom_attributes", OFF, CODE),
    ("GET /users/:id", "custom_attributes", LEFT_OUT, f"{CODE}: declared together with a list's, and not looked at"),
    ("GET /groups/:id", "custom_attributes", LEFT_OUT, f"{CODE}: declared together with a list's, and not looked at"),
    # Issues, epics and milestones
    ([NEW_ISSUE, CHANGED_ISSUE], "due_date start_date", DATE, PAGE),
    ("* /*/milestones*", "due_date start_date", DATE, PAGE),
    ("* /groups/:id/epics*", "start_date start_date_fixed end_date due_date_fixed", DATE, SEEN),
    ("POST /groups/:id/epics", "color", {"default": "#1068bf"}, CODE),
    ("POST /groups/:id/epics", "confidential", OFF, CODE),
    (NEW_ISSUE, "confidential", OFF, PAGE),
    (NEW_ISSUE, "issue_type", {"default": "issue"}, PAGE),
    (NEW_ISSUE, "add_labels remove_labels", LEFT_OUT, f"{PAGE}: for changes"),
    (CHANGED_ISSUE, "created_at", LEFT_OUT, f"{CODE}: named by a rule, and declared for new issues only"),
    ("POST /projects/:id/issues/:issue_iid/links", "link_type", {"default": "relates_to"}, OPENAPI),
    # Notes
    ("POST *", "created_at", TIME, PAGE),
    (["POST /projects/:id/*/notes", "POST /groups/:id/epics/:epic_id/notes"], "internal", OFF, OPENAPI),
    (["POST /projects/:id/issues/:issue_iid/notes", "POST /projects/:id/snippets/:snippet_id/notes",
      "POST /groups/:id/epics/:epic_id/notes"], "merge_request_diff_head_sha", LEFT_OUT,
     f"{PAGE}: only merge requests have a diff"),
    ("POST /projects/:id/repository/commits/:sha/discussions", "position.line_range", LINE_RANGE,
     "The spec's decision: positions are the same everywhere, and GitLab leaves the lines out on a commit"),
    ("POST /projects/:id/merge_requests/:merge_request_iid/draft_notes",
     "position.line_range.start.type position.line_range.end.type", {"enum": ["new", "old", "expanded"]}, CODE),
    ("PUT /projects/:id/merge_requests/:merge_request_iid/draft_notes/:draft_note_id", "note", {"required": True}, CODE),
    ("PUT /projects/:id/merge_requests/:merge_request_iid/draft_notes/:draft_note_id",
     "position.line_range.start.type position.line_range.end.type", {"enum": ["new", "old", "expanded"]}, CODE),
    # Boards
    ("PUT /*/boards/:board_id", "labels", {"type": "array<string>"}, f"{PAGE}: a list with commas"),
    # Merge requests
    ("POST /projects/:id/merge_requests", "merge_after", TIME, PAGE),
    ("PUT /projects/:id/merge_requests/:merge_request_iid", "merge_after", TIME, PAGE),
    ("GET /projects/:id/merge_requests/:merge_request_iid",
     "render_html include_diverged_commits_count include_rebase_in_progress", OFF, CODE),
    ("PUT /projects/:id/merge_requests/:merge_request_iid/rebase", "skip_ci", OFF, CODE),
    ("GET /projects/:id/merge_requests/:merge_request_iid/changes", "access_raw_diffs", FLAG | OFF, PAGE),
    ("POST /projects/:id/merge_requests/:merge_request_iid/discussions", "commit_id",
     {"in": "body", "type": "string"}, PAGE),
    ("POST /projects/:id/merge_requests/:merge_request_iid/discussions",
     "position.line_range.start.type position.line_range.end.type", {"enum": ["new", "old", "expanded"]}, CODE),
    ("POST /projects/:id/merge_requests/:merge_request_iid/pipelines", "async", LEFT_OUT,
     "The spec's decision: with it, there is no pipeline in the response"),
    ([NEW_RULE, CHANGED_RULE], "users groups", LEFT_OUT, f"{CODE}: second names of user_ids and group_ids"),
    ([NEW_RULE, CHANGED_RULE], "vulnerabilities_allowed scanners severity_levels vulnerability_states", LEFT_OUT,
     f"{CODE}: for rules that policies have replaced"),
    # Lists that the server cuts into pages without declaring it
    ("GET /projects/:id/merge_requests/:merge_request_iid/pipelines", "page per_page", PAGES, PAGE),
    ("GET /projects/:id/merge_requests/:merge_request_iid/participants", "page per_page", PAGES, PAGE),
    (["GET /projects/:id/issues/:issue_iid/" + end for end in ["closed_by", "participants", "related_merge_requests"]],
     "page per_page", PAGES, CODE),
    ("GET /*/access_tokens", "page per_page", PAGES, PAGE),
    ("GET /groups", "pagination", KEYSET, PAGE),
    ("GET /users", "pagination", KEYSET, PAGE),
    ("GET /runners/:id/jobs", "pagination", KEYSET, CODE),
    ("GET /projects/:id/jobs", "order_by pagination sort",
     KEYSET | {"order_by": TEXT | {"enum": ["id"]}, "sort": TEXT | {"enum": ["asc", "desc"], "default": "desc"}}, PAGE),
    # Commits and files
    (COMMIT, "start_project", {"type": "integer_or_string"}, f"{OPENAPI_2}, its sentence"),
    (COMMIT, "actions", OPTIONAL, PAGE),
    (COMMIT, "actions.content actions.execute_filemode actions.previous_path", OPTIONAL, f"{PAGE}: by kind of change"),
    (COMMIT, "allow_empty", {"in": "body", "type": "boolean", "default": False}, PAGE),
    ("POST /projects/:id/repository/files/:file_path", "last_commit_id", LEFT_OUT, f"{PAGE}: for changes"),
    (FILES, "encoding", {"enum": ["base64", "text"]}, OPENAPI_2),
    ("POST /projects/:id/repository/commits/:sha/comments", "line line_type", OPTIONAL, PAGE),
    ("GET /projects/:id/repository/archive*", "format", LEFT_OUT, f"{PAGE}: at the end of the path"),
    ("GET /projects/:id/releases/permalink/latest", "suffix_path", LEFT_OUT, f"{OPENAPI_2}: the end of another path"),
    ("GET /projects/:id/releases/permalink/latest", "include_html_description", FLAG,
     f"{CODE}: a redirect to the release, with the query"),
    ("* /projects/:id/releases*", "milestone_ids", {"type": "array<integer>"}, f"{CODE}: a list with commas"),
    ("POST /projects/:id/releases", "assets.links.link_type", {"default": "other"}, PAGE),
    ("POST /projects/:id/releases", "assets.links.link_type",
     {"enum": ["other", "runbook", "image", "package"]}, CODE),
    ("POST *snippets", "file_name", OPTIONAL, f"{PAGE}: one of two ways to give the contents"),
    ("POST /*/protected_branches", "push_access_level merge_access_level unprotect_access_level",
     {"default": 40}, OPENAPI),
    ("POST /groups/:id/protected_branches", "allow_force_push", OFF, CODE),
    ("POST /projects/:id/protected_tags", "create_access_level", {"default": 40}, PAGE),
    ("POST /projects/:id/repository/changelog", "version", TEXT | {"in": "body", "required": True}, PAGE),
    # CI/CD
    ("* /projects/:id/pipeline_schedules*", "inputs.value", {"type": "json"}, f"{OPENAPI}: a value of any kind"),
    ("PUT /projects/:id/pipeline_schedules/:pipeline_schedule_id", "inputs.value", OPTIONAL, PAGE),
    ("PUT /projects/:id/pipeline_schedules/:pipeline_schedule_id", "inputs.destroy", OFF, PAGE),
    ("POST /projects/:id/pipeline_schedules/:pipeline_schedule_id/variables", "variable_type",
     {"default": "env_var"}, OPENAPI),
    ("POST /*/variables", "protected masked masked_and_hidden", OFF, PAGE),
    ("POST /*/variables", "variable_type", {"default": "env_var"}, OPENAPI),
    ("PUT /projects/:id/pipeline_schedules/:pipeline_schedule_id/variables/:key", "variable_type", {"default": None},
     f"{CODE}: a change leaves it, whatever the document in version 2.0 says"),
    (["GET /groups/:id/variables/:key", "DELETE /groups/:id/variables/:key"], "filter", FILTER, PAGE),
    ("PUT /groups/:id/variables/:key", "filter", FILTER | {"in": "body"}, PAGE),
    (["POST /projects/:id/variables", "POST /groups/:id/variables"], "environment_scope", {"default": "*"}, PAGE),
    ("* /projects/:id/ci/lint", "dry_run include_jobs", OFF, OPENAPI),
    ("DELETE /runners", "token", {"in": "body"}, f"{PAGE}: a form"),
    ("GET /projects/:id/jobs/:job_id/artifacts/tree", "recursive", OFF, CODE),
    ("GET /projects/:id/jobs/artifacts/:ref_name/*", "search_recent_successful_pipelines", FLAG | OFF, CODE),
    ("POST /user/runners", "group_id project_id", OPTIONAL, f"{CODE}: by type of runner"),
    ("POST /user/runners", "paused locked", OFF, OPENAPI),
    ("POST /user/runners", "run_untagged", {"default": True}, OPENAPI),
    # Integrations
    (MATTERMOST, "alert_channel", LEFT_OUT, f"{CODE}: declared for chats of all kinds; this one has no such event"),
    (MATTERMOST, "work_item_events confidential_work_item_events", LEFT_OUT,
     f"{CODE}: those of issues stand for them, and nothing stores these"),
    (MATTERMOST, "use_inherited_settings", OFF, PAGE),
    # Deployments
    ("POST /projects/:id/deploy_keys", "can_push", OFF, CODE),
    ("* /projects/:id/environments*", "slug", LEFT_OUT, f"{CODE}: declared so that the server can reject it"),
    ("POST /projects/:id/protected_environments", "approval_rules.id approval_rules._destroy", LEFT_OUT,
     f"{PAGE}: for changes"),
    ("* /projects/:id/protected_environments*",
     "deploy_access_levels.group_inheritance_type approval_rules.group_inheritance_type", {"default": 0}, PAGE),
    # Groups, members and users
    ("DELETE /groups/:id", "full_path", TEXT, PAGE),
    ("DELETE /groups/:id", "permanently_remove", FLAG, PAGE),
    ("POST /groups/:id/members", "user_id", NUMBER, PAGE),
    ("* /groups/:id/members*", "expires_at", DATE, f"{PAGE}, and {SEEN}"),
    ("POST /users", "skip_confirmation", OFF, PAGE),
    ("POST /users/:user_id/impersonation_tokens", "scopes", {"required": True}, PAGE),
    ("PUT /users/:id", "skip_reconfirmation", OFF, PAGE),
    ("DELETE /users/:id", "hard_delete", OFF, CODE),
    # Settings of the instance
    (SETTINGS, "*_raw ci_*_human_readable", LEFT_OUT, f"{PAGE}: texts of a form"),
    (SETTINGS, "allow_s3_compatible_storage_for_offline_transfer bulk_import_max_download_file "
     "ci_cd_catalog_projects_allowlist ci_partitions_in_seconds_limit "
     "dependency_firewall_policies_per_configuration_limit duo_workflow_oauth_application_id "
     "elasticsearch_code_scope fetch_observability_alerts_from_cloud foundational_agents_statuses "
     "granular_tokens_enforced_after invitation_flow_enforcement tool_approval_for_session_availability "
     "tool_approval_for_session_enabled zoekt_max_projects_for_legacy_search zoekt_max_restarts_15m", LEFT_OUT,
     f"{PAGE}, which lacks them"),
    (SETTINGS, "*_key_restriction", {"enum": None}, f"{PAGE}: numbers of bits"),
    (SETTINGS, "outbound_local_requests_whitelist repository_storages", {"in": "body", "type": "array<string>"}, PAGE),
    (SETTINGS, "user_email_lookup_limit", {"in": "body", "type": "integer"}, PAGE),
    (SETTINGS, "performance_bar_allowed_group_id", {"type": "string"}, f"{PAGE}: a path, whatever it is called"),
    (SETTINGS, "elasticsearch_url", {"type": "array<string>"}, f"{PAGE}: a list with commas"),
    (SETTINGS, "elasticsearch_analyzers_smartcn_search elasticsearch_analyzers_kuromoji_search", {"type": "boolean"},
     f"{CODE}: application_setting_elasticsearch.json"),
    (SETTINGS, "sign_in_restrictions", {"type": "hash"}, PAGE),
    (SETTINGS, "reindexing_minimum_relative_bloat_size sentry_clientside_traces_sample_rate zoekt_cpu_to_tasks_ratio",
     {"type": "number"}, CODE),
    (SETTINGS, "allow_possible_spam allow_bypass_placeholder_confirmation deny_all_requests_except_allowed "
     "root_moved_permanently_redirection enforce_email_subaddress_restrictions "
     "require_email_verification_on_account_locked error_tracking_enabled force_pages_access_control "
     "math_rendering_limits_enabled organization_cluster_agent_authorization_enabled kroki_diagram_proxy_enabled "
     "plantuml_diagram_proxy_enabled throttle_authenticated_git_http_enabled "
     "throttle_unauthenticated_git_http_enabled top_level_group_creation_enabled usage_ping_generation_enabled "
     "gitlab_product_usage_data_enabled resource_access_token_notify_inherited "
     "lock_resource_access_token_notify_inherited allow_contribution_mapping_to_admins "
     "observability_backend_ssl_verification_enabled vscode_extension_marketplace_enabled "
     "vscode_extension_marketplace_single_origin_fallback_enabled delay_user_account_self_deletion "
     "enforce_granular_tokens mcp_server_enabled instance_level_ai_beta_features_enabled "
     "lock_model_prompt_cache_enabled model_prompt_cache_enabled product_analytics_enabled "
     "duo_agent_platform_enabled duo_cli_enabled ai_audit_events_streaming_enabled duo_foundational_flows_enabled "
     "enabled_expanded_logging foundational_agents_default_enabled zoekt_indexing_enabled zoekt_search_enabled "
     "zoekt_indexing_paused zoekt_auto_index_root_namespace zoekt_cache_response global_search_*_enabled "
     "elastic_migration_worker_enabled enforce_pipl_compliance display_gitlab_credits_user_data "
     "enable_member_promotion_management allow_deploy_tokens_and_keys_with_external_authn "
     "allow_top_level_group_owners_to_create_service_accounts disable_invite_members", {"type": "boolean"},
     f"{CODE}: its schemas and validations of settings"),
    (SETTINGS, "default_dark_syntax_highlighting_theme max_artifacts_content_include_size "
     "max_http_decompressed_size max_http_response_* pages_extra_deployments_default_expiry_seconds "
     "throttle_*_git_http_period_in_seconds throttle_*_git_http_requests_per_period diff_max_versions "
     "diff_max_commits members_delete_limit relation_export_batch_size *_api_limit users_api_limit_* "
     "reindexing_minimum_index_size background_operations_max_jobs helm_max_packages_count duo_chat_expiration_days "
     "elasticsearch_indexing_timeout_minutes search_max_shard_size_gb search_max_docs_denominator "
     "search_min_docs_before_rollover zoekt_force_reindexing_percentage zoekt_indexing_parallelism "
     "zoekt_rollout_batch_size zoekt_maximum_files zoekt_trigram_max zoekt_default_number_of_replicas "
     "scan_execution_policies_*_limit *_policies_per_configuration_limit project_secrets_limit group_secrets_limit "
     "security_mr_report_cache_lifetime_minutes dependency_scanning_sbom_scan_api_*_limit", {"type": "integer"},
     f"{CODE}: its schemas and validations of settings"),
]

GO_TYPES = {"string": "string", "bool": "boolean", "int64": "integer", "float64": "number", "[]string": "array<string>",
            "[]int64": "array<integer>", "map[string]bool": "hash", "map[string]int64": "hash"}
FORMATS = {"date": "date", "date-time": "datetime", "binary": "file"}


def kind(schema):
    """The type of a schema in the words of the table."""
    if "anyOf" in schema:
        kinds = [kind(choice) for choice in schema["anyOf"]]
        if set(kinds) == {"string", "integer"}:
            return "integer_or_string"
        return next((found for found in kinds if found.startswith("array")), kinds[0])
    if schema.get("type") == "array":
        return f"array<{kind(schema.get('items') or {})}>"
    if schema.get("type") == "object":
        return "hash"
    if schema.get("type", "string") == "string":
        return FORMATS.get(schema.get("format"), "string")
    return schema["type"]


def values(schema):
    """The values that a schema lists, in an array or as one of its choices too; the empty text is none."""
    places = [schema, schema.get("items") or {}] + schema.get("anyOf", [])
    return [value for place in places for value in place.get("enum") or [] if value != ""]


def members(schema):
    """The properties of an object, of the elements of an array, or of one of the choices of either."""
    for place in [schema, schema.get("items") or {}] + schema.get("anyOf", []):
        for holder in [place, place.get("items") or {}]:
            if holder.get("properties"):
                return nested([described(name, found, name in holder.get("required", []))
                               for name, found in holder["properties"].items()])
    return []


def described(name, schema, required, location=None):
    """A parameter or a property as a row of endpoints.json."""
    row = {"name": name, "type": kind(schema), "required": required} | ({"in": location} if location else {})
    row |= {"enum": values(schema)} if values(schema) else {}
    row |= {"default": schema["default"]} if schema.get("default") not in (None, "") else {}
    return row | ({"fields": members(schema)} if members(schema) else {})


def nested(rows):
    """Rows of which those named `a[b]` become members of the row `a`."""
    whole = {}
    for row in rows:
        parts = re.fullmatch(r"(\w+)\[(\w+)\](\[\])?", row["name"])
        if parts and parts[1] in whole:
            member = {key: value for key, value in row.items() if key != "in"} | {"name": parts[2]}
            whole[parts[1]].setdefault("fields", []).append(member)
        else:
            whole[row["name"].removesuffix("[]")] = row | {"name": row["name"].removesuffix("[]")}
    return list(whole.values())


def shape(route):
    """A route whose placeholders have no names, since documents name them as they like."""
    return re.sub(r":\w+|\{\w+\}|\*\w+", ":", route)


def read_newer(folder):
    """The operations of the document of mid 2026: shape -> (path, rows)."""
    found = {}
    for file in sorted(Path(folder).glob("*.json")):
        for operation in json.loads(file.read_text(encoding="utf-8"))["operations"]:
            rows = [described(row["name"], row, row.get("required", False), row["in"]) for row in operation["params"]]
            for schema in (operation["body"] or {}).values():
                rows += properties(schema)
            route = f"{operation['method']} {operation['path']}"
            found.setdefault(shape(route), (operation["path"], nested(rows)))
    return found


def properties(schema):
    return [described(name, found, name in schema.get("required", []), "body")
            for name, found in schema.get("properties", {}).items()]


def read_older(file):
    """The operations of the document in version 2.0: shape -> (path, rows)."""
    document = yaml.load(Path(file).read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found = {}
    for path, operations in document["paths"].items():
        path = path.removeprefix("/api/v4")
        for method, operation in operations.items():
            rows = []
            for row in operation.get("parameters", []):
                if row["in"] == "body":
                    rows += properties(document["definitions"][row["schema"]["$ref"].rpartition("/")[2]])
                else:
                    location = {"formData": "body"}.get(row["in"], row["in"])
                    rows.append(described(row["name"], row, row.get("required", False), location))
            found[shape(f"{method.upper()} {path}")] = (path, nested(rows))
    return found


def renamed(route, path, rows):
    """Rows whose placeholders have the names of the route."""
    names = dict(zip(re.findall(r"\{(\w+)\}", path), re.findall(r":(\w+)", route)))
    return [row | {"name": names.get(row["name"], row["name"])} if row["in"] == "path" else row for row in rows]


def with_defaults(rows, older):
    """Rows with the defaults that only the older document tells."""
    defaults = {(row["name"], row["in"]): row["default"] for row in older
                if row.get("default") not in (None, "", {})}
    return [{"default": defaults[row["name"], row["in"]]} | row if (row["name"], row["in"]) in defaults else row
            for row in rows]


def fits(patterns, text):
    return any(fnmatch.fnmatchcase(text, pattern) for pattern in ([patterns] if isinstance(patterns, str) else patterns))


def merged(row, changes):
    """A row with what is so; `without` are values that it does not take."""
    if "without" in changes:
        return row | {"enum": [value for value in row["enum"] if value not in changes["without"]]}
    return row | changes


def changed(rows, name, changes, is_member=False):
    """Rows after a correction of one name, and whether it was one. A new row needs its place in the request."""
    head, _, rest = name.partition(".")
    found, applied = [], False
    for row in rows:
        if not fnmatch.fnmatchcase(row["name"], head):
            found.append(row)
        elif rest:
            fields, done = changed(row.get("fields", []), rest, changes, is_member=True)
            found.append(row | {"fields": fields} if fields else row)
            applied |= done
        else:
            found += [] if changes is None else [merged(row, changes.get(row["name"], changes))]
            applied = True
    if not applied and changes and not rest:
        new = changes.get(name, changes)
        if "type" in new and ("fields" in new if is_member else new.get("in") in ["query", "body"]):
            return found + [{"name": name} | new], True
    return found, applied


def conditional(route, rows):
    """Rows with the header that the operation compares before it deletes."""
    header = "If-Unmodified-Since"
    if not fits(CONDITIONAL, route) or any(row["name"] == header for row in rows):
        return rows
    return rows + [{"name": header, "in": "header", "type": "datetime"}]


class Documents:
    """The documents, and which corrections were of use."""

    def __init__(self, newer, older, structs):
        self.newer, self.older = read_newer(newer), read_older(older)
        self.settings = json.loads(Path(structs).read_text(encoding="utf-8"))["UpdateSettingsOptions"]
        self.used = set()

    def endpoint(self, route):
        """One operation as an element of endpoints.json; None if no document has it."""
        method, path = route.split(" ")
        for addition in UNDOCUMENTED:
            if (addition["method"], addition["path"]) == (method, path):
                return addition
        source = shape(READ_AT.get(route, route))
        if source not in self.newer and source not in self.older:
            return None
        older = self.older.get(source, ("", []))
        rows = renamed(route, *self.newer.get(source, older))
        if route in BODIES_OF_VERSION_2:
            rows = [row for row in rows if row["in"] != "body"] + [row for row in older[1] if row["in"] == "body"]
        rows = self.typed(route, with_defaults(rows, older[1]))
        return {"method": method, "path": path, "params": self.corrected(route, rows)}

    def typed(self, route, rows):
        """Rows with client-go's types, where the document says string for want of a type."""
        if route != SETTINGS:
            return rows
        types = {name: GO_TYPES.get(found.removeprefix("*")) for name, found in self.settings.items()}
        return [row | {"type": types[row["name"]]} if row["type"] == "string" and types.get(row["name"]) else row
                for row in rows]

    def corrected(self, route, rows):
        """Rows with what closer sources say."""
        for index, (operations, names, changes, _) in enumerate(CORRECTIONS):
            for name in names.split() if fits(operations, route) else []:
                rows, applied = changed(rows, name, changes)
                self.used |= {(index, name)} if applied else set()
        return conditional(route, rows)

    def unused(self):
        """Corrections that correct nothing."""
        return [f"{operations}: {name}" for index, (operations, names, _, _) in enumerate(CORRECTIONS)
                for name in names.split() if (index, name) not in self.used]
