# frozen_string_literal: true

require 'active_support/concern'
require 'grape'

# Uploads and downloads of files: routes for API, which includes them.
module ProjectFiles
  extend ActiveSupport::Concern

  # A file that is never in memory as a whole: its megabyte N holds the byte N.
  def self.megabytes(count)
    Enumerator.new { |chunks| count.times { |number| chunks << ([number % 256].pack('C') * (1 << 20)) } }
  end

  included do
    resource :projects, requirements: { id: %r{[^/]+} } do
      params do
        requires :path, type: String
        requires :file, type: Grape::Validations::Types::File
        optional :name, :namespace, :namespace_path, type: String
        optional :overwrite, type: Grape::API::Boolean, default: false
        optional(:override_params, type: Hash) { use :create }
      end
      post 'import' do
        reject!(400, 'The file is empty') if params[:file][:tempfile].size.zero?
        namespace = params[:namespace_path] || params[:namespace]
        place = namespace ? { 'namespace_id' => namespace!(namespace) } : {}
        settings = { **given.fetch('override_params', {}), **place, **given.slice('name', 'path') }
        saved!(*API::STORE.create(settings))
          .slice('id', 'description', 'name', 'path', 'path_with_namespace', 'created_at')
          .merge('import_status' => 'scheduled', 'import_type' => 'gitlab_project', 'import_error' => nil)
      end

      params { requires :id, type: String }
      get ':id/avatar' do
        picture = project!['picture'] || reject!(404, '404 Avatar Not Found')
        content_type picture['type']
        header 'Content-Disposition', %(inline; filename="#{picture['name']}")
        stream [picture['bytes']]
      end

      params do
        requires :id, type: String
        optional :wiki, type: Grape::API::Boolean
      end
      get ':id/snapshot' do
        project!
        name, size = params[:wiki] ? ['wiki', 3] : ['project', 300]
        content_type 'application/x-tar'
        header 'Content-Disposition', %(attachment; filename="#{name}.tar")
        stream ProjectFiles.megabytes(size)
      end
    end
  end
end
