#!/usr/bin/env bash
# Software: gidgetlab 2.1.2 (PyPI), Python 3.11.
# Guess:    `RateLimitExceeded` is what a response of GitLab's rate limit raises, which is 429.
# Happens:  429 raises `BadRequest`, whose text names neither the limit nor when it ends. `RateLimitExceeded` is for 403, with which GitHub
#           responds, and only for one whose window is over: of a limit without requests left that still counts, the test for its
#           presence is false.
# Matters:  a program that catches the exception to wait never waits.
# Source:   https://gidgetlab.readthedocs.io/, https://docs.gitlab.com/security/rate_limits/
source "$(dirname "$0")/support/common.sh"
python_packages gidgetlab==2.1.2

cat >"$work/probe.py" <<'PYTHON'
import json

from gidgetlab import GitLabException, sansio

later, earlier = "4000000000", "1000000000"
for status, reset, kind, body in (
    (429, later, "text/plain", b"Retry later\n"),
    (429, later, "application/json", json.dumps({"message": {"error": "This endpoint is limited."}}).encode()),
    (403, later, "application/json", json.dumps({"message": "403 Forbidden"}).encode()),
    (403, earlier, "application/json", json.dumps({"message": "403 Forbidden"}).encode()),
):
    fields = {"content-type": kind, "ratelimit-limit": "600", "ratelimit-remaining": "0", "ratelimit-reset": reset}
    try:
        sansio.decipher_response(status, fields, body)
    except GitLabException as error:
        print(status, "until", reset, type(error).__name__, error)
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
429 until 4000000000 BadRequest Too Many Requests
429 until 4000000000 BadRequest {'error': 'This endpoint is limited.'}
403 until 4000000000 BadRequest 403 Forbidden
403 until 1000000000 RateLimitExceeded 403 Forbidden
OUTPUT
