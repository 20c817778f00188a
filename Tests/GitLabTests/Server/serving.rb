# frozen_string_literal: true

require 'optparse'
require 'puma'
require 'puma/server'
require 'rack'

# A Rack application on Puma, on a loopback port that is told in a file, until the parent process goes away.
module Serving
  module_function

  # Reads --port and --port-file, and what the block adds.
  def options(rest = ARGV)
    options = { port: 0, port_file: nil }
    OptionParser.new do |parser|
      parser.on('--port N', Integer) { |n| options[:port] = n }
      parser.on('--port-file FILE') { |file| options[:port_file] = file }
      yield parser, options if block_given?
    end.parse!(rest)
    options
  end

  def run(app, port:, port_file:, threads: 16)
    silent = defined?(Puma::LogWriter) ? Puma::LogWriter.null : Puma::Events.null
    server = Puma::Server.new(app, silent, min_threads: 2, max_threads: threads)
    port = server.add_tcp_listener('127.0.0.1', port).local_address.ip_port
    running = server.run
    tell(port, port_file)
    end_with_parent(server)
    running.join
  end

  # Written elsewhere and renamed into place, so that nobody reads half a number.
  def tell(port, port_file)
    return unless port_file

    File.write("#{port_file}.part", port.to_s)
    File.rename("#{port_file}.part", port_file)
  end

  def end_with_parent(server)
    finish = lambda do
      Thread.new { sleep 3 and exit!(1) } # a request that hangs must not keep an orphan alive
      server.stop
    end
    %w[TERM INT].each { |signal| trap(signal) { Thread.new(&finish) } }
    Thread.new do
      IO.copy_stream($stdin, File::NULL)
      finish.call
    end
  end
end
