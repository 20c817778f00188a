#!/usr/bin/env ruby
# frozen_string_literal: true

# A server that misbehaves as it is told, on Puma, with the projects API behind it for what is to go well.
#
#   ruby faults.rb --port 0 --port-file FILE
#
#   PUT  /_script/KEY   a JSON array: for the first request below /KEY, the second, ...; the last one is repeated.
#                       Each is an array of actions, see FaultPlayer.
#   GET  /_seen/KEY     a JSON array of what came below /KEY.
#   GET  /_ports        the other two ports: of a second origin that keeps every byte that it is sent, and of a server
#                       with a certificate that nobody trusts, which redirects everything to the second origin.
#   GET  /_certificate  that certificate, for who wants to trust it.
#   GET  /_second       what the second origin was sent since it was last asked, in Base64.
#
# Ends when stdin closes, or on TERM or INT.

require 'base64'
require 'json'
require 'openssl'
require 'socket'
require_relative 'api'
require_relative 'serving'
require_relative 'walk'

# Plays what it was told, action by action:
#
#   ["api"]          the request goes to the projects API
#   ["send", TEXT]   writes the text, as it is
#   ["wait", MS]     waits
#   ["reset"]        breaks the connection off
#   ["hold"]         writes nothing more and waits for the client to go
class FaultPlayer
  def initialize(api)
    @api = api
    @lock = Mutex.new
    @scripts = {}
    @seen = Hash.new { |seen, key| seen[key] = [] }
  end

  def tell(key, steps) = @lock.synchronize { @scripts[key] = steps }

  def seen(key) = @lock.synchronize { @seen[key].dup }

  def call(env)
    _, key, path = env['PATH_INFO'].split('/', 3)
    step = @lock.synchronize do
      steps = @scripts[key] or return [404, {}, ['no such script']]
      @seen[key] << request(env)
      steps[[@seen[key].size, steps.size].min - 1]
    end
    return @api.call(env.merge('SCRIPT_NAME' => "/#{key}", 'PATH_INFO' => "/#{path}")) if step == [['api']]

    play(step, env['rack.hijack'].call)
    [200, {}, []]
  end

  private

  def request(env)
    fields = env.select { |name, _| name.start_with?('HTTP_') }
    { method: env['REQUEST_METHOD'], target: env['REQUEST_URI'],
      fields: fields.transform_keys { |name| name.delete_prefix('HTTP_').tr('_', '-').downcase } }
  end

  def play(step, socket)
    step.each do |action, argument|
      case action
      when 'send' then socket.write(argument)
      when 'wait' then sleep(argument / 1000.0)
      when 'hold' then IO.select([socket], nil, nil, 20)
      when 'reset' then socket.setsockopt(Socket::SOL_SOCKET, Socket::SO_LINGER, [1, 0].pack('ii'))
      end
    end
  rescue SystemCallError, IOError # the client has gone
    nil
  ensure
    socket.close
  end
end

# Keeps what it is sent and responses with an empty list.
class SecondOrigin
  attr_reader :port

  def initialize
    @lock = Mutex.new
    @bytes = +''.b
    server = TCPServer.new('127.0.0.1', 0)
    @port = server.local_address.ip_port
    Thread.new { loop { Thread.new(server.accept) { |socket| serve(socket) } } }
  end

  def take = @lock.synchronize { @bytes.dup.tap { @bytes.clear } }

  private

  def serve(socket)
    head = +''.b
    head << socket.readpartial(65_536) until head.include?("\r\n\r\n")
    @lock.synchronize { @bytes << head }
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]")
  rescue SystemCallError, IOError
    nil
  ensure
    socket.close
  end
end

# HTTPS with a certificate that it has signed itself. Who trusts it is redirected to where there is no TLS.
class SelfSigned
  attr_reader :port, :certificate

  def initialize(redirecting_to:)
    @place = "http://127.0.0.1:#{redirecting_to}/x"
    tcp = TCPServer.new('127.0.0.1', 0)
    @port = tcp.local_address.ip_port
    context = OpenSSL::SSL::SSLContext.new
    context.key = OpenSSL::PKey::EC.generate('prime256v1')
    context.cert = @certificate = sign(context.key)
    server = OpenSSL::SSL::SSLServer.new(tcp, context)
    Thread.new { loop { accept(server) } }
  end

  private

  def accept(server)
    socket = server.accept
    Thread.new(socket) { redirect(socket) }
  rescue SystemCallError, OpenSSL::SSL::SSLError, IOError
    nil
  end

  def redirect(socket)
    # All of it: a connection that is closed with something unread is reset, and may take the response with it.
    request = +''
    request << socket.readpartial(65_536) until request.include?("\r\n\r\n")
    head, body = request.split("\r\n\r\n", 2)
    body << socket.readpartial(65_536) while body.bytesize < head[/content-length: (\d+)/i, 1].to_i
    socket.write("HTTP/1.1 302 Found\r\nLocation: #{@place}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
  rescue SystemCallError, OpenSSL::SSL::SSLError, IOError
    nil
  ensure
    socket.close
  end

  def sign(key)
    certificate = OpenSSL::X509::Certificate.new
    certificate.version = 2
    certificate.serial = 1
    certificate.subject = certificate.issuer = OpenSSL::X509::Name.parse('/CN=127.0.0.1')
    certificate.public_key = key
    certificate.not_before = Time.now - 3600
    certificate.not_after = Time.now + 86_400
    extensions = OpenSSL::X509::ExtensionFactory.new(certificate, certificate)
    certificate.add_extension(extensions.create_extension('basicConstraints', 'CA:TRUE', true))
    certificate.add_extension(extensions.create_extension('subjectAltName', 'IP:127.0.0.1'))
    certificate.sign(key, OpenSSL::Digest.new('SHA256'))
  end
end

options = Serving.options
API::STORE.options = { relative_root: '', external_url: nil, count_limit: 10_000 }
API.compile!
player = FaultPlayer.new(API)
second = SecondOrigin.new
self_signed = SelfSigned.new(redirecting_to: second.port)
walks = Walks.new

control = lambda do |env|
  json = ->(value) { [200, { 'Content-Type' => 'application/json' }, [JSON.generate(value)]] }
  case env['PATH_INFO'].split('/')
  in ['', '_script', key]
    player.tell(key, JSON.parse(env['rack.input'].read))
    json.call({})
  in ['', '_seen', key] then json.call(player.seen(key))
  in ['', '_ports'] then json.call({ second: second.port, self_signed: self_signed.port })
  in ['', '_certificate'] then [200, {}, [self_signed.certificate.to_pem]]
  in ['', '_second'] then json.call(Base64.strict_encode64(second.take))
  in ['', '_walk', *] then walks.call(env)
  else player.call(env)
  end
end
Serving.run(control, threads: 48, **options)
