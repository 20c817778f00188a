#!/usr/bin/env bash
# Software: python-gitlab 8.6.0.
# Guess:    issue 1 of one project and issue 1 of another are different objects; so are a project and a group with the
#           same ID.
# Happens:  objects compare and hash by the bare value of their own ID attribute, whatever their type or parent. For
#           issues and merge requests that attribute is `iid`, so a set keeps one of the two.
# Matters:  removing duplicates from issues of several projects with set() loses issues without an error.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/base.py, RESTObject.__eq__)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0

cat >"$work/probe.py" <<'PYTHON'
import json
import gitlab
import recorder


def route(request):
    project = 7 if "/7/" in request.path else 8
    if "issues" in request.path:
        value = {"id": project * 100, "iid": 1, "project_id": project, "title": "of project %d" % project}
    else:
        value = {"id": 5, "name": request.path}
    return 200, {"Content-Type": "application/json"}, json.dumps(value).encode()


api = gitlab.Gitlab(recorder.start(route).url, private_token="t")
first = api.projects.get(7, lazy=True).issues.get(1)
second = api.projects.get(8, lazy=True).issues.get(1)
print("IDs:", first.id, second.id)
print("issues equal:", first == second)
print("in a set:", len({first, second}))
print("project equals group:", api.projects.get(5) == api.groups.get(5))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
IDs: 700 800
issues equal: True
in a set: 1
project equals group: True
OUTPUT
