# frozen_string_literal: true

require 'grape'
require_relative 'attributes'
require_relative 'echo'
require_relative 'paging'
require_relative 'project_actions'
require_relative 'project_files'
require_relative 'store'

# The routes. Anyone may read; a token from SCOPES is needed to write, and any other token is rejected. With the header
# "X-Echo: 1" a request is parsed and validated, then answered with what was understood.
class API < Grape::API
  STORE = Store.new
  SCOPES = { 'glpat-full' => %w[api], 'glpat-read' => %w[read_api], 'glpat-expired' => [] }.freeze

  format :json
  prefix :api
  version 'v4', using: :path
  helpers Attributes, Echo, Paging

  rescue_from(Grape::Exceptions::Base) { |problem| error!(problem.message, problem.status, problem.headers || {}) }

  helpers do
    def paging = STORE.options
    def reject!(status, message) = error!({ message: message }, status)

    def authenticate!
      token = env['HTTP_PRIVATE_TOKEN'] || env['HTTP_AUTHORIZATION'].to_s[/\ABearer (.+)/, 1]
      reads = request.get? || request.head?
      return reject!(401, '401 Unauthorized') unless token || reads
      return if token.nil?

      scopes = SCOPES[token] or reject!(401, '401 Unauthorized')
      oauth_error!(401, 'invalid_token', 'Token is expired.') if scopes.empty?
      return if reads || scopes.include?('api')

      oauth_error!(403, 'insufficient_scope',
                   'The request requires higher privileges than provided by the access token.', scope: 'api')
    end

    def oauth_error!(status, name, description, more = {})
      error!({ error: name, error_description: description, **more }, status)
    end

    # GitLab takes null for an array attribute as the empty array, before it validates.
    def empty_arrays_for_null
      route&.params&.each do |name, declared|
        params[name] = [] if params.key?(name) && params[name].nil? && declared[:type].start_with?('[')
      end
    end

    def project!
      reject!(405, 'Non GET methods are not allowed for moved projects') if moved_to
      STORE.find(params[:id]) || reject!(404, '404 Project Not Found')
    end

    # The id of the project that had this path before, if one had it.
    def moved_to = Store::MOVED[params[:id]]

    def given = declared(params, include_missing: false).except('id').to_h

    def shown(project)
      return project.slice(*Store::SIMPLE) if params[:simple]

      custom = project['custom'].map { |key, value| { key: key, value: value } }
      project = project.except('custom', 'picture', 'housekeeping')
      project = project.merge('custom_attributes' => custom) if params[:with_custom_attributes]
      params[:statistics] ? project.merge('statistics' => { 'commit_count' => project['id'] }) : project
    end

    def saved!(project, problems)
      problems ? reject!(400, problems) : shown(project)
    end
  end

  before do
    authenticate!
    empty_arrays_for_null
  end
  after_validation { error!(echo, 200) if env['HTTP_X_ECHO'] == '1' }

  resource :projects, requirements: { id: %r{[^/]+} } do
    params do
      use :list
    end
    get do
      if (params[:updated_after] || params[:updated_before]) && params[:order_by] != 'updated_at'
        reject!(400, '400 Bad request - `updated_at` filter and `updated_at` sorting must be paired')
      end
      paged(STORE.select(params)).map { |project| shown(project) }
    end

    params do
      use :create
      mutually_exclusive :import_url, :template_name, :template_project_id
      at_least_one_of :name, :path
    end
    post { saved!(*STORE.create(given)) }

    params do
      requires :id, type: String
      use :get
    end
    get ':id' do
      next redirect(request.url.sub(%r{(/projects/)[^/?]+}, "\\1#{moved_to}"), permanent: true) if moved_to

      shown(project!)
    end

    params do
      requires :id, type: String
      use :edit
    end
    put ':id' do
      if given.empty?
        names = route.params.keys.reject { |name| name == 'id' || name.include?('[') }
        error!("#{names.join(', ')} are missing, at least one parameter must be provided", 400)
      end
      saved!(*STORE.edit(project!, given))
    end
  end

  include ProjectActions
  include ProjectFiles

  route(:any, '*path') { error!('404 Not Found', 404) }
end
