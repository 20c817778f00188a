#!/usr/bin/env bash
# Software: python-gitlab 8.6.0 against Rack 2.2.22 (Debian ruby-rack 2.2.22-0+deb12u2).
# Guess:    issues.list(assignee_username=["ann", "bob"]) filters by both, as iids=[1, 2] does.
# Happens:  only the attributes that the client's own table lists get `[]`. Any other list is sent as a repeated plain
#           key, and Rack keeps the last value: the filter is "bob" alone, with status 200.
# Matters:  a result that is too small looks like a correct one. GitLab documents assignee_username as an array.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/v4/objects/issues.py, _types)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0
debian_packages ruby-rack=2.2.22-0+deb12u2

cat >"$work/parse.rb" <<'RUBY'
require "rack"
require "json"
puts Rack::Utils.parse_nested_query(ARGV[0]).to_json
RUBY
cat >"$work/probe.py" <<'PYTHON'
import subprocess
import sys
import gitlab
import recorder

server = recorder.start(lambda request: (200, {"Content-Type": "application/json"}, b"[]"))
api = gitlab.Gitlab(server.url, private_token="t")
for filters in ({"iids": [1, 2]}, {"labels": ["x", "y"]}, {"assignee_username": ["ann", "bob"]}):
    api.issues.list(get_all=False, **filters)
    query = server.requests[-1].path.split("?")[1]
    parsed = subprocess.run(["ruby", sys.argv[1], query], capture_output=True, text=True, check=True).stdout.strip()
    print(filters, query, parsed)
PYTHON

expect python "$work/probe.py" "$work/parse.rb" <<'OUTPUT'
{'iids': [1, 2]} iids%5B%5D=1&iids%5B%5D=2 {"iids":["1","2"]}
{'labels': ['x', 'y']} labels=x%2Cy {"labels":"x,y"}
{'assignee_username': ['ann', 'bob']} assignee_username=ann&assignee_username=bob {"assignee_username":"bob"}
OUTPUT
