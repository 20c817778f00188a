#!/usr/bin/env bash
# Software: python-gitlab 8.6.0.
# Guess:    a list whose length GitLab does not state (more than 10,000 items, or keyset pagination) has no len(), or
#           a long one.
# Happens:  without X-Total, len() of the iterator is 0, so the iterator is false, although it yields every item.
# Matters:  `if projects:` skips exactly the longest lists.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/client.py, GitlabList.__len__)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0

cat >"$work/probe.py" <<'PYTHON'
import gitlab
import recorder


def route(request):
    headers = {"Content-Type": "application/json"}
    if "archived" in request.path:
        headers["X-Total"] = "2"
    return 200, headers, b'[{"id": 1}, {"id": 2}]'


api = gitlab.Gitlab(recorder.start(route).url, private_token="t")
for label, arguments in (("with X-Total", {"archived": True}), ("without X-Total", {})):
    projects = api.projects.list(iterator=True, **arguments)
    print(label, "len:", len(projects), "bool:", bool(projects), "items:", len([p for p in projects]))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
with X-Total len: 2 bool: True items: 2
without X-Total len: 0 bool: False items: 2
OUTPUT
