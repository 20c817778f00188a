#!/usr/bin/env ruby
# frozen_string_literal: true

# A small GitLab for the tests: the projects API on the stack GitLab itself parses requests with (Puma, Rack, Grape).
# Parsing, coercion and validation are theirs; tokens and projects are made up and live in memory.
#
#   ruby gitlab.rb --port 0 --port-file FILE [--relative-root /gitlab] [--external-url URL] [--count-limit 10000]
#
# Listens on loopback only and writes its port to FILE. Ends when stdin closes (so when its parent dies), or on TERM
# or INT. Debian packages: ruby ruby-rack ruby-grape puma.

require 'securerandom'
require_relative 'api'
require_relative 'operation_echo'
require_relative 'serving'

# Gives every response, also those that no route made, the request id that GitLab gives it.
class RequestID
  def initialize(app) = @app = app

  def call(env)
    status, headers, body = @app.call(env)
    [status, headers.merge('X-Request-Id' => SecureRandom.uuid), body]
  end
end

options = Serving.options do |parser, given|
  given.update(relative_root: '', external_url: nil, count_limit: 10_000)
  parser.on('--relative-root PATH') { |path| given[:relative_root] = path }
  parser.on('--external-url URL') { |url| given[:external_url] = url }
  parser.on('--count-limit N', Integer) { |n| given[:count_limit] = n }
end

API::STORE.options = options
[API, OperationEcho].each(&:compile!)
routes = ->(env) { (env['HTTP_X_ECHO'] == 'operation' ? OperationEcho : API).call(env) }
routes = Rack::URLMap.new(options[:relative_root] => routes) unless options[:relative_root].empty?
Serving.run(RequestID.new(routes), **options.slice(:port, :port_file))
