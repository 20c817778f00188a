# frozen_string_literal: true

require 'active_support/concern'
require 'grape'

# Actions on a project besides creating and editing it: routes for API, which includes them.
module ProjectActions
  extend ActiveSupport::Concern

  included do
    helpers do
      # Rejects to destroy what has changed since the moment that the caller knows.
      def check_unmodified_since!(project)
        since = env['HTTP_IF_UNMODIFIED_SINCE'] or return
        reject!(412, '412 Precondition Failed') if Time.parse(project['updated_at']).to_i > Time.httpdate(since).to_i
      end

      # The id of a namespace that is named by id or by path.
      def namespace!(text)
        id = Store::NAMESPACES.key(text) || text.to_i
        Store::NAMESPACES.key?(id) ? id : reject!(404, '404 Namespace Not Found')
      end

      def delete_for_good!(project)
        reject!(400, 'Project must be marked for deletion first.') unless project['marked_for_deletion_on']
        reject!(400, '`full_path` is incorrect.') unless params[:full_path] == project['path_with_namespace']
        API::STORE.remove(project)
      end
    end

    resource :projects, requirements: { id: %r{[^/]+} } do
      params do
        requires :id, type: String
        optional :full_path, type: String
        optional :permanently_remove, type: Grape::API::Boolean
      end
      delete ':id' do
        project = project!
        check_unmodified_since!(project)
        if params[:permanently_remove]
          delete_for_good!(project)
        else
          API::STORE.change(project, 'marked_for_deletion_on' => '2030-01-31')
        end
        status 202
        { message: '202 Accepted' }
      end

      params { requires :id, type: String }
      post(':id/restore') { shown(API::STORE.change(project!, 'marked_for_deletion_on' => nil)) }

      params do
        requires :id, type: String
        requires :namespace, type: String
      end
      put ':id/transfer' do
        shown(API::STORE.change(project!, 'namespace' => { 'id' => namespace!(params[:namespace]) }))
      end

      params do
        requires :id, type: String
        optional :task, type: String, values: %w[eager prune], default: 'eager'
      end
      post ':id/housekeeping' do
        project = project!
        reject!(409, 'Housekeeping is already running') if project['housekeeping']
        API::STORE.change(project, 'housekeeping' => params[:task])
        body ''
        status 201
      end

      params do
        requires :id, type: String
        requires :ref, type: String
        optional :variables, type: Array do
          requires :key, :value, type: String
          optional :variable_type, type: String, values: %w[env_var file], default: 'env_var'
        end
        optional :inputs, type: Hash
      end
      post ':id/pipeline' do
        { id: 46, iid: 11, project_id: project!['id'], status: 'created', source: 'api', ref: params[:ref],
          sha: 'a' * 40, created_at: '2026-01-02T03:04:05.678Z', web_url: 'https://gitlab.test/-/pipelines/46' }
      end

      params do
        requires :id, type: String
        requires :group_id, type: Integer
        requires :group_access, type: Integer, values: [5, 10, 15, 20, 25, 30, 40, 50]
        optional :expires_at, type: Date
      end
      post ':id/share' do
        project = project!
        path = Store::NAMESPACES[params[:group_id]] || reject!(404, '404 Group Not Found')
        group = { 'group_id' => params[:group_id], 'group_name' => path.split('/').last, 'group_full_path' => path,
                  'group_access_level' => params[:group_access], 'expires_at' => params[:expires_at]&.iso8601 }
        API::STORE.change(project, 'shared_with_groups' => [*project['shared_with_groups'], group])
        { id: 1, project_id: project['id'], group_access: params[:group_access],
          **group.slice('group_id', 'expires_at') }
      end

      params do
        requires :id, type: String
        requires :group_id, type: Integer
      end
      delete ':id/share/:group_id' do
        project = project!
        shared = Array(project['shared_with_groups'])
        kept = shared.reject { |group| group['group_id'] == params[:group_id] }
        reject!(404, '404 Not Found') if kept == shared
        check_unmodified_since!(project)
        API::STORE.change(project, 'shared_with_groups' => kept)
        body false
      end
    end
  end
end
