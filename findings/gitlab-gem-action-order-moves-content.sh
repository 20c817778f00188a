#!/usr/bin/env bash
# Software: the gitlab gem 4.17.0 (Debian ruby-gitlab 4.17.0-3) against Rack 2.2.22 (ruby-rack 2.2.22-0+deb12u2).
# Guess:    the order of the members in a Ruby hash cannot change what a commit contains.
# Happens:  the gem posts `actions` as a form. A form has no borders between the hashes of an array: Rack opens a new
#           one when a member repeats. An action that begins with a member which the action before it lacks gives that
#           member away: here the content of new.txt goes to the deleted old.txt, and new.txt is created without any.
# Matters:  the same data, written in another order, makes another commit.
# Source:   https://github.com/NARKOZ/gitlab
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-gitlab=4.17.0-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/probe.rb" <<'RUBY'
require "gitlab"
require "rack"
require "socket"
require "json"

server = TCPServer.new("127.0.0.1", 0)
bodies = Queue.new
Thread.new do
  loop do
    client = server.accept
    length = 0
    while (line = client.gets) && line != "\r\n"
      length = line.split(":")[1].to_i if line.downcase.start_with?("content-length:")
    end
    bodies << client.read(length)
    client.write "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
    client.close
  end
end
api = Gitlab.client(endpoint: "http://127.0.0.1:#{server.addr[1]}/api/v4", private_token: "t")
first = { action: "delete", file_path: "old.txt" }
{
  "content last" => { action: "create", file_path: "new.txt", content: "text" },
  "content first" => { content: "text", action: "create", file_path: "new.txt" }
}.each do |label, second|
  api.create_commit(1, "main", "message", [first, second])
  puts label
  Rack::Utils.parse_nested_query(bodies.pop)["actions"].each { |action| puts "  #{action.sort.to_h.to_json}" }
end
RUBY

expect ruby -W0 "$work/probe.rb" <<'OUTPUT'
content last
  {"action":"delete","file_path":"old.txt"}
  {"action":"create","content":"text","file_path":"new.txt"}
content first
  {"action":"delete","content":"text","file_path":"old.txt"}
  {"action":"create","file_path":"new.txt"}
OUTPUT
