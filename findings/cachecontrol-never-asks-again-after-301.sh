#!/usr/bin/env bash
# Software: CacheControl 0.14.4 with requests 2.34.2.
# Guess:    a 301 with Cache-Control "max-age=0, private, must-revalidate" is asked for again each time, like a 200.
# Happens:  a cached 301 is used without a request as long as the cache lives, whatever its headers said. The server
#           cannot take it back.
# Matters:  GitLab answers 301 for the path of a project that was moved. When another project takes the old path, this
#           client keeps reading and showing the moved one.
# Source:   https://github.com/psf/cachecontrol (cachecontrol/controller.py); RFC 9111, section 5.2.2.2
source "$(dirname "$0")/support/common.sh"
python_packages CacheControl==0.14.4 requests==2.34.2

cat >"$work/probe.py" <<'PYTHON'
import cachecontrol
import requests
import recorder

headers = {"Cache-Control": "max-age=0, private, must-revalidate", "ETag": 'W/"1"'}
moved = True


def route(request):
    if request.path == "/projects/old" and moved:
        return 301, {**headers, "Location": "/projects/1"}, b""
    return 200, headers, b"project 1" if request.path == "/projects/1" else b"project 2, now at the old path"


server = recorder.start(route)
for label, session in (("requests", requests.Session()), ("CacheControl", cachecontrol.CacheControl(requests.Session()))):
    for moved in (True, False):
        count = len(server.requests)
        text = session.get(server.url + "/projects/old").text
        print(label, "moved" if moved else "taken", "|", text, "|", [request.path for request in server.requests[count:]])
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
requests moved | project 1 | ['/projects/old', '/projects/1']
requests taken | project 2, now at the old path | ['/projects/old']
CacheControl moved | project 1 | ['/projects/old', '/projects/1']
CacheControl taken | project 1 | ['/projects/1']
OUTPUT
