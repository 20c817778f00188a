# frozen_string_literal: true

require 'base64'
require 'grape'
require 'json'
require_relative 'types'

# Two routes: one that declares nothing, so that it shows what Rack hands over, and one that declares an attribute of
# each type that GitLab declares, so that it shows what arrives after coercion.
class WireRoutes < Grape::API
  COMMA_NUMBERS = ->(value) { COMMA_LIST.call(value).map(&:to_i) }
  KEY = 'wire.params'

  format :json
  prefix :api
  version 'v4', using: :path

  rescue_from(Grape::Exceptions::Base) { |problem| error!(problem.message, problem.status, problem.headers || {}) }

  helpers do
    # GitLab takes null for an array attribute as the empty array, before it validates.
    def empty_arrays_for_null
      route&.params&.each do |name, declared|
        params[name] = [] if params.key?(name) && params[name].nil? && declared[:type].start_with?('[')
      end
    end

    params :row do
      optional :key, :text, type: String
      optional :number, type: Integer
      optional :flag, type: FLAG
      optional :texts, type: Array[String]
      optional :inner, type: Hash do
        optional :text, type: String
        optional :number, type: Integer
      end
    end
  end

  before { empty_arrays_for_null }

  %i[get head post put patch delete].each do |verb|
    route(verb, 'free') { env[KEY] = params }
    route(verb, 'free/:id', requirements: { id: %r{[^/]+} }) { env[KEY] = params }
    # Where a route says nothing of a placeholder, what follows a dot is the format of the response.
    route(verb, 'plain/:id') { env[KEY] = params }

    params do
      optional :text, :other_text, type: String
      optional :flag, type: FLAG
      optional :number, type: Integer
      optional :ratio, type: Float
      optional :moment, type: DateTime
      optional :day, type: Date
      optional :level, type: String, values: VISIBILITY
      optional :role, type: Integer, values: [5, 10, 15, 20, 25, 30, 40, 50]
      optional :texts, type: Array[String]
      optional :numbers, type: Array[Integer]
      optional :list, type: Array[String], coerce_with: COMMA_LIST
      optional :number_list, type: Array[Integer], coerce_with: COMMA_NUMBERS
      optional :open, type: Hash
      optional :avatar, type: FileOrBlank
      optional :file, :other_file, type: Grape::Validations::Types::File
      optional :settings, type: Hash do
        use :row
        optional :file, type: Grape::Validations::Types::File
      end
      optional :rows, type: Array do
        use :row
        optional :rows, type: Array do
          optional :key, :text, type: String
        end
      end
    end
    route(verb, 'declared') { env[KEY] = params }
  end

  # Writes what a route was given, so that a test can compare it as text: members sorted, and tagged where JSON has no
  # type for a value.
  module Transcript
    module_function

    def text(value)
      case value
      when Hash then hash(value)
      when Array then "[#{value.map { |element| text(element) }.join(',')}]"
      when String then string(value)
      when DateTime, Time then %({"$instant":#{(value.to_time.to_r * 1000).round}})
      when Date then %({"$day":"#{value.iso8601}"})
      when Float then format('%.17g', value)
      when nil then 'null'
      else value.to_s
      end
    end

    def hash(members)
      return file(members) if members.key?(:tempfile)

      sorted = members.map { |name, value| [name.to_s.b, string(name.to_s), text(value)] }.sort
      "{#{sorted.map { |_, name, value| "#{name}:#{value}" }.join(',')}}"
    end

    def file(parsed)
      content = parsed[:tempfile].tap(&:rewind).read
      text('$file' => { 'filename' => parsed[:filename], 'content_type' => parsed[:type],
                        'base64' => Base64.strict_encode64(content) })
    end

    def string(text)
      text = text.dup.force_encoding(Encoding::UTF_8)
      return %({"$bytes":"#{Base64.strict_encode64(text)}"}) unless text.valid_encoding?

      %("#{text.gsub(/["\\]/) { |character| "\\#{character}" }
               .gsub(/[\u0000-\u001f]/) { |character| format('\\u%04x', character.ord) }}")
    end
  end

  # Responses with the transcript of what the route was given, or with the rejection.
  class Answering
    def initialize(app) = @app = app

    def call(env)
      status, headers, body = @app.call(env)
      return [status, headers, body] unless env.key?(KEY)

      [200, { 'Content-Type' => 'application/json' }, [Transcript.text(env[KEY])]]
    end
  end
end

# Checks of GitLab's own middleware before any route: parameters that cannot be parsed, and NUL characters and
# invalid UTF-8 in the path and in the values of parameters, three levels deep, those of a JSON body too.
class GitLabFront
  BAD = [400, { 'Content-Type' => 'text/plain' }, ['Bad Request']].freeze

  def initialize(app) = @app = app

  def call(env)
    malformed?(env) ? BAD : @app.call(env)
  end

  private

  def malformed?(env)
    request = Rack::Request.new(env)
    malformed_text?(Rack::Utils.unescape(request.path)) || given(request).each_value.any? { |value| malformed_value?(value) }
  rescue ArgumentError, TypeError, RangeError, EOFError
    true
  end

  def given(request)
    return request.params unless request.media_type == 'application/json'

    body = JSON.parse(request.body.read)
    request.body.rewind
    body.is_a?(Hash) ? request.GET.merge(body) : request.GET
  rescue JSON::ParserError # the route responses for that
    request.body.rewind
    request.GET
  end

  def malformed_value?(value, depth = 0)
    return false if depth > 2

    case value
    when String then malformed_text?(value)
    when Hash then value.each_value.any? { |member| malformed_value?(member, depth + 1) }
    when Array then value.any? { |element| malformed_value?(element, depth + 1) }
    else false
    end
  end

  def malformed_text?(text)
    text = text.dup.force_encoding(Encoding::UTF_8)
    !text.valid_encoding? || text.include?("\0")
  end
end
