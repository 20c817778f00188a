#!/usr/bin/env ruby
# frozen_string_literal: true

# A small GitLab for the tests: the projects API on the stack GitLab itself parses requests with (Puma, Rack, Grape).
# Parsing, coercion and validation are theirs; tokens and projects are made up and live in memory.
#
#   ruby gitlab.rb --port 0 --port-file FILE [--relative-root /gitlab] [--external-url URL] [--count-limit 10000]
#
# Listens on loopback only and writes its port to FILE. Ends when stdin closes (so when its parent dies), or on TERM
# or INT. Debian packages: ruby ruby-rack ruby-grape puma.

require 'optparse'
require 'securerandom'
require 'puma'
require 'puma/server'
require 'rack'
require_relative 'api'
require_relative 'operation_echo'

# Gives every answer, also those that no route made, the request id that GitLab gives it.
class RequestID
  def initialize(app) = @app = app

  def call(env)
    status, headers, body = @app.call(env)
    [status, headers.merge('X-Request-Id' => SecureRandom.uuid), body]
  end
end

options = { port: 0, relative_root: '', external_url: nil, count_limit: 10_000 }
OptionParser.new do |parser|
  parser.on('--port N', Integer) { |n| options[:port] = n }
  parser.on('--port-file FILE') { |file| options[:port_file] = file }
  parser.on('--relative-root PATH') { |path| options[:relative_root] = path }
  parser.on('--external-url URL') { |url| options[:external_url] = url }
  parser.on('--count-limit N', Integer) { |n| options[:count_limit] = n }
end.parse!

API::STORE.options = options
[API, OperationEcho].each(&:compile!)
routes = ->(env) { (env['HTTP_X_ECHO'] == 'operation' ? OperationEcho : API).call(env) }
routes = Rack::URLMap.new(options[:relative_root] => routes) unless options[:relative_root].empty?
silent = defined?(Puma::LogWriter) ? Puma::LogWriter.null : Puma::Events.null
server = Puma::Server.new(RequestID.new(routes), silent, min_threads: 2, max_threads: 16)
port = server.add_tcp_listener('127.0.0.1', options[:port]).local_address.ip_port
running = server.run

if options[:port_file] # renamed into place, so that nobody reads half a number
  File.write("#{options[:port_file]}.part", port.to_s)
  File.rename("#{options[:port_file]}.part", options[:port_file])
end

finish = lambda do
  Thread.new { sleep 3 and exit!(1) } # a request that hangs must not keep an orphan alive
  server.stop
end
%w[TERM INT].each { |signal| trap(signal) { Thread.new(&finish) } }
Thread.new do
  IO.copy_stream($stdin, File::NULL)
  finish.call
end
running.join
