# frozen_string_literal: true

# The types by which GitLab declares attributes, as Grape has them.

require 'grape'

# A list that may come as "a,b" or as an array whose elements may hold commas too. Anything else is no list.
COMMA_LIST = lambda do |value|
  Array(value.is_a?(Hash) ? nil : value).flat_map { |element| element.to_s.split(',') }.map(&:strip)
end

# A file, or something blank, which is how an avatar is removed.
module FileOrBlank
  FILE = Grape::Validations::Types::File

  def self.parse(value) = value.blank? ? nil : FILE.parse(value)
  def self.parsed?(value) = value.nil? || FILE.parsed?(value)
end

FLAG = Grape::API::Boolean
VISIBILITY = %w[private internal public].freeze
