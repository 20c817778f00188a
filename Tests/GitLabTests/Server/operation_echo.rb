# frozen_string_literal: true

require 'grape'
require 'json'
require_relative 'echo'

# Tells what arrived of a request for any of GitLab's operations: the route that took it, and what Rack and Grape made
# of path, query and body. The routes are those of the table that the spec is held against, and declare no attributes,
# so that nothing is coerced.
class OperationEcho < Grape::API
  TABLE = JSON.parse(File.read(File.join(__dir__, '../../SpecTests/operations.json')))
  ROUTES = TABLE.map { |operation| operation.values_at('method', 'path') }

  # Keeps a body that is sent as it is: Grape reads none of this type.
  class WholeBody
    def initialize(app) = @app = app

    def call(env)
      if env['CONTENT_TYPE'] == 'application/octet-stream'
        env['whole_body'] = env['rack.input'].read.force_encoding('UTF-8')
        env.delete('CONTENT_TYPE')
        env.delete('CONTENT_LENGTH')
      end
      @app.call(env)
    end
  end

  insert_before Grape::Middleware::Formatter, WholeBody
  format :json
  prefix :api
  version 'v4', using: :path
  helpers Echo

  helpers do
    def received(method, path)
      names = path.scan(/:(\w+)/).flatten
      { route: "#{method} #{path}", path: params.slice(*names), headers: sent_headers,
        query: Rack::Utils.parse_nested_query(env['QUERY_STRING']),
        body: whole_body(method, path) || Echo.value(env['api.request.body'] || request.POST) }
    end

    # The one attribute that the table has for the body.
    def whole_body(method, path)
      return unless env['whole_body']

      operation = TABLE.find { |entry| entry.values_at('method', 'path') == [method, path] }
      { operation['attributes'].find { |attribute| attribute['in'] == 'body' }['name'] => env['whole_body'] }
    end
  end

  # A word goes before a placeholder in the same place, or the placeholder would take it.
  ROUTES.sort_by { |_, path| path.split('/').map { |step| step.start_with?(':') ? 1 : 0 } }.each do |method, path|
    segments = path.scan(/:(\w+)/).flatten.to_h { |name| [name.to_sym, %r{[^/]+}] }
    route(method, path, requirements: segments) do
      status 200
      received(method, path)
    end
  end
end
