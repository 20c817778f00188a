# frozen_string_literal: true

require 'grape'
require 'json'
require_relative 'types'

# Makes an API of routes that are given as data: the attributes of each are declared as GitLab declares its own.
module OperationDeclarations
  TYPES = { 'boolean' => FLAG, 'integer' => Integer, 'number' => Float, 'string' => String, 'datetime' => DateTime,
            'date' => Date, 'file' => FileOrBlank, 'hash' => Hash }.freeze

  # GitLab's types of lists in one text.
  TEXTS = lambda do |value|
    case value
    when String then value.split(',').map(&:strip)
    when Array then value.flat_map { |element| element.to_s.split(',').map(&:strip) }
    else []
    end
  end
  NUMBERS = ->(value) { TEXTS.call(value).map(&:to_i) }

  # The longest text, or the most elements.
  class Limit < Grape::Validations::Validators::Base
    def validate_param!(name, params)
      value = params[name]
      return if value.nil? || value.size <= @option

      name = @scope.full_name(name)
      kind = value.is_a?(Array) ? "must contain at most #{@option} items" : "must be less than #{@option} characters"
      raise Grape::Exceptions::Validation.new(params: [name], message: "#{name} #{kind}")
    end
  end

  # Routes have to be declared in an order: a word goes before a placeholder in the same place.
  def self.api(routes)
    routes = routes.sort_by { |route| route['path'].split('/').map { |step| step.start_with?(':') ? 1 : 0 } }
    Class.new(Base) { routes.each { |route| OperationDeclarations.add(route, self) } }
  end

  def self.add(given, api)
    api.params do
      OperationDeclarations.declare(given['attributes'], self)
      given['at_least_one_of'].each { |names| at_least_one_of(*names.map(&:to_sym)) }
      given['exclusive'].each { |names| mutually_exclusive(*names.map(&:to_sym)) }
    end
    segments = given['path'].scan(/:(\w+)/).flatten.to_h { |name| [name.to_sym, %r{[^/]+}] }
    api.route(given['method'], given['path'], requirements: segments) { understood(given) }
  end

  # Declares attributes inside a block of parameters.
  def self.declare(attributes, scope)
    attributes.each do |row|
      members = row['members']
      nested = proc { OperationDeclarations.declare(members, self) } if members
      scope.public_send(row['required'] ? :requires : :optional, row['name'].to_sym, **options(row), &nested)
    end
  end

  def self.options(row)
    type = TYPES[row['type']]
    list = (type == Integer ? NUMBERS : TEXTS) if row['comma']
    type = row['members'] ? Array : Array[type] if row['array']
    { type: type, coerce_with: list, allow_blank: row['not_blank'] ? false : nil, values: row['values'] || range(row),
      except_values: row['not_zero'] ? [0] : nil, limit: row['limit'] }.compact
  end

  def self.range(row)
    low, high = row.values_at('minimum', 'maximum')
    return unless low || high

    ->(value) { value.is_a?(Numeric) && (low.nil? || value >= low) && (high.nil? || value <= high) }
  end

  # Leaves a body alone that is sent as it is: Grape reads none of this type.
  class WholeBody
    def initialize(app) = @app = app

    def call(env)
      %w[CONTENT_TYPE CONTENT_LENGTH].each { |key| env.delete(key) } if env['CONTENT_TYPE'] == 'application/octet-stream'
      @app.call(env)
    end
  end

  # The class of the API.
  class Base < Grape::API
    insert_before Grape::Middleware::Formatter, WholeBody
    format :json
    prefix :api
    version 'v4', using: :path

    rescue_from(Grape::Exceptions::Base) { |problem| error!(problem.message, problem.status, problem.headers || {}) }
    rescue_from(StandardError) { |problem| error!("#{problem.class}: #{problem.message}", 500) }

    helpers do
      # GitLab takes null for an array attribute as the empty array, before it validates.
      def empty_arrays_for_null
        route&.params&.each do |name, declared|
          params[name] = [] if params.key?(name) && params[name].nil? && declared[:type]&.start_with?('[')
        end
      end

      def understood(given)
        status 200
        declared(params, include_missing: false)
        names = given['attributes'].map { |row| row['name'] }
        { route: "#{given['method']} #{given['path']}", params: plain(params.slice(*names).to_h) }
      end

      # Files by their names and sizes, and times by their days: what they are as JSON differs.
      def plain(value)
        case value
        when Hash then value.key?(:tempfile) ? plain_file(value) : value.transform_values { |member| plain(member) }
        when Array then value.map { |element| plain(element) }
        when DateTime, Date then { '$date' => value.to_date.iso8601 }
        else value
        end
      end

      def plain_file(value) = { filename: value[:filename], size: value[:tempfile].size }
    end

    before { empty_arrays_for_null }
  end
end
