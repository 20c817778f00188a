#!/usr/bin/env bash
# Software: Active Support 6.1.7.10 (Debian ruby-activesupport 2:6.1.7.10+dfsg-1~deb12u4) against Rack 2.2.22
#           (ruby-rack 2.2.22-0+deb12u2) and Grape 1.6.2 (ruby-grape 1.6.2-3).
# Guess:    a query that Rack has parsed and Rails' to_query writes again means the same.
# Happens:  Rack reads the bare key `visibility` as nil, and to_query writes nil as `visibility=`, which is the empty text.
#           For a parameter with fixed values the first is 200 and the second 400. [nil] becomes [""] and [] vanishes;
#           Rack's own build_nested_query keeps nil.
# Matters:  a link to the next page made of the parsed parameters asks for something else than the first page. Foundation
#           writes a URLQueryItem without a value as such a bare key.
# Source:   https://github.com/rails/rails (activesupport/lib/active_support/core_ext/object/to_query.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-activesupport=2:6.1.7.10+dfsg-1~deb12u4 ruby-rack=2.2.22-0+deb12u2 ruby-grape=1.6.2-3

cat >"$work/probe.rb" <<'RUBY'
require "grape"
require "rack/mock"
require "active_support/core_ext/object/to_query"

class API < Grape::API
  format :json
  params { optional :visibility, values: %w[private public]; optional :search, type: String }
  get("projects") { declared(params, include_missing: false) }
end

["visibility", "search", "search="].each do |first|
  parsed = Rack::Utils.parse_nested_query(first)
  puts "#{first} is #{parsed}; Rack writes #{Rack::Utils.build_nested_query(parsed).inspect}"
  [first, parsed.to_query].each do |query|
    response = Rack::MockRequest.new(API).get("/projects?#{query}")
    puts "  ?#{query} #{response.status} #{response.body}"
  end
end
[{ "labels" => [nil] }, { "labels" => [] }].each do |parameters|
  query = parameters.to_query
  puts "#{parameters} => #{query.inspect} => #{Rack::Utils.parse_nested_query(query)}"
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
visibility is {"visibility"=>nil}; Rack writes "visibility"
  ?visibility 200 {"visibility":null}
  ?visibility= 400 {"error":"visibility does not have a valid value"}
search is {"search"=>nil}; Rack writes "search"
  ?search 200 {"search":null}
  ?search= 200 {"search":""}
search= is {"search"=>""}; Rack writes "search="
  ?search= 200 {"search":""}
  ?search= 200 {"search":""}
{"labels"=>[nil]} => "labels%5B%5D=" => {"labels"=>[""]}
{"labels"=>[]} => "" => {}
OUTPUT
