#!/usr/bin/env bash
# Software: gidgetlab 2.1.2 (PyPI), Python 3.11.
# Guess:    an exception for a rejected request has the reason that the response gives.
# Happens:  GitLab gives it as `error` or as `message`. Of `error`, a 400 keeps nothing but "Bad Request", and a 422 raises a bare
#           KeyError; a 422 without a body raises an AttributeError. Neither is a `GitLabException`.
# Matters:  "name is missing", from the check of parameters, never reaches the user; and a program that catches the client's exceptions
#           ends with another one.
# Source:   https://gidgetlab.readthedocs.io/, https://docs.gitlab.com/api/rest/troubleshooting/
source "$(dirname "$0")/support/common.sh"
python_packages gidgetlab==2.1.2

cat >"$work/probe.py" <<'PYTHON'
from gidgetlab import GitLabException, sansio

for status, body in (
    (400, b'{"message":"name is taken"}'), (400, b'{"error":"name is missing"}'),
    (422, b'{"message":"name is taken"}'), (422, b'{"error":"name is missing"}'), (422, b""),
):
    try:
        sansio.decipher_response(status, {"content-type": "application/json"}, body)
    except Exception as error:
        own = "its own" if isinstance(error, GitLabException) else "not its own"
        print(f"{status} {body.decode()}: {type(error).__name__} ({error}), {own}")
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
400 {"message":"name is taken"}: BadRequest (name is taken), its own
400 {"error":"name is missing"}: BadRequest (Bad Request), its own
422 {"message":"name is taken"}: InvalidField (name is taken), its own
422 {"error":"name is missing"}: KeyError ('message'), not its own
422 : AttributeError ('NoneType' object has no attribute 'get'), not its own
OUTPUT
