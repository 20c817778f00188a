#!/usr/bin/env ruby
# frozen_string_literal: true

# The parsers by themselves: responses every request with what Puma, Rack and Grape made of its parameters.
#
#   ruby wire.rb --port 0 --port-file FILE
#
# Listens on loopback only and writes its port to FILE. Ends when stdin closes, or on TERM or INT.

require_relative 'serving'
require_relative 'wire_routes'

port_options = Serving.options
WireRoutes.compile!
Serving.run(GitLabFront.new(WireRoutes::Answering.new(WireRoutes)), **port_options)
