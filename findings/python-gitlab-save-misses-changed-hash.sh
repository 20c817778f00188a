#!/usr/bin/env bash
# Software: python-gitlab 8.6.0.
# Guess:    save() treats in-place changes of lists and of hashes alike: it sends both, or neither.
# Happens:  reading a list attribute marks it for sending, so project.topics.append(...) is saved. A hash changed in
#           place is not noticed: save() sends no request at all and reports nothing.
# Matters:  code that works for topics silently does nothing for container_expiration_policy_attributes and the like.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/base.py, RESTObject.__getattr__)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0

cat >"$work/probe.py" <<'PYTHON'
import gitlab
import recorder

body = b'{"id": 1, "topics": ["a"], "container_expiration_policy": {"enabled": false}}'
server = recorder.start(lambda request: (200, {"Content-Type": "application/json"}, body))
api = gitlab.Gitlab(server.url, private_token="t")


def sent(change):
    project = api.projects.get(1)
    server.requests.clear()
    change(project)
    project.save()
    return [(r.method, r.body.decode()) for r in server.requests]


print("list:", sent(lambda project: project.topics.append("b")))
print("hash:", sent(lambda project: project.container_expiration_policy.update(enabled=True)))
print("read only:", sent(lambda project: project.topics))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
list: [('PUT', '{"topics": ["a", "b"]}')]
hash: []
read only: [('PUT', '{"topics": ["a"]}')]
OUTPUT
