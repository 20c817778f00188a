#!/usr/bin/env bash
# Software: python-gitlab 8.6.0 with requests 2.34.2.
# Guess:    a filter with a hash inside a hash is sent as a[b][c]=1, or is an error.
# Happens:  only the first level becomes brackets. The inner dictionary is iterated, so its KEY is sent as the value and
#           its value is lost: a[b]=c. A dictionary with two keys sends both keys.
# Matters:  the request succeeds and filters by the name of a field instead of its content.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/utils.py, copy_dict)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0 requests==2.34.2

cat >"$work/probe.py" <<'PYTHON'
import urllib.parse
import gitlab
import recorder

server = recorder.start(lambda request: (200, {"Content-Type": "application/json"}, b"[]"))
api = gitlab.Gitlab(server.url, private_token="t")
for value in ({"tier": "gold"}, {"tier": {"equals": "gold"}}, {"tier": {"from": 1, "to": 9}}):
    api.projects.list(custom_attributes=value, get_all=False)
    print(value, urllib.parse.unquote(server.requests[-1].path.split("?")[1]))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
{'tier': 'gold'} custom_attributes[tier]=gold
{'tier': {'equals': 'gold'}} custom_attributes[tier]=equals
{'tier': {'from': 1, 'to': 9}} custom_attributes[tier]=from&custom_attributes[tier]=to
OUTPUT
