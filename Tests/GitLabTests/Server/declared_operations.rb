#!/usr/bin/env ruby
# frozen_string_literal: true

# Every operation, declared for Grape as the GitLab in memory has it: a request is parsed, converted and validated, then
# returned as it was understood.
#
#   ruby declared_operations.rb --operations FILE --port 0 --port-file FILE
#
# The file is JSON: a route an entry, with its attributes. Listens on loopback only and writes its port to FILE. Ends
# when stdin closes, or on TERM or INT.

require_relative 'operation_declarations'
require_relative 'serving'
require_relative 'wire_routes'

options = Serving.options do |parser, given|
  parser.on('--operations FILE') { |file| given[:operations] = file }
end

api = OperationDeclarations.api(JSON.parse(File.read(options[:operations])))
api.compile!
Serving.run(GitLabFront.new(api), **options.slice(:port, :port_file))
