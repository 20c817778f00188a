#!/usr/bin/env bash
# Software: python-gitlab 8.6.0.
# Guess:    Retry-After with an HTTP date (allowed by RFC 9110, and what some proxies send) delays the retry until
#           then.
# Happens:  the first 429 with such a date ends the call with a bare ValueError from int(): no retry, and not a
#           GitlabError.
# Matters:  code that catches GitlabError around a call does not catch the rate limit of a proxy that sends dates.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/utils.py, Retry.handle_retry_on_status)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0

cat >"$work/probe.py" <<'PYTHON'
import email.utils
import gitlab
import recorder

first = {"seconds": "1", "date": email.utils.formatdate(usegmt=True)}


def route(request):
    form = request.path.split("/")[-1]
    if sum(r.path == request.path for r in server.requests) == 1:
        return 429, {"Retry-After": first[form]}, b"Retry later\n"
    return 200, {"Content-Type": "application/json"}, b'{"id": 1}'


server = recorder.start(route)
api = gitlab.Gitlab(server.url, private_token="t")
for form in first:
    server.requests.clear()
    try:
        result = api.http_get("/" + form)
    except Exception as error:
        result = "%s, a GitlabError: %s" % (type(error).__name__, isinstance(error, gitlab.GitlabError))
    print(form, result, "requests:", len(server.requests))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
seconds {'id': 1} requests: 2
date ValueError, a GitlabError: False requests: 1
OUTPUT
