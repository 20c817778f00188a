#!/usr/bin/env bash
# Software: Oj 3.14.2 (Debian ruby-oj 3.14.2-1+deb12u1) by multi_json 1.14.1 (ruby-multi-json 1.14.1-2) under Grape 1.6.2
#           (ruby-grape 1.6.2-3), Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    another JSON parser below the same API changes its speed and not its responses.
# Happens:  Oj reads a number with many digits as a BigDecimal, and Ruby writes that as a JSON text: 0.12345678901234567
#           comes back as "0.12345678901234567e0". With Ruby's own parser it stays a number. Numbers with fewer digits
#           stay numbers in both.
# Matters:  one property is a number or a text, depending on its digits and on a package of the server. A decoder meets
#           the text only with some values.
# Source:   https://github.com/ohler55/oj (bigdecimal_load); https://github.com/ruby-grape/grape (lib/grape/util/json.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-grape=1.6.2-3 ruby-rack=2.2.22-0+deb12u2 ruby-multi-json=1.14.1-2 ruby-oj=3.14.2-1+deb12u1

cat >"$work/probe.rb" <<'RUBY'
ARGV.each { |library| require library }
require "grape"
require "rack/mock"

class API < Grape::API
  format :json
  params { requires :inputs, type: Hash }
  post("pipeline") { declared(params)[:inputs] && params[:inputs] }
end

puts "parser: #{Grape::Json}#{" with #{MultiJson.adapter}" if defined?(MultiJson)}"
["0.5", "66.69", "0.1234567890123", "0.12345678901234567", "123456789012345.25"].each do |number|
  body = %({"inputs":{"ratio":#{number}}})
  puts "  #{body} => #{Rack::MockRequest.new(API).post("/pipeline", input: body, "CONTENT_TYPE" => "application/json").body}"
end
RUBY
cat >"$work/probe.sh" <<'SHELL'
ruby -W0 "$1"
ruby -W0 "$1" multi_json oj
SHELL

expect bash "$work/probe.sh" "$work/probe.rb" <<'OUTPUT'
parser: JSON
  {"inputs":{"ratio":0.5}} => {"ratio":0.5}
  {"inputs":{"ratio":66.69}} => {"ratio":66.69}
  {"inputs":{"ratio":0.1234567890123}} => {"ratio":0.1234567890123}
  {"inputs":{"ratio":0.12345678901234567}} => {"ratio":0.12345678901234566}
  {"inputs":{"ratio":123456789012345.25}} => {"ratio":123456789012345.25}
parser: MultiJson with MultiJson::Adapters::Oj
  {"inputs":{"ratio":0.5}} => {"ratio":0.5}
  {"inputs":{"ratio":66.69}} => {"ratio":66.69}
  {"inputs":{"ratio":0.1234567890123}} => {"ratio":0.1234567890123}
  {"inputs":{"ratio":0.12345678901234567}} => {"ratio":"0.12345678901234567e0"}
  {"inputs":{"ratio":123456789012345.25}} => {"ratio":"0.12345678901234525e15"}
OUTPUT
