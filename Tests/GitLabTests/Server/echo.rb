# frozen_string_literal: true

require 'digest'

# Tells a test what arrived: the request as it stood on the wire, and what the parsers made of it.
module Echo
  def echo
    { method: request.request_method, target: env['REQUEST_URI'], query: env['QUERY_STRING'],
      content_type: request.content_type, headers: sent_headers, route: route&.origin,
      params: Echo.value(params), types: Echo.types(params), declared: route&.params&.keys }
  end

  def sent_headers
    sent = env.select { |key, _| key.start_with?('HTTP_') || %w[CONTENT_TYPE CONTENT_LENGTH].include?(key) }
    sent.transform_keys { |key| key.delete_prefix('HTTP_').tr('_', '-').downcase }
  end

  module_function

  def value(parsed)
    case parsed
    when Hash then file?(parsed) ? file(parsed) : parsed.to_h { |key, member| [key.to_s, value(member)] }
    when Array then parsed.map { |element| value(element) }
    when DateTime, Time then parsed.to_time.utc.iso8601(3)
    when Date then parsed.iso8601
    else parsed
    end
  end

  def types(parsed)
    case parsed
    when Hash then file?(parsed) ? 'File' : parsed.to_h { |key, member| [key.to_s, types(member)] }
    when Array then parsed.map { |element| types(element) }
    when TrueClass, FalseClass then 'Boolean'
    else parsed.class.name
    end
  end

  def file?(parsed) = parsed.key?(:tempfile)

  def file(parsed)
    content = parsed[:tempfile].tap(&:rewind).read
    { 'filename' => parsed[:filename], 'type' => parsed[:type], 'size' => content.bytesize,
      'sha256' => Digest::SHA256.hexdigest(content) }
  end
end
