# frozen_string_literal: true

require 'grape'
require 'json'
require_relative 'types'

# Attributes that operations accept: those of the table that the spec is compared with, declared for Grape with their
# types and values. Those of the four project operations are for the routes to `use`.
module Attributes
  extend Grape::API::Helpers

  TABLE = JSON.parse(File.read(File.join(__dir__, '../../SpecTests/operations.json')))
              .to_h { |operation| [operation.values_at('method', 'path').join(' '), operation['attributes']] }
  TYPES = { 'boolean' => FLAG, 'integer' => Integer, 'string' => String, 'datetime' => DateTime, 'date' => Date,
            'file' => FileOrBlank, 'hash' => Hash, 'array<string>' => Array[String], 'array<integer>' => Array[Integer],
            'array<hash>' => Array, 'id_or_path' => String }.freeze
  # Where the servers act by a default of their own.
  DEFAULTS = %w[page per_page order_by sort link_type].freeze

  # How a row of the table is declared.
  def self.options(row)
    type = TYPES.fetch(row['type'])
    values = row['values']&.map { |value| type == Integer ? value.to_i : value }
    default = row['default']&.first if DEFAULTS.include?(row['name'])
    { type: type, values: values, default: type == Integer ? default&.to_i : default,
      coerce_with: type == Array[String] && !values ? COMMA_LIST : nil,
      except_values: row['name'] == 'per_page' ? [0] : nil }.compact
  end

  # Declares rows inside a block of parameters.
  def self.declare(rows, scope)
    rows.each do |row|
      members = row['members']
      nested = proc { Attributes.declare(members, self) } if members
      scope.public_send(row['required'] ? :requires : :optional, row['name'].to_sym, **options(row), &nested)
    end
  end

  { list: 'GET /projects', create: 'POST /projects', get: 'GET /projects/:id', edit: 'PUT /projects/:id' }
    .each do |name, operation|
      rows = TABLE.fetch(operation).reject { |row| row['in'] == 'path' }
      params(name) { Attributes.declare(rows, self) }
    end
end
