#!/usr/bin/env bash
# Software: python-gitlab 8.6.0.
# Guess:    job.artifacts is the list `artifacts` of the response, as job.status is its `status`; it is empty for a job
#           without artifacts.
# Happens:  a method of the class with the same name comes first: job.artifacts is the download method and always true.
#           issue.time_stats is a method too, and group.projects a manager. The members are only in `attributes`.
# Matters:  `if job.artifacts:` selects every job. No error shows it, and a member that a later release gives a method
#           changes its meaning.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/base.py, __getattr__)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0

cat >"$work/probe.py" <<'PYTHON'
import json
import gitlab
import recorder

responses = {
    "/api/v4/projects/1/jobs/2": {"id": 2, "status": "success", "artifacts": []},
    "/api/v4/projects/1/issues/3": {"id": 3, "iid": 3, "time_stats": {"time_estimate": 60}},
    "/api/v4/groups/4": {"id": 4, "projects": []},
}
server = recorder.start(lambda request: (200, {"Content-Type": "application/json"}, json.dumps(responses[request.path]).encode()))
api = gitlab.Gitlab(server.url, private_token="t")
project = api.projects.get(1, lazy=True)
for object, name in ((project.jobs.get(2), "status"), (project.jobs.get(2), "artifacts"), (project.issues.get(3), "time_stats"),
                     (api.groups.get(4), "projects")):
    value = getattr(object, name)
    print("%s.%s is a %s, true: %s; in the response: %r" % (type(object).__name__, name, type(value).__name__, bool(value), object.attributes[name]))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
ProjectJob.status is a str, true: True; in the response: 'success'
ProjectJob.artifacts is a method, true: True; in the response: []
ProjectIssue.time_stats is a method, true: True; in the response: {'time_estimate': 60}
Group.projects is a GroupProjectManager, true: True; in the response: []
OUTPUT
