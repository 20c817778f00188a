# frozen_string_literal: true

require 'digest'

# The state in which the GitLab of the tours starts: a project or a group for each tour. People are usernames here.
module Seed
  SITE = 'https://gitlab.example.com'

  module_function

  def sha(text) = Digest::SHA1.hexdigest(text)

  def state
    users = %w[bot ada kim sam].each.with_index(1).to_h { |name, id| [name, user(id, name)] }
    projects = [app, site, tracker].to_h { |project| [project['path_with_namespace'], project] }
    { 'users' => users, 'tokens' => { 'glpat-tour' => 'bot' }, 'projects' => projects,
      'groups' => groups.to_h { |group| [group['full_path'], group] } }
  end

  def user(id, name)
    { 'id' => id, 'username' => name, 'name' => name.capitalize, 'state' => 'active',
      'web_url' => "#{SITE}/#{name}" }
  end

  def project(id, path, more)
    { 'id' => id, 'path_with_namespace' => path, 'web_url' => "#{SITE}/#{path}", 'merge_requests' => {},
      'issues' => {}, 'branches' => { 'main' => sha("#{path} main") }, 'tags' => {}, 'releases' => {}, 'packages' => {},
      'pipelines' => {}, 'jobs' => {}, 'ci' => {}, **more }
  end

  def merge_requests(id, *all)
    all.each.with_index(1).to_h do |(title, author, more), iid|
      [iid, { 'id' => (id * 100) + iid, 'iid' => iid, 'project_id' => id, 'title' => title, 'author' => author,
              'web_url' => "#{SITE}/-/merge_requests/#{iid}", 'state' => 'opened', 'draft' => title.start_with?('Draft:'),
              'source_branch' => "change-#{iid}", 'target_branch' => 'main', 'sha' => sha(title), 'reviewers' => [],
              'assignees' => [], 'diffs' => [], 'discussions' => {}, 'approved_by' => [], 'approvals_required' => 0,
              'rebase_in_progress' => false, 'pushed_after' => nil, **more }]
    end
  end

  def diff(path, text)
    { 'old_path' => path, 'new_path' => path, 'a_mode' => '100644', 'b_mode' => '100644', 'diff' => text, 'new_file' => false,
      'renamed_file' => false, 'deleted_file' => false }
  end

  # For the review bot; and for the release: a pipeline here has these jobs, each with its log.
  def app
    greeting = diff('Sources/Greeting.swift', <<~'DIFF')
      @@ -10,3 +10,6 @@ struct Greeting {
           var name: String
      -    var text: String { "Hello" }
      +    var text: String {
      +        print("name is \(name)")
      +        return "Hello, \(name)"  // TODO: other languages
      +    }
       }
    DIFF
    limit = diff('Sources/Limit.swift', "@@ -1 +1 @@\n-let limit = 10\n+let limit = 20\n")
    requests = merge_requests(7, ['Raise the limit', 'ada', { 'diffs' => [limit] }], ['Greet by name', 'kim', { 'diffs' => [greeting] }],
                              ['Draft: Count the greetings', 'kim', {}],
                              ['Lower the limit', 'ada', { 'diffs' => [limit], 'pushed_after' => 'diffs' }])
    requests.each_value { |request| request['reviewers'] = ['bot'] }
    ci = { 'build' => ['$ swift build', 'Build complete!'], 'test' => ['$ swift test', 'Test run with 12 tests passed.'] }
    project(7, 'team/app', 'merge_requests' => requests, 'ci' => ci)
  end

  # For the merge bot.
  def site
    requests = merge_requests(8, ['Add a page', 'ada', {}], ['Remove a page', 'kim', { 'approvals_required' => 1 }],
                              ['Rename a page', 'sam', { 'pushed_after' => 'success' }])
    requests.each_value { |request| request['assignees'] = ['bot'] }
    project(8, 'team/site', 'merge_requests' => requests, 'ci' => { 'check' => ['$ make check'] })
  end

  def issue(project_id, iid, title, author, labels = [])
    { 'id' => (project_id * 100) + iid, 'iid' => iid, 'project_id' => project_id, 'title' => title, 'author' => author,
      'web_url' => "#{SITE}/-/issues/#{iid}", 'state' => 'opened', 'labels' => labels, 'notes' => [],
      'updated_at' => '2026-01-01T10:00:00.000Z' }
  end

  # For the synchronization: 45 issues of the tracker, and one of somebody else.
  def tracker
    issues = (1..45).to_h { |iid| [iid, issue(9, iid, "T-#{iid}: Ticket #{iid}", 'ada', ['tracker'])] }
    issues[44].update('state' => 'closed', 'updated_at' => '2026-02-20T10:00:00.000Z')
    project(9, 'team/tracker', 'issues' => { **issues, 46 => issue(9, 46, 'Write a manual', 'ada') })
  end

  def group(id, path, more)
    { 'id' => id, 'name' => path.split('/').last.capitalize, 'path' => path.split('/').last, 'full_path' => path,
      'full_name' => path.split('/').map(&:capitalize).join(' / '), 'parent_id' => nil, 'web_url' => "#{SITE}/groups/#{path}",
      'members' => {}, 'variables' => {}, 'access_tokens' => {}, **more }
  end

  # For the administration: in the subgroup, Sam has less access than above, and a token is about to expire.
  def groups
    token = { 'id' => 31, 'name' => 'old deploys', 'user_id' => 90, 'scopes' => ['api'], 'revoked' => false, 'active' => true,
              'access_level' => 40, 'created_at' => '2025-04-01T00:00:00.000Z', 'expires_at' => '2026-03-09' }
    [group(20, 'team', 'members' => { 'bot' => { 'access_level' => 50 }, 'sam' => { 'access_level' => 30 } }),
     group(21, 'team/docs', 'parent_id' => 20, 'members' => { 'sam' => { 'access_level' => 20 } }, 'access_tokens' => { 31 => token })]
  end
end
