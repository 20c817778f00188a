#!/usr/bin/env bash
# Software: excon 0.88.0, http.rb 4.4.1, typhoeus 1.4.0, faraday 1.1.0, rest-client 2.1.0 and httparty 0.21.0 (Debian
#           ruby-excon, ruby-http, ...), against Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    HTTP clients of Ruby send a list and a nil so that Ruby's own web interface reads a list and a nil.
# Happens:  of ["x", "y"] Rack gets the last element from excon and http.rb, a hash with the keys "0" and "1" from
#           typhoeus, and the list from three. nil arrives as nil from four and as "" from typhoeus and httparty.
# Matters:  GitLab's server is Rack. The same call through another library filters by less, or answers 400, or clears
#           an attribute.
# Source:   https://github.com/excon/excon, https://github.com/httprb/http, https://github.com/typhoeus/ethon
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-excon=0.88.0-1 ruby-http=4.4.1-5 ruby-typhoeus=1.4.0-3 ruby-faraday=1.1.0-7 ruby-rest-client=2.1.0-3 \
  ruby-httparty=0.21.0-1 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "socket"
require "rack"
%w[excon http typhoeus faraday rest-client httparty].each { |name| require name }

server = TCPServer.new("127.0.0.1", 0)
queries = Queue.new
Thread.new do
  loop do
    client = server.accept
    queries << client.gets.split[1].split("?", 2)[1]
    nil while client.gets != "\r\n"
    client.write "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    client.close
  end
end
url = "http://127.0.0.1:#{server.addr[1]}/"
given = { topics: ["x", "y"], search: nil }
{
  "excon" => -> { Excon.get(url, query: given) },
  "http.rb" => -> { HTTP.get(url, params: given).to_s },
  "typhoeus" => -> { Typhoeus.get(url, params: given) },
  "faraday" => -> { Faraday.get(url, given) },
  "rest-client" => -> { RestClient.get(url, params: given) },
  "httparty" => -> { HTTParty.get(url, query: given) }
}.each do |name, call|
  call.call
  query = queries.pop
  puts "#{name}: #{query} => #{Rack::Utils.parse_nested_query(query).sort.reverse.to_h}"
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
excon: search&topics=x&topics=y => {"topics"=>"y", "search"=>nil}
http.rb: topics=x&topics=y&search => {"topics"=>"y", "search"=>nil}
typhoeus: topics%5B0%5D=x&topics%5B1%5D=y&search= => {"topics"=>{"0"=>"x", "1"=>"y"}, "search"=>""}
faraday: search&topics%5B%5D=x&topics%5B%5D=y => {"topics"=>["x", "y"], "search"=>nil}
rest-client: topics[]=x&topics[]=y&search => {"topics"=>["x", "y"], "search"=>nil}
httparty: topics%5B%5D=x&topics%5B%5D=y&search= => {"topics"=>["x", "y"], "search"=>""}
OUTPUT
