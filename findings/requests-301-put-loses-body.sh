#!/usr/bin/env bash
# Software: requests 2.34.2.
# Guess:    after a 301, a PUT either becomes a GET (as POST does) or is sent again with its body (as after a 308).
# Happens:  neither: it stays a PUT, with Content-Length: 0 and no Content-Type. A PATCH does the same; a 302 makes it
#           a GET.
# Matters:  GitLab redirects renamed projects and http to https. The edit arrives as a valid, empty one, and its error
#           (or its success without any change) hides that the values never arrived.
# Source:   https://github.com/psf/requests (src/requests/sessions.py, resolve_redirects and rebuild_method)
source "$(dirname "$0")/support/common.sh"
python_packages requests==2.34.2

cat >"$work/probe.py" <<'PYTHON'
import requests
import recorder


def route(request):
    if request.path.startswith("/old/"):
        return int(request.path.split("/")[-1]), {"Location": "/new"}, b""
    return 200, {}, b""


server = recorder.start(route)
for method in ("POST", "PUT", "PATCH"):
    for status in (301, 302, 308):
        requests.request(method, "%s/old/%d" % (server.url, status), json={"name": "n"})
        last = server.requests[-1]
        print(method, status, "->", last.method, last.headers["Content-Type"], last.body.decode() or "no body")
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
POST 301 -> GET None no body
POST 302 -> GET None no body
POST 308 -> POST application/json {"name": "n"}
PUT 301 -> PUT None no body
PUT 302 -> GET None no body
PUT 308 -> PUT application/json {"name": "n"}
PATCH 301 -> PATCH None no body
PATCH 302 -> GET None no body
PATCH 308 -> PATCH application/json {"name": "n"}
OUTPUT
