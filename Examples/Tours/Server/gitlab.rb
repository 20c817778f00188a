#!/usr/bin/env ruby
# frozen_string_literal: true

# A small GitLab that keeps the changes of the tours, on the stack with which GitLab parses requests: Puma, Rack, Grape.
#
#   ruby gitlab.rb --port 0 --port-file FILE
#
# `GET /_state` returns its whole state. Time passes with requests: a job goes on each time that it is looked at.
# Listens on loopback only. Ends when stdin closes (so when its parent dies), or on TERM or INT.

require 'grape'
require 'json'
require_relative 'seed'
require_relative '../../../Tests/GitLabTests/Server/attributes'
require_relative '../../../Tests/GitLabTests/Server/paging'
require_relative '../../../Tests/GitLabTests/Server/serving'

# The routes.
class GitLab < Grape::API
  STATE = Seed.state
  CONTENTS = {} # of packages
  COUNTED = { ids: 100, seconds: 0 }
  LOOKS = Hash.new(0) # at each job
  ONE_SEGMENT = %i[id tag_name package_version file_name].to_h { |name| [name, %r{[^/]+}] }.freeze

  format :json
  content_type :json, 'application/json'
  content_type :txt, 'text/plain'
  prefix :api
  version 'v4', using: :path
  helpers Paging
  rescue_from(Grape::Exceptions::ValidationErrors) { |problem| error!({ error: problem.message }, 400) }

  # A route with the attributes that GitLab declares for it.
  def self.on(operation, attributes = Attributes::TABLE.fetch(operation), &response)
    method, path = operation.split
    params { Attributes.declare(attributes, self) }
    route(method, path, requirements: ONE_SEGMENT, &response)
  end

  helpers do
    def reject!(status, message) = error!({ message: message }, status)
    def found!(thing, name = nil) = thing || reject!(404, ['404', name, 'Not Found'].compact.join(' '))
    def given = declared(params, include_missing: false).to_h
    def me = STATE['tokens'][headers['Private-Token']]
    def user(name) = STATE['users'].fetch(name)
    def name_of(id) = found!(STATE['users'].find { |name, one| [name, one['id'].to_s].include?(id.to_s) }, 'User').first
    def in_state(kind, id) = STATE[kind][id] || STATE[kind].each_value.find { |thing| thing['id'].to_s == id }
    def project = found!(in_state('projects', params[:id]), 'Project')
    def group = found!(in_state('groups', params[:id]), 'Group')
    def next_id = COUNTED[:ids] += 1
    def now = (Time.utc(2026, 3, 2) + (COUNTED[:seconds] += 1)).strftime('%Y-%m-%dT%H:%M:%S.000Z')
    def paging = { count_limit: 10_000 }
  end

  before { reject!(401, '401 Unauthorized') unless me }

  on('GET /user') { user(me) }

  # -- Merge requests

  helpers do
    def merge_request = found!(project['merge_requests'][params[:merge_request_iid]])
    def approvals_left(one) = [one['approvals_required'] - one['approved_by'].size, 0].max
    def open?(note) = note['resolvable'] && !note['resolved']
    def discussed?(one) = one['discussions'].each_value.all? { |discussion| discussion['notes'].none? { |note| open?(note) } }

    def merge_status(one)
      return 'not_open' unless one['state'] == 'opened'
      return 'draft_status' if one['draft']
      return 'not_approved' if approvals_left(one).positive?
      return 'discussions_not_resolved' unless discussed?(one)

      tests = project['pipelines'].values.select { |pipeline| pipeline['sha'] == one['sha'] }
      tests.all? { |pipeline| status_of(pipeline) == 'success' } ? 'mergeable' : 'ci_still_running'
    end

    def shown_request(one, more = {})
      one.slice(*%w[id iid project_id title state draft source_branch target_branch sha merge_commit_sha web_url]).merge(
        'author' => user(one['author']), 'reviewers' => one['reviewers'].map { |name| user(name) }, **more,
        'assignees' => one['assignees'].map { |name| user(name) }, 'detailed_merge_status' => merge_status(one)
      )
    end

    # A list has no references of the diff.
    def shown_in_full(one)
      base = project['branches']['main']
      rebase = params[:include_rebase_in_progress] ? one.slice('rebase_in_progress') : {}
      shown_request(one, { 'diff_refs' => { 'base_sha' => base, 'start_sha' => base, 'head_sha' => one['sha'] }, **rebase })
    end

    def shown_approvals(one)
      { 'approved' => approvals_left(one).zero?, 'approvals_left' => approvals_left(one), **one.slice('approvals_required'),
        'user_has_approved' => one['approved_by'].include?(me), 'approved_by' => one['approved_by'].map { |name| { 'user' => user(name) } } }
    end

    # Nothing is done to a merge request that has another head than the caller has seen.
    def same_head!(one)
      reject!(409, "SHA does not match HEAD of source branch: #{one['sha']}") unless [nil, one['sha']].include?(params[:sha])
    end

    # The author pushes while somebody is at it.
    def after(moment, one)
      one.update('pushed_after' => nil, 'sha' => Seed.sha("#{one['sha']} again")) if one['pushed_after'] == moment
    end
  end

  MERGE_REQUEST = '/projects/:id/merge_requests/:merge_request_iid'

  on 'GET /projects/:id/merge_requests' do
    wanted = project['merge_requests'].values.select do |one|
      [one['state'], 'all', nil].include?(params[:state]) && [nil, one['draft']].include?(params[:draft]) &&
        [nil, *one['reviewers']].include?(params[:reviewer_username]) &&
        (params[:assignee_id].nil? || one['assignees'].include?(name_of(params[:assignee_id])))
    end
    offset_page(params[:sort] == 'asc' ? wanted : wanted.reverse).map { |one| shown_request(one) }
  end

  on("GET #{MERGE_REQUEST}") { shown_in_full(merge_request).tap { finish_rebase(merge_request) } }
  on("PUT #{MERGE_REQUEST}") { shown_in_full(merge_request.update('assignees' => [name_of(params[:assignee_id])])) }
  on("GET #{MERGE_REQUEST}/diffs") { offset_page(merge_request['diffs']).tap { after('diffs', merge_request) } }
  on("GET #{MERGE_REQUEST}/approvals") { shown_approvals(merge_request) }

  on "GET #{MERGE_REQUEST}/pipelines" do
    all = project['pipelines'].values.select { |pipeline| pipeline['ref'] == merge_request['source_branch'] }
    offset_page(all.reverse).map { |one| shown_pipeline(one) }
  end

  on "POST #{MERGE_REQUEST}/approve" do
    same_head!(merge_request)
    reject!(401, '401 Unauthorized') if merge_request['approved_by'].include?(me)
    merge_request['approved_by'] << me
    shown_approvals(merge_request)
  end

  on("PUT #{MERGE_REQUEST}/rebase") { status(202) && merge_request.update('rebase_in_progress' => true).slice('rebase_in_progress') }

  on "PUT #{MERGE_REQUEST}/merge" do
    reject!(405, '405 Method Not Allowed') unless merge_status(merge_request) == 'mergeable'
    same_head!(merge_request)
    shown_in_full(merge_request.update('state' => 'merged', 'merge_commit_sha' => Seed.sha("merge #{merge_request['sha']}")))
  end

  # -- Discussions and notes

  helpers do
    def note(more = {}) = { 'id' => next_id, 'body' => params[:body], 'author' => me, 'created_at' => now, 'system' => false, **more }
    def shown_note(one) = one.merge('author' => user(one['author']))
    def shown_discussion(one) = one.merge('notes' => one['notes'].map { |note| shown_note(note) })

    def discuss(individual, first)
      id = Seed.sha("discussion #{first['id']}")
      merge_request['discussions'][id] = { 'id' => id, 'individual_note' => individual, 'notes' => [first] }
    end

    # Whether the diff adds the line of the new file that a position names.
    def added?(position)
      number = 0
      merge_request['diffs'].find { |one| one['new_path'] == position['new_path'] }&.fetch('diff').to_s.lines.any? do |line|
        header = line[/\A@@ .*?\+(\d+)/, 1]
        number = header ? header.to_i - 1 : number + (line.start_with?('-') ? 0 : 1)
        line.start_with?('+') && number == position['new_line']
      end
    end
  end

  on("POST #{MERGE_REQUEST}/notes") { shown_note(discuss(true, note)['notes'].first) }
  on("GET #{MERGE_REQUEST}/discussions") { offset_page(merge_request['discussions'].values).map { |one| shown_discussion(one) } }

  on "POST #{MERGE_REQUEST}/discussions" do
    position = given.slice('position')
    problem = '400 Bad request - Note {:line_code=>["can\'t be blank", "must be a valid line code"]}'
    reject!(400, problem) unless position.empty? || added?(position['position'])
    shown_discussion(discuss(false, note('resolvable' => true, 'resolved' => false, **position)))
  end

  # -- Pipelines and jobs

  helpers do
    def pipeline = found!(project['pipelines'][params[:pipeline_id]])
    def jobs_of(pipeline) = project['jobs'].values.select { |job| job['pipeline_id'] == pipeline['id'] }

    # A job is created, then runs and writes a line of its log each time that it is looked at, then has succeeded.
    def job_status(job)
      return 'created' if LOOKS[job['id']].zero?

      LOOKS[job['id']] > project['ci'][job['name']].size ? 'success' : 'running'
    end

    def status_of(pipeline) = jobs_of(pipeline).map { |job| job_status(job) }.uniq.then { |all| all.one? ? all.first : 'running' }

    def start_pipeline(ref, sha)
      id = next_id
      project['pipelines'][id] = { 'id' => id, 'ref' => ref, 'sha' => sha, 'created_at' => now }
      project['ci'].each_key { |name| project['jobs'][next_id] = { 'id' => COUNTED[:ids], 'name' => name, 'pipeline_id' => id } }
    end

    def finish_rebase(one)
      return unless one['rebase_in_progress']

      one.update('rebase_in_progress' => false, 'sha' => Seed.sha("#{one['sha']} rebased"))
      start_pipeline(one['source_branch'], one['sha'])
    end

    def shown_pipeline(one)
      shown = one.merge('project_id' => project['id'], 'status' => status_of(one))
      jobs_of(one).each { |job| LOOKS[job['id']] += 1 }
      requests = project['merge_requests'].values.select { |request| request['sha'] == one['sha'] }
      shown.tap { |pipeline| requests.each { |request| after(pipeline['status'], request) } }
    end

    def job = found!(project['jobs'][params[:job_id]])

    def shown_job(one)
      ref = project['pipelines'][one['pipeline_id']]['ref']
      one.slice('id', 'name').merge('status' => job_status(one), 'stage' => one['name'], 'ref' => ref)
    end
  end

  # A tag has its pipeline a moment later.
  on 'GET /projects/:id/pipelines' do
    wanted = project['pipelines'].values.select { |one| given.slice('ref', 'sha').all? { |name, value| one[name] == value } }
    late = project['tags'].values.reject { |tag| project['pipelines'].each_value.any? { |one| one['ref'] == tag['name'] } }
    late.each { |tag| start_pipeline(*tag.values_at('name', 'target')) }
    offset_page(wanted.reverse).map { |one| shown_pipeline(one) }
  end

  on('GET /projects/:id/pipelines/:pipeline_id') { shown_pipeline(pipeline) }
  on('GET /projects/:id/pipelines/:pipeline_id/jobs') { offset_page(jobs_of(pipeline).reverse).map { |one| shown_job(one) } }
  on('GET /projects/:id/jobs/:job_id') { shown_job(job).tap { LOOKS[job['id']] += 1 } }

  on 'GET /projects/:id/jobs/:job_id/trace' do
    env['api.format'] = :txt
    log = project['ci'][job['name']].first(LOOKS[job['id']]).map { |line| "#{line}\n" }.join
    log.byteslice(params[:byte_offset] || 0, params[:byte_limit] || log.bytesize).to_s
  end

  # -- Tags and releases

  helpers do
    def asset_link(given)
      kept = "#{project['web_url']}/-/releases/#{params[:tag_name]}/downloads#{given['direct_asset_path']}"
      { 'id' => next_id, 'direct_asset_url' => given['direct_asset_path'] ? kept : given['url'], **given.slice('name', 'url', 'link_type') }
    end
  end

  on 'POST /projects/:id/repository/tags' do
    name = params[:tag_name]
    reject!(400, "Tag #{name} already exists") if project['tags'][name]
    sha = project['branches'][params[:ref]] || params[:ref]
    project['tags'][name] = { 'name' => name, 'message' => params[:message], 'target' => sha, 'commit' => { 'id' => sha } }
  end

  on 'POST /projects/:id/releases' do
    name = params[:tag_name]
    reject!(409, 'Release already exists') if project['releases'][name]
    reject!(422, 'Ref is not specified') unless project['tags'][name] || params[:ref]
    links = given.dig('assets', 'links').to_a.map { |link| asset_link(link) }
    project['releases'][name] = { 'tag_name' => name, 'name' => params[:name] || name, 'description' => params[:description],
                                  'released_at' => now, 'assets' => { 'count' => links.size, 'links' => links } }
  end

  # -- Generic packages

  # Takes the body of an upload, as GitLab's Workhorse does, so that no parser sees it.
  class Workhorse
    def initialize(app) = @app = app

    def call(env)
      return @app.call(env) unless env['REQUEST_METHOD'] == 'PUT' && env['PATH_INFO'].include?('/packages/generic/')

      @app.call(env.merge('workhorse.body' => env['rack.input'].read, 'rack.input' => StringIO.new, 'CONTENT_LENGTH' => '0'))
    end
  end

  PACKAGE_FILE = '/projects/:id/packages/generic/:package_name/:package_version/:file_name'

  helpers { def place = params.values_at(:package_name, :package_version, :file_name).join('/') }

  on "PUT #{PACKAGE_FILE}", Attributes::TABLE.fetch("PUT #{PACKAGE_FILE}").reject { |row| row['name'] == 'content' } do
    content = CONTENTS[place] = env['workhorse.body']
    project['packages'][place] = { 'id' => next_id, 'file_name' => params[:file_name], 'size' => content.bytesize,
                                   'file_sha256' => Digest::SHA256.hexdigest(content), 'created_at' => now }
    status 201
    params[:select] ? project['packages'][place] : { message: '201 Created' }
  end

  on "GET #{PACKAGE_FILE}" do
    found!(project['packages'][place], 'Package')
    header 'Content-Disposition', %(attachment; filename="#{params[:file_name]}")
    env['api.format'] = :txt
    CONTENTS[place]
  end

  # -- Issues

  helpers do
    def issue = found!(project['issues'][params[:issue_iid]])
    def shown_issue(one) = one.except('notes').merge('author' => user(one['author']), 'user_notes_count' => one['notes'].size)

    def change(one)
      labels = (given['labels'] || one['labels']) + given['add_labels'].to_a - given['remove_labels'].to_a
      state = { 'close' => 'closed', 'reopen' => 'opened' }.fetch(given['state_event'], one['state'])
      shown_issue(one.update(given.slice('title', 'description').merge('labels' => labels, 'state' => state, 'updated_at' => now)))
    end
  end

  on 'GET /projects/:id/issues' do
    wanted = project['issues'].values.select do |one|
      [one['state'], 'all', nil].include?(params[:state]) && (params[:labels].to_a - one['labels']).empty? &&
        (params[:updated_after].nil? || DateTime.parse(one['updated_at']) >= params[:updated_after])
    end
    wanted = wanted.sort_by { |one| one['updated_at'] } if params[:order_by] == 'updated_at'
    offset_page(params[:sort] == 'asc' ? wanted : wanted.reverse).map { |one| shown_issue(one) }
  end

  on 'POST /projects/:id/issues' do
    reject!(400, { title: ["can't be blank"] }) if params[:title].blank?
    iid = project['issues'].keys.max + 1
    change(project['issues'][iid] = Seed.issue(project['id'], iid, params[:title], me))
  end

  on('PUT /projects/:id/issues/:issue_iid') { change(issue) }

  on 'POST /projects/:id/issues/:issue_iid/notes' do
    shown_note(note.tap { |one| issue.update('updated_at' => one['created_at'])['notes'] << one })
  end

  # -- Groups, with members, variables and access tokens

  helpers do
    def shown_group(one) = one.except('members', 'variables', 'access_tokens')
    def members_of(one) = one ? members_of(in_state('groups', one['parent_id'].to_s)).merge(one['members']) : {}
    def shown_members(all) = all.map { |name, one| { **user(name), 'expires_at' => nil, **one } }
  end

  on 'POST /groups' do
    above = params[:parent_id] && found!(in_state('groups', params[:parent_id].to_s), 'Group')
    path = [above && above['full_path'], params[:path]].compact.join('/')
    reject!(400, 'Failed to save group {:path=>["has already been taken"]}') if STATE['groups'][path]
    shown_group(STATE['groups'][path] = Seed.group(next_id, path, given.slice('name', 'parent_id')))
  end

  on('GET /groups/:id') { shown_group(group) }

  on 'GET /groups/:id/descendant_groups' do
    below = STATE['groups'].values.select { |one| one['full_path'].start_with?("#{group['full_path']}/") }
    offset_page(below).map { |one| shown_group(one) }
  end

  on('GET /groups/:id/members') { offset_page(shown_members(group['members'])) }
  on('GET /groups/:id/members/all') { offset_page(shown_members(members_of(group))) }

  on 'POST /groups/:id/members' do
    name = name_of(params[:user_id] || params[:username])
    reject!(409, 'Member already exists') if group['members'].key?(name)
    group['members'][name] = { 'access_level' => params[:access_level], 'expires_at' => params[:expires_at]&.iso8601 }
    shown_members(group['members'].slice(name)).first
  end

  on('DELETE /groups/:id/members/:user_id') { body(false) if found!(group['members'].delete(name_of(params[:user_id]))) }

  on 'POST /groups/:id/variables' do
    reject!(400, { key: ["(#{params[:key]}) has already been taken"] }) if group['variables'][params[:key]]
    reject!(400, { value: ['is invalid'] }) if params[:masked] && params[:value].length < 8
    group['variables'][params[:key]] = { 'variable_type' => 'env_var', 'environment_scope' => '*', **given.slice('key', 'value', 'masked') }
  end

  on 'GET /groups/:id/access_tokens' do
    offset_page(group['access_tokens'].values.select { |one| [nil, one['active'] ? 'active' : 'inactive'].include?(params[:state]) })
  end

  on 'POST /groups/:id/access_tokens' do
    id = next_id
    bot = "group_#{group['id']}_bot_#{id}"
    secret = "glpat-of-#{bot}"
    STATE['users'][bot] = Seed.user(id, bot)
    STATE['tokens'][secret] = bot
    group['access_tokens'][id] = { 'id' => id, 'user_id' => id, 'revoked' => false, 'active' => true, 'created_at' => now,
                                   'access_level' => 40, **given.slice('name', 'scopes', 'access_level'),
                                   'expires_at' => params[:expires_at]&.iso8601 }
    group['access_tokens'][id].merge('token' => secret)
  end

  on 'DELETE /groups/:id/access_tokens/:token_id' do
    revoked = found!(group['access_tokens'][params[:token_id]]).update('revoked' => true, 'active' => false)
    STATE['tokens'].delete_if { |_, name| user(name)['id'] == revoked['user_id'] }
    body false
  end

  route(:any, '*path') { error!({ error: '404 Not Found' }, 404) }
end

GitLab.compile!
lock = Mutex.new
state = ->(_env) { [200, { 'Content-Type' => 'application/json' }, [JSON.generate(GitLab::STATE)]] }
routes = Rack::URLMap.new('/_state' => state, '/' => GitLab::Workhorse.new(GitLab))
Serving.run(->(env) { lock.synchronize { routes.call(env) } }, **Serving.options)
