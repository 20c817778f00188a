#!/usr/bin/env ruby
# frozen_string_literal: true

# Does with the gem gitlab what a program does with GitLab, and fails where gitlab-fake responds in another way.
#
#     ruby_gitlab.rb URL TOKEN
#
# scripts/check-fake.sh runs it. The server has the project tools/compiler, and nothing else has been done with it.

require 'base64'
require 'gitlab'
require 'tmpdir'

def step(text)
  puts "- #{text}"
  $stdout.flush
end

def equal(found, expected)
  raise "found #{found.inspect} instead of #{expected.inspect}" unless found == expected
end

# Runs a block that has to raise an exception of the gem, and returns it.
def fails(kind)
  result = begin
    yield
  rescue kind => e
    return e
  end
  raise "returned #{result.inspect} instead of raising #{kind}"
end

def projects(gitlab)
  step 'a project is created, found by number and by path, and edited'
  project = gitlab.create_project('Parser', visibility: 'private', topics: %w[swift parsing])
  equal project.path_with_namespace, 'root/parser'
  equal gitlab.project('root/parser').id, project.id
  equal gitlab.project(project.id).topics, %w[swift parsing]
  gitlab.edit_project(project.id, description: 'Reads what was written')
  equal gitlab.project(project.id).description, 'Reads what was written'
  equal gitlab.projects(search: 'parser').map(&:id), [project.id]

  step 'a project is starred, archived and unarchived'
  gitlab.star_project(project.id)
  equal gitlab.project(project.id).star_count, 1
  gitlab.archive_project(project.id)
  equal gitlab.project(project.id).archived, true
  gitlab.unarchive_project(project.id)
  equal gitlab.project(project.id).archived, false
  project.id
end

def groups(gitlab)
  step 'a group is created with a subgroup and a project in it'
  group = gitlab.create_group('Teams', 'teams')
  subgroup = gitlab.create_group('Docs', 'docs', parent_id: group.id)
  equal subgroup.full_path, 'teams/docs'
  equal gitlab.group('teams/docs').id, subgroup.id
  project = gitlab.create_project('Handbook', namespace_id: subgroup.id)
  equal project.path_with_namespace, 'teams/docs/handbook'
  equal gitlab.group_projects('teams/docs').map(&:id), [project.id]
  equal gitlab.group_projects('teams').to_a, []
  equal gitlab.group_subgroups('teams').map(&:full_path), ['teams/docs']
  fails(Gitlab::Error::BadRequest) { gitlab.create_group('Teams', 'teams') }
  gitlab.edit_group(group.id, description: 'All of them')
  equal gitlab.group('teams').description, 'All of them'
  gitlab.add_group_member(group.id, 12, 30)
  equal gitlab.edit_group_member(group.id, 12, 40).access_level, 40
  equal gitlab.group_member(group.id, 12).access_level, 40
  gitlab.remove_group_member(group.id, 12)
  equal gitlab.group_members(group.id).to_a, []
end

def issues(gitlab, project)
  step 'labels and milestones are created and edited'
  gitlab.create_label(project, 'bug', '#dd0000', description: 'Something is wrong')
  equal gitlab.labels(project).map { |label| [label.name, label.color] }, [%w[bug #dd0000]]
  gitlab.edit_label(project, 'bug', new_name: 'error')
  equal gitlab.labels(project).map(&:name), ['error']
  gitlab.delete_label(project, 'error')
  equal gitlab.labels(project).to_a, []
  milestone = gitlab.create_milestone(project, '1.0', due_date: '2026-12-31')
  equal gitlab.milestone(project, milestone.id).due_date, '2026-12-31'
  equal gitlab.edit_milestone(project, milestone.id, state_event: 'close').state, 'closed'

  step 'an issue is created, edited, commented and closed'
  issue = gitlab.create_issue(project, 'Slow', description: 'It takes a minute.', labels: 'bug')
  equal [issue.iid, issue.state, issue.labels], [1, 'opened', ['bug']]
  gitlab.edit_issue(project, 1, labels: 'bug,urgent')
  equal gitlab.issue(project, 1).labels, %w[bug urgent]
  note = gitlab.create_issue_note(project, 1, 'Here too.')
  gitlab.edit_issue_note(project, 1, note.id, 'Here too, on two machines.')
  equal gitlab.issue_notes(project, 1).map(&:body), ['Here too, on two machines.']
  gitlab.delete_issue_note(project, 1, note.id)
  equal gitlab.issue_notes(project, 1).to_a, []
  gitlab.edit_issue(project, 1, add_labels: 'later', remove_labels: 'urgent')
  equal gitlab.issue(project, 1).labels, %w[bug later]
  gitlab.subscribe_to_issue(project, 1)
  equal gitlab.close_issue(project, 1).state, 'closed'
  equal gitlab.issues(project, state: 'opened').to_a, []
  equal gitlab.issues(project, labels: 'bug').map(&:iid), [1]
end

def merge_requests(gitlab, project)
  step 'a branch is created, and a merge request of it is discussed, approved and merged'
  gitlab.create_branch(project, 'fix/slow', 'main')
  equal gitlab.branch(project, 'fix/slow').name, 'fix/slow'
  request = gitlab.create_merge_request(
    project, 'Draft: Speed up', source_branch: 'fix/slow', target_branch: 'main', labels: 'bug'
  )
  equal [request.iid, request.state, request.source_branch], [1, 'opened', 'fix/slow']
  gitlab.update_merge_request(project, 1, title: 'Speed up')
  gitlab.create_merge_request_note(project, 1, 'Looks good.')
  equal gitlab.merge_request_notes(project, 1).map(&:body), ['Looks good.']
  discussion = gitlab.create_merge_request_discussion(project, 1, body: 'Why?')
  equal gitlab.merge_request_discussion(project, 1, discussion.id).notes.first.body, 'Why?'
  gitlab.approve_merge_request(project, 1)
  equal gitlab.merge_request_approvals(project, 1).approved, true
  gitlab.unapprove_merge_request(project, 1)
  equal gitlab.merge_request_approvals(project, 1).approved, false
  equal gitlab.accept_merge_request(project, 1, should_remove_source_branch: true).state, 'merged'
  equal gitlab.merge_request(project, 1).title, 'Speed up'
  fails(Gitlab::Error::MethodNotAllowed) { gitlab.accept_merge_request(project, 1) }
  equal gitlab.merge_requests(project, state: 'merged').map(&:iid), [1]
  gitlab.delete_branch(project, 'fix/slow')
  fails(Gitlab::Error::NotFound) { gitlab.branch(project, 'fix/slow') }
end

def files(gitlab, project)
  step 'a file is uploaded'
  Dir.mktmpdir do |folder|
    path = File.join(folder, 'report.txt')
    File.binwrite(path, "\x00\xff\r\n--boundary\r\n" * 1000)
    uploaded = gitlab.upload_file(project, path)
    equal uploaded.alt, 'report.txt'
  end

  step 'a file of the repository is created, edited, found by its path, and deleted'
  created = gitlab.create_file(project, 'docs/read me.md', 'main', 'Hello', 'Add')
  equal created.file_path, 'docs/read me.md'
  equal Base64.decode64(gitlab.get_file(project, 'docs/read me.md', 'main').content), 'Hello'
  gitlab.edit_file(project, 'docs/read me.md', 'main', 'Hello again', 'Edit')
  equal Base64.decode64(gitlab.get_file(project, 'docs/read me.md', 'main').content), 'Hello again'
  gitlab.remove_file(project, 'docs/read me.md', 'main', 'Remove')
  fails(Gitlab::Error::NotFound) { gitlab.get_file(project, 'docs/read me.md', 'main') }

  step 'a commit, a tag and a release are created'
  actions = [{ action: 'create', file_path: 'a.txt', content: 'Hello' }]
  commit = gitlab.create_commit(project, 'main', "Add a\n\nIt is needed.", actions)
  equal [commit.title, commit.message], ['Add a', "Add a\n\nIt is needed."]
  equal gitlab.commits(project).map(&:id), [commit.id]
  equal gitlab.create_tag(project, '1.0', 'main', 'First').message, 'First'
  gitlab.create_project_release(project, tag_name: '1.0', name: 'One', description: 'The first')
  equal gitlab.project_releases(project).map { |each| [each.tag_name, each.description] }, [['1.0', 'The first']]

  step 'a variable and a hook are created, edited and deleted'
  gitlab.create_variable(project, 'LEVEL', '1', protected: true)
  gitlab.update_variable(project, 'LEVEL', '2')
  equal [gitlab.variable(project, 'LEVEL').value, gitlab.variable(project, 'LEVEL').protected], ['2', true]
  gitlab.remove_variable(project, 'LEVEL')
  fails(Gitlab::Error::NotFound) { gitlab.variable(project, 'LEVEL') }
  hook = gitlab.add_project_hook(project, 'https://example.com/hook', push_events: true)
  gitlab.edit_project_hook(project, hook.id, 'https://example.com/other')
  equal gitlab.project_hooks(project).map(&:url), ['https://example.com/other']
  gitlab.delete_project_hook(project, hook.id)
end

def pages(gitlab, project)
  step 'a list is read by pages, forwards and backwards'
  45.times { |number| gitlab.create_issue(project, "Issue #{number}") }
  first = gitlab.issues(project, per_page: 20, order_by: 'created_at', sort: 'asc')
  equal [first.length, first.has_next_page?, first.has_prev_page?], [20, true, false]
  equal first.next_page.prev_page.map(&:iid), first.map(&:iid)
  equal first.last_page.map(&:iid), (41..46).to_a
  equal first.auto_paginate.map(&:iid), (1..46).to_a
  equal first.paginate_with_limit(30).length, 30

  step 'a list is read by keyset'
  7.times { |number| gitlab.create_project("Page #{number}") }
  walk = gitlab.projects(pagination: 'keyset', order_by: 'id', sort: 'asc', per_page: 3)
  ids = walk.auto_paginate.map(&:id)
  equal [ids, ids.length], [ids.sort, gitlab.projects.auto_paginate.length]
end

def errors(gitlab, url, project)
  step 'errors are raised as exceptions of the gem'
  fails(Gitlab::Error::NotFound) { gitlab.project('no/such') }
  fails(Gitlab::Error::NotFound) { gitlab.issue(project, 4711) }
  empty = fails(Gitlab::Error::BadRequest) { gitlab.create_issue(project, '') }
  equal empty.message.include?('title is empty'), true
  taken = fails(Gitlab::Error::BadRequest) { gitlab.create_project('Parser') }
  equal taken.message.include?("'name' has already been taken"), true
  fails(Gitlab::Error::BadRequest) { gitlab.projects(order_by: 'colour') }
  other = Gitlab.client(endpoint: "#{url}/api/v4", private_token: 'another')
  fails(Gitlab::Error::Unauthorized) { other.projects }
  fails(Gitlab::Error::NotFound) { gitlab.get('/no/such/operation') }
end

def deletions(gitlab, project)
  step 'an issue and a project are deleted'
  gitlab.delete_issue(project, 1)
  fails(Gitlab::Error::NotFound) { gitlab.issue(project, 1) }
  gitlab.delete_project(project)
  equal gitlab.project(project).marked_for_deletion_on.nil?, false
end

# What gitlab-fake cannot do for this client: calls that do in GitLab what their names say. Each has to fail or return
# false. One that returns true belongs into the tour, and its entry goes.
def limits(gitlab)
  project = 1
  issue = gitlab.create_issue(project, 'Limits', assignee_ids: [12])
  request = gitlab.create_merge_request(project, 'Limits', source_branch: 'a', target_branch: 'main')
  {
    'raw content of a file' => lambda {
      gitlab.create_file(project, 'a.txt', 'main', 'Hello', 'Add')
      gitlab.file_contents(project, 'a.txt', 'main') == 'Hello'
    },
    'the tree of the repository' => -> { gitlab.tree(project).to_a == [] },
    'commits that change files' => lambda {
      actions = [{ action: 'create', file_path: 'b.txt', content: 'Hello' }]
      gitlab.create_commit(project, 'main', 'Add b', actions)
      gitlab.get_file(project, 'b.txt', 'main').file_path == 'b.txt'
    },
    'removing the branch of a merge request' => lambda {
      gitlab.create_branch(project, 'a', 'main')
      gitlab.accept_merge_request(project, request.iid, should_remove_source_branch: true)
      gitlab.branches(project).to_a == []
    },
    'assignees' => -> { issue.assignees.first.id == 12 },
    'filtering by assignee' => -> { gitlab.issues(project, assignee_id: 4711).to_a == [] },
    'time tracking' => -> { gitlab.estimate_time_of_issue(project, issue.iid, '3h').time_estimate == 10_800 },
    'search' => -> { gitlab.search_globally('projects', 'compiler').first['id'] == project },
    'namespaces' => -> { gitlab.namespaces.map(&:full_path).include?('teams') },
    'the path of a group' => lambda {
      gitlab.edit_group('tools', path: 'utilities').full_path == 'utilities'
    },
    'the path of a fork' => lambda {
      gitlab.create_fork(project, namespace: 'teams', path: 'fork').path_with_namespace == 'teams/fork'
    },
    'jobs of a pipeline' => lambda {
      gitlab.pipeline_jobs(project, gitlab.create_pipeline(project, 'main').id).any?
    }
  }
end

def check_limits(gitlab)
  step 'what gitlab-fake cannot do for the gem:'
  works = limits(gitlab).select do |name, call|
    why = 'responds in another way than GitLab'
    can = begin
      call.call
    rescue Gitlab::Error::Error => e
      why = e.message
      false
    end
    puts "  #{name}: #{can ? 'WORKS' : why}"
    can
  end
  equal works.keys, []
end

url, token = ARGV
gitlab = Gitlab.client(endpoint: "#{url}/api/v4", private_token: token)
project = projects(gitlab)
groups(gitlab)
issues(gitlab, project)
merge_requests(gitlab, project)
files(gitlab, project)
pages(gitlab, project)
errors(gitlab, url, project)
deletions(gitlab, project)
check_limits(gitlab)
